"""The office documents hold the day's facts, room for what only people know, and never a guess for a fact."""

from __future__ import annotations

import gettext

from guidebook.model.clock import clock
from guidebook.model.office import Heading, OfficeDocument, Paragraph, Table
from guidebook.model.visit import Visit
from guidebook.render.office_documents import report_document, schedule_document
from tests.conftest import CITIES
from tests.export.conftest import planned

PLAN = planned(CITIES / "maru")
WORDS = gettext.NullTranslations()
PAPER = 210 - 2 * 20
"""Millimetres between the margins."""


def schedule() -> OfficeDocument:
    return schedule_document(PLAN.visit, PLAN.itinerary, PLAN.site, WORDS)


def report(visit: Visit = PLAN.visit) -> OfficeDocument:
    return report_document(visit, PLAN.itinerary, PLAN.catalogue.programs, PLAN.site, WORDS)


def tables(document: OfficeDocument) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def under(document: OfficeDocument, heading: str) -> list[object]:
    """The blocks from a heading to the next."""
    start = next(at for at, block in enumerate(document.blocks) if block == Heading(heading)) + 1
    found: list[object] = []
    for block in document.blocks[start:]:
        if isinstance(block, Heading):
            break
        found.append(block)
    return found


def test_every_table_fits_the_paper_and_every_row_its_columns() -> None:
    for table in (*tables(schedule()), *tables(report())):
        assert sum(table.widths) == PAPER
        assert all(len(row) == len(table.widths) for row in table.rows)


def test_the_schedule_numbers_the_stops_and_marks_estimates_and_doubtful_phones() -> None:
    head, *rows = tables(schedule())[1].rows
    assert head == ("시각", "곳", "하는 일", "전화", "비고")
    for row, entry in zip(rows, PLAN.itinerary.entries, strict=True):
        assert row[0] == f"{clock(entry.arrive)}~{clock(entry.depart)}"
        assert row[1] == f"{entry.number}. {entry.spot.name}"
        assert ("확인 필요" in row[3]) == ("phone" in entry.spot.doubtful)
        assert ("추정" in row[4]) == (entry.leg is not None and entry.leg.basis in ("estimated", "towns"))
    assert "해설 요청" in rows[1][4], "nobody has said yes"


def test_the_report_counts_who_came_and_before_the_day_who_is_expected() -> None:
    for came, people in ((None, "28명"), (25, "25명"), (0, "0명")):
        visit = PLAN.visit.model_copy(update={"people_came": came})
        brief = {row[0]: row[1] for row in tables(report(visit))[0].rows}
        assert brief["인원"] == people
        assert brief["날짜"] == "2026. 12. 3.(목) 10:00~15:00"
        assert brief["받은 자료"] == "㉠ 강길 내기"


def test_the_purpose_is_the_visit_s_goals_or_room_to_write_them() -> None:
    goals = under(report(PLAN.visit.model_copy(update={"goals": ("길 고르기", "주민 모으기")})), "방문 목적")
    assert goals == [Paragraph("- 길 고르기"), Paragraph("- 주민 모으기")]
    (room,) = under(report(), "방문 목적")
    assert isinstance(room, Table)
    assert room.rows == (("",),)
    assert room.height > 0, "room by hand needs height"


def test_what_was_seen_has_a_row_to_write_in_for_every_stop_but_lunch() -> None:
    (seen,) = under(report(), "본 것")
    assert isinstance(seen, Table)
    assert [row[0][0] for row in seen.rows] == ["1", "2", "4", "5"]
    assert all(row[1] == "" for row in seen.rows)


def test_both_close_with_the_age_of_the_material_and_a_sample_says_so() -> None:
    for document in (schedule(), report()):
        made, warning = document.blocks[-2:]
        assert made == Paragraph("1판, 2026. 12. 1. 16:30 · 자료 기준일 2026. 11. 2.", small=True)
        assert isinstance(warning, Paragraph)
        assert "견본입니다" in warning.text
    official = PLAN.site.model_copy(update={"official": True})
    assert "견본" not in str(schedule_document(PLAN.visit, PLAN.itinerary, official, WORDS).blocks)
