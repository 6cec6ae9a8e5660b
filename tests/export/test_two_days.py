"""Files of two days and a night: every event on its date, a way for each day."""

from __future__ import annotations

import gettext
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from ical.calendar_stream import CalendarStream
from ical.event import Event

from guidebook.export.route_calendar import route_calendar
from guidebook.export.route_gpx import route_gpx
from guidebook.export.visit_calendar import visit_calendar
from guidebook.model.records.route import Route
from guidebook.plan.example_day import example_day
from guidebook.plan.itinerary import plan_route
from tests.export.conftest import Planned, planned
from tests.nights import with_a_night

WORDS = gettext.NullTranslations()
SEOUL = ZoneInfo("Asia/Seoul")


@pytest.fixture
def night(maru: Path) -> Planned:
    return planned(with_a_night(maru))


def route(night: Planned) -> Route:
    return next(route for route in night.catalogue.routes if route.id == "river-night")


def events(octets: bytes) -> list[Event]:
    (read,) = CalendarStream.from_ics(octets.decode("utf-8")).calendars
    return read.events


def test_every_stop_of_a_visit_is_an_event_on_its_date(night: Planned) -> None:
    found = events(visit_calendar(night.visit, night.itinerary, night.site, WORDS))
    assert [event.start.date() for event in found if isinstance(event.start, datetime)] == [
        *[date(2026, 12, 3)] * 4,
        *[date(2026, 12, 4)] * 2,
    ]


def test_the_night_lasts_until_they_leave(night: Planned) -> None:
    found = events(visit_calendar(night.visit, night.itinerary, night.site, WORDS))
    lodging, morning = found[3], night.itinerary.days[1]
    assert lodging.summary == "4. 강가 여관"
    assert lodging.end == datetime(2026, 12, 4, morning.start // 60, morning.start % 60, tzinfo=SEOUL)
    assert "숙박, 다음 날" in (lodging.description or "")


def test_a_route_lies_on_two_workdays_and_its_file_too(night: Planned) -> None:
    itinerary = plan_route(route(night), night.catalogue)
    day = example_day(itinerary, night.site)
    assert day.weekday() < 4, "the day after is a workday as well"
    found = events(route_calendar(route(night), itinerary, night.site, date(2026, 12, 30), WORDS))
    assert [str(event.start)[:10] for event in found] == [*["2026-12-30"] * 4, *["2026-12-31"] * 2]


def test_a_navigator_gets_a_way_for_each_day(night: Planned) -> None:
    octets = route_gpx(route(night), plan_route(route(night), night.catalogue), night.site, WORDS)
    assert octets is not None
    names = [line.strip() for line in octets.decode("utf-8").split("\n") if "일 차" in line]
    assert names == ["<name>강길 하룻밤 (1일 차)</name>", "<name>강길 하룻밤 (2일 차)</name>"]
