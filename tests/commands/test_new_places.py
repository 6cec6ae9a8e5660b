"""`new` where folders are missing, are files or links, or entries are counted wrongly: told, and no file is left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guidebook.cli import main
from tests.commands.test_new_record import LEAST, files, new, setting


def refused(content: Path, told: str, capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    before = files(content) if content.is_dir() else {}
    assert new(content, *arguments) == 1
    said = capfd.readouterr().err
    assert f"error[{told}]" in said, said
    assert (files(content) if content.is_dir() else {}) == before
    return said


def test_a_missing_folder_of_visits_is_told(maru: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site = maru / "site.yml"
    site.write_text(site.read_text(encoding="utf-8") + "visits_dir: ../kept\n", encoding="utf-8")
    shutil.rmtree(maru / "visits")
    refused(maru, "no-visits-dir", capfd, "visit", "narutgil", *setting(LEAST["visit"]))
    assert not (maru.parent / "kept").exists()
    assert new(maru, "term", "narutgil", *setting(LEAST["term"])) == 0, "others do not lie there"


def test_no_content_folder_is_told(maru: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for place in ("nowhere", "nowhere/below"):
        refused(maru.parent / place, "no-content", capfd, "page", "narutgil", *setting(LEAST["page"]))


def test_a_folder_without_settings_is_no_content(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    refused(tmp_path, "no-site", capfd, "page", "narutgil", *setting(LEAST["page"]))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("lies", "told"), [("file", "file-for-folder"), ("broken", "linked-file"), ("elsewhere", "linked-file")]
)
def test_what_is_no_folder_of_the_content_is_told(
    maru: Path, lies: str, told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder, elsewhere = maru / "lists", maru.parent / "elsewhere"
    elsewhere.mkdir()
    if lies == "file":
        folder.touch()
    else:
        folder.symlink_to(elsewhere if lies == "elsewhere" else "nowhere")
    refused(maru, told, capfd, "list", "narutgil", *setting(LEAST["list"]))
    assert list(elsewhere.iterdir()) == []


def test_a_link_that_leads_nowhere_is_there(maru: Path, capfd: pytest.CaptureFixture[str]) -> None:
    link = maru / "sites" / "narutgil.yml"
    link.symlink_to("nowhere")
    assert new(maru, "site", "narutgil", *setting(LEAST["site"])) == 1
    assert "already-there" in capfd.readouterr().err
    assert link.is_symlink()


@pytest.mark.parametrize(
    "name",
    [
        "stops.0.site",
        "stops.00.site",
        "stops.0",
        "stops.²",
        "coaches.1.boarding.0.place",
        "programs.0",
        "name.0",
        "stops." + "9" * 5000,
    ],
)
def test_entries_are_counted_from_one(maru: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    said = refused(maru, "bad-number", capfd, "visit", "narutgil", *setting((*LEAST["visit"], f"{name}=x")))
    assert "1부터" in said


@pytest.mark.parametrize("id", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_names_that_windows_keeps_for_itself_are_no_ids(maru: Path, id: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert "Windows" in refused(maru, "bad-id", capfd, "page", id, *setting(LEAST["page"]))


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "visit", "narutgil", "--set", "delegation=\udcb0\udca1"),
        ("new", "visit", "narutgil", "--from", "\udcb0"),
        ("new", "visit", "\udcb0"),
        ("import", "table", "file", "--as", "site", "--publisher", "\udcb0"),
        ("import", "table", "file", "--as", "site", "--column", "name=\udcb0"),
        ("import", "hygiene", "file", "--sheet", "\udcb0"),
        ("import", "hygiene", "file", "--column", "name=\udcb0"),
        ("import", "tourapi", "file", "--id", "\udcb0"),
        ("guidebook", "--visit", "\udcb0"),
    ],
    ids=lambda arguments: " ".join(arguments).encode("ascii", "replace").decode(),
)
def test_what_is_no_utf_8_is_told(maru: Path, arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    before = files(maru)
    assert main([*arguments, "--content", str(maru)]) in (1, 2)
    said = capfd.readouterr().err
    assert "UTF-8" in said or "bad-id" in said
    assert files(maru) == before


def test_what_is_complete_offers_nothing_more(maru: Path) -> None:
    assert new(maru, "list", "narutgil", *setting(LEAST["list"])) == 0
    written = (maru / "lists" / "narutgil.yml").read_text(encoding="utf-8")
    assert "더 적을 수 있는 항목" not in written
    assert written == written.rstrip("\n") + "\n"
