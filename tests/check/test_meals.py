"""Meals that nobody eats, and people without a place, are told at their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.conftest import Change, line
from tests.check.test_nights import told

VISIT = "visits/hansol.yml"


def meals(change: Change, *lines: str) -> None:
    change(VISIT, "edition_at", "meals:\n" + "".join(f"  - {{{one}}}\n" for one in lines) + "edition_at")


def test_two_places_for_everyone_meet_silence(maru: Path, change: Change) -> None:
    meals(change, "restaurant: ferry-table, people: 18", "text: 나루 잔칫집, people: 10")
    assert told(maru) == []


@pytest.mark.parametrize(
    ("lines", "code", "at", "said"),
    [
        (("text: 하나, people: 18", "text: 둘, people: 9"), "meal-people", "둘", "모두 27명인데 방문 인원은 28명"),
        (("text: 하나", "text: 둘"), "meal-people", "둘", "곳마다 몇 명인지"),
        (("meal: dinner, text: 하나",), "meal-nowhere", "하나", "저녁을 먹는 방문지가 없습니다"),
        (("day: 2, text: 하나",), "meal-nowhere", "하나", "점심을 먹는 방문지가 없습니다"),
        (("people: 28",), "meal-place", "people: 28}", "하나로 적혀 있지 않습니다"),
        (("restaurant: ferry-table, text: 하나",), "meal-place", "하나", "하나로 적혀 있지 않습니다"),
        (("text: 하나, seats: 10",), "few-seats", "seats: 10", "좌석 10석은 방문 인원 28명보다"),
        (("text: 하나, people: 20, seats: 10", "text: 둘"), "few-seats", "seats: 10", "20명보다 적습니다"),
        (("restaurant: ferry-tabel",), "unknown-restaurant", "tabel", "ferry-tabel"),
    ],
)
def test_what_cannot_be_is_told_at_its_line(
    maru: Path, change: Change, lines: tuple[str, ...], code: str, at: str, said: str
) -> None:
    meals(change, *lines)
    found = [one for one in told(maru) if one.code == code]
    assert [one.span.line for one in found] == [line(maru, VISIT, at)], [str(one.message) for one in told(maru)]
    assert said in str(found[0].message)


def test_a_lunch_is_written_down_once(maru: Path, change: Change) -> None:
    meals(change, "text: 하나")
    change(VISIT, "edition_at", "lunch: {text: 둘}\nedition_at")
    assert "lunch-and-meals" in {one.code for one in told(maru)}


def test_a_stop_of_its_own_names_no_other_place(maru: Path, change: Change) -> None:
    own = "stops:\n  - {hall: gaon, stay: 90}\n  - {restaurant: ferry-table, meal: lunch, stay: 60}\n"
    change(VISIT, "route: river-day\n", own)
    meals(change, "text: 다른 식당")
    found = [one for one in told(maru) if one.code == "lunch-twice"]
    assert [one.span.line for one in found] == [line(maru, VISIT, "다른 식당")]
    assert "ferry-table" in str(found[0].message)


def test_many_people_are_asked_for_seats_place_by_place(maru: Path, change: Change) -> None:
    change(VISIT, "people: 28\ncopies: 30", "people: 90\ncopies: 90")
    meals(change, "text: 하나, people: 40", "text: 둘, people: 50")
    found = [one for one in told(maru) if one.code == "seats-unsaid"]
    assert [one.span.line for one in found] == [line(maru, VISIT, "둘")]
    assert "50명이 앉을 수 있는지" in str(found[0].message)
