"""What one finds at a place: open, open at other hours, or closed and why; holidays and moved closing days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from guidebook.model.settings.city import Holiday
from guidebook.plan.arrival import Found, State, Why, find

OFFICE = "Mo-Fr 09:00-12:00,13:00-18:00; PH off"
MUSEUM = "Tu-Su 09:00-18:00"
TEN, ELEVEN = 600, 660


def at(opening: str, day: str, *, moved: bool = False, extra: tuple[Holiday, ...] = ()) -> Found:
    return find(opening, date.fromisoformat(day), TEN, ELEVEN, extra, moved)


def test_a_stay_within_the_hours_is_open() -> None:
    assert at(OFFICE, "2026-12-03") == Found(State.OPEN, ((540, 720), (780, 1080)))


@pytest.mark.parametrize(("arrive", "leave"), [(530, 560), (700, 730), (720, 780), (1070, 1090), (1100, 1200)])
def test_a_stay_that_sticks_out_meets_the_hours_of_the_day(arrive: int, leave: int) -> None:
    found = find(OFFICE, date(2026, 12, 3), arrive, leave)
    assert found == Found(State.OUTSIDE, ((540, 720), (780, 1080)))


def test_a_stay_may_last_from_the_first_minute_to_the_last() -> None:
    assert find(MUSEUM, date(2026, 12, 3), 540, 1080).state is State.OPEN


@pytest.mark.parametrize(
    ("opening", "day", "why", "holiday"),
    [
        (OFFICE, "2026-12-05", Why.WEEKDAY, None),
        (MUSEUM, "2026-12-07", Why.WEEKDAY, None),
        (OFFICE, "2026-09-25", Why.HOLIDAY, "추석"),
        (OFFICE, "2026-02-17", Why.HOLIDAY, "설날"),
        (OFFICE, "2026-05-25", Why.HOLIDAY, "부처님오신날 대체 휴일"),
        (OFFICE, "2026-03-02", Why.HOLIDAY, "삼일절 대체 휴일"),
        (OFFICE, "2026-12-25", Why.HOLIDAY, "기독탄신일"),
        (OFFICE, "2028-10-05", Why.HOLIDAY, "추석 대체 휴일"),
        ("Tu-Su 09:00-18:00; PH off", "2026-08-15", Why.HOLIDAY, "광복절"),
        ("Tu-Su 09:00-18:00; PH 09:00-18:00", "2026-09-21", Why.WEEKDAY, None),
        ("Apr-Oct 09:00-18:00", "2026-12-03", Why.DATE, None),
        ("09:00-18:00; Dec 3 off", "2026-12-03", Why.DATE, None),
    ],
)
def test_a_closed_day_says_why(opening: str, day: str, why: Why, holiday: str | None) -> None:
    assert at(opening, day) == Found(State.CLOSED, (), why, holiday)


def test_a_place_that_says_nothing_of_holidays_is_open_and_the_holiday_is_named() -> None:
    assert at(MUSEUM, "2026-09-25") == Found(State.OPEN, ((540, 1080),), None, "추석")


def test_a_temporary_holiday_counts_as_any_other() -> None:
    extra = (Holiday(date="2026-12-03", name="임시공휴일"),)
    assert at(OFFICE, "2026-12-03", extra=extra) == Found(State.CLOSED, (), Why.HOLIDAY, "임시공휴일")
    assert at(MUSEUM, "2026-12-03", extra=extra).state is State.OPEN
    assert at(OFFICE, "2026-12-04", extra=extra).state is State.OPEN


def closed_days(first: str, *, opening: str = MUSEUM, extra: tuple[Holiday, ...] = ()) -> list[str]:
    """The days of a week from Monday on which a museum with a moved closing day is closed."""
    monday = date.fromisoformat(first)
    assert monday.weekday() == 0
    week = [(monday + timedelta(days=days)).isoformat() for days in range(7)]
    return [day for day in week if at(opening, day, moved=True, extra=extra).state is State.CLOSED]


@pytest.mark.parametrize(
    ("first", "closed"),
    [
        ("2026-11-30", ["2026-11-30"]),  # an ordinary week
        ("2026-10-05", ["2026-10-06"]),  # 개천절's substitute on Monday
        ("2026-02-16", ["2026-02-19"]),  # 설날 from Monday to Wednesday
        ("2025-10-06", ["2025-10-10"]),  # 추석 from Monday to Wednesday, then 한글날
        ("2026-09-21", ["2026-09-21"]),  # 추석 from Thursday on: Monday stays closed
        ("2026-12-21", ["2026-12-21"]),  # 기독탄신일 on Friday moves nothing
    ],
)
def test_a_closing_day_on_a_holiday_moves_to_the_next_weekday_without_one(first: str, closed: list[str]) -> None:
    assert closed_days(first) == closed


def test_it_moves_past_a_temporary_holiday_and_for_one() -> None:
    extra = (Holiday(date="2026-11-30", name="임시공휴일"), Holiday(date="2026-12-01", name="임시공휴일"))
    assert closed_days("2026-11-30", extra=extra) == ["2026-12-02"]


def test_a_weekend_is_passed_over() -> None:
    friday_off = "Mo-Th,Sa,Su 09:00-18:00"
    assert closed_days("2026-10-05", opening=friday_off) == []
    assert closed_days("2026-10-12", opening=friday_off) == ["2026-10-12", "2026-10-16"]


def test_an_ordinary_closing_day_at_the_weekend_moves_nothing() -> None:
    assert closed_days("2026-11-30", opening="Mo-Sa 09:00-18:00") == ["2026-12-06"]
    assert closed_days("2026-12-07", opening="Mo-Sa 09:00-18:00") == ["2026-12-13"]


def test_a_moved_closing_day_says_so_and_the_holiday_has_the_usual_hours() -> None:
    assert at(MUSEUM, "2026-10-06", moved=True) == Found(State.CLOSED, (), Why.MOVED)
    assert at(MUSEUM, "2026-10-05", moved=True) == Found(State.OPEN, ((540, 1080),), None, "개천절 대체 휴일")


def test_a_place_closed_on_holidays_does_not_open_because_its_closing_day_moves() -> None:
    both = "Tu-Su 09:00-18:00; PH off"
    assert at(both, "2026-10-05", moved=True).state is State.CLOSED
    assert at(both, "2026-10-06", moved=True).why is Why.MOVED
