"""The command of an installed package: it works on the content of its folder, and says its own name."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidebook import __version__, words
from guidebook.cli import main
from guidebook.cli.paths import CACHE_VARIABLE, cache_folder, found_content, paths_of
from guidebook.setup import installed as installed_command
from guidebook.setup.error import SetupError
from guidebook.setup.needs import BUILD
from guidebook.setup.progress import Progress
from guidebook.storage.places import CARRIED, LOCK, code_of, front_end_folder
from tests.conftest import CITIES, ROOT
from tests.extracted import sentences
from tests.portal.conftest import THREE


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As `guidebook` starts it."""
    monkeypatch.setenv(words.COMMAND_VARIABLE, "guidebook")
    words.catalogue.cache_clear()
    yield
    words.catalogue.cache_clear()


@pytest.fixture
def city(tmp_path: Path) -> Path:
    shutil.copytree(CITIES / "yeoul", tmp_path / "city" / "content")
    return tmp_path / "city"


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("start", [".", "content", "content/programs", "notes/of/mine"])
def test_the_content_of_the_folder_is_found(start: str, city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (city / start).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(city / start)
    monkeypatch.delenv(CACHE_VARIABLE)
    assert found_content() == city / "content"
    paths = paths_of(city / "content", None)
    assert (paths.output, paths.cache, cache_folder()) == (city / "output", city / ".cache", city / ".cache")


@pytest.mark.usefixtures("installed")
def test_a_folder_that_is_content_itself_is_taken(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (city / "content").rename(city / "maru")
    monkeypatch.chdir(city / "maru")
    assert found_content() == city / "maru"
    monkeypatch.chdir(city / "maru" / "programs")
    assert found_content() is None, "any folder above may have a site.yml that is not ours"


@pytest.mark.usefixtures("installed")
def test_a_portal_lies_beside_the_list_of_its_cities(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not among the files of the installed package."""
    shutil.copytree(THREE, tmp_path / "portal")
    monkeypatch.chdir(tmp_path)
    assert main(["portal", "portal/cities.yml"]) == 0
    assert (tmp_path / "portal" / "output" / "portal" / "site" / "index.html").exists()


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("command", ["check", "build", "visits --year 2026"])
def test_outside_of_any_content_a_sentence_says_so(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(command.split()) == 2
    said = capsys.readouterr().err
    assert "콘텐츠(content/site.yml)가 없습니다" in said
    assert "--content" in said
    assert "‘guidebook new city 폴더’" in said
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("installed")
def test_a_command_works_there(city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(city)
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "오류가 없습니다.\n"
    assert main(["--site-only"]) == 0
    assert (city / "output" / "site" / "index.html").exists()


@pytest.mark.usefixtures("installed")
def test_another_version_than_the_repository_names_is_said(
    city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(city)
    (city / "requirements.txt").write_text(f"jumin-guidebook=={__version__}\n", encoding="utf-8")
    assert main(["check"]) == 0
    assert capsys.readouterr().err == ""
    (city / "requirements.txt").write_text("# 판\njumin-guidebook==0.0.1\n", encoding="utf-8")
    assert main(["check"]) == 0
    said = capsys.readouterr()
    assert f"적힌 판(0.0.1)과 지금 쓰는 판({__version__})이 다릅니다" in said.err
    assert said.out == "오류가 없습니다.\n"


@pytest.mark.usefixtures("installed")
def test_help_and_sentences_name_the_command_that_was_typed(
    city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(city)
    assert main(["check", "--help"]) == 0
    assert capsys.readouterr().out.startswith("사용법: guidebook check ")
    assert main(["new", "site", "--lang", "en"]) == 2
    assert "guidebook new site" in capsys.readouterr().err


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("held", [".git", ".venv", ".ci", "content", "."])
def test_nothing_is_published_over_the_city_s_own_folders(
    held: str, city: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (city / held).mkdir(exist_ok=True)
    monkeypatch.chdir(city)
    assert main(["--site-only", "--output", held]) == 1
    assert "error[output-refused]" in capsys.readouterr().err


def test_sentences_are_renamed_with_the_particle_that_follows() -> None:
    told = words.renamed("'python3 build.py'로 다시, ‘python3 build.py’를, ‘python3 build.py check’로", "guidebook")
    assert told == "'guidebook'으로 다시, ‘guidebook’을, ‘guidebook check’로"


def test_every_sentence_that_names_the_command_can_be_renamed() -> None:
    named = re.compile(re.escape(words.COMMAND_OF_CHECKOUT) + r"(?:(?:['’]?(?:로|를))(?![가-힣])|['’]?(?![가-힣'’]))")
    said = [sentence for _, _, sentence in sentences() if words.COMMAND_OF_CHECKOUT in sentence]
    assert said
    assert [one for one in said if len(named.findall(one)) != one.count(words.COMMAND_OF_CHECKOUT)] == []


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Jumin Guidebook {__version__}\n"


def test_where_the_program_s_own_files_lie(tmp_path: Path) -> None:
    program = tmp_path / "site-packages" / "guidebook" / CARRIED
    program.mkdir(parents=True)
    assert code_of(program) == program.parent
    (program / LOCK).write_text("{}", encoding="utf-8")
    digest = "44136fa355b3678a"
    home = {"HOME": "/home/maru"}
    assert front_end_folder(program, home) == Path("/home/maru/.local/share/jumin-guidebook", digest)
    assert front_end_folder(program, {**home, "XDG_DATA_HOME": "/data"}) == Path("/data/jumin-guidebook", digest)
    assert front_end_folder(program, {**home, "JUMIN_PACKAGES": "/shared"}) == Path("/shared", digest)
    assert front_end_folder(tmp_path, os.environ) == tmp_path, "a checkout has its own"


def test_windows_is_refused_in_the_words_of_build_py(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert runpy.run_path(str(ROOT / "build.py"))["WINDOWS"] == installed_command.WINDOWS
    monkeypatch.setattr("sys.platform", "win32")
    assert installed_command.main() == 1
    assert "윈도에서 바로 실행되지 않습니다" in capsys.readouterr().err


def test_a_folder_for_fonts_that_cannot_be_made_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    progress = Progress(str, sys.stderr, tmp_path / "file" / "packages")
    with pytest.raises(SetupError) as failure:
        installed_command.ensure(BUILD, progress)
    assert "JUMIN_PACKAGES" in str(failure.value.remedy)
