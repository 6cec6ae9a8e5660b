"""Rules over what a visit says of its delegation: whom to ask, coaches, setting off, what is new in a revision.

Separate from `records`, which judges the day's plan.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import minutes
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.visit import Status, Visit
from guidebook.model.text import text
from guidebook.model.wording import numbers
from guidebook.plan.coaches import boarded_on, people_of

_MOBILE = re.compile(r"01\d-")


def offices_have_office_telephones(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What is printed in every booklet is an office's number, never a person's mobile one."""
    for visit in catalogue.visits:
        offices = (("host", visit.host), ("contact", visit.contact))
        for key, office in offices:
            if office is not None and _MOBILE.match(office.phone):
                yield Diagnostic(
                    catalogue.where(visit, key, "phone"),
                    "private-phone",
                    text("휴대전화 번호는 안내책자에 실을 수 없습니다."),
                    text("사람의 번호 대신 부서의 대표 번호를 적으세요."),
                )


def coaches_hold_everyone(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Everybody has a coach, and on each coach a seat."""
    for visit in catalogue.visits:
        if visit.status is not Status.PLANNED:
            continue
        yield from _each_coach(catalogue, visit)
        counts = [people_of(coach, visit) for coach in visit.coaches]
        riders = sum(count for count in counts if count is not None)
        if counts and None not in counts and riders != visit.people:
            yield Diagnostic(
                catalogue.where(visit, "coaches"),
                "coach-people",
                text(
                    "버스에 타는 사람은 모두 {known}명인데 방문 인원은 {people}명입니다.",
                    known=numbers.number(riders),
                    people=numbers.number(visit.people),
                ),
                text("버스마다 적은 people이나 방문 인원(people)을 고치세요."),
                Severity.WARNING,
            )
        elif None in counts:
            yield Diagnostic(
                catalogue.where(visit, "coaches", counts.index(None)),
                "coach-people",
                text("이 버스에 몇 명이 타는지 적혀 있지 않습니다."),
                text("버스마다, 또는 타는 곳마다 people에 인원을 적으세요."),
                Severity.WARNING,
            )


def _each_coach(catalogue: Catalogue, visit: Visit) -> Iterator[Diagnostic]:
    for number, coach in enumerate(visit.coaches):
        people, boarded = people_of(coach, visit), boarded_on(coach)
        if coach.seats is not None and people is not None and people > coach.seats:
            yield Diagnostic(
                catalogue.where(visit, "coaches", number, "seats"),
                "few-coach-seats",
                text(
                    "버스 좌석은 {seats}석인데 {people}명이 탑니다.",
                    seats=numbers.number(coach.seats),
                    people=numbers.number(people),
                ),
                text("더 큰 버스를 정하거나 버스를 나누어 coaches에 더하세요."),
                Severity.WARNING,
            )
        if boarded is not None and people is not None and boarded != people:
            yield Diagnostic(
                catalogue.where(visit, "coaches", number, "people"),
                "coach-people",
                text(
                    "타는 곳마다 적은 인원은 모두 {boarded}명인데 이 버스에는 {people}명이 탄다고 적혀 있습니다.",
                    boarded=boarded,
                    people=people,
                ),
                text("타는 곳(boarding)의 people이나 버스의 people을 고치세요."),
                Severity.WARNING,
            )


def coaches_are_told_apart(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No two coaches of a visit have one name."""
    for visit in catalogue.visits:
        names = Counter(coach.name for coach in visit.coaches if coach.name)
        for number, coach in enumerate(visit.coaches):
            if coach.name and names[coach.name] > 1:
                yield Diagnostic(
                    catalogue.where(visit, "coaches", number, "name"),
                    "same-coach",
                    text("같은 이름의 버스가 둘 이상입니다: {name}", name=coach.name),
                    text("버스마다 다른 이름을 적거나, name을 지워 1호차, 2호차로 부르게 하세요."),
                )


def they_set_off_before_they_arrive(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Whoever comes has set off before, and has been picked up in the order of the list."""
    for visit in catalogue.visits:
        times: list[tuple[tuple[str | int, ...], str]] = []
        if visit.depart is not None:
            times.append((("depart", "time"), visit.depart.time))
        for number, coach in enumerate(visit.coaches):
            times += [
                (("coaches", number, "boarding", place, "time"), boarding.time)
                for place, boarding in enumerate(coach.boarding)
            ]
            yield from _boarding_order(catalogue, visit, number)
        for path, time in times:
            if minutes(time) >= minutes(visit.start):
                yield Diagnostic(
                    catalogue.where(visit, *path),
                    "late-departure",
                    text(
                        "출발하는 시각({time})이 도착하는 시각({start})보다 이르지 않습니다.",
                        time=time,
                        start=visit.start,
                    ),
                    text("출발하는 시각이나 start를 고치세요."),
                )


def _boarding_order(catalogue: Catalogue, visit: Visit, number: int) -> Iterator[Diagnostic]:
    boarding = visit.coaches[number].boarding
    for place, (before, here) in enumerate(pairwise(boarding), start=1):
        if minutes(here.time) < minutes(before.time):
            yield Diagnostic(
                catalogue.where(visit, "coaches", number, "boarding", place, "time"),
                "boarding-order",
                text("타는 시각({time})이 앞의 타는 곳({before})보다 이릅니다.", time=here.time, before=before.time),
                text("타는 곳을 시각순으로 적으세요."),
            )


def revisions_say_what_changed(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A later revision says what is different; the first has nothing to be different from."""
    for visit in catalogue.visits:
        if visit.revision == 1 and visit.changed:
            yield Diagnostic(
                catalogue.where(visit, "changed"),
                "changed-first-edition",
                text("1판에는 이전 판과 달라진 점이 있을 수 없습니다."),
                text("다시 배부하는 것이면 edition을 2로 올리고, 아니면 changed를 지우세요."),
            )
        elif visit.revision > 1 and not visit.changed and visit.status is Status.PLANNED:
            yield Diagnostic(
                catalogue.where(visit, "edition"),
                "changed-unsaid",
                text("{edition}판인데 이전 판과 무엇이 달라졌는지 적혀 있지 않습니다.", edition=visit.revision),
                text("changed에 변경 사항을 한 줄에 하나씩 ‘- ’로 시작해 적으세요."),
                Severity.WARNING,
            )


RULES = (
    offices_have_office_telephones,
    coaches_hold_everyone,
    coaches_are_told_apart,
    they_set_off_before_they_arrive,
    revisions_say_what_changed,
)
"""Whom to ask first, then how they come."""
