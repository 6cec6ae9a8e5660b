"""Trains, ferries and meals at several places, as visitors, drivers, restaurants and calendars read of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.export.route_gpx import route_gpx
from guidebook.export.visit_calendar import visit_calendar
from guidebook.model.office import Table
from guidebook.plan.itinerary import plan_route
from guidebook.render.new_context import context_of
from guidebook.render.office.documents import schedule_document
from guidebook.render.visit.booklet import booklet
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.messages import message
from guidebook.render.visit.sheets import checklist_sheets
from guidebook.words import catalogue as words_in
from tests.conftest import Change
from tests.export.conftest import Planned, planned
from tests.paths import PACKAGES, TEMPLATES
from tests.plan.test_meals import TWO
from tests.render.test_message import letters
from tests.render.test_tour_pages import pages_of, words

WORDS = words_in("ko")
ROUTE, VISIT = "routes/river-day.md", "visits/hansol.yml"


@pytest.fixture
def ferry(maru: Path, change: Change) -> Planned:
    change(ROUTE, "{hall: naru, text", '{mode: ferry, departs: "15:00", leg: 20, hall: naru, text')
    change(ROUTE, "{site: river-museum, stay", "{mode: foot, site: river-museum, stay")
    return planned(maru)


@pytest.fixture
def divided(maru: Path, change: Change) -> Planned:
    change(VISIT, "edition_at", f"{TWO}edition_at")
    return planned(maru)


def said(plan: Planned) -> str:
    return message(plan.visit, plan.itinerary, plan.site, WORDS)


def test_visitors_read_what_they_ride_and_how_long_they_wait(ferry: Planned) -> None:
    (letter,) = letters(said(ferry), "[방문단께]")
    wait = ferry.itinerary.entries[-1].wait
    assert wait > 0
    assert f"({wait}분 대기, 15:00 배 출발, 20분)\n15:20~16:00 주민과 이야기" in letter
    assert "(도보 " in letter


def test_the_driver_reads_where_they_go_without_the_coach(ferry: Planned) -> None:
    (letter,) = letters(said(ferry), "[버스 기사님께]")
    assert "15:20 나루면 행정복지센터, 배 이동" in letter
    assert "강 박물관, 도보 이동" in letter


def test_schedule_form_calendar_and_page_say_the_same(ferry: Planned, maru: Path) -> None:
    way = f"{ferry.itinerary.entries[-1].wait}분 대기, 15:00 배 출발, 20분"
    document = schedule_document(ferry.visit, ferry.itinerary, ferry.site, WORDS)
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    assert way in rows[-1][-1]
    calendar = visit_calendar(ferry.visit, ferry.itinerary, ferry.site, WORDS).decode().replace("\r\n ", "")
    assert way.replace(",", "\\,") in calendar
    chapters = booklet(VisitContext(context_of(ferry.catalogue, TEMPLATES, PACKAGES), ferry.visit)).front
    schedule = next(chapter.html for chapter in chapters if chapter.id == "schedule")
    assert way in schedule.replace("\u2060", "")
    assert schedule.count('class="way-sign"') == 2
    page = pages_of(maru)["routes/river-day/"]
    assert "15:00 배 출발, 20분" in words(page)
    assert 'id="start"' not in page.body, "a departure keeps its time whenever they begin"


def test_a_navigator_gets_a_way_for_each_vehicle(ferry: Planned) -> None:
    (route,) = ferry.catalogue.routes
    octets = route_gpx(route, plan_route(route, ferry.catalogue), ferry.site, WORDS)
    assert octets is not None
    lines = [line.strip() for line in octets.decode("utf-8").split("\n")]
    assert [line for line in lines if "<type>" in line] == ["<type>foot</type>", "<type>ferry</type>"]
    names = dict.fromkeys(line for line in lines if line.startswith("<name>강길을 따라 하루 (") and "견본" not in line)
    assert list(names) == [f"<name>강길을 따라 하루 ({mode})</name>" for mode in ("도보", "전세버스", "배")]


def test_each_restaurant_reads_its_own_number(divided: Planned) -> None:
    first, second = letters(said(divided), "[음식점 담당자께]")
    assert first.startswith(" 나룻배 밥상 043-222-3000")
    assert "한솔시 주민자치회 18명이 점심 식사를" in first
    assert "알려 주시기 바랍니다" not in first, "it has said yes"
    assert second.startswith(" 나루 잔칫집 043-222-3300")
    assert "한솔시 주민자치회 10명이 점심 식사를" in second
    assert "좌석과 식단을 확인한 뒤" in second


def test_visitors_and_driver_read_both_addresses(divided: Planned) -> None:
    (letter,) = letters(said(divided), "[방문단께]")
    assert (
        "점심 (나룻배 밥상 18명, 가람도 마루군 가온면 강길 20, 043-222-3000, 나루 잔칫집 10명, 강길 22, 043" in letter
    )
    (driver,) = letters(said(divided), "[버스 기사님께]")
    assert "나룻배 밥상 18명, 나루 잔칫집 10명, 점심, 가람도 마루군 가온면 강길 20, 강길 22" in driver


def test_the_checklist_has_a_box_for_each_place(divided: Planned) -> None:
    visit_context = VisitContext(context_of(divided.catalogue, TEMPLATES, PACKAGES), divided.visit)
    html = next(iter(checklist_sheets(visit_context, ()))).html.replace("\u2060", "").replace("\xa0", " ")
    row = next(part for part in html.split("<tr>") if "나루 잔칫집" in part)
    assert "점심 18명" in row
    assert "점심 10명" in row
    assert "30석" in row
    assert row.count("□") == 1
    assert row.count("확인 완료") == 1
    assert "043-222-3300" in row
