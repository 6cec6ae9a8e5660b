"""Only regular files below the content folder are ever opened; all else that may lie there is told in a sentence."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.load.content import load_content
from guidebook.load.regular_files import Nature, TooLargeError, inside, nature, read_octets
from guidebook.model.text import printable
from tests.conftest import CITIES

pytestmark = pytest.mark.usefixtures("no_waiting")

PLACES = (
    "site.yml",
    "redirects.yml",
    "map",
    "map/towns.geojson",
    "programs",
    "programs/market.md",
    "towns/gangbyeon.yml",
    "pages/about.md",
    "visits/guests.yml",
    "assets",
    "assets/boats.jpg",
    "house.icc",
)
"""Wherever a reader looks."""


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def socketed(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def outside(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def outside_folder(path: Path) -> None:
    path.symlink_to("/etc")


def nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("put", [pipe, device, socketed, circle, outside, outside_folder, nowhere])
@pytest.mark.parametrize("place", PLACES)
def test_what_is_no_regular_file_is_told_once_and_not_opened(
    yeoul: Path, monkeypatch: pytest.MonkeyPatch, place: str, put: Callable[[Path], None]
) -> None:
    path = yeoul / place
    path.parent.mkdir(exist_ok=True)
    if path.is_dir():
        path.rename(yeoul.parent / "moved")
    path.unlink(missing_ok=True)
    monkeypatch.chdir(path.parent)  # a socket's path may not be long
    put(Path(path.name))
    monkeypatch.chdir(yeoul.parent)
    faults = [fault for fault in load_content(yeoul).diagnostics if fault.span.file == f"content/{place}"]
    assert [fault.code for fault in faults] == ["special-file" if put in (pipe, socketed) else "linked-file"]


@pytest.mark.parametrize("place", [place for place in PLACES if "." in place])
def test_a_folder_with_the_name_of_a_file_is_told(yeoul: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    (yeoul / place).unlink(missing_ok=True)
    (yeoul / place).mkdir(parents=True)
    monkeypatch.chdir(yeoul.parent)
    faults = [fault for fault in load_content(yeoul).diagnostics if fault.span.file == f"content/{place}"]
    assert [fault.code for fault in faults] == ["unknown-file" if place == "house.icc" else "folder-for-file"]


def test_a_file_with_the_name_of_a_folder_is_told(yeoul: Path) -> None:
    for name in ("map", "visits", "assets"):
        (yeoul / name).touch()
    assert [fault.code for fault in load_content(yeoul).diagnostics] == ["file-for-folder"] * 3


@pytest.mark.parametrize(
    ("name", "said"), [(b"a\nb.yml", "a\\nb.yml"), (b"a\xffb.yml", "a\\xffb.yml"), (b"\x1b[31m.yml", "\\x1b[31m.yml")]
)
@pytest.mark.parametrize("folder", ["", "towns", "assets", "visits", "map"])
def test_a_name_that_cannot_be_written_is_told_in_one_line(
    yeoul: Path, capfd: pytest.CaptureFixture[str], name: bytes, said: str, folder: str
) -> None:
    (yeoul / folder).mkdir(exist_ok=True)
    (yeoul / folder / os.fsdecode(name)).write_text("name: 가\n", encoding="utf-8")
    for form in ("text", "json", "github"):
        assert main(["check", "--content", str(yeoul), "--format", form]) == 1
        out = capfd.readouterr().out
        assert "bad-file-name" in out
        if form == "text":
            assert sum(said in line for line in out.splitlines()) == 1


def test_a_very_long_path_is_told_at_its_line(yeoul: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site = yeoul / "site.yml"
    written = site.read_text(encoding="utf-8")
    for name in ("a" * 5000, "가" * 5000, "가" * 250, "a/" * 120, "~", "\\0"):
        site.write_text(f'{written}visits_dir: "{name}"\n', encoding="utf-8")
        assert main(["check", "--content", str(yeoul)]) == 1
        assert f"site.yml:{written.count(chr(10)) + 1}:" in capfd.readouterr().out
    for name in ("a" * 5000, "가" * 250, "a/" * 3000):
        assert main(["check", "--content", name]) == 1
        assert "no-content" in capfd.readouterr().out


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that everybody may enter: those of pytest are its user's alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_folder_that_may_not_be_read_is_told(reachable: Path) -> None:
    """In a process of somebody who may not: root may read all."""
    yeoul = reachable / "content"
    shutil.copytree(CITIES / "yeoul", yeoul)
    (yeoul / "assets").mkdir()
    for place in (yeoul / "towns", yeoul / "assets", yeoul / "site.yml"):
        place.chmod(0o000)
    code = (
        "import os, sys; from pathlib import Path\n"
        "from guidebook.load.content import load_content\n"
        "load_content(Path(sys.argv[2]))  # what is imported late is imported before\n"
        "os.getuid() or os.setuid(65534)\n"
        "print(*(f'{Path(one.span.file).name}:{one.code}' for one in load_content(Path(sys.argv[1])).diagnostics))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(yeoul), str(CITIES / "yeoul")], capture_output=True, text=True, check=False
    )
    for place in (yeoul / "towns", yeoul / "assets", yeoul / "site.yml"):
        place.chmod(0o755)
    assert (ran.returncode, ran.stdout.split()) == (
        0,
        ["assets:unreadable", "site.yml:unreadable", "towns:unreadable"],
    ), ran.stderr


def test_a_path_of_content_leads_below_its_folder_or_nowhere(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert inside(tmp_path, "a.icc") == tmp_path / "a.icc"
    assert inside(tmp_path, "real/a.icc") == tmp_path / "real" / "a.icc"
    for name in ("", "..", "../a", "/etc/passwd", "real/../../a", "link/a", "absent/a", "real/\0/a"):
        assert inside(tmp_path, name) is None


def test_no_more_is_read_than_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_octets(path, 5) == b"12345"
    with pytest.raises(TooLargeError):
        read_octets(path, 4)
    with pytest.raises(TooLargeError):
        read_octets(Path("/proc/self/maps"), 4)  # says that it has no bytes, and has
    assert nature(tmp_path / "\0") is Nature.UNREADABLE


def test_names_are_shown_in_one_line() -> None:
    assert printable("강 길.jpg") == "강 길.jpg"
    assert printable(os.fsdecode(b"a\xff\n\x07")) == "a\\xff\\n\\x07"
