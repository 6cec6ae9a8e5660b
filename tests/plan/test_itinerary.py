"""What always holds of a schedule, whatever its stops are, and the order that would be shorter."""

from __future__ import annotations

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.delegation import Host, Lunch
from guidebook.model.records.place import Access, Place, Point
from guidebook.model.records.place_kinds import PlaceKind
from guidebook.model.records.route import Length, Route, Stop
from guidebook.model.records.visit import Visit
from guidebook.plan.itinerary import itinerary, plan_route, plan_visit
from guidebook.plan.leg import Basis, distance
from guidebook.plan.shortest_order import best_order

IDS = [f"place-{number}" for number in range(6)]
POINTS = ((36.50, 127.90), (36.51, 127.92), (36.60, 127.80), (36.55, 128.00), (36.40, 127.95))


def site(id: str, point: tuple[float, float] | None, access: Access | None = None) -> Place:
    known = Point(lat=point[0], lon=point[1]) if point else None
    return Place(id=id, name=id, kind=PlaceKind.PARK, town="gaon", point=known, access=access, sources=())


CITY = Catalogue(site=None, records=tuple(site(id, point) for id, point in zip(IDS, (*POINTS, None), strict=True)))
"""Of the last place nobody knows where it is."""

stops = st.lists(
    st.builds(
        Stop,
        site=st.sampled_from(IDS),
        stay=st.integers(0, 180),
        leg=st.none() | st.integers(0, 90),
        lunch=st.booleans(),
    ),
    max_size=8,
)
starts = st.integers(0, 23 * 60)
buffers = st.integers(0, 30)


@given(stops, starts, buffers)
def test_times_never_go_backwards(stops: list[Stop], start: int, buffer: int) -> None:
    plan = itinerary(stops, start, buffer, CITY)
    times = [start, *(time for entry in plan.entries for time in (entry.arrive, entry.depart)), plan.end]
    assert times == sorted(times)


@given(stops, starts, buffers)
def test_the_parts_sum_to_the_whole(stops: list[Stop], start: int, buffer: int) -> None:
    plan = itinerary(stops, start, buffer, CITY)
    gone = [entry.leg for entry in plan.entries if entry.leg and entry.leg.basis is not Basis.NONE]
    assert plan.stay == sum(stop.stay for stop in stops)
    assert plan.travel == sum(leg.minutes + buffer for leg in gone)
    assert plan.start + plan.stay + plan.travel == plan.end
    assert [entry.number for entry in plan.entries] == list(range(1, len(stops) + 1))


@given(stops, starts, buffers, buffers)
def test_a_larger_buffer_never_ends_earlier(stops: list[Stop], start: int, one: int, other: int) -> None:
    small, large = sorted((one, other))
    assert itinerary(stops, start, small, CITY).end <= itinerary(stops, start, large, CITY).end


@given(stops, starts, buffers, st.integers(0, 60))
def test_who_starts_later_ends_later_by_as_much(stops: list[Stop], start: int, buffer: int, later: int) -> None:
    assert itinerary(stops, start + later, buffer, CITY).end == itinerary(stops, start, buffer, CITY).end + later


@given(stops)
def test_a_length_is_known_only_if_every_leg_is(stops: list[Stop]) -> None:
    plan = itinerary(stops, 600, 0, CITY)
    assert (plan.km is None) == any(entry.leg is not None and entry.leg.km is None for entry in plan.entries)


def test_a_visit_without_own_stops_follows_its_route_with_its_own_lunch() -> None:
    route = Route(
        id="day",
        title="하루",
        summary="하루",
        order=1,
        length=Length.FULL_DAY,
        stops=(Stop(site=IDS[0], stay=30), Stop(text="점심", lunch=True, town="gaon", stay=60, leg=10)),
    )
    visit = Visit(
        id="guests",
        delegation="손님",
        people=10,
        copies=10,
        date="2026-12-03",
        start="11:00",
        route="day",
        host=Host(department="마을자치과", phone="043-222-0101"),
        lunch=Lunch(text="큰손식당"),
        edition_at="2026-12-01 10:00",
    )
    city = Catalogue(site=None, records=(*CITY.sites, route, visit))
    plan = plan_visit(visit, city)
    assert [(entry.title, entry.arrive) for entry in plan.entries] == [(IDS[0], 660), ("큰손식당", 705)]
    assert plan_route(route, city).end == 10 * 60 + 30 + 10 + 60


def ordered(*positions: int, lunch: int | None = None, city: Catalogue = CITY) -> tuple[int, ...] | None:
    stops = [Stop(site=IDS[at], stay=10, lunch=at == lunch) for at in positions]
    found = best_order(itinerary(stops, 600, 0, city))
    return tuple(positions[at] for at in found.positions) if found else None


@given(st.permutations(range(5)))
def test_no_order_between_first_and_last_is_shorter(order: list[int]) -> None:
    def length(positions: tuple[int, ...]) -> float:
        return sum(distance(POINTS[one], POINTS[other]) for one, other in pairwise(positions))

    first, *inner, last = order
    best = ordered(*order)
    assert best is not None
    assert (best[0], best[-1]) == (first, last)
    assert length(best) <= min(length((first, *middle, last)) for middle in permutations(inner)) + 1e-9


@given(st.permutations(range(5)), st.integers(1, 3))
def test_lunch_stays_where_it_is(order: list[int], at: int) -> None:
    best = ordered(*order, lunch=order[at])
    assert best is not None
    assert best[at] == order[at]


def test_no_order_is_named_where_the_way_is_not_known() -> None:
    assert ordered(0, 1, 5, 2) is None
    ferry = Catalogue(site=None, records=(*CITY.sites[:4], site(IDS[4], POINTS[4], Access.FERRY)))
    assert ordered(0, 1, 4, 2) is not None
    assert ordered(0, 1, 4, 2, city=ferry) is None


def test_nothing_is_tried_with_too_few_or_too_many_stops() -> None:
    assert ordered(0, 1, 2) is None
    assert ordered(0, *[1, 2] * 4, 3) is not None
    assert ordered(0, *[1, 2] * 4, 1, 3) is None
