"""Rules over buses, trains and ferries on the way: their times are known, and they are caught.

Separate from `check.routes`, which asks whether the way to a stop takes a known time.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from guidebook.check.visit.nights import owners
from guidebook.check.visit.records import planned
from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import clock
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.label import label_of
from guidebook.model.records.route import Route
from guidebook.model.records.stop import Mode, Stop
from guidebook.model.records.visit import Visit
from guidebook.model.text import Text, text
from guidebook.plan.itinerary import Entry, Itinerary, plan_route


def modes_and_departures_are_read(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Only a way has a mode, and only what goes by a timetable has a departure."""
    for owner, stops in owners(catalogue):
        for position, (before, stop) in enumerate(pairwise((None, *stops))):
            assert stop is not None, "only what comes before the first is nothing"
            key = "departs" if stop.departs is not None else "mode"
            span = catalogue.where(owner, "stops", position, key)
            if before is None and (stop.departs is not None or stop.mode is not Mode.COACH):
                yield Diagnostic(
                    span,
                    "way-unread",
                    text("첫 방문지에는 앞 방문지에서 오는 방법(mode, departs)을 적지 않습니다."),
                    text("이 줄을 지우세요. 방문단이 출발하는 곳과 시각은 방문의 depart에 적습니다."),
                )
            elif stop.departs is not None and not stop.mode.by_timetable:
                yield Diagnostic(
                    span,
                    "departs-unread",
                    text("departs는 시내버스(bus), 열차(train), 배(ferry)로 갈 때만 적습니다."),
                    text("mode를 적거나 departs 줄을 지우세요."),
                )


def departures_are_known(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Who goes by a timetable knows when: a visit that is still to come, and a route for whoever follows it."""
    for owner, plan in _plans(catalogue):
        for position, entry in enumerate(plan.entries):
            if owner.stops and entry.leg and entry.leg.mode.by_timetable and entry.leg.departs is None:
                yield Diagnostic(
                    catalogue.where(owner, "stops", position, "mode"),
                    "no-departure",
                    text("{mode} 출발 시각이 적혀 있지 않습니다.", mode=_name(entry.leg.mode)),
                    text("시간표를 보고 departs에 적으세요. 기다리는 시간을 일정에 넣습니다."),
                    Severity.WARNING if isinstance(owner, Visit) else Severity.NOTE,
                )


def departures_are_caught(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Nobody comes to the stop after the train has left."""
    for owner, plan in _plans(catalogue):
        for before, entry in pairwise(plan.entries):
            ready = before.depart if entry.day == before.day else before.leave
            departs = entry.leg.departs if entry.leg else None
            if departs is None or ready is None or ready <= departs:
                continue
            yield Diagnostic(
                _line(catalogue, owner, entry),
                "missed-departure",
                text(
                    "'{title}'에서 {ready}에 출발하므로 {departs}에 떠나는 {mode}{을} 탈 수 없습니다.",
                    title=before.title,
                    ready=clock(ready),
                    departs=clock(departs),
                    mode=_name(entry.leg.mode if entry.leg else Mode.COACH),
                ),
                text("더 늦은 편을 departs에 적거나, start를 앞당기거나 앞의 체류 시간을 줄이세요."),
            )


def _plans(catalogue: Catalogue) -> Iterator[tuple[Route | Visit, Itinerary]]:
    for route in catalogue.routes:
        yield route, plan_route(route, catalogue)
    yield from planned(catalogue)


def _line(catalogue: Catalogue, owner: Route | Visit, entry: Entry) -> Span:
    if owner.stops:
        return catalogue.where(owner, "stops", entry.number - 1, "departs")
    return catalogue.where(owner, "start")


def _name(mode: Mode) -> Text:
    return label_of(Stop, "mode").choices[mode.value]


RULES = (modes_and_departures_are_read, departures_are_known, departures_are_caught)
"""What is written first."""
