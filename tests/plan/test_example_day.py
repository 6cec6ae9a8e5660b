"""The day of an example calendar: a workday on which one meets open doors, as far as anybody can know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.plan.example_day import example_day
from guidebook.plan.itinerary import plan_route

Change = Callable[[str, str, str], None]


@pytest.fixture
def change(maru: Path) -> Change:
    def replace(file: str, old: str, new: str) -> None:
        before = (maru / file).read_text(encoding="utf-8")
        assert old in before
        (maru / file).write_text(before.replace(old, new, 1), encoding="utf-8")

    return replace


def day(content: Path) -> date:
    catalogue = load_content(content).catalogue
    assert catalogue.site is not None
    (route,) = catalogue.routes
    return example_day(plan_route(route, catalogue), catalogue.site)


def test_a_day_on_which_a_place_is_closed_is_passed_over(maru: Path) -> None:
    assert day(maru) == date(2026, 11, 3)  # the site is of Monday, and the museum closes on Mondays


@pytest.fixture
def always_open(maru: Path, change: Change) -> Path:
    change("site.yml", "Mo-Fr 09:00-12:00,13:00-18:00; PH off", "24/7")
    change("sites/river-museum.yml", "Tu-Su 09:00-18:00", "24/7")
    change("sites/reed-village.yml", "Mo-Sa 10:00-17:00", "24/7")
    return maru


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2026-11-06", date(2026, 11, 6)),
        ("2026-11-07", date(2026, 11, 9)),  # a Saturday
        ("2026-12-11", date(2026, 12, 14)),  # a holiday of site.yml, then a weekend
        ("2026-12-25", date(2026, 12, 28)),
        ("2026-09-24", date(2026, 9, 28)),  # 추석
    ],
)
def test_weekends_and_holidays_are_no_workdays_even_where_all_is_open(
    always_open: Path, change: Change, published: str, expected: date
) -> None:
    change("site.yml", "2026-11-02", published)
    assert day(always_open) == expected


@pytest.mark.parametrize(("published", "expected"), [("2026-12", date(2026, 12, 1)), ("2026", date(2026, 1, 2))])
def test_a_date_that_is_not_known_to_the_day_begins_with_its_first(
    maru: Path, change: Change, published: str, expected: date
) -> None:
    change("site.yml", "2026-11-02", published)
    assert day(maru) == expected


def test_hours_that_fit_go_before_hours_that_do_not(maru: Path, change: Change) -> None:
    change("sites/river-museum.yml", "Tu-Su 09:00-18:00", "Mo-We 15:00-18:00; Th 09:00-18:00")
    assert day(maru) == date(2026, 11, 5)


def test_where_no_hours_fit_no_door_is_closed_all_day(maru: Path, change: Change) -> None:
    change("sites/river-museum.yml", "Tu-Su 09:00-18:00", "We 20:00-22:00")
    assert day(maru) == date(2026, 11, 4)


def test_a_place_that_never_opens_leaves_the_first_workday(maru: Path, change: Change) -> None:
    change("sites/river-museum.yml", "Tu-Su 09:00-18:00", "Sa,Su 09:00-18:00")
    assert day(maru) == date(2026, 11, 2)


def test_a_rule_that_cannot_be_read_says_nothing(maru: Path, change: Change) -> None:
    change("sites/river-museum.yml", "Tu-Su 09:00-18:00", "whenever")
    change("sites/reed-village.yml", "Mo-Sa", "We-Sa")
    assert day(maru) == date(2026, 11, 4)
