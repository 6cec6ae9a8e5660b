"""Days that do not follow each other, and mornings that begin too late, are told at their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.check import check
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Diagnostic, Severity
from tests.check.conftest import Change, line
from tests.nights import ROUTE, VISIT, with_a_night


def told(content: Path, today: str | None = None) -> list[Diagnostic]:
    loaded = load_content(content)
    found = (*loaded.diagnostics, *check(loaded.catalogue, today))
    return [one for one in found if one.severity is not Severity.NOTE]


@pytest.fixture(autouse=True)
def night(maru: Path) -> Path:
    return with_a_night(maru)


def test_two_days_and_a_night_meet_silence(maru: Path) -> None:
    assert told(maru, "2026-11-28") == []


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("{site: river-museum, stay", "{site: river-museum, day: 3, stay", "day-order", "1일 차이거나 2일 차인데"),
        ("{hall: gaon, text", "{hall: gaon, day: 2, text", "day-order", "1일 차인데 day에 2로"),
        ("{site: reed-village, stay", "{site: reed-village, day: 1, stay", "day-order", "2일 차인데 day에 1로"),
        ("{site: reed-village, stay", "{site: reed-village, day: 3, stay", "day-order", "2일 차인데 day에 3으로"),
        ("{site: river-museum, stay", '{site: river-museum, start: "11:00", stay', "stop-start", "둘째 날부터"),
        ("{hall: gaon, text", '{hall: gaon, start: "11:00", text', "stop-start", "둘째 날부터"),
        (
            "{site: reed-village, stay",
            '{site: reed-village, leave: "11:00", stay',
            "leave-without-night",
            "night: true",
        ),
        ("length: two-days", "length: full-day", "length-days", "2일 동안인데"),
    ],
)
def test_what_cannot_be_is_an_error_at_its_line(
    maru: Path, change: Change, old: str, new: str, code: str, said: str
) -> None:
    change(ROUTE, old, new)
    found = [one for one in told(maru) if one.code == code and Path(one.span.file).name == "river-night.md"]
    assert [one.severity for one in found] == [Severity.ERROR]
    assert found[0].span.line == line(maru, ROUTE, new)
    assert said in str(found[0].message)


def test_a_day_may_be_said_at_each_of_its_stops(maru: Path, change: Change) -> None:
    change(ROUTE, "{site: reed-village, stay", "{site: reed-village, day: 2, stay")
    change(ROUTE, "{hall: naru, text", "{hall: naru, day: 2, text")
    assert told(maru) == []


def test_a_morning_that_begins_too_late_is_told_to_route_and_visit(maru: Path, change: Change) -> None:
    change(ROUTE, "night: true", 'night: true, leave: "10:14"')
    found = [one for one in told(maru) if one.code == "late-morning"]
    assert [(Path(one.span.file).name, one.span.line) for one in found] == [
        ("river-night.md", line(maru, ROUTE, "reed-village")),
        ("hansol.yml", line(maru, VISIT, "route:")),
    ]
    assert "숙소에서 10:14에 출발하면" in str(found[0].message)


def test_the_second_day_is_held_against_hours_of_its_own_date(maru: Path, change: Change) -> None:
    change(VISIT, "2026-12-03", "2026-12-04")
    found = told(maru)
    assert {one.code for one in found} == {"closed-on-arrival"}, "the hall on Saturday, and nothing on Friday"
    assert all("2026-12-05" in str(one.message) and "나루면" in str(one.message) for one in found)


def test_a_visit_that_goes_on_lies_not_in_the_past(maru: Path) -> None:
    assert told(maru, "2026-12-04") == []
    (past,) = told(maru, "2026-12-05")
    assert past.code == "visit-past"
    assert "2026-12-04" in str(past.message)


def test_delegations_meet_only_on_the_same_date(maru: Path) -> None:
    def other(date: str) -> list[str]:
        visit = (maru / VISIT).read_text(encoding="utf-8").replace("2026-12-03", date).replace("한솔시", "새봄시")
        (maru / "visits" / "saebom.yml").write_text(visit, encoding="utf-8")
        return [str(one.message) for one in told(maru) if one.code == "two-at-once"]

    assert other("2026-12-10") == []
    assert all("2026-12-03" in one or "2026-12-04" in one for one in other("2026-12-03"))
    assert len(other("2026-12-03")) == 6 - 1, "every stop that has a record"
    assert other("2026-12-02") == [], "their second day is the first of the others, at other places"


def test_past_midnight_is_asked_of_each_day(maru: Path, change: Change) -> None:
    change(ROUTE, "site: reed-village, stay: 45", "site: reed-village, stay: 720")
    change(ROUTE, 'start: "10:15"', 'start: "13:00"')
    assert {"past-midnight"} <= {one.code for one in told(maru)}
