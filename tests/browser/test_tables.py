"""Wide tables on a phone: they scroll in their own box, whole words and all, and the page stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from guidebook.cli import main
from tests.browser.conftest import fresh, sized
from tests.browser.serving import served
from tests.wide_tables import ADDRESS, CASE, HANGUL, LATIN, city, table

BODY = "\n".join(
    (
        CASE,
        table(8, caption="여덟 칸"),
        table(9, cell="142백만원(주민제안)"),
        table(3, cell="주민자치회"),
        table(2, cell=f"{HANGUL} 1,111명"),
        table(2, cell=ADDRESS),
        table(2, cell=LATIN),
        table(4, cell="Residents’ autonomy council"),
        f"{LATIN}\n\n- {HANGUL}\n",
    )
)
LONG_FIELDS = (
    ("what: 강길 내기", f"what: {LATIN}"),
    ("label: 새로 낸 강길", f"label: {HANGUL}"),
    ("text: 4km", f"text: 약 4km와 {HANGUL}"),
    ("title: 해마다 고친 강길", f"title: {HANGUL}"),
    ("{label: 2025년,", f"{{label: {HANGUL},"),
    ("title: 걷기,", f"title: {HANGUL},"),
    ("place: 나루터}", f"place: {HANGUL}}}"),
)
FAULTS = """() => {
  const told = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) told.push(`page ${root.scrollWidth}>${root.clientWidth}`);
  for (const box of document.querySelectorAll('.table-box')) {
    const scrolls = box.scrollWidth > box.clientWidth;
    if (scrolls && box.tabIndex !== 0) told.push(`out of reach: ${box.textContent.trim().slice(0, 30)}`);
    if (box.tabIndex === 0 && box.querySelector('caption') &&
        document.getElementById(box.getAttribute('aria-labelledby')) !== box.querySelector('caption'))
      told.push('nameless');
  }
  for (const cell of document.querySelectorAll('td, th')) {
    if (cell.closest('thead')?.getBoundingClientRect().width <= 1) continue;  // there for screen readers alone
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest('.unbroken') || !node.parentElement.checkVisibility()) continue;
      for (const word of node.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].filter(one => one.width).map(one => Math.round(one.top)));
        if (lines.size > 1) told.push(`torn: ${word[0]}`);
      }
    }
  }
  return told;
}"""


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    folder = tmp_path_factory.mktemp("wide")
    output = folder / "output"
    assert main(["--content", str(city(folder, BODY, *LONG_FIELDS)), "--output", str(output), "--site-only"]) == 0
    site = output / "site"
    pages = [path.parent.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    with served(site) as address:
        yield address, [page for page in pages if not page.startswith("q/")]


def test_no_page_scrolls_sideways_and_no_word_is_torn(tab: Page, wide: tuple[str, list[str]]) -> None:
    """A page is made wider instead of opened again: no script of ours asks how wide it is."""
    address, pages = wide
    told = {}
    with fresh(tab, 320, {}) as page:
        for path in pages:
            page.goto(f"{address}{path}/")
            for width in (320, 360, 768, 1280):
                sized(page, width)
                told[path, width] = page.evaluate(FAULTS)
    assert {where: faults for where, faults in told.items() if faults} == {}


def test_a_wide_table_is_reached_and_moved_by_keyboard(tab: Page, wide: tuple[str, list[str]]) -> None:
    with fresh(tab, 360, {}) as page:
        page.goto(f"{wide[0]}programs/river-path/")
        box = page.locator(".table-box:has-text('여덟 칸')").first
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())
        assert page.get_by_role("region", name="여덟 칸").count() == 1


def test_a_narrow_table_is_no_stop_for_the_keyboard(tab: Page, wide: tuple[str, list[str]]) -> None:
    with fresh(tab, 1280, {}) as page:
        page.goto(f"{wide[0]}programs/river-path/")
        assert page.locator(".table-box:has-text('새로 낸') [tabindex]").count() == 0
        assert page.locator(".table-box:not([tabindex])").count() > 0
