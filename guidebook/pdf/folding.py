"""Arithmetic of stitched booklets: where the centre spread lies, which pages share a side of paper, what fits one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class Fold:
    """Which chapters come before the centre spread, and how many blank pages make both halves equally long."""

    split: int
    """The number of ordered chapters before the centre spread."""
    early: tuple[bool, ...]
    """For each floating chapter whether it comes before the centre spread."""
    spare: int
    """Pages to write answers on, before the centre spread, where no order of the chapters fills its half."""
    after: int
    """Ruled pages at the very end."""
    pages: int
    """Pages in all, a multiple of four."""

    @property
    def sheets(self) -> int:
        """Sheets of paper, four pages each."""
        return self.pages // 4


def fold(front: int, ordered: Sequence[int], floating: Sequence[int], back: int) -> Fold:
    """Put two pages exactly onto the centre spread, and blank pages at the end, with as few sheets as possible.

    All numbers are numbers of pages: of the front matter, of chapters that are divided by the centre spread but keep
    their order, of chapters that may each stand on either side, of the back matter. The centre spread opens on an even
    page, so each half has an odd number of pages. A blank page before the centre spread counts as much as a sheet.
    """

    def folded(split: int, early: tuple[bool, ...]) -> Fold:
        early_pages = sum(pages for pages, is_early in zip(floating, early, strict=True) if is_early)
        before = front + sum(ordered[:split]) + early_pages
        after = front + sum(ordered) + sum(floating) + back - before
        half = max(before, after)
        half += (half + 1) % 2
        return Fold(split, early, half - before, half - after, 2 * half + 2)

    def cost(candidate: Fold) -> tuple[int, ...]:
        imbalance = abs(2 * candidate.split - len(ordered))
        return (candidate.pages // 2 + 2 * candidate.spare, candidate.spare, sum(candidate.early), imbalance)

    choices = product(range(len(ordered) + 1), product((False, True), repeat=len(floating)))
    return min((folded(split, early) for split, early in choices), key=cost)


def spreads(pages: int) -> tuple[tuple[int, int], ...]:
    """The left and right page of each side of paper of a stitched booklet: front of the outermost sheet, its back, …

    Pages count from 1; `pages` is a multiple of four. Sheets are printed duplex, flipped on the short edge.
    """
    sides: list[tuple[int, int]] = []
    for sheet in range(pages // 4):
        low, high = 2 * sheet + 1, pages - 2 * sheet
        sides += [(high, low), (low + 1, high - 1)]
    return tuple(sides)


def to_leave_out(lengths: Sequence[int], sheets: int, limit: int) -> tuple[int, ...]:
    """The positions of the reports to leave out so that a booklet has at most `limit` sheets, the longest first.

    `lengths` are their numbers of pages, `sheets` is what all of them need. All, where even that is not enough.
    """
    excess = (sheets - limit) * 4
    chosen: list[int] = []
    for position in sorted(range(len(lengths)), key=lambda at: -lengths[at]):
        if excess <= 0:
            break
        chosen.append(position)
        excess -= lengths[position]
    return tuple(sorted(chosen))


ChapterRange = tuple[int, int]
"""The chapters from the first number up to, but without, the second."""


def volumes(
    count: int, opens: Collection[int], capacity: int, pages: Callable[[int, int], int]
) -> tuple[ChapterRange, ...] | None:
    """Divide `count` chapters, in order, among as few booklets as possible.

    `pages(first, end)` is the number of pages of a booklet of those chapters, `capacity` the most that can be stitched.
    Among the divisions with the fewest booklets, those whose booklets begin where a part `opens` are preferred, then
    the one whose longest booklet is shortest. None where some chapter is too long for a booklet of its own.
    """
    best: dict[int, tuple[tuple[int, int, int], tuple[ChapterRange, ...]]] = {0: ((0, 0, 0), ())}
    for end in range(1, count + 1):
        divisions = [
            ((cost[0] + 1, cost[1] + (first not in opens and first > 0), max(cost[2], length)), (*ranges, (first, end)))
            for first, (cost, ranges) in best.items()
            if (length := pages(first, end)) <= capacity
        ]
        if divisions:
            best[end] = min(divisions)
    return best[count][1] if count in best else None
