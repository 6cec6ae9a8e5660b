"""How far a point lies outside a town."""

from __future__ import annotations

from guidebook.model.boundary import Outline
from guidebook.plan.area import outside_by

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
