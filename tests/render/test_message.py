"""What is sent before the day: right people, places and times, and what is not certain is asked."""

from __future__ import annotations

import gettext

from guidebook.model.clock import clock
from guidebook.plan.itinerary import plan_visit
from guidebook.render.message import message
from tests.conftest import CITIES
from tests.export.conftest import planned

PLAN = planned(CITIES / "maru")
SAID = message(PLAN.visit, PLAN.itinerary, PLAN.site, gettext.NullTranslations())


def test_everyone_has_a_part_with_date_people_and_whom_to_ask() -> None:
    for head in ("[방문단께]", "[기사께]", "[해설하는 분께]", "[음식점에]"):
        assert head in SAID
    assert SAID.count("2026. 12. 3.(목)") >= 4
    assert SAID.count("28명") >= 4
    assert SAID.count("마을자치과 043-222-0101") >= 4


def test_the_driver_has_every_stop_with_its_time_and_address() -> None:
    driver = SAID.split("[기사께]")[1].split("[")[0]
    for entry in PLAN.itinerary.entries:
        assert f"{clock(entry.arrive)} {entry.spot.name}" in driver
        assert entry.spot.address is None or entry.spot.address in driver


def test_a_guide_that_has_not_said_yes_is_asked_and_one_that_has_is_not() -> None:
    assert "오실 수 있는지 확인 부탁드립니다" in SAID
    stops = tuple(
        stop.model_copy(update={"confirmed": True}) for stop in (entry.stop for entry in PLAN.itinerary.entries)
    )
    visit = PLAN.visit.model_copy(update={"stops": stops, "route": None})
    said = message(visit, plan_visit(visit, PLAN.catalogue), PLAN.site, gettext.NullTranslations())
    assert "[해설하는 분께]" in said
    assert "오실 수 있는지" not in said
    assert "자리와 차림" in SAID
    assert "자리와 차림" not in said


def test_a_sample_says_so() -> None:
    assert SAID.rstrip().endswith("견본입니다. 마루군이 운영하거나 발행하지 않습니다.")
