"""Everything by keyboard: seen where one is, in the order of reading, never caught, in every kind of page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_axe import KINDS

WIDE = pytest.mark.parametrize("page", [1280], indirect=True)
PHONE = pytest.mark.parametrize("page", [360], indirect=True)
HERE = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  window.stops ??= new Set();
  const before = window.stops.has(one), same = window.last === one;
  window.stops.add(window.last = one);
  const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
  return {name: one.tagName + " " + (one.textContent || one.value || "").trim().slice(0, 30),
    ring, visible: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    over: one === document.body || (before && !same)};
}"""
"""Where the focus is. It is over when it leaves the page or comes round; parts of a time or date are one stop."""
FOCUSABLE = """() => [...document.querySelectorAll(
  "a[href], button:not([disabled]), input, select, textarea, summary, [tabindex='0']")].filter(
  one => one.checkVisibility() && one.tabIndex >= 0 && !(one.type === "radio" && !one.checked)).length"""
SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, summary")].filter(one => {
  if (!one.checkVisibility() || one.closest(".skip")) return false;
  const label = one.closest("label") || one, box = label.getBoundingClientRect();
  return Math.hypot(box.width, box.height) < 6 / 25.4 * 96;
}).map(one => one.outerHTML.slice(0, 90))"""
Faults = list[tuple[str, object]]


@pytest.fixture(scope="module", params=[360, 1280])
def walk(browser: Browser, address: str, request: pytest.FixtureRequest) -> tuple[Faults, Faults]:
    """What is wrong with where Tab leads and with the size of controls: each kind of page is opened once a width."""
    page = browser.new_page(viewport={"width": request.param, "height": 800})
    wrong: Faults = []
    small: Faults = []
    for path in KINDS:
        page.goto(address + path)
        small += [(path, one) for one in page.evaluate(SMALL)]
        expected = page.evaluate(FOCUSABLE)
        for _ in range(expected + 20):
            page.keyboard.press("Tab")
            here = page.evaluate(HERE)
            if here["over"]:
                break
            if not (here["ring"] and here["visible"]):
                wrong.append((path, here))
        reached = page.evaluate("[...window.stops].filter(one => one !== document.body).length")
        if reached != expected:
            wrong.append((path, f"{reached} of {expected}"))
    page.close()
    return wrong, small


def test_tab_reaches_everything_and_shows_where_it_is(walk: tuple[Faults, Faults]) -> None:
    assert walk[0] == []


def test_every_control_is_six_millimetres_across(walk: tuple[Faults, Faults]) -> None:
    """KWCAG 2.2, 6.1.3: 6.0 mm from corner to corner, links in a line of text too."""
    assert walk[1] == []


@WIDE
def test_the_first_stop_skips_to_the_text(page: Page, address: str) -> None:
    page.goto(address + "routes/coast/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@PHONE
def test_colours_are_chosen_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("summary", has_text="화면 설정").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.documentElement.dataset.mode") == "dark"


@WIDE
def test_a_list_is_narrowed_down_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + "sites/")
    rows = page.locator("main table tbody tr:visible, main .cards > li:visible")
    all_of_them = rows.count()
    page.locator("main input[type=checkbox]").first.focus()
    page.keyboard.press("Space")
    assert 0 < rows.count() < all_of_them
