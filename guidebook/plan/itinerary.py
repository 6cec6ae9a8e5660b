"""The schedule: start, stays, legs and buffers → arrival and departure of each stop, and the sums.

Times are minutes since midnight, so that arithmetic stays arithmetic; `model.clock` writes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import minutes
from guidebook.model.records.delegation import Lunch
from guidebook.model.records.guide import Guide
from guidebook.model.records.program import Program
from guidebook.model.records.route import Route, Stop
from guidebook.model.records.visit import Visit
from guidebook.plan.leg import Basis, Leg, leg_between
from guidebook.plan.spot import Spot, spot_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the schedule. Its number stands in lists and on maps alike."""

    number: int
    stop: Stop
    spot: Spot
    title: str
    """What happens: the stop's own words, or the name of its place."""
    leg: Leg | None
    """None for the first stop."""
    arrive: int
    depart: int
    guide: Guide | None
    program: Program | None


@dataclass(frozen=True, slots=True)
class Itinerary:
    """A timed route or visit."""

    start: int
    buffer: int
    entries: tuple[Entry, ...]

    @property
    def end(self) -> int:
        """When the last stop is left."""
        return self.entries[-1].depart if self.entries else self.start

    @property
    def stay(self) -> int:
        """Minutes at stops."""
        return sum(entry.stop.stay for entry in self.entries)

    @property
    def travel(self) -> int:
        """Minutes under way, buffers included."""
        return self.end - self.start - self.stay

    @property
    def km(self) -> float | None:
        """Road kilometres as estimated; None where a leg is not known."""
        lengths = [entry.leg.km for entry in self.entries if entry.leg]
        return None if any(km is None for km in lengths) else sum(km for km in lengths if km is not None)

    @property
    def estimated(self) -> bool:
        """Whether any leg is estimated."""
        return any(entry.leg and entry.leg.basis in (Basis.ESTIMATED, Basis.TOWNS) for entry in self.entries)


def itinerary(stops: Sequence[Stop], start: int, buffer: int, catalogue: Catalogue) -> Itinerary:
    """Time the stops from `start` (minutes since midnight); `buffer` minutes are added to every way that is gone."""
    entries: list[Entry] = []
    for number, stop in enumerate(stops, start=1):
        spot = spot_of(stop, catalogue)
        leg = leg_between(entries[-1].spot, spot, stop.leg) if entries else None
        way = leg.minutes + buffer if leg and leg.basis is not Basis.NONE else 0
        arrive = (entries[-1].depart if entries else start) + way
        entries.append(
            Entry(
                number,
                stop,
                spot,
                stop.text or spot.name,
                leg,
                arrive,
                arrive + stop.stay,
                catalogue.guide(stop.guide) if stop.guide else None,
                catalogue.program(stop.program) if stop.program else None,
            )
        )
    return Itinerary(start, buffer, tuple(entries))


def stops_of(visit: Visit, catalogue: Catalogue) -> tuple[Stop, ...]:
    """The visit's own stops, else its route's, as they are gone to.

    Its `lunch` takes the place of a route's stop marked `lunch`, and of one of its own where that names no place.
    """
    route = catalogue.route(visit.route) if visit.route else None
    stops = visit.stops or (route.stops if route else ())
    if visit.lunch is not None and (visit.lunch.restaurant or visit.lunch.text):
        eaten = {"restaurant": visit.lunch.restaurant, "text": visit.lunch.text}
        stops = tuple(
            stop.model_copy(update=eaten) if stop.lunch and (not visit.stops or place_of(stop) is None) else stop
            for stop in stops
        )
    return tuple(
        stop.model_copy(update={"confirmed": True}) if place_of(stop) in visit.confirmed else stop for stop in stops
    )


def place_of(stop: Stop) -> str | None:
    """The id of the record at which a stop stands; None for free text."""
    return stop.site or stop.hall or stop.restaurant


def programs_of(visit: Visit, catalogue: Catalogue) -> tuple[Program, ...]:
    """The reports of a visit: its own choice, else its route's; in the order of their marks."""
    route = catalogue.route(visit.route) if visit.route else None
    wanted = visit.programs or (route.programs if route else ())
    return tuple(program for program in catalogue.programs if program.id in wanted)


def plan_visit(visit: Visit, catalogue: Catalogue) -> Itinerary:
    """The schedule of a visit; at its lunch the place has what the host has found out about it."""
    plan = itinerary(stops_of(visit, catalogue), minutes(visit.start), visit.buffer, catalogue)
    lunch = visit.lunch
    if lunch is None:
        return plan
    return replace(
        plan, entries=tuple(_arranged(entry, lunch) if entry.stop.lunch else entry for entry in plan.entries)
    )


def _arranged(entry: Entry, lunch: Lunch) -> Entry:
    """The lunch with address, telephone and assent as the visit has them; what the host wrote is not doubtful."""
    known = {name: value for name in ("address", "phone") if (value := getattr(lunch, name)) is not None}
    spot = replace(entry.spot, **known, doubtful=entry.spot.doubtful - known.keys())
    stop = entry.stop.model_copy(update={"confirmed": entry.stop.confirmed or lunch.confirmed})
    return replace(entry, stop=stop, spot=spot)


def plan_route(route: Route, catalogue: Catalogue, start: str | None = None) -> Itinerary:
    """The schedule of a route as suggested, without buffers."""
    return itinerary(route.stops, minutes(start or route.start), 0, catalogue)
