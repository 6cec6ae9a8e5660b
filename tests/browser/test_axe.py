"""axe-core finds nothing to complain of: each kind of page in every mode at three widths, every page on a phone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import sized
from tests.conftest import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (360, 768, 1280)
KINDS = (
    "",
    "overview/",
    "programs/",
    "programs/assembly/",
    "programs/neighbours/",
    "figures/",
    "tour/",
    "routes/",
    "routes/coast/",
    "sites/",
    "sites/wind-hill/",
    "restaurants/",
    "restaurants/wind-table/",
    "towns/",
    "towns/neoreun/",
    "visits/",
    "data/",
    "index/",
    "terms/",
    "about/",
    "changes/",
    "accessibility/",
    "en/",
    "en/tour/",
    "404.html",
)


MODES = ("light", "dark", "contrast")
COLOURS = ("color-contrast", "link-in-text-block")
"""All of axe's rules that look at colours, which are all that a mode changes."""
RUN = """async ([width, mode, rules]) => {
  document.documentElement.dataset.mode = mode;
  const told = await axe.run({resultTypes: ["violations"], selectors: false, ...(rules ? {runOnly: rules} : {})});
  const found = told.violations.map(({id, nodes}) => [
    width, mode, id, nodes[0].html.slice(0, 120), nodes[0].failureSummary.slice(0, 200)]);
  return [told.passes.length, found];
}"""
Show = Callable[[str], None]


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str]) -> Show:
    """Says something among the dots of the tests."""

    def write(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{line}\n")

    return write


def broken(
    browser: Browser, addresses: Sequence[str], widths: Sequence[int], modes: Sequence[str], show: Show
) -> Sequence[object]:
    """What axe has against the pages, each at these widths in each of the modes.

    A page is opened once and then made wider: no script of ours asks how wide it is. In the first mode all rules run at
    every width; in the others only those on colours, because structure, names and roles are the same in every mode.
    """
    page = browser.new_page()
    page.add_init_script(path=AXE)
    found, passed = [], 0
    for address in addresses:
        page.set_viewport_size({"width": widths[0], "height": 800})
        page.goto(address)
        for width in widths:
            sized(page, width)
            for mode in modes:
                told, wrong = page.evaluate(RUN, [width, mode, None if mode == modes[0] else COLOURS])
                passed += told
                found += [(address, *one) for one in wrong]
    page.close()
    shown = ", ".join(map(str, widths))
    show(f"axe, {shown} px, {', '.join(modes)}: {len(addresses)} pages, {passed} rules passed, {len(found)} broken")
    return found


def all_pages(site: Path, address: str) -> list[str]:
    """Every page that is there to be read: no redirects."""
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return [address + page.removesuffix("index.html") for page in pages if not page.startswith("q/")]


def test_one_of_each_kind_of_page_is_accessible(browser: Browser, address: str, show: Show) -> None:
    assert broken(browser, [address + path for path in KINDS], WIDTHS, MODES, show) == []


def test_every_page_is_accessible_on_a_phone(browser: Browser, site: Path, address: str, show: Show) -> None:
    """Those of `KINDS` are looked at on a phone, too, by the test above."""
    pages = all_pages(site, address)
    assert len(pages) > 40
    rest = [page for page in pages if page.removeprefix(address) not in KINDS]
    assert len(pages) - len(rest) == len(KINDS)
    assert broken(browser, rest, WIDTHS[:1], MODES[:1], show) == []


@pytest.mark.long
def test_every_page_is_accessible_in_every_mode(browser: Browser, site: Path, address: str, show: Show) -> None:
    assert broken(browser, all_pages(site, address), WIDTHS, MODES, show) == []


@pytest.mark.parametrize("page", [360, 1280], indirect=True)
def test_search_when_open_is_accessible(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("총회")
    page.wait_for_selector("dialog .results li")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    told = page.evaluate("axe.run(document.querySelector('dialog'))")
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in told["violations"]] == []
