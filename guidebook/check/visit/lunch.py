"""Rules over the meals of a visit: each is eaten somewhere, at tables for all, and lunch at lunch time.

Also over its route beside its own stops, which is the same contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.check.visit.records import line_of, planned, stops_line
from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import clock, minutes
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.records.stop import Meal
from guidebook.model.records.visit import Visit
from guidebook.model.site import Site
from guidebook.model.text import text
from guidebook.model.wording.numbers import number
from guidebook.plan.itinerary import Day, Entry, Itinerary, place_of, plan_route
from guidebook.plan.leg import Basis
from guidebook.plan.visiting import stops_of

LARGE = 45
"""People from whom on a restaurant must be asked: more than one coach holds."""


def the_lunch_is_eaten_somewhere(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A visit that names its lunch has a stop for it, and that stop names no other restaurant."""
    for visit in catalogue.visits:
        if visit.lunch is None or not (visit.lunch.restaurant or visit.lunch.text):
            continue
        stops = stops_of(visit, catalogue)
        if stops and not any(stop.eats is Meal.LUNCH for stop in stops):
            yield Diagnostic(
                catalogue.where(visit, "lunch"),
                "lunch-nowhere",
                text("점심(lunch)을 적었는데, 방문지 가운데 점심 장소가 없습니다."),
                text("점심 장소에 ‘lunch: true’를 적거나, lunch 줄을 지우세요."),
            )
        # What is eaten elsewhere in words is read where a stop for lunch has no place of its own.
        is_read = any(stop.eats is Meal.LUNCH and place_of(stop) is None for stop in visit.stops)
        for position, stop in enumerate(visit.stops):
            place = place_of(stop)
            if stop.eats is not Meal.LUNCH or place is None:
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


def lunch_fits(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Whoever is here over lunch time eats, at lunch time, at tables for all."""
    if catalogue.site is None:
        return
    for visit, plan in planned(catalogue):
        for day in plan.days:
            lunches = [entry for entry in day.entries if entry.stop.eats is Meal.LUNCH]
            for entry in lunches:
                yield from _lunch_time(catalogue, catalogue.site, visit, entry)
            for entry in day.entries:
                for part in entry.parts if entry.stop.eats else ():
                    yield from _seats(catalogue, visit, part)
            over = day.start <= minutes(catalogue.site.lunch_from) and day.end >= minutes(catalogue.site.lunch_until)
            if over and not lunches:
                yield _no_lunch(catalogue, visit, plan, day)


def _no_lunch(catalogue: Catalogue, visit: Visit, plan: Itinerary, day: Day) -> Diagnostic:
    return Diagnostic(
        stops_line(catalogue, visit),
        "no-lunch",
        text("{number}일 차 일정이 점심시간을 지나는데 점심이 없습니다.", number=day.number)
        if plan.several
        else text("점심시간을 지나는 일정인데 점심이 없습니다."),
        text("점심 먹을 곳을 stops에 넣고 lunch: true를 적으세요."),
        Severity.WARNING,
    )


def _lunch_time(catalogue: Catalogue, site: Site, visit: Visit, entry: Entry) -> Iterator[Diagnostic]:
    if not minutes(site.lunch_from) <= entry.arrive <= minutes(site.lunch_until):
        yield Diagnostic(
            line_of(catalogue, visit, entry, "start"),
            "lunch-time",
            text("점심이 {time}에 시작됩니다.", time=clock(entry.arrive)),
            text(
                "{begin}~{end}에 시작하도록 start, 체류 시간, 순서를 고치세요.",
                begin=site.lunch_from,
                end=site.lunch_until,
            ),
            Severity.WARNING,
        )


def _seats(catalogue: Catalogue, visit: Visit, entry: Entry) -> Iterator[Diagnostic]:
    people = entry.people or visit.people
    seats = entry.seats if entry.seats is not None else entry.spot.seats
    if seats is not None and seats < people:
        yield Diagnostic(
            _table_line(catalogue, visit, entry, "seats" if entry.seats is not None else "restaurant"),
            "few-seats",
            text(
                "점심 장소 '{place}' 좌석 {seats}석은 방문 인원 {people}명보다 적습니다.",
                place=entry.title,
                seats=number(seats),
                people=number(people),
            )
            if entry.stop.eats is Meal.LUNCH
            else text(
                "식사 장소 '{place}' 좌석 {seats}석은 그곳에서 먹는 {people}명보다 적습니다.",
                place=entry.title,
                seats=number(seats),
                people=number(people),
            ),
            text("더 큰 곳을 고르거나 나누어 앉을 곳을 정하고, 확인한 좌석 수를 lunch의 seats에 적으세요."),
            Severity.WARNING,
        )


def _table_line(catalogue: Catalogue, visit: Visit, entry: Entry, key: str) -> Span:
    """Where the file says the place of a meal, as far as it does."""
    for position, table in enumerate(visit.meals):
        if table.meal is entry.stop.eats and (table.restaurant, table.text) == (entry.stop.restaurant, entry.stop.text):
            return catalogue.where(visit, "meals", position, key)
    if key == "seats" and visit.lunch is not None:
        return catalogue.where(visit, "lunch", "seats")
    return line_of(catalogue, visit, entry, "people")


def seats_are_asked_for(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Where a large group eats somebody knows that there are seats."""
    for visit, plan in planned(catalogue):
        tables = [part for entry in plan.entries if entry.stop.eats for part in entry.parts]
        for entry in tables:
            people = entry.people or visit.people
            if people > LARGE and entry.seats is None and entry.spot.seats is None:
                yield Diagnostic(
                    _table_line(catalogue, visit, entry, "restaurant"),
                    "seats-unsaid",
                    text(
                        "'{place}' 음식점에 {people}명이 앉을 수 있는지 적혀 있지 않습니다.",
                        place=entry.spot.name or entry.title,
                        people=number(people),
                    ),
                    text("좌석 수를 확인해 lunch 아래에 ‘seats: 수’로 적으세요."),
                    Severity.WARNING,
                )


def lunch_can_be_reached(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A lunch that takes the place of the route's must not leave a way of unknown length."""
    for visit, plan in planned(catalogue):
        route = catalogue.route(visit.route) if visit.route and not visit.stops else None
        if route is None or not (visit.lunch or visit.meals):
            continue
        before = plan_route(route, catalogue).entries
        if sum(map(_lost, plan.entries)) > sum(map(_lost, before)):
            yield Diagnostic(
                catalogue.where(visit, "lunch" if visit.lunch else "meals"),
                "leg-unknown",
                text("점심 장소까지 오가는 시간을 알 수 없어 0분으로 계산했습니다."),
                text("코스의 stops를 방문 파일로 옮기고, 점심 장소에 town이나 leg(분)를 적으세요."),
                Severity.WARNING,
            )


def _lost(entry: Entry) -> bool:
    return entry.leg is not None and entry.leg.basis is Basis.UNKNOWN


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


RULES = (
    the_lunch_is_eaten_somewhere,
    lunch_fits,
    seats_are_asked_for,
    lunch_can_be_reached,
    stops_or_a_route,
)
"""Lunch first."""
