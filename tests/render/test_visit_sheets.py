"""The host's own sheet counts every booklet that is to be printed; the schedule has no map of nothing."""

from __future__ import annotations

from pathlib import Path

from guidebook.load.content import load_content
from guidebook.render.new_context import context_of
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.sheets import checklist_sheets, schedule_sheets
from tests.conftest import Change
from tests.paths import PACKAGES, TEMPLATES


def test_the_checklist_counts_the_booklets_of_every_edition(maru: Path) -> None:
    catalogue = load_content(maru).catalogue
    visit_context = VisitContext(context_of(catalogue, TEMPLATES, PACKAGES), catalogue.visits[0])
    printing = ("30부 = A4 120장", "큰글자 3부 = A4 48장")
    for sheet in checklist_sheets(visit_context, printing, {"큰글자": 3}):
        words = sheet.html.replace("\u2060", "")
        assert "안내책자 30부" in words
        assert "안내책자 큰글자 3부" in words
        assert all(line in words for line in printing)


def test_the_checklist_of_a_later_edition_lists_what_changed(maru: Path, change: Change) -> None:
    def sheets() -> list[str]:
        catalogue = load_content(maru).catalogue
        visit_context = VisitContext(context_of(catalogue, TEMPLATES, PACKAGES), catalogue.visits[0])
        return [sheet.html.replace("\u2060", "") for sheet in checklist_sheets(visit_context, ())]

    reminder = "취소 연락"
    assert not any(reminder in sheet for sheet in sheets())
    change("visits/hansol.yml", "edition_at", "edition: 2\nchanged: [점심 장소를 바꾸었습니다.]\nedition_at")
    for sheet in sheets():
        assert "□ 1판 대비 변경 사항" in sheet
        assert "점심 장소를 바꾸었습니다." in sheet
        assert reminder in sheet


def test_the_schedule_has_no_map_where_no_place_is_known(maru: Path, change: Change) -> None:
    def mapped() -> list[bool]:
        catalogue = load_content(maru).catalogue
        visit_context = VisitContext(context_of(catalogue, TEMPLATES, PACKAGES), catalogue.visits[0])
        return ["map-drawing" in sheet.html for sheet in schedule_sheets(visit_context)]

    assert mapped()[0]
    change("visits/hansol.yml", "route: river-day\n", "stops:\n  - {text: 이야기, stay: 60}\nprograms: [river-path]\n")
    assert not any(mapped())
