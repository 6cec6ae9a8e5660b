"""Estimates how long the way between two stops takes.

Straight line × 1.35 for bends, at 40 km/h as a coach goes on country roads, rounded up to five minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import asin, ceil, cos, radians, sin, sqrt

from guidebook.model.records.place import Access
from guidebook.plan.spot import LatLon, Precision, Spot

DETOUR = 1.35
SPEED = 40.0
"""Kilometres an hour."""
STEP = 5
"""Minutes to which estimates are rounded up; also the shortest one."""
WITHIN_TOWN = 10
"""Minutes at least where of one end only the town is known."""
EARTH = 6371.0088
"""Mean radius in kilometres (IUGG)."""


class Basis(StrEnum):
    """Where the minutes of a leg come from."""

    NONE = "none"
    """No way to go: the stop is where the one before was."""
    GIVEN = "given"
    ESTIMATED = "estimated"
    """추정."""
    TOWNS = "towns"
    """추정(읍면동 기준)."""
    UNKNOWN = "unknown"
    """Nobody can say: a ferry, an expressway, a place not known. Counts as no time and is a fault."""


@dataclass(frozen=True, slots=True)
class Leg:
    """The way to a stop from the one before."""

    minutes: int
    """Without the buffer."""
    km: float | None
    """Estimated road kilometres; None where an end is not known."""
    basis: Basis


def distance(point: LatLon, other: LatLon) -> float:
    """Kilometres along the great circle between two (lat, lon) in degrees (haversine)."""
    lat1, lon1, lat2, lon2 = (radians(value) for value in (*point, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def leg_between(before: Spot, here: Spot, given: int | None) -> Leg:
    """The leg from `before` to `here`; `given` minutes go before any estimate."""
    km = _road(before, here)
    if given is not None:
        return Leg(given, km, Basis.GIVEN if given or not _same(before, here) else Basis.NONE)
    if _same(before, here):
        return Leg(0, 0.0, Basis.NONE)
    if km is None or {before.access, here.access} & {Access.FERRY, Access.EXPRESSWAY}:
        return Leg(0, None, Basis.UNKNOWN)
    minutes = max(STEP, ceil(km / SPEED * 60 / STEP) * STEP)
    if Precision.TOWN in (before.precision, here.precision):
        return Leg(max(WITHIN_TOWN, minutes), km, Basis.TOWNS)
    return Leg(minutes, km, Basis.ESTIMATED)


def _road(before: Spot, here: Spot) -> float | None:
    if before.point is None or here.point is None:
        return None
    return distance(before.point, here.point) * DETOUR


def _same(before: Spot, here: Spot) -> bool:
    """Whether both are one place: the same record, or free text where no place is named."""
    if here.id is not None or before.id is not None:
        return (before.kind, before.id) == (here.kind, here.id)
    return before.town == here.town
