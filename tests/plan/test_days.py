"""What always holds of a schedule of several days, and one that is reckoned by hand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guidebook.load.content import load_content
from guidebook.model.clock import clock, minutes
from guidebook.model.records.stop import Stop
from guidebook.plan.day import appointments
from guidebook.plan.itinerary import itinerary, plan_route
from guidebook.plan.tally import tally
from guidebook.plan.visiting import plan_visit
from tests.nights import VISIT, with_a_night
from tests.plan.test_itinerary import CITY, IDS, buffers, starts

clocks = st.integers(0, 24 * 60 - 1).map(clock)
stops = st.lists(
    st.builds(
        Stop,
        site=st.sampled_from(IDS),
        stay=st.integers(0, 180),
        leg=st.none() | st.integers(0, 90),
        day=st.none() | st.integers(1, 4),
        night=st.booleans(),
        leave=st.none() | clocks,
        start=st.none() | clocks,
    ),
    min_size=1,
    max_size=8,
)


@given(stops, starts, buffers)
def test_days_go_on_and_times_of_a_day_never_go_backwards(stops: list[Stop], start: int, buffer: int) -> None:
    plan = itinerary(stops, start, buffer, CITY)
    numbers = [entry.day for entry in plan.entries]
    assert numbers[0] >= 1
    assert numbers == sorted(numbers)
    assert [entry for day in plan.days for entry in day.entries] == list(plan.entries)
    for day in plan.days:
        times = [day.start, *(time for entry in day.entries for time in (entry.arrive, entry.depart)), day.end]
        assert times == sorted(times)


@given(stops, starts, buffers)
def test_every_stop_is_on_its_day(stops: list[Stop], start: int, buffer: int) -> None:
    entries = itinerary(stops, start, buffer, CITY).entries
    for before, entry in pairwise(entries):
        assert entry.day >= (entry.stop.day or 1)
        assert (entry.day > before.day) or not before.stop.night
        if entry.stop.day is None and not before.stop.night:
            assert entry.day == before.day


@given(stops, starts, buffers)
def test_a_night_is_no_way_and_the_parts_of_each_day_sum_to_it(stops: list[Stop], start: int, buffer: int) -> None:
    plan = itinerary(stops, start, buffer, CITY)
    for day in plan.days:
        stays = sum(entry.stop.stay for entry in day.entries)
        ways = sum(entry.way + entry.wait for entry in day.entries)
        assert day.start + stays + ways == day.end
        if day.lodging is None:
            assert day.entries[0].leg is None
            assert day.entries[0].way == 0
    assert plan.travel == sum(entry.way for entry in plan.entries)


@given(stops, starts, buffers)
def test_they_leave_their_lodging_when_they_say_and_come_no_earlier_than_said(
    stops: list[Stop], start: int, buffer: int
) -> None:
    for day in itinerary(stops, start, buffer, CITY).days[1:]:
        first = day.entries[0]
        assert first.stop.start is None or first.arrive >= minutes(first.stop.start)
        if day.lodging is None:
            assert first.arrive == (minutes(first.stop.start) if first.stop.start else start)
        else:
            assert day.lodging.leave == day.start
            assert day.lodging.stop.leave is None or day.start == minutes(day.lodging.stop.leave)


def test_two_days_and_a_night_by_hand(maru: Path) -> None:
    catalogue = load_content(with_a_night(maru)).catalogue
    plan = plan_visit(catalogue.visits[0], catalogue)
    assert [entry.day for entry in plan.entries] == [1, 1, 1, 1, 2, 2]
    assert [plan.date_of(entry) for entry in plan.entries][3:5] == ["2026-12-03", "2026-12-04"]
    first, second = plan.days
    assert (first.date, second.date, plan.last_date) == ("2026-12-03", "2026-12-04", "2026-12-04")
    assert second.lodging is not None
    assert second.lodging.spot.name == "강가 여관"
    assert second.lodging.leave == second.start == 10 * 60 + 15 - second.entries[0].way, "just in time for the first"
    assert second.entries[0].arrive == 10 * 60 + 15
    assert plan.travel == sum(entry.way for entry in plan.entries) < 180, "no night among it"
    route = next(route for route in catalogue.routes if route.id == "river-night")
    assert plan_route(route, catalogue).days[1].date is None


def test_without_a_lodging_the_next_day_begins_at_its_first_stop(maru: Path) -> None:
    stops = [Stop(site=IDS[0], stay=30), Stop(site=IDS[1], stay=30, day=2), Stop(site=IDS[2], stay=30)]
    plan = itinerary(stops, 600, 5, CITY)
    assert [(entry.day, entry.arrive) for entry in plan.entries][:2] == [(1, 600), (2, 600)]
    assert plan.entries[1].leg is None
    assert plan.km is not None
    assert plan.km == plan.entries[2].leg.km if plan.entries[2].leg else False


def test_who_is_where_is_asked_for_each_day_and_the_year_counts_the_visit_once(maru: Path) -> None:
    with_a_night(maru)
    catalogue = load_content(maru).catalogue
    assert [one.entry.number for one in appointments(catalogue, "2026-12-03")] == [1, 2, 3, 4]
    assert [one.entry.number for one in appointments(catalogue, "2026-12-04")] == [5, 6]
    assert appointments(catalogue, "2026-12-05") == ()
    visit = (maru / VISIT).read_text(encoding="utf-8").replace("2026-12-03", "2026-12-31")
    (maru / VISIT).write_text(visit + "status: done\npeople_came: 20\n", encoding="utf-8")
    catalogue = load_content(maru).catalogue
    counted = tally(catalogue, 2026)
    assert (counted.delegations, counted.people, counted.months) == (1, 20, (("12", 1, 20),))
    assert tally(catalogue, 2027).delegations == 0
