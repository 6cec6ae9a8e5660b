"""A place of a fault opens in the text editor that somebody uses, and in nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.model.diagnostic import Span
from guidebook.serve.editor_links import EDITORS, address_for, link


def test_a_link_names_file_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "a b?#.yml").write_text("", encoding="utf-8")
    place = Span("a b?#.yml", 7, 3)
    address = address_for("vscode")
    assert address is not None
    assert link(address, place, tmp_path) == f"vscode://file{tmp_path.as_posix()}/a%20b%3F%23.yml:7:3"


def test_places_in_the_path_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "{line}.yml").write_text("", encoding="utf-8")
    assert link("x://{file}:{line}", Span("{line}.yml", 7), tmp_path) == f"x://{tmp_path}/%7Bline%7D.yml:7"


def test_nothing_opens_without_an_editor_or_a_file(tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_text("", encoding="utf-8")
    assert link("", Span("site.yml"), tmp_path) == ""
    assert link(EDITORS["vscode"], Span("gone.yml"), tmp_path) == ""


@pytest.mark.parametrize("asked", ["my-editor://open?file={file}&line={line}", "zed", "none"])
def test_an_editor_is_a_name_or_an_address(asked: str) -> None:
    assert address_for(asked) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "emacs",
        "",
        "vscode://file",
        "javascript://{file}",
        "https://evil.example/{file}",
        'x://{file}" onclick="',
        "x://{file}:{row}",
        "data://{file}",
    ],
)
def test_what_a_browser_opens_by_itself_is_no_editor(asked: str) -> None:
    assert address_for(asked) is None
