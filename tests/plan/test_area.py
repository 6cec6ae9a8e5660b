"""How far a point lies outside a town."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shapely.geometry import Point
from shapely.ops import nearest_points

from guidebook.model.boundary import Outline
from guidebook.plan.area import _area, lies_in, outside_by, point_within
from guidebook.plan.leg import distance

SQUARE = Outline(
    "가", ((((126.0, 36.0), (126.1, 36.0), (126.1, 36.1), (126.0, 36.1), (126.0, 36.0)),),), (126.05, 36.05)
)


def test_inside_and_on_the_edge_is_nothing() -> None:
    assert outside_by((36.05, 126.05), SQUARE) == 0
    assert outside_by((36.0, 126.05), SQUARE) == 0


def test_a_hundredth_of_a_degree_north_is_about_eleven_hundred_metres() -> None:
    assert abs(outside_by((36.11, 126.05), SQUARE) - 1112) < 5


def test_a_hole_is_outside() -> None:
    hole = ((126.04, 36.04), (126.06, 36.04), (126.06, 36.06), (126.04, 36.06), (126.04, 36.04))
    holed = Outline("나", ((SQUARE.polygons[0][0], hole),), (126.01, 36.01))
    assert 1000 > outside_by((36.05, 126.05), holed) > 800


def test_an_outline_that_crosses_itself_stops_nothing() -> None:
    corners = ((126.0, 36.0), (126.1, 36.1), (126.1, 36.0), (126.0, 36.1), (126.0, 36.0))
    crossed = Outline("다", ((corners,),), (126.05, 36.05))
    assert outside_by((36.05, 126.2), crossed) > 8000
    assert point_within(crossed, (36.0, 126.0), (36.1, 126.03)) is not None


def test_the_point_of_a_part_lies_in_the_middle_of_it() -> None:
    found = point_within(SQUARE, (36.05, 126.0), (36.2, 126.05))
    assert found is not None
    assert lies_in(found, SQUARE)
    assert abs(found[0] - 36.075) < 0.005
    assert abs(found[1] - 126.025) < 0.005


def test_a_part_that_shows_nothing_has_no_point() -> None:
    assert point_within(SQUARE, (36.2, 126.0), (36.3, 126.1)) is None


CORNERS = st.tuples(st.integers(0, 6), st.integers(0, 6))
RINGS = st.lists(CORNERS, min_size=3, max_size=8).map(lambda corners: (*corners, corners[0]))


@given(st.lists(RINGS, min_size=1, max_size=2), st.integers(0, 24), st.integers(0, 24))
@example([((0, 0), (0, 1), (0, 0), (1, 0), (0, 1), (1, 0), (0, 0))], 0, 0)
def test_a_town_is_where_shapely_says(shells: list[tuple[tuple[int, int], ...]], north: int, east: int) -> None:
    """Also where outlines cross themselves or lie upon each other."""
    outline = Outline("라", tuple((shell,) for shell in shells), (0, 0))
    point = north / 4 + 0.1237, east / 4 + 0.0671  # on no line between two corners
    found = outside_by(point, outline)
    assert (found == 0) == lies_in(point, outline)
    nearest, _ = nearest_points(_area(outline), Point(point[1], point[0]))
    assert found == pytest.approx(distance(point, (nearest.y, nearest.x)) * 1000, abs=0.001)


def test_checking_points_imports_no_geometry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidebook.plan.area._area", None)
    assert outside_by((36.05, 126.05), SQUARE) == 0
    assert outside_by((36.2, 126.05), SQUARE) > 10_000
