"""The timed schedule: from start, stays, legs and buffers to arrival and departure of each stop, and the sums.

Times are minutes since midnight of their own day, so that arithmetic stays arithmetic; `model.clock` writes them.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import minutes
from guidebook.model.records.guide import Guide
from guidebook.model.records.program import Program
from guidebook.model.records.route import Route
from guidebook.model.records.stop import Mode, Stop
from guidebook.plan.leg import Basis, Leg, leg_between
from guidebook.plan.spot import Spot, spot_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the schedule. Its number stands in lists and on maps alike, and counts on from day to day."""

    number: int
    stop: Stop
    spot: Spot
    title: str
    """What happens: the stop's own words, or the name of its place."""
    leg: Leg | None
    """None for the first stop, and for the first of a day before which they slept nowhere that is known."""
    arrive: int
    depart: int
    guide: Guide | None
    program: Program | None
    day: int = 1
    """From 1. All times are those of this day."""
    way: int = 0
    """Minutes from the stop before, the buffer included."""
    wait: int = 0
    """Minutes that they wait for a departure, or that are left over because they set off earlier than they had to."""
    leave: int | None = None
    """Of a lodging: when they leave it on the day after, where that is known."""
    people: int | None = None
    """How many are here, where it is not everyone."""
    seats: int | None = None
    """How many seats the host was promised."""
    tables: tuple[Entry, ...] = ()
    """Where they divide for a meal: this entry as it is at each of the places."""
    origins: tuple[int, ...] = ()
    """Numbers of the stops from which they come: several where groups meet, the latest first."""
    early: tuple[tuple[str, int], ...] = ()
    """Groups that wait here for the latest, and how long."""

    @property
    def parts(self) -> tuple[Entry, ...]:
        """The entry at each place: itself, or its tables."""
        return self.tables or (self,)


@dataclass(frozen=True, slots=True)
class Day:
    """The stops of one day."""

    number: int
    """From 1."""
    entries: tuple[Entry, ...]
    start: int
    """When they leave their lodging, else when they reach the first stop."""
    date: str | None = None
    """Of a visit."""
    lodging: Entry | None = None
    """Where they wake up, if that is known."""

    @property
    def end(self) -> int:
        """When the last stop is left; at a lodging, when what they do there in the evening is over."""
        return max(entry.depart for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Itinerary:
    """A timed route or visit."""

    start: int
    buffer: int
    entries: tuple[Entry, ...]
    date: str | None = None
    """The first day, of a visit."""

    @property
    def end(self) -> int:
        """When the last stop is left, on the last day."""
        return self.days[-1].end if self.entries else self.start

    @property
    def days(self) -> tuple[Day, ...]:
        """The stops by day. A day without stops does not occur: who names it has a fault."""
        return tuple(
            self._day(number, tuple(entries)) for number, entries in groupby(self.entries, lambda entry: entry.day)
        )

    def _day(self, number: int, entries: tuple[Entry, ...]) -> Day:
        first = entries[0]
        before = self.entries[first.number - 2] if first.number > 1 else None
        begins = (entry for entry in entries if all(origin < first.number for origin in entry.origins))
        start = min(entry.arrive - entry.way - entry.wait for entry in begins)
        date = day_after(self.date, number - 1) if self.date else None
        return Day(number, entries, start, date, before if before is not None and before.stop.night else None)

    @property
    def several(self) -> bool:
        """Whether it takes more than one day."""
        return bool(self.entries) and self.entries[-1].day > 1

    @property
    def last_date(self) -> str | None:
        """The last day, of a visit."""
        return day_after(self.date, self.entries[-1].day - 1) if self.date and self.entries else self.date

    def date_of(self, entry: Entry) -> str:
        """The day of a stop of a visit: `2026-12-04`."""
        assert self.date is not None, "a visit has a date"
        return day_after(self.date, entry.day - 1)

    @property
    def stay(self) -> int:
        """Minutes at stops."""
        return sum(entry.stop.stay for entry in self.entries)

    @property
    def travel(self) -> int:
        """Minutes under way, buffers included. Nights are none."""
        return sum(entry.way for entry in self.entries)

    @property
    def wait(self) -> int:
        """Minutes of waiting."""
        return sum(entry.wait for entry in self.entries)

    @property
    def by_timetable(self) -> bool:
        """Whether a departure keeps times where they are, whenever one begins."""
        return any(entry.leg and entry.leg.departs is not None for entry in self.entries)

    @property
    def by_coach(self) -> bool:
        """Whether a coach is needed: no way is known to need none."""
        ways = [entry.leg for entry in self.entries if entry.leg and entry.leg.basis is not Basis.NONE]
        return not ways or any(leg.mode is Mode.COACH for leg in ways)

    @property
    def km(self) -> float | None:
        """Kilometres as estimated; None where a leg is not known, and where groups go different ways."""
        if any(entry.stop.group for entry in self.entries):
            return None
        lengths = [entry.leg.km for entry in self.entries if entry.leg]
        return None if any(km is None for km in lengths) else sum(km for km in lengths if km is not None)

    @property
    def estimated(self) -> bool:
        """Whether any leg is estimated."""
        return any(entry.leg and entry.leg.basis in (Basis.ESTIMATED, Basis.TOWNS) for entry in self.entries)


def day_after(date: str, days: int) -> str:
    """The date so many days after another: `2026-12-03`, 1 → `2026-12-04`. Both must be on the calendar."""
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days=days)).isoformat() if days else date


def days_of(stops: Sequence[Stop]) -> tuple[int, ...]:
    """The day of each stop, from 1: as the one before it, one later after a night, or as it says."""
    days: list[int] = []
    for position, stop in enumerate(stops):
        days.append(max(days[-1] + stops[position - 1].night if position else 1, stop.day or 1))
    return tuple(days)


def itinerary(
    stops: Sequence[Stop], start: int, buffer: int, catalogue: Catalogue, date: str | None = None
) -> Itinerary:
    """Time the stops from `start` (minutes since midnight); `buffer` minutes are added to every way that is gone.

    The first stop of a later day is reached at its own `start`, else at that of the first day; from a lodging they
    set off in time, or when they say.
    """
    entries: list[Entry] = []
    for number, (stop, day) in enumerate(zip(stops, days_of(stops), strict=True), start=1):
        spot = spot_of(stop, catalogue)
        begin = minutes(stop.start) if stop.start and entries else start
        origins = [origin for origin in _before(entries, stop) if day == origin.day or origin.stop.night]
        ways = [_way(origin, stop, spot, begin if day > origin.day else None, buffer) for origin in origins]
        ways.sort(key=lambda way: -way.arrive)
        last = ways[0] if ways else _Way(None, None, begin, begin)
        for way in ways:
            if way.origin is not None and day > way.origin.day:
                leave = way.sets_off if way.origin.leave is None else min(way.origin.leave, way.sets_off)
                entries[way.origin.number - 1] = replace(entries[way.origin.number - 1], leave=leave)
        entries.append(
            Entry(
                number,
                stop,
                spot,
                stop.text or spot.name,
                last.leg,
                last.arrive,
                last.arrive + stop.stay,
                catalogue.guide(stop.guide) if stop.guide else None,
                catalogue.program(stop.program) if stop.program else None,
                day,
                way=(taken := last.leg.takes(buffer) if last.leg else 0),
                wait=last.arrive - last.sets_off - taken,
                leave=minutes(stop.leave) if stop.night and stop.leave else None,
                origins=tuple(way.origin.number for way in ways if way.origin),
                early=tuple(_early(way, last) for way in ways if way.arrive < last.arrive),
            )
        )
    return Itinerary(start, buffer, tuple(entries), date)


@dataclass(frozen=True, slots=True)
class _Way:
    """From a stop to the next: when they set off, and when they are there."""

    origin: Entry | None
    leg: Leg | None
    sets_off: int
    arrive: int


def _before(entries: Sequence[Entry], stop: Stop) -> list[Entry]:
    """The stops from which they come: of a group its own last one, else where it parted; where all meet, of each."""
    parted = list(takewhile(lambda entry: entry.stop.group is not None, reversed(entries)))
    common = entries[-len(parted) - 1 : len(entries) - len(parted)]
    if not parted:
        return list(common)
    lasts = {entry.stop.group: entry for entry in reversed(parted)}
    if stop.group is None:
        return list(lasts.values())
    return [lasts[stop.group]] if stop.group in lasts else list(common)


def _early(way: _Way, last: _Way) -> tuple[str, int]:
    assert way.origin is not None, "only where groups meet, one is earlier"
    return way.origin.stop.group or "", last.arrive - way.arrive


def _way(origin: Entry, stop: Stop, spot: Spot, begin: int | None, buffer: int) -> _Way:
    """The way to a stop. The first of a day is to be reached at `begin`.

    Where they say when they leave their lodging, that goes first, and `begin` counts if the stop itself says it.
    """
    departs = minutes(stop.departs) if stop.departs else None
    leg = leg_between(origin.spot, spot, stop.leg, stop.mode, departs)
    taken = leg.takes(buffer)
    if begin is None:
        sets_off = origin.depart
    elif origin.stop.leave is not None:
        sets_off = minutes(origin.stop.leave)
    else:
        sets_off = max(0, begin - taken) if leg.departs is None else leg.departs
    least = begin if begin is not None and stop.start is not None else 0
    return _Way(origin, leg, sets_off, max(sets_off + leg.wait(sets_off) + taken, least))


def place_of(stop: Stop) -> str | None:
    """The id of the record at which a stop stands; None for free text."""
    return stop.site or stop.hall or stop.restaurant


def plan_route(route: Route, catalogue: Catalogue, start: str | None = None) -> Itinerary:
    """The schedule of a route as suggested, without buffers."""
    return itinerary(route.stops, minutes(start or route.start), 0, catalogue)
