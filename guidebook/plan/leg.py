"""Estimates how long the way between two stops takes.

Straight line × 1.35 for bends, at 40 km/h as a coach goes on country roads or at 4 km/h on foot, rounded up to five
minutes. When a bus, a train or a ferry goes and how long it takes, its timetable says and nobody estimates.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import asin, ceil, cos, radians, sin, sqrt

from guidebook.model.records.place import Access
from guidebook.model.records.stop import Mode
from guidebook.plan.spot import LatLon, Precision, Spot

DETOUR = 1.35
SPEED, WALKING = 40.0, 4.0
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
    """Estimated kilometres by road or on foot; None where an end is not known, and by train and ferry."""
    basis: Basis
    mode: Mode = Mode.COACH
    departs: int | None = None
    """When the bus, train or ferry leaves, in minutes since midnight."""

    def takes(self, buffer: int) -> int:
        """Minutes from the departure on. Who walks, or rides by a timetable, needs no time for boarding besides."""
        if self.basis is Basis.NONE:
            return 0
        return self.minutes + (0 if self.mode is Mode.FOOT or self.departs is not None else buffer)

    def wait(self, ready: int) -> int:
        """Minutes to wait for the departure of who is ready at `ready`; none for who comes too late."""
        return 0 if self.departs is None or self.basis is Basis.NONE else max(0, self.departs - ready)


def distance(point: LatLon, other: LatLon) -> float:
    """Kilometres along the great circle between two (lat, lon) in degrees (haversine)."""
    lat1, lon1, lat2, lon2 = (radians(value) for value in (*point, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def leg_between(
    before: Spot, here: Spot, given: int | None, mode: Mode = Mode.COACH, departs: int | None = None
) -> Leg:
    """The leg from `before` to `here`; `given` minutes go before any estimate."""
    km = None if mode in (Mode.TRAIN, Mode.FERRY) else _road(before, here)
    if given is not None:
        basis = Basis.GIVEN if given or not _same(before, here) else Basis.NONE
        return Leg(given, km, basis, mode, departs)
    if _same(before, here):
        return Leg(0, 0.0, Basis.NONE)
    only_towns = Precision.TOWN in (before.precision, here.precision)
    if km is None or mode.by_timetable or not _reached(before, here) or (mode is Mode.FOOT and only_towns):
        return Leg(0, None, Basis.UNKNOWN, mode, departs)
    minutes = max(STEP, ceil(km / (WALKING if mode is Mode.FOOT else SPEED) * 60 / STEP) * STEP)
    if only_towns:
        return Leg(max(WITHIN_TOWN, minutes), km, Basis.TOWNS, mode)
    return Leg(minutes, km, Basis.ESTIMATED, mode)


def _reached(before: Spot, here: Spot) -> bool:
    """Whether the way is one by ordinary roads."""
    return not {before.access, here.access} & {Access.FERRY, Access.EXPRESSWAY}


def _road(before: Spot, here: Spot) -> float | None:
    if before.point is None or here.point is None:
        return None
    return distance(before.point, here.point) * DETOUR


def _same(before: Spot, here: Spot) -> bool:
    """Whether both are one place: the same record, or free text where no place is named."""
    if here.id is not None or before.id is not None:
        return (before.kind, before.id) == (here.kind, here.id)
    return before.town == here.town
