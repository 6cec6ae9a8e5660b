"""What always holds where a delegation divides: each group goes on from where it was, and all meet."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guidebook.load.content import load_content
from guidebook.model.records.stop import Stop
from guidebook.plan.itinerary import itinerary
from guidebook.plan.names.stop_names import group_name, happening, meeting, place_name
from guidebook.plan.shortest_order import best_order
from guidebook.plan.visiting import plan_visit
from guidebook.render.map.itinerary import markers_of
from tests.groups import divided
from tests.plan.test_itinerary import CITY, IDS, buffers, starts

stops = st.lists(
    st.builds(
        Stop,
        site=st.sampled_from(IDS),
        stay=st.integers(0, 90),
        leg=st.none() | st.integers(0, 60),
        group=st.none() | st.sampled_from(("가조", "나조", "다조")),
        night=st.booleans(),
    ),
    min_size=1,
    max_size=9,
)


@given(stops, starts, buffers)
def test_nobody_is_at_a_stop_before_they_left_the_one_from_which_they_come(
    stops: list[Stop], start: int, buffer: int
) -> None:
    entries = itinerary(stops, start, buffer, CITY).entries
    for entry in entries:
        for origin in (entries[number - 1] for number in entry.origins):
            assert origin.number < entry.number
            assert origin.day < entry.day or origin.depart <= entry.arrive
            assert entry.stop.group is None or origin.stop.group in (None, entry.stop.group)


@given(stops, starts, buffers)
def test_all_groups_meet_at_the_next_stop_for_all(stops: list[Stop], start: int, buffer: int) -> None:
    entries = itinerary(stops, start, buffer, CITY).entries
    parted: dict[str, int] = {}
    for entry in entries:
        if entry.stop.group is not None:
            parted[entry.stop.group] = entry.number
            continue
        if parted and all(entries[number - 1].day == entry.day for number in parted.values()):
            assert set(entry.origins) == set(parted.values())
            assert len(entry.early) <= len(parted) - 1
            assert all(minutes > 0 for _, minutes in entry.early)
        parted = {}


@given(stops, starts, buffers)
def test_days_hold_all_that_happens_on_them(stops: list[Stop], start: int, buffer: int) -> None:
    plan = itinerary(stops, start, buffer, CITY)
    for day in plan.days:
        assert day.start <= min(entry.arrive for entry in day.entries)
        assert day.end == max(entry.depart for entry in day.entries)
    assert plan.end == plan.days[-1].end


@given(stops, starts, buffers)
def test_a_map_draws_ways_only_from_stops_that_it_has(stops: list[Stop], start: int, buffer: int) -> None:
    markers = markers_of(itinerary(stops, start, buffer, CITY))
    numbers = [marker.number for marker in markers]
    for marker in markers:
        assert marker.after is None or all(number in numbers and number < marker.number for number in marker.after)


def test_two_groups_by_hand(maru: Path) -> None:
    catalogue = load_content(divided(maru)).catalogue
    plan = plan_visit(catalogue.visits[0], catalogue)
    hall, museum, reed, naru, lunch, last = plan.entries
    assert hall.depart == 11 * 60
    assert (museum.origins, reed.origins, naru.origins, lunch.origins) == ((1,), (1,), (3,), (4, 2))
    assert (reed.arrive, reed.depart) == (11 * 60 + 25, 11 * 60 + 55)
    assert naru.arrive == reed.depart + 15
    assert lunch.arrive == naru.depart + lunch.way, "the later group decides"
    assert lunch.early == (("가조", lunch.arrive - museum.depart - 10),)
    assert [entry.people for entry in plan.entries] == [None, 18, 10, 10, None, None]
    assert (happening(museum, str), group_name(reed, str)) == ("가조: 강 박물관", "나조 10명")
    assert place_name(museum, str) == ""
    assert meeting(lunch, str) == f"모두 합류, 가조 {lunch.early[0][1]}분 대기"
    assert meeting(last, str) == ""
    assert [marker.after for marker in markers_of(plan)] == [None, None, (1,), None, (4, 2), None]
    assert best_order(plan.entries) is None
