"""Whatever is typed behind the options: a sentence and exit code 1 or 2, nothing waits, nothing is our fault."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.cli.paths import CACHE_VARIABLE
from tests.conftest import CITIES, ROOT

pytestmark = pytest.mark.usefixtures("no_waiting")

LONG = "a" * 5000
OF_THE_SYSTEM = re.compile(r"No such|Not a|Is a|File name too|Too many|denied|embedded")
STRANGE = ("", LONG, "가" * 250, "\udcff", "a\nb", "../../etc", "/etc", "\u202e", "%s{0}", "-")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file, a pipe and links that lead nowhere."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "circle").symlink_to("circle")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path


def told(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) in (1, 2)
    out, err = capfd.readouterr()
    said = out + err
    assert said.strip()
    assert "프로그램 오류" not in said
    assert "Traceback" not in said
    return said


NO_FOLDERS = ("file", "file/x", "pipe", "circle", "circle/x", "nowhere", "empty", "/dev/null", "/dev/full/x", *STRANGE)


@pytest.mark.parametrize("content", [one for one in NO_FOLDERS if one != "/etc"])
def test_what_is_no_content_folder_is_told(places: Path, capfd: pytest.CaptureFixture[str], content: str) -> None:
    told(capfd, "check", "--content", content)


@pytest.mark.parametrize("content", [one for one in NO_FOLDERS if one != "/etc"])
def test_what_is_no_content_folder_has_no_form(places: Path, capfd: pytest.CaptureFixture[str], content: str) -> None:
    told(capfd, "format", "--content", content)


@pytest.mark.parametrize("file", [*NO_FOLDERS, "/dev/zero"])
def test_no_file_to_put_into_form_is_told(
    places: Path, maru: Path, capfd: pytest.CaptureFixture[str], file: str
) -> None:
    before = sorted(maru.rglob("*"))
    told(capfd, "format", "--content", str(maru), "--", file)
    assert sorted(maru.rglob("*")) == before


@pytest.mark.parametrize("output", ["file", "file/x", "pipe", "circle", "/dev/null", "/dev/full/x", "/proc/x", LONG])
def test_what_can_be_no_output_folder_is_told_before_anything_is_made(
    places: Path, capfd: pytest.CaptureFixture[str], output: str
) -> None:
    before = sorted(places.rglob("*"))
    told(capfd, "build", "--site-only", "--content", str(CITIES / "yeoul"), "--output", output)
    assert sorted(places.rglob("*")) == before


@pytest.mark.parametrize("place", ["", "visits", "new", "programs/../towns"])
def test_the_content_folder_holds_no_output(yeoul: Path, capfd: pytest.CaptureFixture[str], place: str) -> None:
    before = sorted(yeoul.rglob("*"))
    said = told(capfd, "build", "--site-only", "--content", str(yeoul), "--output", str(yeoul / place))
    assert "output-refused" in said
    assert sorted(yeoul.rglob("*")) == before


@pytest.mark.parametrize("option", ["--visit", "--route", "--program", "--edition", "--copies", "--size"])
@pytest.mark.parametrize("value", STRANGE)
def test_no_such_record_or_edition_is_told(
    places: Path, capfd: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    told(capfd, "guidebook", option, value, "--content", str(CITIES / "maru"), "--output", "new")
    assert not (places / "new").exists()


@pytest.mark.parametrize(
    "command",
    [("import", "hygiene"), ("import", "boundaries"), ("import", "tourapi"), ("import", "table", "--as", "site")],
    ids=" ".join,
)
@pytest.mark.parametrize("file", ["pipe", "circle", "empty", "nowhere", "file", "/dev/zero", LONG, "\udcff", "a\nb"])
def test_no_file_to_import_is_told(
    places: Path, maru: Path, capfd: pytest.CaptureFixture[str], command: tuple[str, ...], file: str
) -> None:
    before = sorted(maru.rglob("*"))
    said = told(capfd, *command, file, "--content", str(maru))
    assert not OF_THE_SYSTEM.search(said)
    if file == "nowhere":
        assert "파일이 없습니다." in said
        assert "확인" in said
        assert "다시 저장" not in said
    assert sorted(maru.rglob("*")) == before


@pytest.mark.parametrize("year", ["", "abc", "1", "-1", "99999999999999999999", "2026.5"])
def test_no_year_is_told(capfd: pytest.CaptureFixture[str], year: str) -> None:
    told(capfd, "visits", "--year", year, "--content", str(CITIES / "maru"))


@pytest.mark.parametrize("file", ["empty", "file/x", "circle/x", "nowhere/x", "가" * 250])
def test_what_can_be_no_file_of_a_count_is_told(places: Path, capfd: pytest.CaptureFixture[str], file: str) -> None:
    said = told(capfd, "visits", "--year", "2026", "--csv", file, "--content", str(CITIES / "maru"))
    assert not OF_THE_SYSTEM.search(said)


def test_a_reader_who_leaves_is_no_fault() -> None:
    """As `| head` does after its lines."""
    reading, writing = os.pipe()
    os.close(reading)
    closed = subprocess.run(
        [sys.executable, "-m", "guidebook.cli", "check", "--content", "tests/diagnostics/bad"],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert (closed.returncode, closed.stderr) == (1, "")


def test_a_machine_where_no_file_may_grow_is_told_in_a_sentence(yeoul: Path, tmp_path: Path) -> None:
    """Neither cache nor temporary folder takes the fonts."""
    code = (
        "import resource, signal, sys\n"
        "from guidebook.cli import main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "sys.exit(main())"
    )
    arguments = ["build", "--site-only", "--content", str(yeoul), "--output", str(tmp_path / "output")]
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, CACHE_VARIABLE: str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert "경로에 쓸 수 없습니다" in ran.stderr
    assert "프로그램 오류" not in ran.stderr
    assert not (tmp_path / "output").exists()
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file() and path.stat().st_size > 1000] == []


def test_a_mistyped_command_is_told_with_the_one_that_is_meant(capfd: pytest.CaptureFixture[str]) -> None:
    assert "'build' 이름을 뜻하셨나요" in told(capfd, "bild")
    assert "'hygiene' 이름을 뜻하셨나요" in told(capfd, "import", "hygene")


def test_relative_folders_are_those_below_where_one_stands(
    yeoul: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--site-only", "--content", yeoul.name, "--output", "here"]) == 0
    assert (tmp_path / "here" / "site" / "index.html").is_file()
    assert (tmp_path / "here" / "manifest.json").stat().st_size > 1000
