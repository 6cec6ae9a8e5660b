"""Rules over groups into which a delegation divides: they are known, everybody is in one, they meet the same day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.visit import Visit
from guidebook.model.text import text
from guidebook.model.wording.numbers import number
from guidebook.plan.itinerary import days_of
from guidebook.plan.visiting import people_at


def routes_do_not_divide(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Who divides how, a visit knows: a route is for all."""
    for route in catalogue.routes:
        for position, stop in enumerate(route.stops):
            if stop.group is not None:
                yield Diagnostic(
                    catalogue.where(route, "stops", position, "group"),
                    "route-group",
                    text("코스의 방문지에는 조(group)를 적지 않습니다."),
                    text("이 줄을 지우고, 방문 파일의 stops와 groups에 적으세요."),
                )


def groups_are_known(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The group of a stop or a coach is one of the visit's, and no two have one name."""
    for visit in catalogue.visits:
        names = [group.name for group in visit.groups]
        for position, name in enumerate(names):
            if name in names[:position]:
                yield Diagnostic(
                    catalogue.where(visit, "groups", position, "name"),
                    "same-group",
                    text("같은 이름의 조가 둘 이상입니다: {name}", name=name),
                    text("조마다 다른 이름을 적으세요."),
                )
        yield from _unknown(catalogue, visit, names)


def _unknown(catalogue: Catalogue, visit: Visit, names: list[str]) -> Iterator[Diagnostic]:
    said = [("stops", at, stop.group) for at, stop in enumerate(visit.stops)]
    said += [("coaches", at, coach.group) for at, coach in enumerate(visit.coaches)]
    for key, position, group in said:
        if group is not None and group not in names:
            yield Diagnostic(
                catalogue.where(visit, key, position, "group"),
                "unknown-group",
                text("'{group}' 조가 groups에 없습니다.", group=group),
                text("groups에 적은 이름을 쓰거나, groups에 조를 더하세요: {known}", known=", ".join(names) or "-"),
            )


def everybody_is_in_a_group(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The groups are as many people as come."""
    for visit in catalogue.visits:
        people = people_at(visit.groups, visit.people) if visit.groups else ()
        counted = sum(count for count in people if count is not None)
        if people and (None in people or counted != visit.people):
            yield Diagnostic(
                catalogue.where(visit, "groups"),
                "group-people",
                text(
                    "조의 인원은 모두 {counted}명인데 방문 인원은 {people}명입니다.",
                    counted=number(counted),
                    people=number(visit.people),
                ),
                text("조마다 people에 인원을 적으세요. 한 조만 비우면 나머지로 봅니다."),
                Severity.WARNING,
            )


def groups_part_and_meet_within_a_day(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """While they are divided every group has a stop, and nobody sleeps."""
    for visit in catalogue.visits:
        days = days_of(visit.stops)
        for parted, block in groupby(enumerate(visit.stops), lambda one: one[1].group is not None):
            if parted:
                yield from _parted(catalogue, visit, [at for at, _ in block], days)


def _parted(catalogue: Catalogue, visit: Visit, block: list[int], days: tuple[int, ...]) -> Iterator[Diagnostic]:
    for at in block:
        if days[at] != days[block[0]] or visit.stops[at].night:
            yield Diagnostic(
                catalogue.where(visit, "stops", at, "group"),
                "group-day",
                text("조를 나눈 채로 날이 바뀝니다."),
                text("날이 바뀌기 전에 모두 만나는 방문지를, 조(group) 없이 적으세요."),
            )
    there = {visit.stops[at].group for at in block}
    absent = [group.name for group in visit.groups if group.name not in there]
    if absent:
        yield Diagnostic(
            catalogue.where(visit, "stops", block[0], "group"),
            "group-absent",
            text("그동안 어디에 가는지 적혀 있지 않은 조가 있습니다: {groups}", groups=", ".join(absent)),
            text("그 조가 가는 방문지를 group과 함께 적으세요."),
            Severity.WARNING,
        )


RULES = (
    routes_do_not_divide,
    groups_are_known,
    everybody_is_in_a_group,
    groups_part_and_meet_within_a_day,
)
"""What is written first, then what follows from it."""
