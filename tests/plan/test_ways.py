"""Ways on foot, by bus, train and ferry: estimated only where that is sound, and waited for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.clock import clock, minutes
from guidebook.model.records.stop import Mode, Stop
from guidebook.plan.itinerary import itinerary
from guidebook.plan.leg import Basis, leg_between
from guidebook.plan.names.leg_names import way_of
from guidebook.plan.shortest_order import best_order
from guidebook.plan.spot import Precision
from tests.plan.test_itinerary import CITY, IDS, buffers, starts
from tests.plan.test_leg import FAR, HERE, NEAR, place

clocks = st.integers(0, 24 * 60 - 1).map(clock)
stops = st.lists(
    st.builds(
        Stop,
        site=st.sampled_from(IDS),
        stay=st.integers(0, 120),
        leg=st.none() | st.integers(0, 90),
        mode=st.sampled_from(Mode),
        departs=st.none() | clocks,
        night=st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


@given(stops, starts, buffers)
def test_times_of_a_day_never_go_backwards_whatever_they_ride(stops: list[Stop], start: int, buffer: int) -> None:
    for day in itinerary(stops, start, buffer, CITY).days:
        times = [day.start, *(time for entry in day.entries for time in (entry.arrive, entry.depart))]
        assert times == sorted(times)
        parts = sum(entry.stop.stay + entry.way + entry.wait for entry in day.entries)
        assert day.start + parts == day.end


@given(stops, starts, buffers)
def test_who_is_in_time_waits_for_the_departure(stops: list[Stop], start: int, buffer: int) -> None:
    for before, entry in pairwise(itinerary(stops, start, buffer, CITY).entries):
        if entry.leg is None or entry.leg.departs is None or entry.leg.basis is Basis.NONE or before.day != entry.day:
            continue
        if before.depart <= entry.leg.departs:
            assert before.depart + entry.wait == entry.leg.departs
            assert entry.arrive == entry.leg.departs + entry.leg.minutes, "no buffer after a departure"
        else:
            assert entry.wait == 0


def test_a_kilometre_on_foot_takes_a_quarter_of_an_hour_and_its_bends() -> None:
    here, there = place("here", (36.5, 127.9)), place("there", (36.509, 127.9))
    leg = leg_between(here, there, None, Mode.FOOT)
    assert (leg.minutes, leg.basis) == (25, Basis.ESTIMATED)
    assert leg.km == pytest.approx(1.35, abs=0.01)
    assert leg.takes(10) == 25, "who walks boards nothing"
    assert leg_between(here, there, None).takes(10) == 5 + 10


def test_nothing_is_estimated_on_foot_to_a_town_nor_by_a_timetable() -> None:
    town = place("near", NEAR.point, Precision.TOWN)
    assert leg_between(HERE, town, None, Mode.FOOT).basis is Basis.UNKNOWN
    for mode in (Mode.BUS, Mode.TRAIN, Mode.FERRY):
        assert leg_between(HERE, FAR, None, mode, 600).basis is Basis.UNKNOWN
        assert leg_between(HERE, FAR, 20, mode, 600).minutes == 20
    assert leg_between(HERE, FAR, 20, Mode.TRAIN).km is None, "rails are no road"
    assert leg_between(HERE, FAR, None, Mode.CAR) == leg_between(HERE, FAR, None, Mode.CAR)
    assert leg_between(HERE, FAR, None, Mode.CAR).minutes == leg_between(HERE, FAR, None).minutes


def test_the_way_is_said_with_its_waiting() -> None:
    plan = itinerary(
        [
            Stop(site=IDS[0], stay=30),
            Stop(site=IDS[1], stay=30, mode=Mode.FOOT),
            Stop(site=IDS[2], stay=10, mode=Mode.TRAIN, departs="12:00", leg=40),
            Stop(site=IDS[3], stay=10, mode=Mode.FERRY, leg=15),
        ],
        600,
        5,
        CITY,
    )
    _, foot, train, ferry = (way_of(entry, str) for entry in plan.entries)
    assert foot == f"도보 {plan.entries[1].leg.minutes if plan.entries[1].leg else 0}분(추정)"
    assert train == f"{minutes('12:00') - plan.entries[1].depart}분 대기, 12:00 열차 출발, 40분"
    assert ferry == "배 15분"
    assert plan.wait == minutes("12:00") - plan.entries[1].depart
    assert plan.by_timetable
    assert best_order(plan.entries) is None, "a timetable has an order of its own"
