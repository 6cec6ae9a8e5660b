"""The shortest order of the stops between the first and the last, by straight lines. Used for a hint only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from guidebook.model.records.place import Access
from guidebook.model.records.stop import Mode
from guidebook.plan.itinerary import Entry
from guidebook.plan.leg import distance

MOST = 8
"""Stops that may change places: 8! orders are tried in a moment, 9! are not."""


@dataclass(frozen=True, slots=True)
class Order:
    """The best order and how it compares."""

    positions: tuple[int, ...]
    """Positions among the day's stops, counted from 0, in the best order."""
    km: float
    """Straight-line length of the best order."""
    longer: float
    """By how much of that the order as it is is longer: 0.2 for 20 %."""


def best_order(entries: Sequence[Entry]) -> Order | None:
    """The best order of the stops of a day.

    None where a place is unknown or reached by no road, where they divide or go otherwise than by coach, or where the
    stops are too many or too few. First and last stop and meals stay where they are.
    """
    spots = [entry.spot for entry in entries]
    points = [spot.point for spot in spots if spot.point and spot.access in (None, Access.ROAD)]
    if any(entry.stop.group or (entry.leg and entry.leg.mode is not Mode.COACH) for entry in entries):
        return None
    free = [position for position in range(1, len(entries) - 1) if not entries[position].stop.eats]
    if len(points) < len(spots) or not 2 <= len(free) <= MOST:
        return None
    lengths = [[distance(point, other) for other in points] for point in points]

    def length(order: tuple[int, ...]) -> float:
        return sum(lengths[here][next_stop] for here, next_stop in pairwise(order))

    now = tuple(range(len(points)))
    best = min((_placed(now, free, chosen) for chosen in permutations(free)), key=length)
    shortest = length(best)
    return Order(best, shortest, length(now) / shortest - 1 if shortest else 0.0)


def _placed(now: tuple[int, ...], free: list[int], chosen: tuple[int, ...]) -> tuple[int, ...]:
    """The order in which the free places are taken by the chosen stops."""
    taken = dict(zip(free, chosen, strict=True))
    return tuple(taken.get(position, position) for position in now)
