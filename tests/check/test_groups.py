"""Groups that nobody knows, that do not meet, or that leave somebody out, are told at their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.conftest import Change, line
from tests.check.test_nights import told
from tests.groups import VISIT, divided


@pytest.fixture(autouse=True)
def groups(maru: Path) -> Path:
    return divided(maru)


def test_two_groups_that_meet_meet_silence(maru: Path) -> None:
    assert told(maru) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        (
            "stay: 50, guide: museum-guide, group: 가조",
            "stay: 50, group: 다조",
            "unknown-group",
            "다조",
        ),
        ("{people: 18, group: 가조}", "{people: 18, group: 라조}", "unknown-group", "'라조' 조가 groups에"),
        ("{name: 나조}", "{name: 가조, people: 10}", "same-group", "가조"),
        ("leg: 10, group: 나조}", "leg: 10, night: true, group: 나조}", "group-day", "날이 바뀝니다"),
    ],
)
def test_what_cannot_be_is_an_error_at_its_line(
    maru: Path, change: Change, old: str, new: str, code: str, said: str
) -> None:
    change(VISIT, old, new)
    found = [one for one in told(maru) if one.code == code]
    assert [one.span.line for one in found][:1] == [line(maru, VISIT, new)], [str(one.message) for one in told(maru)]
    assert said in str(found[0].message)


def test_everybody_is_counted(maru: Path, change: Change) -> None:
    change(VISIT, "{name: 나조}", "{name: 나조, people: 9}")
    found = [one for one in told(maru) if one.code == "group-people"]
    assert ["모두 27명인데 방문 인원은 28명" in str(one.message) for one in found] == [True]


def test_a_group_that_is_nowhere_is_asked_for(maru: Path, change: Change) -> None:
    change(VISIT, "  - {name: 나조}\n", "  - {name: 나조, people: 5}\n  - {name: 다조}\n")
    found = [one for one in told(maru) if one.code == "group-absent"]
    assert [one.span.line for one in found] == [line(maru, VISIT, "river-museum")]
    assert "다조" in str(found[0].message)


def test_a_route_does_not_divide(maru: Path, change: Change) -> None:
    change("routes/river-day.md", "{site: reed-village, stay", "{group: 가조, site: reed-village, stay")
    found = [one for one in told(maru) if one.code == "route-group"]
    assert [one.span.line for one in found] == [line(maru, "routes/river-day.md", "group: 가조")]
