"""The timeline of programmes: years as columns, a bar for each programme. Shares of the width in percent."""

from __future__ import annotations

import calendar
import math
from collections.abc import Sequence
from dataclasses import dataclass

from guidebook.model.records.program import Program


@dataclass(frozen=True, slots=True)
class Stretch:
    """A programme's bar."""

    program: Program
    left: float
    width: float
    open: bool
    """It goes on: drawn in full to the end of its year of record, and pale from there."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All bars over whole years."""

    years: tuple[int, ...]
    stretches: tuple[Stretch, ...]

    def named(self, most: int) -> tuple[str, ...]:
        """What stands under each year: its number, or nothing where more than `most` would have no room."""
        step = math.ceil(len(self.years) / most)
        return tuple("" if place % step else str(year) for place, year in enumerate(self.years))


LEAST = 1.2
"""Percent that a bar is wide at least, so that a single day can be seen."""


def timeline(programs: Sequence[Program]) -> Timeline | None:
    """The bars of the programmes whose beginning is known; None without any."""
    dated = [(program, program.start) for program in programs if program.start is not None]
    if not dated:
        return None
    first = min(int(start[:4]) for _, start in dated)
    last = max(int((program.end or f"{program.as_of}")[:4]) for program, _ in dated)
    years = tuple(range(first, max(first, last) + 1))

    def share(moment: float) -> float:
        return round((moment - first) / len(years) * 100, 2)

    stretches = []
    for program, start in dated:
        left, right = share(_begin(start)), share(_end(program.end or f"{max(program.as_of, first)}"))
        width = max(right - left, LEAST)
        stretches.append(Stretch(program, min(left, 100 - width), width, program.end is None))
    return Timeline(years, tuple(stretches))


def _begin(partial: str) -> float:
    """`2019-07` → 2019.5, the beginning of what is known."""
    year, month, day = [*map(int, partial.split("-")), 1, 1][:3]
    return year + (month - 1 + (day - 1) / calendar.monthrange(year, month)[1]) / 12


def _end(partial: str) -> float:
    """`2019-07` → 2019.583, the end of what is known."""
    parts = [*map(int, partial.split("-"))]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    days = calendar.monthrange(year, month)[1]
    day = parts[2] if len(parts) > 2 else days
    return year + (month - 1 + day / days) / 12
