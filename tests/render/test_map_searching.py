"""Room for names is what is left of the frame, however many names are placed in it and however it is asked."""

from __future__ import annotations

from functools import reduce

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from shapely import box as rectangle
from shapely import union_all
from shapely.geometry import LineString, Polygon

from guidebook.render.map.boxes import boxes_of
from guidebook.render.map.placing import Box
from guidebook.render.map.searching import FEW, Room
from tests.render.test_map_boxes import BOXES, POINTS, alike

FRAME = Box(-60, -60, 120, 120)
TAKEN = st.lists(st.lists(BOXES, min_size=1, max_size=2 * FEW), max_size=8)


def square(box: Box) -> Polygon:
    return rectangle(box.left, box.top, box.left + box.width, box.top + box.height)


def apart(box: Box, taken: list[Box]) -> bool:
    return not any(map(box.meets, taken))


@given(alike(), st.lists(BOXES, max_size=5), st.lists(BOXES, max_size=2), TAKEN)
def test_what_is_free_meets_nothing_that_is_taken(
    boxes: list[Box], base: list[Box], way: list[Box], later: list[list[Box]]
) -> None:
    """Those of many at once, and the way, are not even touched; with the last resort the way is no obstacle."""
    room = reduce(lambda left, some: left.without(*some), later, Room(FRAME, tuple(base), tuple(way)))
    many = boxes_of(boxes)
    for off_way in (True, False):
        free = [boxes[index] for index in room.free(many, off_way=off_way)]
        obstacles = [*base, *(way if off_way else ()), *(one for some in later for one in some)]
        assert all(FRAME.holds(box) and apart(box, obstacles) for box in free)
        far = [box for box in boxes if FRAME.holds(box) and apart(box.within(-0.01), obstacles)]
        assert {*far} <= {*free}
        assert free == [box for box in boxes if box in free], "in their order"


@given(POINTS, st.lists(POINTS, min_size=1, max_size=6), st.lists(BOXES, max_size=5), TAKEN)
def test_a_line_is_clear_that_crosses_nothing(
    start: tuple[float, float], ends: list[tuple[float, float]], base: list[Box], later: list[list[Box]]
) -> None:
    room = reduce(lambda left, some: left.without(*some), later, Room(FRAME, tuple(base)))
    taken = union_all([square(box) for box in (*base, *(one for some in later for one in some))])
    clear = room.clear(start, np.array(ends, dtype=float))
    assert clear.tolist() == [not taken.intersects(LineString([start, end])) for end in ends]
