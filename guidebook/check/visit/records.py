"""Rules over one visit: the records it names exist, what it counts fits, it ends in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guidebook.check.references import suggestion
from guidebook.check.routes import PLACES
from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import clock, minutes
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.records.stop import Meal, Stop
from guidebook.model.records.visit import Status, Visit
from guidebook.model.text import text
from guidebook.model.wording.numbers import number
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.plan.leg import Basis
from guidebook.plan.shortest_order import best_order
from guidebook.plan.spot import Precision, spot_of
from guidebook.plan.visiting import plan_visit, stops_of

MIDNIGHT = 24 * 60
MANY = 2
"""How many times the people that were expected may come before it is worth a remark."""
DETOUR = 0.2
"""By how much the way may be longer than the best before it is worth a remark."""


def planned(catalogue: Catalogue) -> Iterator[tuple[Visit, Itinerary]]:
    """The visits that are still to come, with their schedules.

    Those without stops, and those that run past midnight, have a diagnostic of their own: no rule speaks of 25:09.
    """
    for visit in catalogue.visits:
        if visit.status is Status.PLANNED and real_day(visit.date):
            plan = plan_visit(visit, catalogue)
            if plan.entries and max(entry.depart for entry in plan.entries) <= MIDNIGHT:
                yield visit, plan


def real_day(day: str) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def line_of(catalogue: Catalogue, visit: Visit, entry: Entry, otherwise: str) -> Span:
    """Where the visit's file speaks of a stop; at the key `otherwise` where the stop comes from the route."""
    if visit.stops:
        key = next((key for key in PLACES if getattr(entry.stop, key) is not None), "text")
        return catalogue.where(visit, "stops", entry.number - 1, key)
    if entry.stop.eats is Meal.LUNCH and visit.lunch is not None:
        return catalogue.where(visit, "lunch")
    if entry.stop.eats and visit.meals:
        return catalogue.where(visit, "meals")
    return catalogue.where(visit, otherwise)


def stops_line(catalogue: Catalogue, visit: Visit) -> Span:
    """Where the visit's file says where it goes."""
    return catalogue.where(visit, "stops" if visit.stops else "route")


def visits_have_stops(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A visit follows a route or has stops of its own."""
    for visit in catalogue.visits:
        if visit.route is None and not visit.stops:
            yield Diagnostic(
                catalogue.where(visit),
                "no-stops",
                text("이 방문에 코스도 방문지도 없습니다."),
                text("route에 코스의 파일 이름을 적거나, stops에 방문지를 순서대로 적으세요."),
            )


def who_said_yes_is_visited(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What stands in `confirmed` is a place at which the visit stops."""
    for visit in catalogue.visits:
        stops = (*stops_of(visit, catalogue), *(Stop(restaurant=one.restaurant, stay=0) for one in visit.meals))
        names = {spot.id: spot.name for stop in stops if (spot := spot_of(stop, catalogue)).id}
        for position, id in enumerate(visit.confirmed):
            if id not in names:
                yield Diagnostic(
                    catalogue.where(visit, "confirmed", position),
                    "unknown-confirmed",
                    text("이 방문은 '{id}' 장소에 들르지 않습니다.", id=id),
                    suggestion(
                        catalogue,
                        id,
                        names,
                        text("방문지의 아이디를 적으세요: {known}", known=", ".join(names) or "-"),
                    ),
                )


def counts_fit(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A booklet for everyone; people have come only where the visit is done."""
    for visit in catalogue.visits:
        copies = visit.copies + sum(visit.editions.values())
        if visit.status is Status.PLANNED and copies < visit.people:
            yield Diagnostic(
                catalogue.where(visit, "copies"),
                "few-copies",
                text(
                    "책자 {copies}부는 방문 인원 {people}명보다 적습니다.",
                    copies=number(copies),
                    people=number(visit.people),
                ),
                text("copies를 늘리세요. 한 부를 함께 볼 계획이면 그대로 두어도 됩니다."),
                Severity.WARNING,
            )
        if visit.people_came is not None and visit.status is not Status.DONE:
            yield Diagnostic(
                catalogue.where(visit, "people_came"),
                "came-not-done",
                text("실제 방문 인원이 적혀 있는데, 완료된 방문(status: done)이 아닙니다."),
                text("방문했으면 status: done으로 바꾸고, 아니면 people_came 줄을 지우세요."),
                Severity.WARNING,
            )
        yield from _too_many_came(catalogue, visit)


def _too_many_came(catalogue: Catalogue, visit: Visit) -> Iterator[Diagnostic]:
    """Far more people than were expected: a slip of the pen, which the year's report would count."""
    came = visit.people_came
    if came is not None and came > MANY * visit.people:
        yield Diagnostic(
            catalogue.where(visit, "people_came"),
            "came-too-many",
            text(
                "실제 방문 인원 {came}명이 예정 인원 {people}명의 두 배를 넘습니다.",
                came=number(came),
                people=number(visit.people),
            ),
            text("people_came을 잘못 적었는지 확인하세요. 맞으면 그대로 두어도 됩니다."),
            Severity.WARNING,
        )


def visits_end_in_time(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The last stop is left before the delegation must go home."""
    for visit, plan in planned(catalogue):
        if visit.end is None or plan.end <= minutes(visit.end):
            continue
        longest = max(plan.days[-1].entries, key=lambda entry: (not entry.stop.eats, entry.stop.stay))
        yield Diagnostic(
            catalogue.where(visit, "end"),
            "ends-late",
            text(
                "일정이 {time}에 끝나, 종료 시각(end)보다 {minutes}분 늦습니다.",
                time=clock(plan.end),
                minutes=plan.end - minutes(visit.end),
            ),
            text(
                "가장 오래 머무는 '{title}'({stay}분)부터 줄이거나, start를 앞당기세요.",
                title=longest.title,
                stay=longest.stop.stay,
            ),
            Severity.WARNING,
        )


def good_to_know(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What is no fault: a shorter order, places that are only roughly known, estimated ways."""
    for visit, plan in planned(catalogue):
        line = stops_line(catalogue, visit)
        for day in plan.days:
            best = best_order(day.entries)
            if best is None or best.longer <= DETOUR:
                continue
            yield Diagnostic(
                line,
                "longer-order",
                text(
                    "들르는 순서가 가장 짧은 순서보다 직선거리로 {percent}% 깁니다.", percent=f"{best.longer:.0%}"[:-1]
                ),
                text("이 순서도 검토하세요: {order}", order=" → ".join(day.entries[at].title for at in best.positions)),
                Severity.NOTE,
            )
        for entry in plan.entries:
            if entry.spot.precision in (Precision.NEARBY, Precision.TOWN):
                yield Diagnostic(
                    line_of(catalogue, visit, entry, "route"),
                    "rough-place",
                    text("'{place}' 위치를 정확히 몰라 지도에 ‘대략 위치’로 표시합니다.", place=entry.title),
                    text("정확한 좌표를 찾으면 그 장소의 파일에 point를 적으세요."),
                    Severity.NOTE,
                )
        estimated = sum(1 for entry in plan.entries if entry.leg and entry.leg.basis in (Basis.ESTIMATED, Basis.TOWNS))
        if estimated:
            yield Diagnostic(
                line,
                "estimated-legs",
                text("이동 구간 가운데 {count}곳의 시간은 직선거리로 추정했습니다.", count=estimated),
                text("실제로 걸리는 시간을 알면 leg에 분으로 적으세요."),
                Severity.NOTE,
            )


RULES = (
    visits_have_stops,
    who_said_yes_is_visited,
    counts_fit,
    visits_end_in_time,
    good_to_know,
)
"""What is named first, what is only good to know last."""
