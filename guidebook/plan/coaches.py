"""Who gets on which coach, where and when: what drivers' texts, checklist and rules share.

Pure arithmetic of a visit. Values that the file leaves out follow from the others here, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidebook.model.records.delegation import Boarding, Coach
from guidebook.model.records.visit import Visit


@dataclass(frozen=True, slots=True)
class Run:
    """A coach on its day."""

    number: int
    """From 1."""
    coach: Coach
    people: int | None
    """How many ride on it; None where that does not follow from the file."""
    boarding: tuple[Boarding, ...]
    """In order; empty where nobody said where."""


def runs_of(visit: Visit) -> tuple[Run, ...]:
    """The coaches of a visit; one without a name that takes everyone where the file names none."""
    coaches = visit.coaches or (Coach(people=visit.people),)
    return tuple(
        Run(number, coach, people_of(coach, visit), _boarding(coach, visit)) for number, coach in enumerate(coaches, 1)
    )


def people_of(coach: Coach, visit: Visit) -> int | None:
    """How many ride on a coach: its own number, else its boardings' sum, else everyone where it is the only one."""
    if coach.people is not None:
        return coach.people
    boarded = boarded_on(coach)
    if boarded is not None:
        return boarded
    return visit.people if len(visit.coaches) == 1 else None


def boarded_on(coach: Coach) -> int | None:
    """The sum of a coach's boardings; None where one of them does not say how many."""
    counts = [boarding.people for boarding in coach.boarding]
    return sum(count for count in counts if count) if counts and None not in counts else None


def _boarding(coach: Coach, visit: Visit) -> tuple[Boarding, ...]:
    if coach.boarding or visit.depart is None:
        return coach.boarding
    return (Boarding(place=visit.depart.place, time=visit.depart.time, people=people_of(coach, visit)),)
