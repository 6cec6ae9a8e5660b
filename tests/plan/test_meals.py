"""Where they eat: one lunch for all, several places for one meal, other meals, other days."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guidebook.load.content import load_content
from guidebook.model.records.delegation import Table
from guidebook.model.records.stop import Meal, Stop
from guidebook.model.records.visit import Visit
from guidebook.plan.day import meet
from guidebook.plan.itinerary import Entry
from guidebook.plan.names.stop_names import happening, meal_name, place_name
from guidebook.plan.visiting import people_at, plan_visit
from tests.conftest import CITIES, Change
from tests.nights import ROUTE, VISIT, with_a_night

CITY = load_content(CITIES / "maru").catalogue
VISITED = CITY.visits[0]
TWO = """meals:
  - {restaurant: ferry-table, people: 18, confirmed: true}
  - {text: 나루 잔칫집, address: 강길 22, phone: 043-222-3300, seats: 30}
"""


def eating(content: Path) -> list[Entry]:
    catalogue = load_content(content).catalogue
    return [entry for entry in plan_visit(catalogue.visits[0], catalogue).entries if entry.stop.eats]


@given(st.integers(1, 200), st.lists(st.none() | st.integers(1, 60), min_size=2, max_size=5))
def test_who_is_left_over_eats_where_nobody_is_counted(people: int, said: list[int | None]) -> None:
    tables = [Table(text="식당", people=count) for count in said]
    fed = people_at(tables, people)
    assert all(count == before for count, before in zip(fed, said, strict=True) if before is not None)
    known = sum(count for count in said if count is not None)
    if said.count(None) == 1 and known < people:
        assert sum(count or 0 for count in fed) == people
    else:
        assert list(fed) == said


def test_they_divide_between_two_places(maru: Path, change: Change) -> None:
    change(VISIT, "edition_at", f"{TWO}edition_at")
    (lunch,) = eating(maru)
    assert [(part.spot.name, part.people, part.stop.confirmed, part.seats) for part in lunch.tables] == [
        ("나룻배 밥상", 18, True, None),
        ("나루 잔칫집", 10, False, 30),
    ]
    assert lunch.tables[1].spot.phone == "043-222-3300"
    assert (happening(lunch, str), place_name(lunch, str)) == ("점심", "나룻배 밥상 18명, 나루 잔칫집 10명")
    assert lunch.parts == lunch.tables


def test_one_lunch_for_all_is_what_it_was(maru: Path, change: Change) -> None:
    change(VISIT, "edition_at", "lunch: {text: 큰손식당, seats: 50, confirmed: true}\nedition_at")
    (lunch,) = eating(maru)
    assert (lunch.tables, lunch.people, lunch.seats, lunch.stop.confirmed) == ((), 28, 50, True)
    assert place_name(lunch, str) == "큰손식당"


def test_what_is_said_of_a_day_goes_before_what_holds_for_all(maru: Path, change: Change) -> None:
    with_a_night(maru)
    change(ROUTE, "{hall: naru, text: 주민과 이야기, stay: 40}", "{text: 점심, meal: lunch, town: naru, stay: 40}")
    change(VISIT, "edition_at", "meals:\n  - {text: 날마다식당}\n  - {text: 둘째식당, day: 2}\nedition_at")
    first, second = eating(maru)
    assert (first.spot.name, first.day, second.spot.name, second.day) == ("날마다식당", 1, "둘째식당", 2)


def test_dinner_is_called_dinner_and_eaten_where_the_visit_says(maru: Path, change: Change) -> None:
    change("routes/river-day.md", "{hall: naru, text: 주민과", "{meal: dinner, town: naru, text: 주민과")
    change(VISIT, "edition_at", "meals:\n  - {meal: dinner, text: 등대 식당}\nedition_at")
    lunch, dinner = eating(maru)
    assert (lunch.stop.eats, dinner.stop.eats) == (Meal.LUNCH, Meal.DINNER)
    assert meal_name(dinner, str) == "저녁"
    assert (happening(dinner, str), place_name(dinner, str)) == ("저녁", "등대 식당")
    assert place_name(lunch, str) == "나룻배 밥상", "nothing is said of the lunch"


def test_two_delegations_meet_at_either_place(maru: Path, change: Change) -> None:
    alone = eating(maru)[0]
    change(VISIT, "edition_at", f"{TWO}edition_at")
    assert meet(eating(maru)[0], alone)


def test_a_stop_eats_what_it_says() -> None:
    assert Stop(text="점심", lunch=True, stay=30).eats is Meal.LUNCH
    assert Stop(text="아침", meal=Meal.BREAKFAST, stay=30).eats is Meal.BREAKFAST
    assert Stop(text="설명", stay=30).eats is None
    assert isinstance(VISITED, Visit)
