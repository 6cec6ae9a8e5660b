"""Rules over the days of routes and visits: they follow each other, and each begins when it can.

Separate from `times`, which judges each day by the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from guidebook.check.visit.records import real_day
from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import clock, minutes
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.records.route import Route
from guidebook.model.records.stop import MOST_DAYS, Stop
from guidebook.model.records.visit import Visit
from guidebook.model.text import text
from guidebook.plan.itinerary import Entry, Itinerary, plan_route
from guidebook.plan.visiting import plan_visit, stops_of

Owner = Route | Visit


def owners(catalogue: Catalogue) -> Iterator[tuple[Owner, tuple[Stop, ...]]]:
    """Routes and visits with the stops that stand in their files."""
    for route in catalogue.routes:
        yield route, route.stops
    for visit in catalogue.visits:
        yield visit, visit.stops


def days_follow_each_other(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No day is left out, and none comes back; after a night it is the next."""
    for owner, stops in owners(catalogue):
        now, slept = 1, False
        for position, stop in enumerate(stops):
            could_be = (1,) if not position else (now + 1,) if slept else (now, now + 1)
            now, slept = max(could_be[0], stop.day or 1), stop.night
            span = catalogue.where(owner, "stops", position, "day")
            if stop.day is not None and stop.day not in could_be:
                yield _other_day(span, stop.day, could_be)
            elif now > MOST_DAYS:
                yield Diagnostic(
                    span,
                    "many-days",
                    text("일정이 {most}일을 넘습니다.", most=MOST_DAYS),
                    text("코스나 방문을 나누어 적으세요."),
                )


def _other_day(span: Span, said: int, could_be: tuple[int, ...]) -> Diagnostic:
    if len(could_be) == 1:
        message = text("이 방문지는 {known}일 차인데 day에 {said}{으로} 적혀 있습니다.", known=could_be[0], said=said)
    else:
        message = text(
            "이 방문지는 {same}일 차이거나 {next}일 차인데 day에 {said}{으로} 적혀 있습니다.",
            same=could_be[0],
            next=could_be[1],
            said=said,
        )
    return Diagnostic(
        span, "day-order", message, text("방문지를 날짜순으로 적고, 하루를 건너뛰지 마세요. 숙소 다음은 다음 날입니다.")
    )


def times_of_days_are_read(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """`start` stands at the first stop of a later day, `leave` at a lodging: elsewhere nobody reads them."""
    for owner, stops in owners(catalogue):
        now = 1
        for position, (before, stop) in enumerate(pairwise((None, *stops))):
            assert stop is not None, "only what comes before the first is nothing"
            day = max(now + (before is not None and before.night), stop.day or 1)
            if stop.start is not None and (before is None or day == now):
                yield Diagnostic(
                    catalogue.where(owner, "stops", position, "start"),
                    "stop-start",
                    text("방문지의 start는 둘째 날부터, 그날의 첫 방문지에만 적습니다."),
                    text("start 줄을 지우세요. 다음 날의 첫 방문지이면 day를 적으세요."),
                )
            if stop.leave is not None and not stop.night:
                yield Diagnostic(
                    catalogue.where(owner, "stops", position, "leave"),
                    "leave-without-night",
                    text("leave는 숙소(night: true)에만 적습니다."),
                    text("하룻밤 묵는 곳이면 night: true를 적고, 아니면 leave 줄을 지우세요."),
                )
            now = day


def mornings_begin_in_time(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """From where they slept, the first stop of a day is reached when it says."""
    for route in catalogue.routes:
        yield from _late(catalogue, route, plan_route(route, catalogue))
    for visit in catalogue.visits:
        if real_day(visit.date) and any(stop.start for stop in stops_of(visit, catalogue)):
            yield from _late(catalogue, visit, plan_visit(visit, catalogue))


def _late(catalogue: Catalogue, owner: Owner, plan: Itinerary) -> Iterator[Diagnostic]:
    for before, entry in pairwise(plan.entries):
        start = entry.stop.start
        if start is None or entry.day == before.day or before.leave is None or entry.arrive <= minutes(start):
            continue
        yield Diagnostic(
            _line(catalogue, owner, entry),
            "late-morning",
            text(
                "숙소에서 {leave}에 출발하면 '{title}'에 {start}까지 갈 수 없습니다({arrive} 도착).",
                leave=clock(before.leave),
                title=entry.title,
                start=start,
                arrive=clock(entry.arrive),
            ),
            text("숙소의 leave를 앞당기거나, 이 방문지의 start를 늦추세요."),
        )


def _line(catalogue: Catalogue, owner: Owner, entry: Entry) -> Span:
    """Where the start of a day is said; at the route where a visit follows one."""
    if owner.stops:
        return catalogue.where(owner, "stops", entry.number - 1, "start")
    return catalogue.where(owner, "route")


def lengths_are_those_of_the_stops(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What a list of routes says of the length is what the stops take."""
    for route in catalogue.routes:
        entries = plan_route(route, catalogue).entries
        days = entries[-1].day if entries else 1
        if days != route.length.days:
            yield Diagnostic(
                catalogue.where(route, "length"),
                "length-days",
                text("방문지는 {days}일 동안인데 length는 {length}입니다.", days=days, length=route.length.value),
                text("하루는 full-day, 1박 2일은 two-days, 2박 3일은 three-days입니다. 방문지의 day와 night도 보세요."),
            )


RULES = (
    days_follow_each_other,
    times_of_days_are_read,
    mornings_begin_in_time,
    lengths_are_those_of_the_stops,
)
"""What is written first, then what follows from it."""
