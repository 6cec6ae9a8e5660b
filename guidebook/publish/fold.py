"""How a stitched booklet is put together: where its middle lies, and which page faces which. Arithmetic only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fold:
    """Where the two middle pages go, and how many pages of ruled lines make the halves alike."""

    split: int
    """So many of the movable chapters stand before the middle."""
    before: int
    """Ruled pages right before the middle."""
    after: int
    """Ruled pages before the end."""
    pages: int
    """Pages in all, a multiple of four."""

    @property
    def sheets(self) -> int:
        """Sheets of paper, four pages each."""
        return self.pages // 4


def fold(front: int, movable: Sequence[int], back: int) -> Fold:
    """Put two pages exactly in the middle with as few ruled pages as can be.

    `front`, `movable` and `back` are numbers of pages: of what comes first, of each chapter that may stand on either
    side of the middle, of what comes last. The middle opens on an even page, so each half has an odd number.
    """

    def half(split: int) -> int:
        longer = max(front + sum(movable[:split]), sum(movable[split:]) + back)
        return longer + (longer + 1) % 2

    split = min(range(len(movable) + 1), key=lambda at: (half(at), abs(2 * at - len(movable))))
    before, after = front + sum(movable[:split]), sum(movable[split:]) + back
    return Fold(split, half(split) - before, half(split) - after, 2 * half(split) + 2)


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
