"""Lunch is called lunch wherever it is, and its place by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.plan.itinerary import Entry
from guidebook.plan.names.stop_names import happening, place_name
from guidebook.plan.visiting import plan_visit
from tests.conftest import Change

VISIT = "visits/hansol.yml"


def lunch_of(content: Path) -> Entry:
    catalogue = load_content(content).catalogue
    plan = plan_visit(catalogue.visits[0], catalogue)
    return next(entry for entry in plan.entries if entry.stop.lunch)


@pytest.mark.parametrize(
    ("stop", "happens", "place"),
    [
        ("{restaurant: ferry-table, lunch: true, stay: 60}", "점심", "나룻배 밥상"),
        ("{restaurant: ferry-table, text: 점심, lunch: true, stay: 60}", "점심", "나룻배 밥상"),
        ("{restaurant: ferry-table, text: 국밥, lunch: true, stay: 60}", "점심: 국밥", "나룻배 밥상"),
        ("{text: 점심, town: naru, lunch: true, stay: 60}", "점심", ""),
        ("{text: 점심과 휴식, town: naru, lunch: true, stay: 60}", "점심과 휴식", ""),
        ("{text: 갈대식당, town: naru, lunch: true, stay: 60}", "점심", "갈대식당"),
        ("{site: reed-village, lunch: true, stay: 60}", "점심", "갈대 체험마을"),
    ],
)
def test_lunch_is_called_lunch(maru: Path, change: Change, stop: str, happens: str, place: str) -> None:
    change(VISIT, "route: river-day\n", f"stops:\n  - {{hall: gaon, stay: 60}}\n  - {stop}\n")
    entry = lunch_of(maru)
    assert (happening(entry, str), place_name(entry, str)) == (happens, place)


def test_what_the_host_has_found_out_of_the_lunch_goes_before_the_record(maru: Path, change: Change) -> None:
    change(VISIT, "edition_at", "lunch: {restaurant: ferry-table, phone: 043-222-9999, confirmed: true}\nedition_at")
    entry = lunch_of(maru)
    assert entry.spot.phone == "043-222-9999"
    assert entry.spot.address == "가람도 마루군 가온면 강길 20"
    assert entry.stop.confirmed
    change(VISIT, "lunch: {restaurant: ferry-table,", "lunch: {text: 새 식당, address: 마루군 새길 3,")
    entry = lunch_of(maru)
    assert (entry.spot.name, entry.spot.address, entry.spot.phone) == ("새 식당", "마루군 새길 3", "043-222-9999")
