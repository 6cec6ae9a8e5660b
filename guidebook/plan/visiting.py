"""The schedule of a visit: its own stops or its route's, with what the host has arranged for meals.

Separate from `itinerary`, whose arithmetic knows stops and no visits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import minutes
from guidebook.model.records.delegation import Group, Lunch
from guidebook.model.records.program import Program
from guidebook.model.records.stop import Meal, Stop
from guidebook.model.records.visit import Visit
from guidebook.plan.itinerary import Entry, Itinerary, days_of, itinerary, place_of
from guidebook.plan.spot import spot_of


def stops_of(visit: Visit, catalogue: Catalogue) -> tuple[Stop, ...]:
    """The visit's own stops, else its route's, as they are gone to.

    What it says of a meal takes the place of a route's stop for that meal, and of one of its own where that names no
    place.
    """
    route = catalogue.route(visit.route) if visit.route else None
    stops = visit.stops or (route.stops if route else ())
    days = days_of(stops)
    return tuple(_said_yes(_eaten(stop, day, visit), visit) for stop, day in zip(stops, days, strict=True))


def _eaten(stop: Stop, day: int, visit: Visit) -> Stop:
    named = meals_at(stop, day, visit)
    if not named or (visit.stops and place_of(stop) is not None):
        return stop
    first = named[0]
    return stop.model_copy(update={"restaurant": first.restaurant, "text": first.text})


def _said_yes(stop: Stop, visit: Visit) -> Stop:
    return stop.model_copy(update={"confirmed": True}) if place_of(stop) in visit.confirmed else stop


def meals_at(stop: Stop, day: int, visit: Visit) -> tuple[Lunch, ...]:
    """Where they eat at a stop, as the visit has it: what it says of that day goes before what holds for all."""
    if stop.eats is None:
        return ()
    named = [table for table in visit.meals if table.meal is stop.eats and (table.restaurant or table.text)]
    of_day = tuple(table for table in named if table.day == day) or tuple(table for table in named if table.day is None)
    if of_day:
        return of_day
    lunch = visit.lunch if stop.eats is Meal.LUNCH else None
    return (lunch,) if lunch is not None and (lunch.restaurant or lunch.text) else ()


def people_at(tables: Sequence[Lunch | Group], everyone: int) -> tuple[int | None, ...]:
    """How many are at each place, or in each group: all at the only one; who is left where nothing is said."""
    said = [getattr(table, "people", None) for table in tables]
    if len(said) == 1:
        return (said[0] or everyone,)
    left = everyone - sum(people for people in said if people is not None)
    if said.count(None) != 1 or left < 1:
        return tuple(said)
    return tuple(left if people is None else people for people in said)


def people_of_group(name: str | None, visit: Visit) -> int | None:
    """How many are in a group; None for everyone, and where that does not follow from the file."""
    counts = zip(visit.groups, people_at(visit.groups, visit.people), strict=True)
    return next((people for group, people in counts if group.name == name), None)


def programs_of(visit: Visit, catalogue: Catalogue) -> tuple[Program, ...]:
    """The reports of a visit: its own choice, else its route's, else what its stops show; in their order."""
    route = catalogue.route(visit.route) if visit.route else None
    shown = {stop.program for stop in visit.stops}
    ids = visit.programs or (route.programs if route else shown)
    return tuple(program for program in catalogue.programs if program.id in ids)


def plan_visit(visit: Visit, catalogue: Catalogue) -> Itinerary:
    """The schedule of a visit; at its meals the places have what the host has found out about them."""
    plan = itinerary(stops_of(visit, catalogue), minutes(visit.start), visit.buffer, catalogue, visit.date)
    if visit.lunch is None and not visit.meals and not visit.groups:
        return plan
    entries = (replace(entry, people=people_of_group(entry.stop.group, visit)) for entry in plan.entries)
    return replace(plan, entries=tuple(_arranged(entry, visit, catalogue) for entry in entries))


def _arranged(entry: Entry, visit: Visit, catalogue: Catalogue) -> Entry:
    tables = meals_at(entry.stop, entry.day, visit)
    if not tables:
        # Of a place that the stop itself names, the visit may say more without naming it again.
        alone = visit.lunch if entry.stop.eats is Meal.LUNCH and not visit.meals else None
        return entry if alone is None else _at(entry, alone, entry.people)
    everyone = entry.people or visit.people
    if len(tables) == 1:
        return _at(entry, tables[0], people_at(tables, everyone)[0])
    parts = []
    for table, people in zip(tables, people_at(tables, everyone), strict=True):
        stop = _said_yes(
            entry.stop.model_copy(update={"restaurant": table.restaurant, "text": table.text, "confirmed": False}),
            visit,
        )
        spot = spot_of(stop, catalogue)
        parts.append(_at(replace(entry, stop=stop, spot=spot, title=stop.text or spot.name), table, people))
    return replace(parts[0], people=None, seats=None, tables=tuple(parts))


def _at(entry: Entry, table: Lunch, people: int | None) -> Entry:
    """The meal with address, telephone and assent as the visit has them; what the host wrote is not doubtful."""
    known = {name: value for name in ("address", "phone") if (value := getattr(table, name)) is not None}
    spot = replace(entry.spot, **known, doubtful=entry.spot.doubtful - known.keys())
    stop = entry.stop.model_copy(update={"confirmed": entry.stop.confirmed or table.confirmed})
    return replace(entry, stop=stop, spot=spot, people=people, seats=table.seats)
