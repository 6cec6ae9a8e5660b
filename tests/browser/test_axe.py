"""axe-core finds nothing to complain of: each kind of page in every mode at three widths, every page on a phone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

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
Show = Callable[[str], None]


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str]) -> Show:
    """Says something among the dots of the tests."""

    def write(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{line}\n")

    return write


def broken(
    browser: Browser, addresses: Sequence[str], width: int, modes: Sequence[str], show: Show
) -> Sequence[object]:
    """What axe has against the pages, each at this width in each of the modes."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    found, passed = [], 0
    for address in addresses:
        page.goto(address)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for mode in modes:
            page.evaluate("mode => { document.documentElement.dataset.mode = mode }", mode)
            told = page.evaluate("axe.run({resultTypes: ['violations']})")
            passed += len(told["passes"])
            found += [
                (address, mode, one["id"], one["nodes"][0]["html"][:120], one["nodes"][0]["failureSummary"][:200])
                for one in told["violations"]
            ]
    page.close()
    show(f"axe, {width} px, {', '.join(modes)}: {len(addresses)} pages, {passed} rules passed, {len(found)} broken")
    return found


def all_pages(site: Path, address: str) -> list[str]:
    """Every page that is there to be read: no redirects."""
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return [address + page.removesuffix("index.html") for page in pages if not page.startswith("q/")]


@pytest.mark.parametrize("width", WIDTHS)
def test_one_of_each_kind_of_page_is_accessible(browser: Browser, address: str, width: int, show: Show) -> None:
    assert broken(browser, [address + path for path in KINDS], width, MODES, show) == []


def test_every_page_is_accessible_on_a_phone(browser: Browser, site: Path, address: str, show: Show) -> None:
    pages = all_pages(site, address)
    assert len(pages) > 40
    assert broken(browser, pages, 360, ["light"], show) == []


@pytest.mark.long
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_in_every_mode(
    browser: Browser, site: Path, address: str, width: int, show: Show
) -> None:
    assert broken(browser, all_pages(site, address), width, MODES, show) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_search_when_open_is_accessible(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("총회")
    page.wait_for_selector("dialog .results li")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    told = page.evaluate("axe.run(document.querySelector('dialog'))")
    page.close()
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in told["violations"]] == []
