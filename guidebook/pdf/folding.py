"""How a stitched booklet is put together: where its middle lies, and which page faces which. Arithmetic only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class Fold:
    """What goes before the two middle pages, and how many pages make the halves alike."""

    split: int
    """So many of the ordered chapters stand before the middle."""
    early: tuple[bool, ...]
    """Which of the floating chapters do."""
    spare: int
    """Pages to write answers on, before the middle, where no order of the chapters fills its half."""
    after: int
    """Ruled pages at the very end."""
    pages: int
    """Pages in all, a multiple of four."""

    @property
    def sheets(self) -> int:
        """Sheets of paper, four pages each."""
        return self.pages // 4


def fold(front: int, ordered: Sequence[int], floating: Sequence[int], back: int) -> Fold:
    """Put two pages exactly in the middle, and what is left over at the end, with as little paper as can be.

    `front`, `ordered`, `floating` and `back` are numbers of pages: of what comes first, of chapters that may stand on
    either side of the middle in their order, of those that may do so one by one, of what comes last. The middle opens
    on an even page, so each half has an odd number. A page that only fills up before the middle counts as a sheet.
    """

    def folded(split: int, early: tuple[bool, ...]) -> Fold:
        before = (
            front
            + sum(ordered[:split])
            + sum(pages for pages, is_early in zip(floating, early, strict=True) if is_early)
        )
        after = front + sum(ordered) + sum(floating) + back - before
        half = max(before, after)
        half += (half + 1) % 2
        return Fold(split, early, half - before, half - after, 2 * half + 2)

    def cost(one: Fold) -> tuple[int, ...]:
        return (one.pages // 2 + 2 * one.spare, one.spare, sum(one.early), abs(2 * one.split - len(ordered)))

    ways = product(range(len(ordered) + 1), product((False, True), repeat=len(floating)))
    return min((folded(split, early) for split, early in ways), key=cost)


def spreads(pages: int) -> tuple[tuple[int, int], ...]:
    """What lies left and right on each side of paper of a stitched booklet: front of the first sheet, its back, and on.

    Pages count from 1; `pages` is a multiple of four. Backs are turned over the short edge.
    """
    sides: list[tuple[int, int]] = []
    for sheet in range(pages // 4):
        low, high = 2 * sheet + 1, pages - 2 * sheet
        sides += [(high, low), (low + 1, high - 1)]
    return tuple(sides)


def to_leave_out(lengths: Sequence[int], sheets: int, limit: int) -> tuple[int, ...]:
    """Which reports, by position, to leave out so that a booklet has at most `limit` sheets: the longest first.

    `lengths` are their pages, `sheets` what the whole needs now. All of them where even that is not enough.
    """
    excess = (sheets - limit) * 4
    chosen: list[int] = []
    for position in sorted(range(len(lengths)), key=lambda at: -lengths[at]):
        if excess <= 0:
            break
        chosen.append(position)
        excess -= lengths[position]
    return tuple(sorted(chosen))


Part = tuple[int, int]
"""The chapters from the first number up to, but without, the second."""


def volumes(
    count: int, opens: Collection[int], capacity: int, pages: Callable[[int, int], int]
) -> tuple[Part, ...] | None:
    """Share out `count` chapters over as few booklets as can be, in order.

    `pages(first, end)` is the number of pages of a booklet of those chapters, `capacity` the most that can be stitched.
    Among the ways with the fewest booklets, those that begin where a part `opens` go first, then the most even one.
    None where some chapter is too long for a booklet of its own.
    """
    best: dict[int, tuple[tuple[int, int, int], tuple[Part, ...]]] = {0: ((0, 0, 0), ())}
    for end in range(1, count + 1):
        ways = [
            ((cost[0] + 1, cost[1] + (first not in opens and first > 0), max(cost[2], length)), (*parts, (first, end)))
            for first, (cost, parts) in best.items()
            if (length := pages(first, end)) <= capacity
        ]
        if ways:
            best[end] = min(ways)
    return best[count][1] if count in best else None
