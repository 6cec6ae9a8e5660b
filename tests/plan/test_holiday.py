"""Korea's public holidays by day and name, checked against the law and not against the library."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from guidebook.model.settings.city import Holiday
from guidebook.plan.holiday import knows, public_holiday


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-01-01", "신정연휴"),
        ("2026-02-17", "설날"),
        ("2026-03-01", "삼일절"),
        ("2026-03-02", "삼일절 대체 휴일"),
        ("2026-05-24", "부처님오신날"),
        ("2026-05-25", "부처님오신날 대체 휴일"),
        ("2026-06-06", "현충일"),
        ("2026-08-15", "광복절"),
        ("2026-09-25", "추석"),
        ("2027-02-08", "설날 다음날"),
        ("2027-12-27", "기독탄신일 대체 휴일"),
        ("2021-05-01", None),
        ("2025-05-01", None),
        ("2025-07-17", None),
        ("2026-06-08", None),
        ("2026-12-03", None),
    ],
)
def test_a_holiday_has_its_name(day: str, name: str | None) -> None:
    assert public_holiday(date.fromisoformat(day)) == name


def test_a_day_that_the_city_declares_has_the_city_s_name() -> None:
    extra = (Holiday(date="2026-12-03", name="임시공휴일"), Holiday(date="2026-06-03", name="지방선거일"))
    assert public_holiday(date(2026, 12, 3), extra) == "임시공휴일"
    assert public_holiday(date(2026, 6, 3), extra) == "지방선거일"
    assert public_holiday(date(2026, 12, 4), extra) is None


def test_the_public_holidays_of_2026_are_the_ones_of_the_law() -> None:
    days = (date(2026, 1, 1) + timedelta(days=number) for number in range(365))
    assert " ".join(f"{day:%m-%d}" for day in days if public_holiday(day)) == (
        "01-01 02-16 02-17 02-18 03-01 03-02 05-01 05-05 05-24 05-25 06-03 06-06 07-17 08-15 08-17 09-24 09-25 09-26 "
        "10-03 10-05 10-09 12-25"
    )


def test_years_outside_the_calendar_are_known_as_such() -> None:
    assert [year for year in range(1990, 2100) if knows(year)] == list(range(2025, 2031))
