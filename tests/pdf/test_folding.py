"""A folded booklet reads on from page to page, and its map lies open in the middle."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations, pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from guidebook.pdf.folding import ChapterRange, Fold, fold, spreads, to_leave_out, volumes

LENGTHS = st.lists(st.integers(1, 6), max_size=8)


FLOATING = st.lists(st.integers(1, 3), max_size=3)


def halves(front: int, ordered: list[int], floating: list[int], back: int, folded: Fold) -> tuple[int, int]:
    """The pages before and after the middle, without those that only fill up."""
    early = sum(pages for pages, is_early in zip(floating, folded.early, strict=True) if is_early)
    before = front + sum(ordered[: folded.split]) + early
    return before, front + sum(ordered) + sum(floating) + back - before


@given(st.integers(1, 9), LENGTHS, FLOATING, st.integers(1, 9))
def test_the_spread_is_the_middle_and_every_sheet_is_full(
    front: int, ordered: list[int], floating: list[int], back: int
) -> None:
    folded = fold(front, ordered, floating, back)
    before, after = halves(front, ordered, floating, back, folded)
    assert folded.pages % 4 == 0
    assert before + folded.spare == after + folded.after == folded.pages // 2 - 1
    assert folded.spare >= 0
    assert folded.after >= 0


@given(st.integers(1, 9), LENGTHS, FLOATING, st.integers(1, 9))
def test_nothing_fills_up_before_the_middle_where_an_order_needs_one_sheet_more_at_most(
    front: int, ordered: list[int], floating: list[int], back: int
) -> None:
    folded = fold(front, ordered, floating, back)
    whole = front + sum(ordered) + sum(floating) + back
    for split in range(len(ordered) + 1):
        for early in product((False, True), repeat=len(floating)):
            before = front + sum(ordered[:split]) + sum(n for n, one in zip(floating, early, strict=True) if one)
            if before % 2 and 2 * before >= whole:
                assert folded.pages // 2 + 2 * folded.spare <= before + 1


def test_a_page_of_the_booklet_goes_to_the_front_before_an_empty_one_does() -> None:
    folded = fold(5, [2, 2, 3, 3], [1, 1], 7)
    assert folded.spare == 0
    assert (folded.pages, folded.after) == (28, 2)


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


LIMITS = st.integers(2, 15).map(lambda sheets: sheets * 4)
SHORT = st.lists(st.integers(1, 30), min_size=1, max_size=9)
LONG = st.lists(st.integers(1, 30), min_size=1, max_size=200)
OPENS = st.sets(st.integers(0, 199))


def counted(lengths: Sequence[int], front: int = 3, end: int = 1) -> Callable[[int, int], int]:
    """Pages of a booklet as `bind` counts them: filled up to whole sheets, with a cover and a last page of its own."""

    def pages(first: int, last: int) -> int:
        count = sum(lengths[first:last]) + (front if first else 0) + (end if last < len(lengths) else 0)
        return count + -count % 4

    return pages


def every_way(count: int) -> Iterator[tuple[ChapterRange, ...]]:
    """Every way to share out so many chapters."""
    for size in range(count):
        for cuts in combinations(range(1, count), size):
            yield tuple(pairwise((0, *cuts, count)))


def cost(
    parts: Sequence[ChapterRange], opens: Collection[int], pages: Callable[[int, int], int]
) -> tuple[int, int, int]:
    """What makes one way worse than another: booklets, those that begin within a part, pages of the thickest."""
    inside = sum(first not in opens for first, _ in parts[1:])
    return len(parts), inside, max(pages(first, end) for first, end in parts)


@given(LONG, OPENS, LIMITS)
def test_every_chapter_is_in_one_booklet_in_its_order_and_every_booklet_can_be_stitched(
    lengths: list[int], opens: set[int], capacity: int
) -> None:
    pages = counted(lengths)
    parts = volumes(len(lengths), opens, capacity, pages)
    if parts is None:
        assert any(pages(one, one + 1) > capacity for one in range(len(lengths)))
    else:
        assert [one for first, end in parts for one in range(first, end)] == list(range(len(lengths)))
        assert all(first < end and pages(first, end) <= capacity for first, end in parts)


@given(SHORT, OPENS, LIMITS)
def test_no_other_way_of_sharing_out_is_better(lengths: list[int], opens: set[int], capacity: int) -> None:
    pages = counted(lengths)
    possible = [
        parts for parts in every_way(len(lengths)) if all(pages(first, end) <= capacity for first, end in parts)
    ]
    parts = volumes(len(lengths), opens, capacity, pages)
    if parts is None:
        assert possible == []
    else:
        assert cost(parts, opens, pages) == min(cost(one, opens, pages) for one in possible)


@given(LONG, OPENS, LIMITS)
def test_where_every_chapter_can_be_stitched_alone_there_is_a_way(
    lengths: list[int], opens: set[int], capacity: int
) -> None:
    held = [min(length, capacity - 4) for length in lengths]
    assert volumes(len(held), opens, capacity, counted(held)) is not None


def test_a_book_that_can_be_stitched_stays_whole() -> None:
    assert volumes(5, {1, 3}, 60, counted([12] * 5)) == ((0, 5),)


def test_a_booklet_begins_with_a_part_rather_than_in_the_middle() -> None:
    lengths = [10] * 6
    assert volumes(6, {0, 2}, 48, counted(lengths)) == ((0, 2), (2, 6))
    assert volumes(6, {0, 4}, 48, counted(lengths)) == ((0, 4), (4, 6))
    assert volumes(6, set(), 48, counted(lengths)) == ((0, 3), (3, 6))


def test_no_booklet_is_added_so_that_one_may_begin_with_a_part() -> None:
    lengths = [10] * 6
    assert volumes(6, {0, 1, 5}, 36, counted(lengths)) == ((0, 3), (3, 6))


def test_a_chapter_that_no_booklet_holds_leaves_no_way() -> None:
    assert volumes(3, {0}, 12, counted([2, 13, 2])) is None
    assert volumes(1, {0}, 12, counted([13])) is None


def test_two_hundred_chapters_ask_for_each_stretch_once() -> None:
    asked: list[ChapterRange] = []
    pages = counted([1 + number % 7 for number in range(200)])

    def listened(first: int, end: int) -> int:
        asked.append((first, end))
        return pages(first, end)

    parts = volumes(200, set(range(0, 200, 20)), 60, listened)
    assert parts is not None
    assert len(asked) == len(set(asked)) <= 200 * 201 // 2
