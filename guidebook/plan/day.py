"""All visits of one day side by side: who is where when, and who would meet at one place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.stop import MOST_DAYS
from guidebook.model.records.visit import Status, Visit
from guidebook.plan.itinerary import Entry, day_after, place_of
from guidebook.plan.visiting import plan_visit


@dataclass(frozen=True, slots=True)
class Appointment:
    """A delegation at a stop."""

    visit: Visit
    entry: Entry
    with_whom: tuple[str, ...] = ()
    """Other delegations that are at the same place, or with the same guide, for a part of that time."""


def appointments(catalogue: Catalogue, day: str) -> tuple[Appointment, ...]:
    """The stops of all visits of that day that are not cancelled, in the order of the clock."""
    first = day_after(day, -MOST_DAYS)
    visits = [visit for visit in catalogue.visits if visit.status is not Status.CANCELLED]
    plans = [(visit, plan_visit(visit, catalogue)) for visit in visits if first < visit.date <= day]
    found = [Appointment(visit, entry) for visit, plan in plans for entry in plan.entries if plan.date_of(entry) == day]
    found.sort(key=lambda one: (one.entry.arrive, one.entry.depart, one.visit.delegation, one.visit.id))
    return tuple(replace(one, with_whom=_met(one, found)) for one in found)


def meet(one: Entry, other: Entry) -> bool:
    """Whether two delegations that come on one day are at one place, or with one guide, at the same time."""
    same_place = bool(_places(one) & _places(other))
    same_guide = one.guide is not None and one.guide == other.guide
    return (same_place or same_guide) and one.arrive < other.depart and other.arrive < one.depart


def _places(entry: Entry) -> set[str]:
    return {place for part in entry.parts if (place := place_of(part.stop)) is not None}


def _met(one: Appointment, all_of_them: list[Appointment]) -> tuple[str, ...]:
    others = (other for other in all_of_them if other.visit is not one.visit and meet(one.entry, other.entry))
    return tuple(dict.fromkeys(other.visit.delegation for other in others))
