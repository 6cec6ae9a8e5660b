"""Rules over the times of visits and routes: none runs past midnight, overlaps with another, or lies in the past.

What day it is today is a value: a build has no clock, only the command line has.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from guidebook.check.visit.records import MIDNIGHT, line_of, planned, real_day
from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import clock
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.records.visit import Status, Visit
from guidebook.model.text import text
from guidebook.plan.day import meet
from guidebook.plan.itinerary import Entry, Itinerary, plan_route
from guidebook.plan.visiting import plan_visit


def schedules_end_before_midnight(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Every stop of a route or visit is left on the day on which it began: a calendar has no 25 o'clock."""
    for route in catalogue.routes:
        entry = _past_midnight(plan_route(route, catalogue))
        if entry is not None:
            yield _too_late(catalogue.where(route, "stops", entry.number - 1, "stay"), entry)
    for visit in catalogue.visits:
        entry = _past_midnight(plan_visit(visit, catalogue)) if real_day(visit.date) else None
        if entry is not None:
            stay = catalogue.where(visit, "stops", entry.number - 1, "stay")
            yield _too_late(stay if visit.stops else catalogue.where(visit, "start"), entry)


def _past_midnight(plan: Itinerary) -> Entry | None:
    return next((entry for entry in plan.entries if entry.depart > MIDNIGHT or entry.arrive >= MIDNIGHT), None)


def _too_late(span: Span, entry: Entry) -> Diagnostic:
    return Diagnostic(
        span,
        "past-midnight",
        text(
            "'{title}' 일정이 {begin}부터 {minutes}분이어서 자정을 넘깁니다.",
            title=entry.title,
            begin=clock(entry.arrive),
            minutes=entry.stop.stay,
        ),
        text(
            "하루 안에 끝나도록 start를 앞당기거나, 체류 시간(stay)을 줄이거나, 다음 날의 첫 방문지에 day를 적으세요."
        ),
    )


def places_take_one_delegation_at_a_time(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No place and no guide expects two delegations at once."""
    for (first, before), (second, after) in combinations(planned(catalogue), 2):
        if (before.last_date or "") < second.date or (after.last_date or "") < first.date:
            continue
        for entry in after.entries:
            day = after.date_of(entry)
            there = (earlier for earlier in before.entries if before.date_of(earlier) == day and meet(earlier, entry))
            other = next(there, None)
            if other is not None:
                yield _twice(catalogue, first, other, second, entry, day)


def _twice(catalogue: Catalogue, first: Visit, other: Entry, second: Visit, entry: Entry, day: str) -> Diagnostic:
    return Diagnostic(
        line_of(catalogue, second, entry, "start"),
        "two-at-once",
        text(
            "{date} {begin}~{end}에 '{place}' 방문이 '{delegation}' 방문과 겹칩니다.",
            date=day,
            begin=clock(max(entry.arrive, other.arrive)),
            end=clock(min(entry.depart, other.depart)),
            place=entry.spot.name or entry.title,
            delegation=first.delegation,
        ),
        text("두 방문을 함께 받을 수 있는지 방문지에 확인하고, 아니면 start나 순서를 바꾸세요."),
        Severity.WARNING,
    )


def revisions_are_made_before_the_visit(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The booklet that a delegation takes in hand was made before it came."""
    for visit in catalogue.visits:
        if visit.status is Status.PLANNED and visit.revision_at[:10] > visit.date:
            yield Diagnostic(
                catalogue.where(visit, "edition_at"),
                "edition-late",
                text("책자를 만든 날({made})이 방문일({date})보다 늦습니다.", made=visit.revision_at, date=visit.date),
                text("edition_at과 date 가운데 잘못 적은 것을 고치세요."),
                Severity.WARNING,
            )


def visits_lie_ahead(catalogue: Catalogue, today: str) -> Iterator[Diagnostic]:
    """A visit that is planned is still to come, and one that is done is not. `today` is a whole date."""
    for visit in catalogue.visits:
        if not real_day(visit.date):
            continue
        if visit.status is Status.DONE and visit.date > today:
            yield Diagnostic(
                catalogue.where(visit, "status"),
                "done-early",
                text(
                    "방문일({date})이 오지 않았는데 완료(done)로 적혀 있습니다. 오늘은 {today}입니다.",
                    date=visit.date,
                    today=today,
                ),
                text("date를 고치거나, 아직 준비 중이면 status와 people_came 줄을 지우세요."),
                Severity.WARNING,
            )
        over = visit.status is Status.PLANNED and visit.date < today
        last = (plan_visit(visit, catalogue).last_date or visit.date) if over else today
        if last < today:
            yield Diagnostic(
                catalogue.where(visit, "date"),
                "visit-past",
                text(
                    "방문일({date})이 지났는데 아직 준비 중(planned)입니다. 오늘은 {today}입니다.",
                    date=last,
                    today=today,
                ),
                text("방문했으면 status: done과 people_came을, 오지 않았으면 status: cancelled를 적으세요."),
                Severity.WARNING,
            )


RULES = (
    schedules_end_before_midnight,
    places_take_one_delegation_at_a_time,
    revisions_are_made_before_the_visit,
)
"""Those that need no clock."""
