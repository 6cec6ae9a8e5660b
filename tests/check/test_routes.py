"""Each stop stands at one known place, and the way to it takes a known time."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.model.diagnostic import Severity
from tests.check.conftest import Change, judged, line, only

ROUTE = "routes/river-day.md"
MUSEUM = "{site: river-museum, stay: 50, guide: museum-guide}"


@pytest.mark.parametrize(
    ("stop", "code", "hint"),
    [
        ("{site: river-museum, hall: gaon, stay: 50}", "stop-place", "하나만 남기세요"),
        ("{site: river-museum, town: gaon, stay: 50}", "stop-place", "하나만 남기세요"),
        ("{stay: 50, leg: 10}", "stop-place", "text에 적으세요"),
        ("{town: gaon, stay: 50}", "stop-place", "text에 적으세요"),
        ("{site: river-musium, stay: 50}", "unknown-site", "'river-museum'(강 박물관)"),
        ("{hall: gaom, stay: 50}", "unknown-town", "'gaon'(가온면)"),
        ("{text: 산책, town: gaom, stay: 50}", "unknown-town", "'gaon'(가온면)"),
        ("{restaurant: fery-table, stay: 50}", "unknown-restaurant", "'ferry-table'(나룻배 밥상)"),
        ("{site: river-museum, program: river-pat, stay: 50}", "unknown-program", "'river-path'(강길 내기)"),
        ("{site: river-museum, guide: museum-gide, stay: 50}", "unknown-guide", "'museum-guide'"),
        ("{text: 산책, stay: 50}", "leg-unknown", "'leg: 분'"),
    ],
)
def test_a_stop_that_is_wrong(maru: Path, change: Change, stop: str, code: str, hint: str) -> None:
    change(ROUTE, MUSEUM, stop)
    found = next(one for one in judged(maru) if Path(one.span.file).name == "river-day.md")
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert found.span.line == line(maru, ROUTE, stop)
    assert hint in str(found.hint)


def test_the_same_holds_for_the_stops_of_a_visit(maru: Path, change: Change) -> None:
    change("visits/hansol.yml", "route: river-day", "stops:\n  - {hall: gaon, stay: 10}\n  - {site: river, stay: 10}")
    found = only(maru, "unknown-site")
    assert (Path(found.span.file).name, found.span.line) == (
        "hansol.yml",
        line(maru, "visits/hansol.yml", "site: river,"),
    )


def test_free_text_with_a_town_or_minutes_is_a_stop(maru: Path, change: Change) -> None:
    change(ROUTE, MUSEUM, "{text: 강가 걷기, town: gaon, stay: 50}")
    assert judged(maru) == []


def test_text_may_say_what_happens_at_a_place(maru: Path, change: Change) -> None:
    change(ROUTE, MUSEUM, "{site: river-museum, text: 배 보기, stay: 50}")
    assert judged(maru) == []


def test_a_landmark_is_no_stop(maru: Path, change: Change) -> None:
    change("sites/river-museum.yml", "kind: museum", "kind: landmark")
    found = only(maru, "landmark-stop")
    assert (found.severity, found.span.line) == (Severity.ERROR, line(maru, ROUTE, "river-museum"))


def test_one_stop_makes_no_route(maru: Path, change: Change) -> None:
    text = (maru / ROUTE).read_text(encoding="utf-8")
    stops = text[text.index("  - {hall: gaon") : text.index("---\n강길을")]
    change(ROUTE, stops, "  - {hall: gaon, stay: 60}\n")
    assert only(maru, "short-route").severity is Severity.ERROR


def test_a_programme_of_the_route_that_is_not_there(maru: Path, change: Change) -> None:
    change(ROUTE, "programs: [river-path]", "programs: [river-bath]")
    assert only(maru, "unknown-program").span.line == line(maru, ROUTE, "programs:")


def test_a_ferry_needs_minutes(maru: Path, change: Change) -> None:
    change("sites/reed-village.yml", "kind: experience-village", "kind: experience-village\naccess: ferry")
    change("sites/reed-village.yml", "covers: [address", "covers: [access, address")
    found = judged(maru)
    assert [one.code for one in found] == ["leg-unknown", "leg-unknown"]
    assert {one.severity for one in found} == {Severity.ERROR}
    change(ROUTE, "reed-village, stay: 45", "reed-village, stay: 45, leg: 30")
    change(ROUTE, "주민과 이야기, stay: 40", "주민과 이야기, stay: 40, leg: 30")
    assert judged(maru) == []


def test_a_leg_of_more_than_an_hour_warns(maru: Path, change: Change) -> None:
    change(ROUTE, "river-museum, stay: 50", "river-museum, stay: 50, leg: 60")
    assert "long-leg" not in {one.code for one in judged(maru)}
    change(ROUTE, "leg: 60", "leg: 61")
    found = next(one for one in judged(maru) if one.code == "long-leg")
    assert (found.severity, found.span.line) == (Severity.WARNING, line(maru, ROUTE, "leg: 61"))
    assert "61분" in str(found.message)


def test_a_guide_of_another_place_warns(maru: Path, change: Change) -> None:
    change(ROUTE, "reed-village, stay: 45", "reed-village, stay: 45, guide: museum-guide")
    found = only(maru, "guide-elsewhere")
    assert (found.severity, found.span.line) == (Severity.WARNING, line(maru, ROUTE, "reed-village"))


def test_a_guide_of_the_town_is_at_home_in_all_of_it(maru: Path, change: Change) -> None:
    change("guides/museum-guide.yml", "site: river-museum", "town: gaon")
    assert judged(maru) == []


def test_a_record_that_cannot_be_read_is_told_once(maru: Path, change: Change) -> None:
    change("sites/river-museum.yml", "phone: 043-222-1100", "phone: 1100")
    only(maru, "bad-phone")
