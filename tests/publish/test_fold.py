"""A folded booklet reads on from page to page, and its map lies open in the middle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidebook.publish.fold import fold, spreads, to_leave_out

LENGTHS = st.lists(st.integers(1, 6), max_size=8)


@given(st.integers(1, 9), LENGTHS, st.integers(1, 9))
def test_the_spread_is_the_middle_and_every_sheet_is_full(front: int, movable: list[int], back: int) -> None:
    folded = fold(front, movable, back)
    before = front + sum(movable[: folded.split]) + folded.before
    after = sum(movable[folded.split :]) + folded.after + back
    assert folded.pages % 4 == 0
    assert before == after == folded.pages // 2 - 1
    assert folded.before >= 0
    assert folded.after >= 0


@given(st.integers(1, 9), LENGTHS, st.integers(1, 9))
def test_no_other_place_for_the_spread_needs_less_paper(front: int, movable: list[int], back: int) -> None:
    folded = fold(front, movable, back)
    halves = [max(front + sum(movable[:at]), sum(movable[at:]) + back) for at in range(len(movable) + 1)]
    assert folded.pages == 2 * (min(half + (half + 1) % 2 for half in halves)) + 2


@given(st.integers(1, 20).map(lambda sheets: sheets * 4))
def test_turning_the_leaves_of_the_folded_stack_gives_the_pages_in_order(pages: int) -> None:
    sides = spreads(pages)
    fronts, backs = sides[::2], sides[1::2]
    # Folded, each sheet is two leaves: front right with back left, then back right with front left.
    first = [page for (_, right), (left, _) in zip(fronts, backs, strict=True) for page in (right, left)]
    second = [page for (left, _), (_, right) in zip(fronts, backs, strict=True) for page in (left, right)]
    assert first + list(reversed(second)) == list(range(1, pages + 1))
    assert all(left + right == pages + 1 for left, right in sides)


def test_the_longest_reports_go_first_and_no_more_than_needed() -> None:
    assert to_leave_out([2, 6, 3], 16, 15) == (1,)
    assert to_leave_out([2, 6, 3], 17, 15) == (1, 2)
    assert to_leave_out([2, 2], 30, 15) == (0, 1)
    assert to_leave_out([2, 6, 3], 15, 15) == ()
