"""Lines of ties on a map keep off the names."""

from __future__ import annotations

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.render.map.placing import Box
from guidebook.render.map.ties import apart_from_names

PLACE = st.tuples(st.integers(0, 100), st.integers(0, 100))
BOXES = st.lists(
    st.builds(Box, st.integers(0, 90), st.integers(0, 90), st.integers(1, 40), st.integers(1, 12)), max_size=5
)


def test_a_line_ends_before_a_name_and_goes_on_behind_it() -> None:
    assert list(apart_from_names(((0, 5), (100, 5)), [Box(40, 0, 20, 10)])) == [((0, 5), (40, 5)), ((60, 5), (100, 5))]


@given(PLACE, PLACE, BOXES)
def test_no_part_of_a_line_runs_through_a_name(start: tuple[int, int], end: tuple[int, int], names: list[Box]) -> None:
    parts = list(apart_from_names((start, end), names))
    if not names:
        assert parts == [(start, end)]
    for (x, y), (to_x, to_y) in parts:
        for share in (0.01, 0.3, 0.5, 0.7, 0.99):
            at = x + share * (to_x - x), y + share * (to_y - y)
            inner = (box.within(0.01) for box in names)
            assert start == end or not any(
                box.left < at[0] < box.left + box.width and box.top < at[1] < box.top + box.height for box in inner
            )
    assert sum(dist(*part) for part in parts) <= dist(start, end) + 1e-6


@pytest.mark.parametrize("end", [(50, 5), (0, 5)])
def test_a_line_within_a_name_is_left_out_there(end: tuple[int, int]) -> None:
    assert list(apart_from_names(((45, 5), end), [Box(40, 0, 20, 10)])) in ([], [((40, 5), (0, 5))])
