"""The office documents hold the day's facts, room for what only people know, and never a guess for a fact."""

from __future__ import annotations

import gettext
from pathlib import Path

from guidebook.model.clock import clock
from guidebook.model.office import Heading, OfficeDocument, Paragraph, Table
from guidebook.model.records.visit import Visit
from guidebook.render.office.documents import report_document, schedule_document
from tests.conftest import CITIES, TWO_COACHES, Change
from tests.export.conftest import planned

PLAN = planned(CITIES / "maru")
WORDS = gettext.NullTranslations()
PAPER = 210 - 2 * 20
"""Millimetres between the margins."""


def schedule() -> OfficeDocument:
    return schedule_document(PLAN.visit, PLAN.itinerary, PLAN.site, WORDS)


def report(visit: Visit = PLAN.visit) -> OfficeDocument:
    return report_document(
        visit, PLAN.itinerary, [*map(PLAN.catalogue.emblazoned, PLAN.catalogue.programs)], PLAN.site, WORDS
    )


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


def test_the_schedule_numbers_the_stops_marks_estimates_and_leaves_out_doubtful_phones() -> None:
    head, *rows = tables(schedule())[1].rows
    assert head == ("시각", "장소", "내용", "전화", "비고")
    for row, entry in zip(rows, PLAN.itinerary.entries, strict=True):
        assert row[0] == f"{clock(entry.arrive)}~{clock(entry.depart)}"
        assert row[1] == f"{entry.number}. {entry.spot.name}"
        assert row[3] == ("" if "phone" in entry.spot.doubtful else entry.spot.phone)
        assert ("추정" in row[4]) == (entry.leg is not None and entry.leg.basis in ("estimated", "towns"))
    assert "해설 요청" in rows[1][4], "nobody has said yes"


def test_the_report_counts_who_came_and_before_the_day_who_is_expected() -> None:
    for came, people in ((None, "28명"), (25, "25명"), (0, "0명")):
        visit = PLAN.visit.model_copy(update={"people_came": came})
        brief = {row[0]: row[1] for row in tables(report(visit))[0].rows}
        assert brief["인원"] == people
        assert brief["날짜"] == "2026. 12. 3.(목) 10:00~15:00"
        assert brief["제공받은 자료"] == "㉠ 강길 내기"


def test_the_purpose_is_the_visit_s_goals_or_room_to_write_them() -> None:
    goals = under(report(PLAN.visit.model_copy(update={"goals": ("길 고르기", "주민 모으기")})), "방문 목적")
    assert goals == [Paragraph("- 길 고르기"), Paragraph("- 주민 모으기")]
    (room,) = under(report(), "방문 목적")
    assert isinstance(room, Table)
    assert room.rows == (("",),)
    assert room.height > 0, "room by hand needs height"


def test_what_was_seen_has_a_row_to_write_in_for_every_stop_but_lunch() -> None:
    (seen,) = under(report(), "방문 내용")
    assert isinstance(seen, Table)
    assert [row[0][0] for row in seen.rows] == ["1", "2", "3", "4"]
    assert all(row[1] == "" for row in seen.rows)


def test_both_close_with_the_age_of_the_material_and_a_sample_says_so() -> None:
    for document in (schedule(), report()):
        made, warning = document.blocks[-2:]
        assert made == Paragraph("1판, 2026. 12. 1. 16:30 · 발행일 2026. 11. 2.", small=True)
        assert isinstance(warning, Paragraph)
        assert "견본입니다" in warning.text
    official = PLAN.site.model_copy(update={"official": True})
    assert "견본" not in str(schedule_document(PLAN.visit, PLAN.itinerary, official, WORDS).blocks)


def test_the_report_has_what_an_official_report_has_and_the_host_city_in_its_title() -> None:
    document = report(PLAN.visit.model_copy(update={"questions": ("누가 길을 골랐습니까?",)}))
    assert document.title == "마루군 방문 결과보고"
    assert [block.text for block in document.blocks if isinstance(block, Heading)] == [
        document.title,
        "방문 개요",
        "방문 목적",
        "참석자",
        "일정",
        "방문 내용",
        "질의응답",
        "시사점",
        "우리 지역에 적용할 점",
        "사진",
        "향후 계획",
        "작성자",
    ]
    (answers,) = under(document, "질의응답")
    assert isinstance(answers, Table)
    assert answers.rows[1] == ("누가 길을 골랐습니까?", "", "")
    assert len(answers.rows) == 4
    (day,) = under(document, "일정")
    assert isinstance(day, Table)
    assert day.rows[3] == ("12:10~13:10", "나룻배 밥상", "점심")
    for heading in ("참석자", "사진", "향후 계획", "작성자"):
        (table,) = under(document, heading)[:1]
        assert isinstance(table, Table)
        assert table.height > 0, "room by hand needs height"
        assert not any(any(row) for row in table.rows[1:]) or heading == "작성자"


def test_where_they_only_eat_is_no_place_that_they_visit() -> None:
    (overview,) = under(report(), "방문 개요")
    assert isinstance(overview, Table)
    told = {row[0]: row[1] for row in overview.rows}
    assert "나룻배 밥상" not in told["방문지"]
    assert "강 박물관" in told["방문지"]


def test_the_schedule_says_how_they_come_what_is_new_and_where_they_eat(maru: Path, change: Change) -> None:
    change("visits/hansol.yml", "edition_at", f"{TWO_COACHES}edition_at")
    plan = planned(maru)
    document = schedule_document(plan.visit, plan.itinerary, plan.site, WORDS)
    brief = {row[0]: row[1] for row in tables(document)[0].rows}
    assert "출발" not in brief, "the coaches say it"
    assert brief["1호차"].startswith("07:30 한솔시청 앞, 주민자치위원 14명; 07:45 한솔역")
    assert brief["뒤차"] == "07:30 한솔시청 앞, 10명"
    assert brief["담당 부서"] == "마루군 마을자치과 043-222-0101"
    assert under(document, "1판 대비 변경 사항")[0] == Paragraph("- 점심 장소를 바꾸었습니다")
    lunch = tables(document)[1].rows[3]
    assert lunch[1:4] == ("3. 나룻배 밥상", "점심", "043-222-3000")
    assert "가람도 마루군 가온면 강길 20" in lunch[4]
    assert "채식" not in str(document.blocks), "who cannot eat what is nobody else's business"
