"""Rules over what a visit says of its meals, place by place (`meals`): each is eaten, and everybody has a place.

Separate from `lunch`, which judges meals as they are planned.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.check.visit.nights import owners
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.stop import MEALS, Meal, Stop
from guidebook.model.records.visit import Visit
from guidebook.model.text import Text, text
from guidebook.model.wording.numbers import number
from guidebook.plan.itinerary import days_of, place_of
from guidebook.plan.visiting import meals_at, people_at, stops_of


def every_place_is_named(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A place of a meal is a record or is named in words, and a lunch is written down once."""
    for visit in catalogue.visits:
        for position, table in enumerate(visit.meals):
            if bool(table.restaurant) is bool(table.text):
                yield Diagnostic(
                    catalogue.where(visit, "meals", position),
                    "meal-place",
                    text("식사 장소가 어디인지 하나로 적혀 있지 않습니다."),
                    text("restaurant에 음식점의 파일 이름을 적거나, 파일이 없으면 text에 이름을 적으세요."),
                )
        if visit.lunch is not None and any(table.meal is Meal.LUNCH for table in visit.meals):
            yield Diagnostic(
                catalogue.where(visit, "lunch"),
                "lunch-and-meals",
                text("점심이 lunch와 meals에 함께 적혀 있습니다."),
                text("한쪽만 남기세요. 나누어 먹거나 날마다 다르면 meals에 적습니다."),
            )


def meals_are_eaten(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """For each place of a meal there is a stop, and that stop names no other."""
    for visit in catalogue.visits:
        stops = stops_of(visit, catalogue) if visit.meals else ()
        eaten = list(zip(stops, days_of(stops), strict=True))
        for position, table in enumerate(visit.meals):
            here = [stop for stop, day in eaten if table in meals_at(stop, day, visit)]
            other = [place_of(stop) for stop in here if visit.stops and place_of(stop) not in (None, table.restaurant)]
            span = catalogue.where(visit, "meals", position)
            if stops and not here and (table.restaurant or table.text):
                yield Diagnostic(
                    span,
                    "meal-nowhere",
                    text("{meal}{을} 먹는 방문지가 없습니다.", meal=_name(table.meal)),
                    text("먹는 곳에 ‘meal: {meal}’{을} 적거나, meals에서 지우세요.", meal=table.meal.value),
                )
            elif other and not _is_one_of(visit, here[0], str(other[0])):
                yield Diagnostic(
                    span,
                    "lunch-twice",
                    text("방문지에는 '{stop}'에서 먹는다고 적혀 있습니다.", stop=other[0]),
                    text("한쪽만 남기고 지우세요."),
                )


def _is_one_of(visit: Visit, stop: Stop, place: str) -> bool:
    """Whether the place that a stop names is among those to which they divide."""
    return any(table.restaurant == place and table.meal is stop.eats for table in visit.meals)


def everybody_eats(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Where they divide, as many eat as have come."""
    for visit in catalogue.visits:
        stops = stops_of(visit, catalogue) if visit.meals else ()
        for stop, day in zip(stops, days_of(stops), strict=True):
            tables = meals_at(stop, day, visit)
            people = people_at(tables, visit.people) if len(tables) > 1 else ()
            if not people:
                continue
            span = catalogue.where(visit, "meals", visit.meals.index(tables[-1]))
            fed = sum(count for count in people if count is not None)
            if None in people:
                yield Diagnostic(
                    span,
                    "meal-people",
                    text("나누어 먹는 곳마다 몇 명인지 적혀 있지 않습니다."),
                    text("곳마다 people에 인원을 적으세요. 한 곳만 비우면 나머지로 봅니다."),
                    Severity.WARNING,
                )
            elif fed != visit.people:
                yield Diagnostic(
                    span,
                    "meal-people",
                    text(
                        "나누어 먹는 사람은 모두 {fed}명인데 방문 인원은 {people}명입니다.",
                        fed=number(fed),
                        people=number(visit.people),
                    ),
                    text("곳마다 적은 people이나 방문 인원(people)을 고치세요."),
                    Severity.WARNING,
                )


def a_stop_has_one_meal(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """`lunch: true` and another `meal` contradict each other."""
    for owner, stops in owners(catalogue):
        for position, stop in enumerate(stops):
            if stop.lunch and stop.meal is not None and stop.meal is not Meal.LUNCH:
                yield Diagnostic(
                    catalogue.where(owner, "stops", position, "meal"),
                    "meal-twice",
                    text("점심(lunch: true)인데 meal에는 {meal}이라고 적혀 있습니다.", meal=_name(stop.meal)),
                    text("한쪽만 남기고 지우세요."),
                )


def _name(meal: Meal) -> Text:
    return MEALS[meal.value]


RULES = (every_place_is_named, meals_are_eaten, everybody_eats, a_stop_has_one_meal)
"""What is written first, then what follows from it."""
