"""What a visit costs stands on the host's checklist, and the price list on the page of the place."""

from __future__ import annotations

from pathlib import Path

from guidebook.load.content import load_content
from guidebook.render.new_context import context_of
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.sheets import checklist_sheets
from tests.check.test_fees import listed
from tests.conftest import Change
from tests.paths import PACKAGES, TEMPLATES
from tests.plan.test_fees import VISIT
from tests.render.test_tour_pages import pages_of, words


def checklist(content: Path) -> str:
    catalogue = load_content(content).catalogue
    visit_context = VisitContext(context_of(catalogue, TEMPLATES, PACKAGES), catalogue.visits[0])
    return next(iter(checklist_sheets(visit_context, ()))).html.replace("\u2060", "").replace("\xa0", " ")


def test_the_checklist_reckons_what_is_stated(maru: Path, change: Change) -> None:
    assert "입장료" not in checklist(maru)
    listed(change)
    said = checklist(maru)
    assert "강 박물관: 어른 3,000원, 어른 20명부터 2,400원, 어린이 1,000원 (합계는 계산하지 않음)" in said
    change(VISIT, "edition_at", "payers: [{who: 어른, people: 26}, {who: 어린이, people: 2}]\nedition_at")
    said = checklist(maru)
    assert "□ 입장료: 64,400원" in said
    assert "어른 26명 × 2,400원, 어린이 2명 × 1,000원 = 64,400원" in said


def test_the_page_of_the_place_has_the_price_list(maru: Path, change: Change) -> None:
    listed(change)
    assert "요금표 어른 3,000원, 어른 20명부터 2,400원, 어린이 1,000원" in words(pages_of(maru)["sites/river-museum/"])
