"""A route's example calendar, read back by a strict reader of another house (ical)."""

from __future__ import annotations

import gettext
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import CalendarStream
from ical.event import Event

from guidebook.export.route_calendar import route_calendar
from guidebook.model.records.route import Route
from guidebook.model.records.stop import Stop
from guidebook.plan.itinerary import plan_route
from guidebook.plan.spot import Precision
from tests.export.conftest import City

WORDS = gettext.NullTranslations()
DAY = date(2026, 11, 3)
EXAMPLE = "추천 코스를 이 날짜에 배치한 예시입니다. 예약이 아닙니다."


def written(city: City, route: Route, day: date = DAY) -> bytes:
    return route_calendar(route, plan_route(route, city.catalogue), city.site, day, WORDS)


def calendar(octets: bytes) -> Calendar:
    assert octets.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in octets.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in octets.split(b"\r\n"))
    (read,) = CalendarStream.from_ics(octets.decode("utf-8")).calendars
    return read


def events(city: City, route: Route, day: date = DAY) -> list[Event]:
    return calendar(written(city, route, day)).events


def extra(read: Calendar, name: str) -> str:
    (value,) = [one.value for one in read.extras if one.name == name]
    return value.replace("\\n", "\n").replace("\\,", ",")


def test_every_stop_of_every_route_is_an_event_in_seoul_s_time(city: City) -> None:
    midnight = datetime(DAY.year, DAY.month, DAY.day, tzinfo=ZoneInfo("Asia/Seoul"))
    for route in city.catalogue.routes:
        entries = plan_route(route, city.catalogue).entries
        for event, entry in zip(events(city, route), entries, strict=True):
            assert event.dtstart == midnight + timedelta(minutes=entry.arrive)
            assert event.dtend == midnight + timedelta(minutes=entry.depart)
            assert isinstance(event.dtstart, datetime)
            assert event.dtstart.utcoffset() == timedelta(hours=9)
            assert event.summary == f"{entry.number}. {entry.title}"


def test_every_event_says_that_it_is_an_example_and_nothing_is_booked(city: City) -> None:
    for route in city.catalogue.routes:
        for event in events(city, route):
            assert event.status == "TENTATIVE"
            assert event.description is not None
            assert event.description.split("\n")[0] == EXAMPLE


def test_ids_stay_the_same_on_another_day_and_differ_between_routes(dasom: City) -> None:
    ids = [event.uid for route in dasom.catalogue.routes for event in events(dasom, route)]
    assert ids == [event.uid for route in dasom.catalogue.routes for event in events(dasom, route, date(2027, 3, 2))]
    assert len(set(ids)) == len(ids)
    assert ids[0] == f"{dasom.catalogue.routes[0].id}-1@jumin-guidebook"


def test_the_stamp_is_the_site_s_date_and_not_the_clock_s(small: City) -> None:
    (route,) = small.catalogue.routes
    assert {str(event.dtstamp) for event in events(small, route)} == {"2026-11-01 15:00:00+00:00"}
    assert written(small, route) == written(small, route)


@pytest.mark.parametrize("official", [False, True])
def test_the_calendar_says_whether_it_is_a_sample(small: City, official: bool) -> None:
    (route,) = small.catalogue.routes
    site = small.site.model_copy(update={"official": official})
    read = calendar(written(City(small.catalogue, site), route))
    assert ("(견본)" in extra(read, "x-wr-calname")) is not official
    assert ("공식 자료가 아닙니다" in extra(read, "x-wr-caldesc")) is not official
    assert EXAMPLE in extra(read, "x-wr-caldesc")


def test_commas_and_line_ends_of_a_title_are_words(small: City) -> None:
    awkward = "강, 들; 산\\끝\n다음 줄"
    route = small.catalogue.routes[0].model_copy(update={"title": awkward})
    assert rb"X-WR-CALNAME:" + "강\\, 들\\; 산\\\\끝\\n다음 줄 (견본)\r\n".encode() in written(small, route)


def test_a_stop_says_telephone_way_and_doubt(small: City) -> None:
    (route,) = small.catalogue.routes
    said = [event.description or "" for event in events(small, route)]
    assert "전화 043-222-1100" in said[1]
    assert "해설 요청" in said[1]
    assert "043-222-2100" not in said[3], "a doubtful number is nobody's to call"
    entries = plan_route(route, small.catalogue).entries
    exact = [entry.spot.precision is Precision.EXACT for entry in entries]
    assert [event.geo is not None for event in events(small, route)] == exact
    assert False in exact


def test_a_stop_without_a_stay_has_no_end(small: City) -> None:
    route = small.catalogue.routes[0].model_copy(update={"stops": (Stop(hall="gaon", stay=0), Stop(text="끝", stay=5))})
    assert written(small, route).count(b"DTEND") == 1
