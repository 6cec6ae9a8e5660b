"""Two days and a night in words and pages: every date is the right one, and each day stands on its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.model.clock import clock
from guidebook.model.office import Heading, OfficeDocument, Paragraph, Table
from guidebook.plan.day import appointments
from guidebook.plan.names.day_names import when
from guidebook.render.new_context import context_of
from guidebook.render.office.day import day_document
from guidebook.render.office.documents import report_document, schedule_document
from guidebook.render.visit.booklet import booklet
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.messages import message
from guidebook.render.visit.sheets import checklist_sheets, schedule_sheets
from guidebook.words import catalogue as words_in
from tests.conftest import CITIES, Change
from tests.export.conftest import Planned, planned
from tests.nights import ROUTE, VISIT, with_a_night
from tests.paths import PACKAGES, TEMPLATES
from tests.render.test_message import letters
from tests.render.test_tour_pages import pages_of, words

WORDS = words_in("ko")
FIRST, SECOND = "2026. 12. 3.(목)", "2026. 12. 4.(금)"


@pytest.fixture
def night(maru: Path) -> Planned:
    return planned(with_a_night(maru))


def said(plan: Planned) -> str:
    return message(plan.visit, plan.itinerary, plan.site, WORDS)


def headings(document: OfficeDocument) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_a_range_says_the_year_once_and_both_years_at_its_turn(night: Planned, maru: Path, change: Change) -> None:
    assert when(night.itinerary, WORDS.gettext).startswith("2026. 12. 3.(목) 10:00~12. 4.(금) 1")
    change(VISIT, "2026-12-03", "2026-12-31")
    assert "10:00~2027. 1. 1.(금) 1" in when(planned(maru).itinerary, WORDS.gettext)


def test_a_visit_of_one_day_says_what_it_said() -> None:
    plan = planned(CITIES / "maru")
    assert when(plan.itinerary, WORDS.gettext).startswith("2026. 12. 3.(목) 10:00~1")
    assert "일 차" not in said(plan)


def test_the_delegation_reads_its_stops_by_day(night: Planned) -> None:
    (letter,) = letters(said(night), "[방문단께]")
    days = letter.split("일 차 ")
    assert days[1].startswith(FIRST)
    assert days[2].startswith(SECOND)
    assert "강 박물관" in days[1]
    assert "강가 여관 (숙박, 다음 날 " in days[1]
    assert f"{clock(night.itinerary.days[1].start)} 강가 여관에서 출발" in days[2]
    assert "갈대 체험마을" in days[2]


def test_the_driver_reads_where_they_sleep_and_where_each_day_begins(night: Planned) -> None:
    (letter,) = letters(said(night), "[버스 기사님께]")
    assert f"{FIRST}~12. 4.(금) 한솔시 주민자치회 28명의 버스 운행 일정" in letter
    first, second = letter.split("2일 차 ")
    assert f"{clock(night.itinerary.entries[3].arrive)} 강가 여관" in first
    assert "일정 종료" not in first
    assert f"{clock(night.itinerary.days[1].start)} 강가 여관에서 출발" in second
    assert second.count("일정 종료") == 1


def test_guide_restaurant_and_lodging_have_the_date_of_their_stop(night: Planned, maru: Path, change: Change) -> None:
    for head in ("[해설 담당자께]", "[음식점 담당자께]"):
        (letter,) = letters(said(night), head)
        assert FIRST in letter
    (lodging,) = letters(said(night), "[숙소 담당자께]")
    assert "강가 여관" in lodging
    assert f"{FIRST} {clock(night.itinerary.entries[3].arrive)} 한솔시 주민자치회 28명이 도착해 하룻밤" in lodging
    assert f"다음 날 {clock(night.itinerary.days[1].start)}에 출발할 예정" in lodging
    assert "객실을 확인한 뒤" in lodging
    change(
        ROUTE,
        "{hall: naru, text: 주민과 이야기",
        "{site: river-museum, guide: museum-guide, text: 다시",
    )
    (_, guide) = letters(said(planned(maru)), "[해설 담당자께]")
    assert SECOND in guide


def test_office_forms_have_a_table_for_each_day(night: Planned) -> None:
    schedule = schedule_document(night.visit, night.itinerary, night.site, WORDS)
    assert headings(schedule)[1:] == [f"1일 차 {FIRST}", f"2일 차 {SECOND}"]
    assert [len(block.rows) for block in schedule.blocks if isinstance(block, Table)][1:] == [1 + 4, 1 + 2]
    morning = Paragraph(f"{clock(night.itinerary.days[1].start)} 강가 여관에서 출발")
    assert morning in schedule.blocks
    report = report_document(night.visit, night.itinerary, (), night.site, WORDS)
    assert f"2일 차 {SECOND}" in headings(report)
    (overview, *_) = [block for block in report.blocks if isinstance(block, Table)]
    assert any(f"{FIRST} 10:00~12. 4.(금)" in cell for row in overview.rows for cell in row)


def test_the_day_s_sheet_has_the_stops_of_that_day(night: Planned) -> None:
    context = context_of(night.catalogue, TEMPLATES, PACKAGES)
    document = day_document(context, "2026-12-04", appointments(night.catalogue, "2026-12-04"))
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    assert [row[2] for row in rows if row[0][0].isdigit()] == ["갈대 체험마을", "나루면 행정복지센터"]


def test_booklet_and_sheets_are_divided_by_days(night: Planned) -> None:
    visit_context = VisitContext(context_of(night.catalogue, TEMPLATES, PACKAGES), night.visit)
    made = booklet(visit_context)
    schedule = next(chapter for chapter in made.front if chapter.id == "schedule")
    back = next(chapter for chapter in made.end if chapter.id == "back")
    checklist, sheet = next(iter(checklist_sheets(visit_context, ()))), next(iter(schedule_sheets(visit_context)))
    for html in (
        chapter.html.replace("\u2060", "").replace("\xa0", " ") for chapter in (schedule, back, checklist, sheet)
    ):
        assert f"1일 차 {FIRST}" in html
        assert f"2일 차 {SECOND}" in html
        assert "강가 여관에서 출발" in html
        assert "숙박" in html
    assert "오늘의 일정" not in back.html


def test_the_page_of_the_route_shows_both_days(night: Planned, maru: Path) -> None:
    page = pages_of(maru)["routes/river-night/"]
    shown = words(page)
    assert "1박 2일" in shown
    _, first, second_day = page.body.split('<h2 class="day">')
    assert "강 박물관" in first
    assert "갈대 체험마을" not in first
    assert "갈대 체험마을" in second_day
    assert "강가 여관에서 출발" in shown
    second = night.itinerary.entries[4]
    assert f'data-at="{second.arrive}"' not in page.body, "a start of the first day does not move the second"


@pytest.mark.parametrize("path", ["routes/river-night/", "routes/"])
def test_hours_and_bars_of_a_route_of_two_days_name_their_day(maru: Path, path: str) -> None:
    body = pages_of(with_a_night(maru))[path].body
    (named,) = (found for found in re.findall(r'<p class="span">.*?</p>', body, re.S) if "일 차" in found)
    days = re.findall(r'<span class="day">(.*?)</span></span>', named, re.S)
    assert [re.sub("<[^>]*>", "", day).split() for day in days] == [
        ["1일", "차", "10:00~13:30"],
        ["2일", "차", "10:05~11:45"],
    ]
    named_bars = re.findall(r'<p class="hours-day"[^>]*>(.*?)</p>\s*<svg class="hours"', body)
    assert named_bars == ["1일 차", "2일 차"], "of the route of one day no bar has a name"


@pytest.mark.parametrize("route", ["river-day", "river-night"])
def test_hours_and_what_is_said_behind_them_are_words_of_their_own(maru: Path, route: str) -> None:
    page = pages_of(with_a_night(maru))[f"routes/{route}/"].body
    (span,) = re.findall(r'<p class="span">(.*?)</p>', page, re.DOTALL)
    assert re.search(r"\d\d:\d\d 체류 ", re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", span))), span
