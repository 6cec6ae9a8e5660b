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


@pytest.mark.parametrize(("count", "faulty"), [(14, False), (15, True), (16, True)])
def test_who_writes_a_fifteenth_programme_is_told_that_fourteen_are_the_most(
    count: int, faulty: bool, tmp_path: Path
) -> None:
    _, faults = examine(with_programmes(CITIES / "dasom", tmp_path / "content", count))
    hints = [str(fault.hint) for fault in faults if fault.code == "duplicate-mark"]
    assert bool(hints) == faulty
    assert all("열네 건까지" in hint for hint in hints)
