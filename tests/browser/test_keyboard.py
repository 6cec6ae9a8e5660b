"""Everything by keyboard: seen where one is, in the order of reading, never caught, in every kind of page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import sized
from tests.browser.test_axe import KINDS

WIDE = pytest.mark.parametrize("page", [1280], indirect=True)
PHONE = pytest.mark.parametrize("page", [360], indirect=True)
WATCHED = """(() => {
  let steps, stops, last, over;
  window.begin = () => { steps = null, stops = new Set(), last = null, over = false };
  window.look = () => {
    const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (over) return;
    over = one === document.body || (stops.has(one) && one !== last);
    if (over) return;
    stops.add(last = one);
    const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
    if (!ring || !(box.width > 0 && box.bottom > 0 && box.top < innerHeight))
      steps.push({name: one.tagName + " " + (one.textContent || one.value || "").trim().slice(0, 30), ring});
  };
  window.told = () => { window.look(); return [over, steps, stops.size]; };
  document.addEventListener("keydown", () => steps ? window.look() : steps = [], true);
})()"""
"""Looks where the focus is before each key moves it on, from the second key after `begin`, and when told to tell.

It is over when the focus leaves the page or comes round; parts of a time or date are one stop.
"""
TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
FOCUSABLE = """() => [...document.querySelectorAll(
  "a[href], button:not([disabled]), input, select, textarea, summary, [tabindex='0']")].filter(
  one => one.checkVisibility() && one.tabIndex >= 0 && !(one.type === "radio" && !one.checked)).length"""
SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, summary")].filter(one => {
  if (!one.checkVisibility() || one.closest(".skip")) return false;
  const label = one.closest("label") || one, box = label.getBoundingClientRect();
  return Math.hypot(box.width, box.height) < 6 / 25.4 * 96;
}).map(one => one.outerHTML.slice(0, 90))"""
Faults = list[tuple[str, object]]


@pytest.fixture(scope="module")
def walks(browser: Browser, address: str) -> dict[int, tuple[Faults, Faults]]:
    """By width, what is wrong with where Tab leads and with the size of controls: each kind of page is opened once.

    Where Tab leaves the page behind its end, the walk at the next width starts; else the page is opened once more.
    """
    page = browser.new_page()
    page.add_init_script(WATCHED)
    keys = page.context.new_cdp_session(page)
    faults: dict[int, tuple[Faults, Faults]] = {360: ([], []), 1280: ([], [])}
    for path in KINDS:
        page.goto(address + path)
        for width, (wrong, small) in faults.items():
            if page.evaluate("document.activeElement !== document.body"):
                page.goto(address + path)
            sized(page, width)
            small += [(path, one) for one in page.evaluate(SMALL)]
            expected = page.evaluate(FOCUSABLE)
            page.evaluate("begin()")
            over, pressed = False, 0
            while not over and pressed < expected + 20:
                for _ in range(1 if pressed else expected + 1):
                    keys.send("Input.dispatchKeyEvent", TAB)
                    pressed += 1
                over, steps, reached = page.evaluate("told()")
            wrong += [(path, step) for step in steps]
            if reached != expected:
                wrong.append((path, f"{reached} of {expected}"))
    page.close()
    return faults


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_reaches_everything_and_shows_where_it_is(walks: dict[int, tuple[Faults, Faults]], width: int) -> None:
    assert walks[width][0] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_every_control_is_six_millimetres_across(walks: dict[int, tuple[Faults, Faults]], width: int) -> None:
    """KWCAG 2.2, 6.1.3: 6.0 mm from corner to corner, links in a line of text too."""
    assert walks[width][1] == []


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
    page.get_by_role("button", name="메뉴").focus()
    page.keyboard.press("Enter")
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
