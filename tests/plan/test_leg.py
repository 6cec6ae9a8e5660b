"""Minutes between two places: given ones go first, unknown ones are never made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.records.place import Access
from guidebook.plan.leg import Basis, Leg, distance, leg_between
from guidebook.plan.spot import LatLon, Precision, Spot

points = st.tuples(st.floats(33.0, 39.0), st.floats(124.0, 132.0))


def place(id: str, point: LatLon | None, precision: Precision = Precision.EXACT, access: Access | None = None) -> Spot:
    return Spot(id, "site", id, point=point, precision=precision, access=access)


HERE = place("here", (36.5, 127.9))
NEAR = place("near", (36.501, 127.901))
FAR = place("far", (36.6, 127.9))


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert distance((36.0, 127.0), (37.0, 127.0)) == pytest.approx(111.19, abs=0.01)


@given(points, points)
def test_a_way_is_as_long_back_as_there(one: LatLon, other: LatLon) -> None:
    assert distance(one, other) == pytest.approx(distance(other, one))
    assert distance(one, one) == 0


def test_eleven_kilometres_straight_are_fifteen_by_road_and_25_minutes() -> None:
    leg = leg_between(HERE, FAR, None)
    assert (leg.minutes, leg.basis) == (25, Basis.ESTIMATED)
    assert leg.km == pytest.approx(15.01, abs=0.01)


def test_no_estimate_is_under_five_minutes() -> None:
    assert leg_between(HERE, NEAR, None).minutes == 5


def test_a_town_instead_of_a_place_makes_ten_at_least() -> None:
    leg = leg_between(HERE, place("near", NEAR.point, Precision.TOWN), None)
    assert (leg.minutes, leg.basis) == (10, Basis.TOWNS)


def test_given_minutes_go_before_any_estimate() -> None:
    leg = leg_between(HERE, FAR, 7)
    assert (leg.minutes, leg.basis) == (7, Basis.GIVEN)


def test_the_same_place_is_no_way() -> None:
    assert leg_between(HERE, HERE, None) == Leg(0, 0.0, Basis.NONE)
    assert leg_between(HERE, HERE, 0).basis is Basis.NONE


@pytest.mark.parametrize(
    "there",
    [
        place("island", FAR.point, access=Access.FERRY),
        place("rest-area", FAR.point, access=Access.EXPRESSWAY),
        place("nowhere", None, Precision.NONE),
    ],
)
def test_nothing_is_guessed_over_water_an_expressway_or_to_nowhere(there: Spot) -> None:
    assert leg_between(HERE, there, None) == Leg(0, None, Basis.UNKNOWN)
    assert leg_between(there, HERE, None) == Leg(0, None, Basis.UNKNOWN)
    assert leg_between(HERE, there, 40).basis is Basis.GIVEN


@given(points, points)
def test_estimates_are_whole_steps_of_five_minutes_and_never_too_fast(one: LatLon, other: LatLon) -> None:
    leg = leg_between(place("one", one), place("other", other), None)
    assert leg.minutes % 5 == 0
    assert leg.minutes >= 5
    assert leg.km is not None
    assert leg.km / (leg.minutes / 60) <= 40.0 + 1e-9
