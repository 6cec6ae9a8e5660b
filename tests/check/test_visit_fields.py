"""What a visit says of its delegation fits together, and what does not is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.model.diagnostic import Severity
from tests.check.conftest import Change, judged, line, only
from tests.conftest import TWO_COACHES

VISIT = "visits/hansol.yml"


@pytest.fixture
def coaches(change: Change) -> None:
    change(VISIT, "edition_at", f"{TWO_COACHES}edition_at")


def test_two_coaches_that_hold_everyone_meet_silence(maru: Path, coaches: None) -> None:
    assert judged(maru) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "piece", "severity"),
    [
        ("phone: 043-222-0101", "phone: 010-1234-5678", "private-phone", "010-", Severity.ERROR),
        ("phone: 02-2000-0000", "phone: 010-1234-5678", "private-phone", "010-", Severity.ERROR),
        ("seats: 25", "seats: 17", "few-coach-seats", "seats: 17", Severity.WARNING),
        ("people: 10}", "people: 9}", "coach-people", "seats: 25", Severity.WARNING),
        ("people: 4}", "people: 5}", "coach-people", "seats: 25", Severity.WARNING),
        (", people: 10}", "}", "coach-people", "뒤차", Severity.WARNING),
        ("- seats: 25", "- people: 17\n    seats: 25", "coach-people", "people: 17", Severity.WARNING),
        ('time: "07:30", who', 'time: "07:50", who', "boarding-order", "한솔역", Severity.ERROR),
        ('time: "07:30"}', 'time: "10:00"}', "late-departure", "depart: {", Severity.ERROR),
        ('time: "07:45"', 'time: "10:01"', "late-departure", "한솔역", Severity.ERROR),
        ("edition: 2", "edition: 1", "changed-first-edition", "changed", Severity.ERROR),
        ("edition: 2", "edition: 0", "out-of-range", "edition: 0", Severity.ERROR),
        ("edition: 2", "revision: 2", "unknown-key", "revision: 2", Severity.ERROR),
        (
            "changed: [점심 장소를 바꾸었습니다, 버스를 두 대로 나누었습니다]\n",
            "",
            "changed-unsaid",
            "edition: 2",
            Severity.WARNING,
        ),
    ],
)
def test_what_does_not_fit_is_told_at_its_line(
    maru: Path, change: Change, coaches: None, old: str, new: str, code: str, piece: str, severity: Severity
) -> None:
    change(VISIT, old, new)
    told = [one for one in judged(maru) if one.code == code]
    assert told[0].span.line == line(maru, VISIT, piece)
    assert told[0].severity is severity
    assert told[0].hint is not None
    assert {one.code for one in judged(maru)} == {code}


@pytest.mark.parametrize(
    ("old", "new", "code", "piece"),
    [
        ("한솔시 주민자치회", "가" * 61, "too-long", "delegation"),
        ("department: 마을자치과", f"department: {'W' * 260}", "too-long", "department: W"),
        ('place: 한솔시청 앞, time: "07:30"}', f'place: {"나" * 61}, time: "07:30"}}', "too-long", "depart: {"),
        ("edition_at", "lunch: {text: 밥집, seats: 0}\nedition_at", "out-of-range", "seats: 0"),
        ("edition_at", "lunch: {text: 밥집, seats: -1}\nedition_at", "out-of-range", "seats: -1"),
    ],
)
def test_a_name_that_no_sheet_holds_and_no_seats_are_told(
    maru: Path, change: Change, coaches: None, old: str, new: str, code: str, piece: str
) -> None:
    change(VISIT, old, new)
    assert code in {one.code for one in judged(maru) if one.span.line == line(maru, VISIT, piece)}


def test_two_coaches_of_one_name_are_told_apart(maru: Path, change: Change, coaches: None) -> None:
    change(VISIT, "- seats: 25", "- name: 뒤차\n    seats: 25")
    assert [one.code for one in judged(maru)] == ["same-coach", "same-coach"]


def test_a_single_coach_takes_everyone(maru: Path, change: Change) -> None:
    change(VISIT, "edition_at", "coaches: [{seats: 28}]\nedition_at")
    assert judged(maru) == []
    change(VISIT, "seats: 28", "seats: 27")
    assert "28명이 탑니다" in str(only(maru, "few-coach-seats").message)
