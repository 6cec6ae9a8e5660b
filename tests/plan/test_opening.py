"""The door to the library of opening hours: what is a rule, and the hours of a day."""

from __future__ import annotations

from datetime import date

import pytest

from guidebook.plan.opening import calendar_has, follows_holidays, hours_are_unknown, parses, spans

MUSEUM = "Tu-Su 09:00-18:00"
OFFICE = "Mo-Fr 09:00-12:00,13:00-18:00; PH off"


@pytest.mark.parametrize("opening", ["24/7", MUSEUM, OFFICE, "Nov-Feb Tu-Su 09:00-17:00; Mar-Oct Tu-Su 09:00-18:00"])
def test_rules_of_the_grammar_parse(opening: str) -> None:
    assert parses(opening)


@pytest.mark.parametrize("opening", ["", "9시~18시", "월-금 09:00-18:00", "Mo-Fr 9-18", "24/24"])
def test_other_words_do_not(opening: str) -> None:
    assert not parses(opening)


def test_the_hours_of_a_day_are_minutes_since_midnight() -> None:
    assert spans(OFFICE, date(2026, 12, 3)) == ((540, 720), (780, 1080))
    assert spans(OFFICE, date(2026, 12, 5)) == ()
    assert spans("24/7", date(2026, 12, 5)) == ((0, 1440),)


def test_public_holidays_of_the_calendar_count_where_the_rule_speaks_of_them() -> None:
    assert calendar_has(date(2026, 9, 25))
    assert spans(OFFICE, date(2026, 9, 25)) == ()
    assert spans(MUSEUM, date(2026, 9, 25)) == ((540, 1080),)
    assert (follows_holidays(OFFICE), follows_holidays(MUSEUM)) == (True, False)


def test_hours_that_nobody_knows_are_not_closed() -> None:
    rule = 'Tu-Su unknown "여는 시간 모름"; PH +1 day off'
    assert parses(rule)
    assert spans(rule, date(2026, 12, 8)) == ((0, 1440),)
    assert spans(rule, date(2026, 12, 7)) == ()
    assert spans(rule, date(2026, 9, 27)) == ()


@pytest.mark.parametrize(
    ("opening", "unknown"),
    [
        ('Tu-Su unknown "여는 시간 모름"; PH +1 day off', True),
        ("Tu-Su 09:00-18:00", False),
        ('Tu-Su 09:00-18:00 "unknown to most"', False),
        ("Tu-Fr 09:00-18:00; Sa unknown", True),
    ],
)
def test_a_rule_may_say_that_it_knows_no_hours(opening: str, unknown: bool) -> None:
    assert hours_are_unknown(opening) is unknown
