"""What names may be: of files that become addresses, and of pages that people tell apart by them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.model.diagnostic import Severity
from tests.conftest import CITIES, Change
from tests.programmes import with_programmes


@pytest.mark.parametrize("file", ["routes/river-day.md", "programs/river-path.md"])
def test_no_record_with_a_pdf_takes_the_guidebook_s_name(maru: Path, file: str) -> None:
    path = maru / file
    path.rename(path.with_stem("guidebook"))
    (maru / "visits" / "hansol.yml").unlink()
    faults = [fault for fault in examine(maru)[1] if fault.code == "taken-name"]
    assert [fault.span.file for fault in faults] == [str(path.with_stem("guidebook"))]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("restaurants/ferry-table.yml", "name: ", "name: 강 박물관\n#"),
        ("sites/old-fort.yml", "name: ", "name: 가온면\n#"),
        ("routes/river-day.md", "title: ", "title: 마루군 찾아오기\n#"),
    ],
)
def test_two_pages_of_one_title_are_a_warning_at_the_second(
    maru: Path, change: Change, file: str, old: str, new: str
) -> None:
    change(file, old, new)
    (found,) = [fault for fault in examine(maru)[1] if fault.code == "same-title"]
    assert found.severity is Severity.WARNING


def test_a_restaurant_of_a_chain_is_warned_of_once(maru: Path) -> None:
    path = maru / "restaurants" / "ferry-table.yml"
    shutil.copy(path, path.with_stem("ferry-table-2"))
    assert [fault.code for fault in examine(maru)[1] if fault.code == "same-title"] == ["same-title"]


@pytest.mark.parametrize(("emblems", "faulty"), [("marks", True), ("numbers", False), ("none", False)])
def test_a_sign_that_two_programmes_have_is_told_where_signs_are_shown(
    emblems: str, faulty: bool, tmp_path: Path
) -> None:
    content = with_programmes(CITIES / "dasom", tmp_path / "content", 15, again=True)
    with (content / "site.yml").open("a", encoding="utf-8") as site:
        site.write(f"emblems: {emblems}\n")
    _, faults = examine(content)
    hints = [str(fault.hint) for fault in faults if fault.code == "duplicate-mark"]
    assert bool(hints) == faulty
    assert all("emblems: numbers" in hint for hint in hints)


def errors_of(content: Path) -> list[tuple[str, int]]:
    return [(fault.code, fault.span.line) for fault in examine(content)[1] if fault.severity is Severity.ERROR]


@pytest.mark.parametrize("mark", ["㉠", "㉭", "15", "A", "가", "가-2", "1-2", "100"])
def test_signs_may_be_letters_and_numbers(mark: str, maru: Path, change: Change) -> None:
    change("programs/river-path.md", "mark: ㉠", f'mark: "{mark}"')
    assert errors_of(maru) == []


@pytest.mark.parametrize("mark", ["★", "가 나", "-1", "1-", '\\"', "㉠㉡", "①", "<b"])
def test_other_signs_are_refused(mark: str, maru: Path, change: Change) -> None:
    change("programs/river-path.md", "mark: ㉠", f"mark: '{mark}'")
    assert errors_of(maru) == [("bad-mark", 2)]


def test_a_sign_of_four_letters_is_too_long(maru: Path, change: Change) -> None:
    change("programs/river-path.md", "mark: ㉠", "mark: 가나다라")
    assert errors_of(maru)[0][1] == 2
