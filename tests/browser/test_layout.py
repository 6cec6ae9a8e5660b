"""Where things stand: one bar on a phone, the point of a page on its first screen, three widths on a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import sized

PHONE = 390, 844
DESK = 1440, 900
TEXT, TABLE, FULL = 640, 784, 1184
KINDS = (
    "",
    "overview/",
    "figures/",
    "programs/",
    "programs/assembly/",
    "routes/",
    "routes/coast/",
    "sites/",
    "sites/pine-shrine/",
    "restaurants/",
    "restaurants/wind-table/",
    "towns/",
    "towns/neoreun/",
    "tour/",
    "terms/",
    "data/",
    "index/",
    "changes/",
    "accessibility/",
    "visits/",
    "en/",
    "en/tour/",
)
"""A page of each kind."""
BLOCKS = """() => {
  const found = [], wrapping = new Set(["ARTICLE", "SECTION", "HEADER", "DIV", "ASIDE"]);
  const walk = (whole, name) => {
    for (const one of whole.children) {
      const style = getComputedStyle(one), box = one.getBoundingClientRect();
      if (!box.width || style.position === "absolute" || style.display.startsWith("inline")) continue;
      const columns = ["grid", "flex"].includes(style.display) || style.columnWidth !== "auto";
      const table = one.matches(".table-box");
      if (one.matches(".columns, .beside")) walk(one, one.className.split(" ")[0]);
      if (columns || table || !wrapping.has(one.tagName)) found.push([Math.round(box.width), Math.round(box.left),
        Math.round(box.right), one.tagName + "." + one.className, name]);
      else walk(one, one.matches(".side, .map-column") ? "side" : name);
    }
  };
  walk(document.querySelector("main"), "");
  return found;
}"""
"""Width and edges of each block that stands in the page itself, not in a cell, a card or another block."""


@pytest.mark.parametrize("page", [DESK[0]], indirect=True)
@pytest.mark.parametrize("path", KINDS)
def test_what_stands_in_a_page_has_one_of_three_widths(page: Page, address: str, path: str) -> None:
    sized(page, *DESK)
    page.goto(address + path)
    left = (DESK[0] - FULL) / 2
    for width, start, end, name, inside in page.evaluate(BLOCKS):
        if start != left:
            assert (inside, end) == (inside or "a column", left + FULL), f"{name}: side columns end where the page does"
        else:
            assert width in (TEXT, TABLE, FULL), f"{name} is {width} wide"


@pytest.mark.parametrize("page", [PHONE[0]], indirect=True)
@pytest.mark.parametrize("path", ["", "programs/assembly/", "routes/coast/", "en/"])
def test_a_phone_has_one_bar(page: Page, address: str, path: str) -> None:
    sized(page, *PHONE)
    page.goto(address + path)
    bar = page.locator(".site-head").bounding_box()
    assert bar is not None
    assert bar["height"] == 56
    shown = [one.inner_text() for one in page.locator(".site-head :is(a, button, summary):visible").all()]
    assert len(shown) == 3
    assert not page.locator(".menu").is_visible()


@pytest.mark.parametrize("page", [PHONE[0]], indirect=True)
@pytest.mark.parametrize(
    ("path", "point"),
    [
        ("", ".door"),
        ("programs/assembly/", ".page-head .summary"),
        ("programs/leave/", ".page-head .summary"),
        ("routes/coast/", "#stop-1 .what"),
        ("routes/pilgrims/", "#stop-1 .what"),
    ],
)
def test_the_first_screen_of_a_phone_shows_the_point_of_the_page(
    page: Page, address: str, path: str, point: str
) -> None:
    sized(page, *PHONE)
    page.goto(address + path)
    boxes = [one.bounding_box() for one in page.locator(point).all()]
    assert len(boxes) == (2 if point == ".door" else 1)
    for box in boxes:
        assert box is not None
        assert box["y"] + box["height"] <= PHONE[1]


@pytest.mark.parametrize("page", [PHONE[0]], indirect=True)
def test_the_notice_takes_one_line_of_a_phone(page: Page, address: str) -> None:
    sized(page, *PHONE)
    page.goto(address)
    height = page.locator(".notice p").bounding_box()["height"]  # type: ignore[index]
    assert height < 2 * float(page.locator(".notice").evaluate("one => parseFloat(getComputedStyle(one).fontSize)"))


def test_the_menu_opens_and_closes_without_javascript(browser: Browser, address: str) -> None:
    bare = browser.new_page(java_script_enabled=False, viewport={"width": PHONE[0], "height": PHONE[1]})
    bare.goto(address + "programs/assembly/")
    opener = bare.get_by_role("button", name="메뉴")
    opener.click()
    assert bare.get_by_role("link", name="English").is_visible()
    bare.keyboard.press("Escape")
    assert not bare.locator(".menu").is_visible()
    opener.press("Enter")
    bare.locator(".menu").get_by_role("link", name="읍면동", exact=True).click()
    bare.wait_for_url("**/towns/")
    bare.close()


@pytest.mark.parametrize("page", [DESK[0]], indirect=True)
def test_on_a_desk_the_menu_stands_in_the_bar(page: Page, address: str) -> None:
    sized(page, *DESK)
    page.goto(address)
    assert not page.get_by_role("button", name="메뉴").is_visible()
    tops = {one.bounding_box()["y"] for one in page.locator(".site-head nav a").all()}  # type: ignore[index]
    assert len(tops) == 1
    assert page.locator("summary", has_text="화면 설정").is_visible()


@pytest.mark.parametrize("page", [PHONE[0]], indirect=True)
def test_cells_of_cards_say_what_they_tell(page: Page, address: str) -> None:
    sized(page, *PHONE)
    page.goto(address + "sites/")
    label = "cell => getComputedStyle(cell, '::before').content"
    cells = page.locator(".place-list .row").first.locator("td:not(:first-child)").all()
    assert [cell.evaluate(label) for cell in cells] == ['"읍면동"', '"종류"', '"해설"']
    sized(page, *DESK)
    assert [cell.evaluate(label) for cell in cells] == ["none"] * 3, "where columns have heads"


HEADED = """() => [...document.querySelectorAll(".program-facts td")].flatMap(cell => {
  const head = cell.querySelector(".cell-head"), range = document.createRange();
  range.selectNodeContents(cell);
  range.setStartAfter(head);
  const from = head.getBoundingClientRect().right - 1;
  return [...range.getClientRects()].filter(box => box.width && box.left < from).map(() => cell.innerText);
})"""
"""Cells with words that lie under the name of their column."""


@pytest.mark.parametrize("page", [PHONE[0]], indirect=True)
@pytest.mark.parametrize("path", ["overview/", "en/"])
@pytest.mark.parametrize("width", [PHONE[0], 820])
def test_what_a_card_tells_stands_beside_the_name_of_its_column(
    page: Page, address: str, path: str, width: int
) -> None:
    sized(page, width)
    page.goto(address + path)
    assert page.locator(".program-facts .cell-head").first.is_visible()
    assert page.evaluate(HEADED) == []
    box = page.locator(".table-box", has=page.locator(".program-facts"))
    assert box.evaluate("one => one.scrollWidth - one.clientWidth") == 0, "nothing has to be scrolled to"


@pytest.mark.parametrize("page", [PHONE[0]], indirect=True)
def test_lines_of_a_numbered_card_begin_where_its_name_does(page: Page, address: str) -> None:
    sized(page, *PHONE)
    page.goto(address + "sites/")
    row = page.locator(".place-list .row").first
    number, name, town = (row.locator(one).bounding_box() for one in ("td.figure", "th", "td:nth-child(3)"))
    assert number is not None
    assert name is not None
    assert town is not None
    assert number["x"] < name["x"] == town["x"]


@pytest.mark.parametrize("page", [DESK[0]], indirect=True)
def test_one_rule_stands_above_what_follows_a_route(page: Page, address: str) -> None:
    sized(page, *DESK)
    page.goto(address + "routes/coast/")
    ruled = "those => those.filter(one => parseFloat(getComputedStyle(one).borderTopWidth)).length"
    assert page.locator(".after, .after *").evaluate_all(ruled) == 1
    tops = {round(one.bounding_box()["y"]) for one in page.locator(".after h2").all()}  # type: ignore[index]
    assert len(tops) == 1


@pytest.mark.parametrize("page", [820], indirect=True)
def test_a_map_is_as_wide_on_a_tablet_whatever_page_it_stands_in(page: Page, address: str) -> None:
    widths = set()
    for path in ("routes/coast/", "sites/", "sites/pine-shrine/"):
        page.goto(address + path)
        frame = page.locator(".map-drawing:visible .map-frame").first.bounding_box()
        assert frame is not None
        widths.add(round(frame["width"]))
    assert max(widths) - min(widths) < 4


@pytest.mark.parametrize("page", [820], indirect=True)
def test_the_three_numbers_of_the_home_page_stand_in_one_row(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".highlights").evaluate("one => one.append(one.lastElementChild.cloneNode(true))")
    boxes = [one.bounding_box() for one in page.locator(".highlights > div").all()]
    assert len(boxes) == 3
    assert len({box["y"] for box in boxes if box}) == 1
