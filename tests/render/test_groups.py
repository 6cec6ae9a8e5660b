"""Two groups in words: each guide, driver and form reads who comes, and where all meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.export.visit_calendar import visit_calendar
from guidebook.model.office import Table
from guidebook.render.new_context import context_of
from guidebook.render.office.documents import schedule_document
from guidebook.render.visit.booklet import booklet
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.messages import message
from guidebook.render.visit.sheets import checklist_sheets
from guidebook.words import catalogue as words_in
from tests.conftest import Change
from tests.export.conftest import Planned, planned
from tests.groups import VISIT, divided
from tests.paths import PACKAGES, TEMPLATES
from tests.render.test_message import letters

WORDS = words_in("ko")


@pytest.fixture
def plan(maru: Path) -> Planned:
    return planned(divided(maru))


def said(plan: Planned) -> str:
    return message(plan.visit, plan.itinerary, plan.site, WORDS)


def test_the_guide_reads_how_many_of_them_come(plan: Planned) -> None:
    (letter,) = letters(said(plan), "[해설 담당자께]")
    assert "한솔시 주민자치회 가조 18명이 방문할 예정" in letter


def test_the_restaurant_reads_that_all_come(plan: Planned) -> None:
    (letter,) = letters(said(plan), "[음식점 담당자께]")
    assert "한솔시 주민자치회 28명이 점심 식사를" in letter


def test_who_sees_a_part_reads_that_needs_are_of_the_whole_delegation(maru: Path, change: Change) -> None:
    content = divided(maru)
    change(VISIT, "groups:", "diet: [채식 2명]\nmobility: [휠체어 1명]\ngroups:")
    plan = planned(content)
    (guide,), (restaurant,) = letters(said(plan), "[해설 담당자께]"), letters(said(plan), "[음식점 담당자께]")
    assert "거동이 불편한 분(방문단 전체):\n- 휠체어 1명" in guide
    assert "식사 관련 요청 사항:\n- 채식 2명" in restaurant, "all of them eat there"
    for driver in letters(said(plan), "[버스 기사님께]"):
        assert "거동이 불편한 분(방문단 전체)" in driver


def test_each_driver_reads_the_stops_of_the_own_group(plan: Planned) -> None:
    first, second = letters(said(plan), "[버스 기사님께]")
    assert "강 박물관" in first
    assert "갈대 체험마을" not in first
    assert "강 박물관" not in second
    assert "갈대 체험마을" in second
    for letter in (first, second):
        assert "나룻배 밥상" in letter


def test_visitors_read_who_is_where_and_where_they_meet(plan: Planned) -> None:
    (letter,) = letters(said(plan), "[방문단께]")
    assert "11:10~12:00 가조: 강 박물관" in letter
    assert "11:25~11:55 나조: 갈대 체험마을" in letter
    assert "모두 합류, 가조 " in letter


def test_form_calendar_booklet_and_checklist_say_the_same(plan: Planned) -> None:
    document = schedule_document(plan.visit, plan.itinerary, plan.site, WORDS)
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    assert any("가조 18명" in row[-1] for row in rows)
    assert any("모두 합류" in row[-1] for row in rows)
    calendar = visit_calendar(plan.visit, plan.itinerary, plan.site, WORDS).decode().replace("\r\n ", "")
    assert "SUMMARY:2. 가조: 강 박물관" in calendar
    visit_context = VisitContext(context_of(plan.catalogue, TEMPLATES, PACKAGES), plan.visit)
    schedule = next(chapter.html for chapter in booklet(visit_context).front if chapter.id == "schedule")
    schedule = schedule.replace("\u2060", "").replace("\xa0", " ")
    assert "나조 10명 · 1번에서 이동" in schedule
    assert "모두 합류, 가조" in schedule
    html = next(iter(checklist_sheets(visit_context, ()))).html.replace("\u2060", "").replace("\xa0", " ")
    assert "가조 18명" in html
    assert "나조 10명: 명단과 인솔" in html
    assert "2호차(나조, 10명)" in html
    assert "총 이동 거리" not in schedule, "nobody goes both ways"


def test_who_needs_no_coach_writes_to_no_driver(maru: Path, change: Change) -> None:
    own = "stops:\n  - {text: 가온역, town: gaon, stay: 10}\n  - {site: river-museum, stay: 30, mode: foot, leg: 10}\n"
    change(VISIT, "route: river-day\n", own)
    assert "[버스 기사님께]" not in said(planned(maru))
