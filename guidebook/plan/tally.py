"""Counts the visits of a year for the yearly report: delegations, people, towns and programmes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.visit import Status, Visit
from guidebook.plan.itinerary import plan_visit, programs_of

Counts = tuple[tuple[str, int, int], ...]
"""Name, delegations, people."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The visits of one year that took place; the others only as numbers."""

    year: int
    delegations: int
    people: int
    """Of the visits whose `people_came` is known."""
    uncounted: tuple[str, ...]
    """Ids of visits that took place and do not say how many came."""
    planned: int
    cancelled: int
    months: Counts
    towns: Counts
    """Towns in which a stop was. A delegation counts in each town it saw, so these do not add up to the whole."""
    programs: Counts


def tally(catalogue: Catalogue, year: int) -> Tally:
    """Count the visits of `year`."""
    of_year = [visit for visit in catalogue.visits if visit.date.startswith(f"{year}-")]
    done = [visit for visit in of_year if visit.status is Status.DONE]
    towns = [(town.name, town.id) for town in catalogue.towns]
    towns_seen = {visit.id: {entry.spot.town for entry in plan_visit(visit, catalogue).entries} for visit in done}
    programs_seen = {visit.id: {program.id for program in programs_of(visit, catalogue)} for visit in done}
    months = [(f"{int(month)}", month) for month in sorted({visit.date[5:7] for visit in done})]
    return Tally(
        year,
        len(done),
        sum(visit.people_came or 0 for visit in done),
        tuple(visit.id for visit in done if visit.people_came is None),
        sum(visit.status is Status.PLANNED for visit in of_year),
        sum(visit.status is Status.CANCELLED for visit in of_year),
        _counts(months, {visit.id: {visit.date[5:7]} for visit in done}, done),
        _counts(towns, towns_seen, done),
        _counts([(catalogue.emblazoned(p), p.id) for p in catalogue.programs], programs_seen, done),
    )


def _counts(
    names_and_ids: Sequence[tuple[str, str]],
    ids_by_visit: dict[str, set[str]] | dict[str, set[str | None]],
    done: Sequence[Visit],
) -> Counts:
    delegations, people = Counter[str](), Counter[str]()
    for visit in done:
        for _, id in names_and_ids:
            if id in ids_by_visit[visit.id]:
                delegations[id] += 1
                people[id] += visit.people_came or 0
    return tuple((name, delegations[id], people[id]) for name, id in names_and_ids if delegations[id])
