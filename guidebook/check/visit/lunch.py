"""Rules over contradictions in a visit: its lunch, and its route beside its own stops."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.check.visit.records import line_of, planned
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.visit import Visit
from guidebook.model.text import text
from guidebook.model.wording.numbers import number
from guidebook.plan.itinerary import place_of, stops_of

LARGE = 45
"""People from whom on a restaurant must be asked: more than one coach holds."""


def the_lunch_is_eaten_somewhere(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A visit that names its lunch has a stop for it, and that stop names no other restaurant."""
    for visit in catalogue.visits:
        if visit.lunch is None or not (visit.lunch.restaurant or visit.lunch.text):
            continue
        stops = stops_of(visit, catalogue)
        if stops and not any(stop.lunch for stop in stops):
            yield Diagnostic(
                catalogue.where(visit, "lunch"),
                "lunch-nowhere",
                text("점심(lunch)을 적었는데, 방문지 가운데 점심 장소가 없습니다."),
                text("점심 장소에 ‘lunch: true’를 적거나, lunch 줄을 지우세요."),
            )
        # What is eaten elsewhere in words is read where a stop for lunch has no place of its own.
        is_read = any(stop.lunch and place_of(stop) is None for stop in visit.stops)
        for position, stop in enumerate(visit.stops):
            place = place_of(stop)
            if not stop.lunch or place is None:
                continue
            if visit.lunch.restaurant not in (None, place):
                yield _twice(catalogue, visit, "restaurant", position, place)
            elif visit.lunch.text and not is_read:
                yield _twice(catalogue, visit, "text", position, place)


def _twice(catalogue: Catalogue, visit: Visit, key: str, position: int, place: str) -> Diagnostic:
    return Diagnostic(
        catalogue.where(visit, "lunch", key),
        "lunch-twice",
        text(
            "점심 장소가 두 곳입니다: {number}번째 방문지는 '{stop}', lunch는 '{lunch}'입니다.",
            number=position + 1,
            stop=place,
            lunch=getattr(visit.lunch, key),
        ),
        text("한쪽만 남기고 지우세요."),
    )


def seats_are_asked_for(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Where a large group eats somebody knows that there are seats."""
    for visit, plan in planned(catalogue):
        if visit.people <= LARGE or (visit.lunch is not None and visit.lunch.seats is not None):
            continue
        for entry in plan.entries:
            if entry.stop.lunch and entry.spot.seats is None:
                yield Diagnostic(
                    line_of(catalogue, visit, entry, "people"),
                    "seats-unsaid",
                    text(
                        "'{place}' 음식점에 {people}명이 앉을 수 있는지 적혀 있지 않습니다.",
                        place=entry.spot.name or entry.title,
                        people=number(visit.people),
                    ),
                    text("좌석 수를 확인해 lunch 아래에 ‘seats: 수’로 적으세요."),
                    Severity.WARNING,
                )


def stops_or_a_route(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A visit follows a route or its own stops: with both, the route's stops are not read."""
    for visit in catalogue.visits:
        if visit.stops and visit.route is not None:
            yield Diagnostic(
                catalogue.where(visit, "route"),
                "stops-and-route",
                text("stops와 route가 함께 있어, 코스의 방문지는 쓰지 않고 stops를 따릅니다."),
                text("코스대로 가면 stops를, 따로 정했으면 route를 지우세요. 사례 보고는 programs에 적습니다."),
                Severity.WARNING,
            )


RULES = (the_lunch_is_eaten_somewhere, seats_are_asked_for, stops_or_a_route)
"""Lunch first."""
