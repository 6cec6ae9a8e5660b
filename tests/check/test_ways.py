"""Trains that are missed, and departures that nobody wrote down, are told at their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.model.diagnostic import Severity
from tests.check.conftest import Change, line
from tests.check.test_nights import told

ROUTE, VISIT = "routes/river-day.md", "visits/hansol.yml"
HALL = "{hall: naru, text: 주민과 이야기, stay: 40"


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        (HALL, f"{HALL}, mode: train", "leg-unknown", "계산할 수 없습니다"),
        (HALL, f'{HALL}, mode: ferry, leg: 20, departs: "10:00"', "missed-departure", "10:00에 떠나는 배를 탈 수"),
        (HALL, f'{HALL}, departs: "16:00"', "departs-unread", "배(ferry)로 갈 때만"),
        ("{hall: gaon, text", "{mode: foot, hall: gaon, text", "way-unread", "첫 방문지에는"),
        ("{hall: gaon, text", '{departs: "09:00", hall: gaon, text', "way-unread", "첫 방문지에는"),
    ],
)
def test_what_cannot_be_is_an_error_at_its_line(
    maru: Path, change: Change, old: str, new: str, code: str, said: str
) -> None:
    change(ROUTE, old, new)
    found = [one for one in told(maru) if one.code == code and Path(one.span.file).name == "river-day.md"]
    assert [one.severity for one in found] == [Severity.ERROR]
    assert found[0].span.line == line(maru, ROUTE, new)
    assert said in str(found[0].message)


def test_minutes_of_a_train_are_asked_for_in_its_own_words(maru: Path, change: Change) -> None:
    change(ROUTE, HALL, f"{HALL}, mode: train")
    assert any("열차, 배로 가는 시간은 추정하지 않습니다" in str(one.hint) for one in told(maru))


def test_a_visit_that_starts_too_late_for_the_ferry_of_its_route_is_told_at_its_start(
    maru: Path, change: Change
) -> None:
    change(ROUTE, HALL, f'{HALL}, mode: ferry, leg: 20, departs: "15:00"')
    assert told(maru) == []
    change(VISIT, 'start: "10:00"', 'start: "11:00"')
    found = [one for one in told(maru) if one.code == "missed-departure"]
    assert [(Path(one.span.file).name, one.span.line) for one in found] == [("hansol.yml", line(maru, VISIT, "start:"))]


def test_a_visit_of_its_own_says_when_the_bus_goes(maru: Path, change: Change) -> None:
    own = "stops:\n  - {hall: gaon, stay: 60}\n  - {site: river-museum, stay: 30, mode: bus, leg: 20}\n"
    change(VISIT, "route: river-day\n", own)
    found = [one for one in told(maru) if one.code == "no-departure"]
    assert [(one.severity, one.span.line) for one in found] == [(Severity.WARNING, line(maru, VISIT, "mode: bus"))]
    assert "시내버스 출발 시각이" in str(found[0].message)
