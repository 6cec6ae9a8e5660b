"""Where lines of a page end on a phone, and that what is kept whole is still found and copied as it was."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.look.screen import parted

COPIED = """() => {
  const selection = getSelection(), place = document.querySelector('main .whole').parentElement;
  selection.selectAllChildren(place);
  return [selection.toString().trim(), place.innerText.trim()];
}"""
APART = """those => those.filter(one => /flex|grid/.test(getComputedStyle(one.parentElement).display))
  .map(one => one.innerText)"""
FOUND = "words => { getSelection().collapse(document.body, 0); return find(words) }"

LARGEST = "document.documentElement.dataset.size = 'largest'"
LISTS = ".town-list, .programs, .program-facts, .timeline, .place-list, .timetable, .indicators"
BROKEN = """lists => [...document.querySelectorAll(`main :is(${lists}) > tbody :is(th, td)`)].flatMap(cell => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const word of node.data.matchAll(/[가-힣]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (word[0].length < 12 && range.getClientRects().length > 1) broken.push(word[0]);
    }
  return broken;
})"""


@pytest.mark.parametrize("page", [390], indirect=True)
@pytest.mark.parametrize("path", ["towns/", "programs/", "overview/", "sites/", "figures/"])
def test_with_the_largest_text_lists_still_break_no_word(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.evaluate(LARGEST)
    assert page.evaluate(BROKEN, LISTS) == []


@pytest.mark.parametrize("page", [390], indirect=True)
@pytest.mark.parametrize("path", ["", "overview/", "programs/assembly/", "routes/coast/", "towns/neoreun/", "sites/"])
def test_dates_hours_and_amounts_stay_on_one_line(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.evaluate("document.fonts.ready")
    assert parted(page) == []


@pytest.mark.parametrize("page", [390], indirect=True)
@pytest.mark.parametrize(
    "path", ["", "sites/", "programs/assembly/", "routes/coast/", "restaurants/", "changes/", "en/"]
)
def test_what_is_kept_whole_stays_in_its_line(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert page.locator("main .whole").evaluate_all(APART) == [], "a part of a flexible box has a place of its own"


@pytest.mark.parametrize("page", [390], indirect=True)
def test_words_that_are_kept_whole_are_found_and_copied(page: Page, address: str) -> None:
    page.goto(address + "programs/assembly/")
    copied, shown = page.evaluate(COPIED)
    assert copied == shown
    kept = page.locator("main .whole").first
    before = kept.evaluate("one => one.previousSibling?.data?.slice(-4) ?? ''")
    assert page.evaluate(FOUND, (before + kept.inner_text()).strip())


LARGE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  for (const fold of document.querySelectorAll('main details')) fold.open = true;
}"""
FITS = "document.documentElement.scrollWidth <= innerWidth"
ON_END = """() => [...document.querySelectorAll('main :is(th, td, h3, li, dt, dd, p, label)')].filter(one => {
  const words = one.textContent.trim(), style = getComputedStyle(one);
  return words.length > 1 && one.offsetParent && !one.closest('thead, .unseen') && one.clientWidth > 0
    && one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
      < 1.7 * parseFloat(style.fontSize)
    && one.clientHeight > 1.6 * parseFloat(style.lineHeight);
}).map(one => one.textContent.trim())"""
"""What stands in a column of one syllable."""


@pytest.mark.parametrize(("page", "percent"), [(360, 150), (390, 200)], indirect=["page"])
@pytest.mark.parametrize(
    "path", ["", "programs/", "programs/assembly/", "programs/neighbours/", "routes/coast/", "data/", "tour/", "towns/"]
)
def test_large_text_on_a_phone_needs_no_scrolling_to_the_side(
    page: Page, address: str, path: str, percent: int
) -> None:
    page.goto(address + path)
    page.evaluate(LARGE, f":root {{ font-size: {percent}% !important }}")
    assert page.evaluate(FITS)
    assert page.evaluate(ON_END) == []
