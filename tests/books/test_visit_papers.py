"""The sheets and the message of a visit, without its booklet: whatever its stops are, the schedule is one page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.books.visit_papers import MESSAGE, write_office_files, write_sheets
from guidebook.render.visit.sheets import checklist_sheets
from tests.commands.packs import visit_in
from tests.commands.printed_files import Pdf
from tests.conftest import Change
from tests.paths import paths


@pytest.mark.parametrize(("count", "mapped"), [(3, True), (8, False), (11, True)])
def test_the_schedule_has_a_map_where_there_is_room(maru: Path, change: Change, count: int, mapped: bool) -> None:
    stops = "".join(f"  - {{site: river-museum, text: 이야기 {number}, stay: 5, leg: 5}}\n" for number in range(count))
    change("visits/hansol.yml", "route: river-day\n", f"stops:\n{stops}programs: [river-path]\n")
    folder, visit_context = maru.parent, visit_in(maru, "en")
    assert write_sheets(folder, visit_context, checklist_sheets(visit_context, ()), paths(maru)) == ()
    write_office_files(folder, visit_context)
    (words,) = Pdf(folder / "Schedule.pdf").words
    assert "Schedule" in words
    assert (re.search(r"\dkm", words) is not None) == mapped
    sent = (folder / MESSAGE).read_text(encoding="utf-8-sig")
    assert "Thu 3 December 2026 10:00" in sent
    assert "Maru-gun" in sent.splitlines()[-1]
