"""Every page of the city's website: what a validator, a spider and a reader's telephone have against it, and search."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.books.test_weight import faces, test_a_first_view_is_light, test_every_character_has_its_glyph_in_one_slice
from tests.browser.test_axe import MODES, WIDTHS, Show, all_pages, broken, show
from tests.browser.test_markup import (
    test_no_page_has_a_fault,
    test_tables_say_what_they_hold_links_where_they_lead_and_no_window_opens,
    told,
)
from tests.browser.test_questions import (
    asking,
    questions,
    test_every_name_is_found_with_and_without_spaces_and_with_an_ending,
    test_what_stands_only_in_opening_hours_comes_last,
    unanswered,
)
from tests.browser.test_search import test_code_and_index_are_small
from tests.browser.test_spider import walked

__all__ = [
    "asking",
    "faces",
    "show",
    "test_a_first_view_is_light",
    "test_code_and_index_are_small",
    "test_every_character_has_its_glyph_in_one_slice",
    "test_every_name_is_found_with_and_without_spaces_and_with_an_ending",
    "test_no_page_has_a_fault",
    "test_tables_say_what_they_hold_links_where_they_lead_and_no_window_opens",
    "test_what_stands_only_in_opening_hours_comes_last",
    "told",
]

QUESTIONS = Path(__file__).with_name("questions.txt")


def test_sixty_questions_of_citizens_visitors_and_officials_are_answered(asking: Page, address: str) -> None:
    assert len(questions(QUESTIONS)) >= 60
    assert unanswered(asking, address, QUESTIONS) == []


def test_every_page_opens_quietly_and_fits(browser: Browser, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    complaints, seen = walked(browser, address)
    with capsys.disabled():
        sys.stdout.write(f"\nspider, 320 px: {seen} pages\n")
    assert complaints == []
    assert seen > 80


def test_every_page_of_it_is_looked_at(site: Path, address: str) -> None:
    assert len(all_pages(site, address)) > 80
    assert len([*site.rglob("*.html"), *site.rglob("*.svg")]) > 150


@pytest.mark.long
def test_every_page_is_accessible_on_a_phone(browser: Browser, site: Path, address: str, show: Show) -> None:
    assert broken(browser, all_pages(site, address), WIDTHS[:1], MODES[:1], show) == []


@pytest.mark.long
def test_every_page_is_accessible_in_every_mode(browser: Browser, site: Path, address: str, show: Show) -> None:
    assert broken(browser, all_pages(site, address), WIDTHS, MODES, show) == []
