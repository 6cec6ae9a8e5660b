"""Notes that are folded away: a link to one of them opens them, and so does paper."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.parametrize("page", [1280], indirect=True)
PATH, FOLDED = "programs/leave/", "#note-workers"


def test_five_notes_are_open_and_the_others_are_not(page: Page, address: str) -> None:
    page.goto(address + PATH)
    assert page.locator("section > .notes > li").count() == 5
    assert page.locator(f".more-notes:not([open]) {FOLDED}").count() == 1


def test_a_mark_in_the_text_opens_its_note(page: Page, address: str) -> None:
    page.goto(address + PATH)
    page.locator(f"a[href='{FOLDED}']").first.click()
    page.wait_for_selector(f".more-notes[open] {FOLDED}")


def test_the_address_of_a_note_opens_it(page: Page, address: str) -> None:
    page.goto("about:blank")
    page.goto(address + PATH + FOLDED)
    page.wait_for_selector(f".more-notes[open] {FOLDED}")


@pytest.mark.parametrize("event", ["hashchange", "beforeprint"])
def test_a_browser_that_opens_nothing_by_itself_is_helped(page: Page, address: str, event: str) -> None:
    page.goto("about:blank")
    page.goto(address + PATH + FOLDED)
    page.evaluate("document.querySelector('.more-notes').open = false")
    page.evaluate(f"dispatchEvent(new Event('{event}'))")
    page.wait_for_selector(f".more-notes[open] {FOLDED}")


def test_paper_has_them_all(page: Page, address: str) -> None:
    page.goto(address + PATH)
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf()))
    printed = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    assert "근로자의 수는" in printed
