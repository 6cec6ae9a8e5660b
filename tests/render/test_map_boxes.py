"""Many boxes at once say of each what is true of it alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidebook.render.map.boxes import Boxes, around, boxes_of, corners, joined, rings
from guidebook.render.map.placing import DIRECTIONS, NEAR, Box
from guidebook.render.map.projection import XY

NUMBERS = st.floats(-50, 50).map(lambda number: round(number, 1))
LENGTHS = st.floats(0.5, 40).map(lambda number: round(number, 1))
POINTS = st.tuples(NUMBERS, NUMBERS)
SIZES = st.tuples(LENGTHS, LENGTHS)
BOXES = st.builds(Box, NUMBERS, NUMBERS, LENGTHS, LENGTHS)


@st.composite
def alike(draw: st.DrawFn) -> list[Box]:
    """Boxes of one size, of which there is at least one."""
    size = draw(SIZES)
    return [Box(*corner, *size) for corner in draw(st.lists(POINTS, min_size=1, max_size=6))]


def each(boxes: Boxes) -> list[Box]:
    return [boxes.at(index) for index in range(len(boxes))]


def holds(box: Box, point: XY) -> bool:
    return box.holds(Box(*point, 0, 0))


def touches(box: Box, other: Box) -> bool:
    across = box.left <= other.left + other.width and other.left <= box.left + box.width
    return across and box.top <= other.top + other.height and other.top <= box.top + box.height


@given(alike(), st.lists(BOXES, max_size=5))
def test_they_meet_what_one_of_them_does(boxes: list[Box], others: list[Box]) -> None:
    many, rows = boxes_of(boxes), corners(others)
    assert many.meeting(rows).tolist() == [any(box.meets(other) for other in others) for box in boxes]
    assert many.meeting(rows, touching=True).tolist() == [any(touches(box, one) for one in others) for box in boxes]
    assert many.chosen(slice(0)).meeting(rows).tolist() == []


@given(alike(), BOXES)
def test_they_lie_in_what_each_of_them_does(boxes: list[Box], other: Box) -> None:
    many = boxes_of(boxes)
    assert each(many) == boxes
    assert many.held_by(other).tolist() == [other.holds(box) for box in boxes]
    assert each(joined([many, many.chosen([0])])) == [*boxes, boxes[0]]


@given(POINTS, SIZES, LENGTHS)
def test_boxes_around_a_point_have_their_middles_there(middle: XY, size: XY, reach: float) -> None:
    expected = [Box.around((middle[0] + x * reach, middle[1] + y * reach), *size) for x, y in NEAR]
    assert each(around(middle, size, reach, NEAR)) == expected


@given(POINTS, SIZES, st.lists(LENGTHS, min_size=1, max_size=3))
def test_lines_enter_boxes_where_they_first_reach_them(start: XY, size: XY, distances: list[float]) -> None:
    boxes, ends = rings(start, size, distances, DIRECTIONS)
    assert len(boxes) == len(ends) == len(distances) * len(DIRECTIONS)
    for box, end, entered in zip(each(boxes), ends.tolist(), boxes.entered(start, ends).tolist(), strict=True):
        (x, y), (across, down) = (end[0] - start[0], end[1] - start[1]), (entered[0] - start[0], entered[1] - start[1])
        assert abs(x * down - y * across) < 1e-6  # it lies on the line
        just_before = start[0] + across * 0.999, start[1] + down * 0.999
        assert holds(box.within(-1e-6), (end[0], end[1]))
        assert holds(box.within(-1e-6), (entered[0], entered[1]))
        assert holds(box.within(-1e-6), start) or not holds(box.within(1e-3), just_before)
