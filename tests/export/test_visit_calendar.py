"""The calendar, read back line by line by a reader of our own, says what the schedule says."""

from __future__ import annotations

import gettext
import re

from guidebook.export.visit_calendar import visit_calendar
from guidebook.model.clock import clock
from guidebook.model.records.delegation import Departure
from guidebook.model.records.visit import Status
from guidebook.plan.spot import Precision
from guidebook.plan.visiting import plan_visit
from tests.export.conftest import Planned

WORDS = gettext.NullTranslations()


def events(octets: bytes) -> list[dict[str, str]]:
    """RFC 5545 unfolded: each event as property (without parameters) → value."""
    assert octets.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in octets.split(b"\r\n"))
    assert b"\n" not in octets.replace(b"\r\n", b"")
    text = octets.decode("utf-8").replace("\r\n ", "")
    found = []
    for block in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL):
        pairs = (line.partition(":") for line in block.strip().split("\r\n"))
        found.append({name: value for name, _, value in pairs})
    return found


def test_every_stop_is_an_event_at_the_engine_s_times(plan: Planned) -> None:
    found = events(visit_calendar(plan.visit, plan.itinerary, plan.site, WORDS))
    assert len(found) == len(plan.itinerary.entries)
    for event, entry in zip(found, plan.itinerary.entries, strict=True):
        arrive, depart = (clock(at).replace(":", "") + "00" for at in (entry.arrive, entry.depart))
        assert event["DTSTART;TZID=Asia/Seoul"] == f"20261203T{arrive}"
        assert event["DTEND;TZID=Asia/Seoul"] == f"20261203T{depart}"
        assert event["SUMMARY"].startswith(f"{entry.number}. ")


def test_ids_are_stable_and_the_stamp_comes_from_the_content(plan: Planned) -> None:
    first = visit_calendar(plan.visit, plan.itinerary, plan.site, WORDS)
    assert first == visit_calendar(plan.visit, plan.itinerary, plan.site, WORDS)
    later = plan.visit.model_copy(update={"revision": 2, "revision_at": "2026-12-02 09:00"})
    again = events(visit_calendar(later, plan.itinerary, plan.site, WORDS))
    assert [event["UID"] for event in again] == [event["UID"] for event in events(first)]
    assert {event["SEQUENCE"] for event in again} == {"2"}
    assert {event["DTSTAMP"] for event in again} == {"20261202T000000Z"}
    assert len({event["UID"] for event in again}) == len(again)


def test_only_exact_points_are_given_and_estimates_say_so(plan: Planned) -> None:
    for event, entry in zip(
        events(visit_calendar(plan.visit, plan.itinerary, plan.site, WORDS)), plan.itinerary.entries, strict=True
    ):
        assert ("GEO" in event) == (entry.spot.precision is Precision.EXACT)
        if entry.leg and entry.leg.basis == "estimated":
            assert "추정" in event["DESCRIPTION"]


def test_an_address_that_needs_confirming_says_so(plan: Planned) -> None:
    found = events(visit_calendar(plan.visit, plan.itinerary, plan.site, WORDS))
    doubtful = ["address" in entry.spot.doubtful for entry in plan.itinerary.entries]
    assert any(doubtful)
    assert [event["LOCATION"].endswith("(확인 필요)") for event in found] == doubtful


def test_a_stop_without_a_stay_has_no_end(plan: Planned) -> None:
    first, *rest = (entry.stop for entry in plan.itinerary.entries)
    visit = plan.visit.model_copy(update={"stops": (first.model_copy(update={"stay": 0}), *rest), "route": None})
    passing, *staying = events(visit_calendar(visit, plan_visit(visit, plan.catalogue), plan.site, WORDS))
    assert "DTEND;TZID=Asia/Seoul" not in passing
    assert all("DTEND;TZID=Asia/Seoul" in event for event in staying)


def test_a_cancelled_visit_cancels_its_events(plan: Planned) -> None:
    for status, word in ((Status.CANCELLED, "CANCELLED"), (Status.PLANNED, "TENTATIVE"), (Status.DONE, "CONFIRMED")):
        visit = plan.visit.model_copy(update={"status": status})
        assert {event["STATUS"] for event in events(visit_calendar(visit, plan.itinerary, plan.site, WORDS))} == {word}


def test_the_zone_is_in_the_file(plan: Planned) -> None:
    text = visit_calendar(plan.visit, plan.itinerary, plan.site, WORDS).decode()
    assert "BEGIN:VTIMEZONE\r\nTZID:Asia/Seoul" in text
    assert "TZOFFSETTO:+0900" in text


def test_lunch_is_called_lunch_with_its_name_address_and_telephone(plan: Planned) -> None:
    lunch = events(visit_calendar(plan.visit, plan.itinerary, plan.site, WORDS))[2]
    assert lunch["SUMMARY"] == "3. 점심"
    assert lunch["LOCATION"] == r"나룻배 밥상\, 가람도 마루군 가온면 강길 20"
    assert "043-222-3000" in lunch["DESCRIPTION"]


def test_setting_off_is_a_moment_of_its_own(plan: Planned) -> None:
    visit = plan.visit.model_copy(update={"depart": Departure(place="한솔시청 앞", time="07:30"), "revision": 2})
    first, *others = events(visit_calendar(visit, plan.itinerary, plan.site, WORDS))
    assert len(others) == len(plan.itinerary.entries)
    assert first["SUMMARY"] == "출발: 한솔시청 앞"
    assert first["DTSTART;TZID=Asia/Seoul"] == "20261203T073000"
    assert (first["UID"], first["SEQUENCE"]) == ("hansol-depart@jumin-guidebook", "2")
