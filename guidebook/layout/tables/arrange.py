"""What becomes of a table that is too wide: arithmetic of widths, without knowing of documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from guidebook.layout.tables.measure import SHORT

LEAST = 7.0
"""Points of the smallest type in tables, unless an edition asks for more."""
TOGETHER = 3
"""So many rows stand on either side of a break at least; `tables.css` says so to WeasyPrint."""
EVENING = 12
"""Steps of halving by which parts of a table are made even."""
MARGIN = 0.99
"""Share of the room that is filled, for glyphs are rounded."""


@dataclass(frozen=True, slots=True)
class Smaller:
    """Set in smaller type: `scale` times its own."""

    scale: float


@dataclass(frozen=True, slots=True)
class Turned:
    """By a quarter, on a page of its own."""

    scale: float


@dataclass(frozen=True, slots=True)
class Parted:
    """Into tables of these columns; each has the first one, the row heads."""

    columns: tuple[tuple[int, ...], ...]
    scale: float


Arrangement = Smaller | Turned | Parted


def arrangement(
    columns: Sequence[float],
    upright: float,
    turned: float,
    least: float,
    may_turn: bool = True,
    may_part: bool = True,
) -> Arrangement | None:
    """The first that does for columns of these widths, on a page with room for `upright` and, turned, `turned`.

    `least` is the scale at which the smallest words of the table are as small as they may be. None: nothing does.
    """
    least, width = min(1.0, least), sum(columns)
    if (scale := MARGIN * upright / width) >= least:
        return Smaller(min(1.0, scale))
    if may_turn and (scale := MARGIN * turned / width) >= least:
        return Turned(min(1.0, scale))
    return _parted(columns, MARGIN * upright, least) if may_part else None


def _parted(columns: Sequence[float], room: float, least: float) -> Parted | None:
    """As few tables as there must be, and among those as even ones as can be."""
    head, widest = columns[0], room / least
    narrowest = head + max(columns[1:], default=0.0)
    if len(columns) < 3 or narrowest > widest:
        return None
    wanted, too_narrow = len(_filled(columns, widest)), narrowest
    for _ in range(EVENING):
        middle = (too_narrow + widest) / 2
        if len(_filled(columns, middle)) == wanted:
            widest = middle
        else:
            too_narrow = middle
    groups = _filled(columns, widest)
    return Parted(groups, min(1.0, room / max(sum(columns[place] for place in group) for group in groups)))


def _filled(columns: Sequence[float], room: float) -> tuple[tuple[int, ...], ...]:
    """The columns dealt out, as many to each table as fit beside the row heads."""
    groups: list[list[int]] = []
    for place in range(1, len(columns)):
        if not groups or sum(columns[column] for column in groups[-1]) + columns[place] > room + 1e-6:
            groups.append([0])
        groups[-1].append(place)
    return tuple(tuple(group) for group in groups)


def page_fuls(rows: Sequence[float], room: float) -> tuple[range, ...] | None:
    """Rows of these heights dealt out over pages with so much room; None where they cannot be.

    What is short stays together, and of what is long no page has fewer than three.
    """
    if sum(rows) <= room:
        return (range(len(rows)),)
    if len(rows) <= SHORT or max(rows) > room:
        return None
    ends, used = [0], 0.0
    for place, height in enumerate(rows):
        if used + height > room:
            ends.append(place)
            used = 0.0
        used += height
    ends[-1] = min(ends[-1], len(rows) - TOGETHER)
    pages = tuple(range(first, end) for first, end in pairwise((*ends, len(rows))))
    fit = all(len(page) >= TOGETHER and sum(rows[place] for place in page) <= room for page in pages)
    return pages if fit else None
