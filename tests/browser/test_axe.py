"""axe-core finds nothing to complain of on one of each kind of page, narrow and wide, in every mode."""

from __future__ import annotations

import sys

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
KINDS = (
    "",
    "overview/",
    "programs/",
    "programs/participation-week/",
    "programs/town-cooperation/",
    "figures/",
    "tour/",
    "routes/",
    "routes/coast/",
    "sites/",
    "sites/samseonsan-arboretum/",
    "restaurants/",
    "restaurants/haeoreum/",
    "towns/",
    "towns/songak/",
    "visits/",
    "data/",
    "index/",
    "about/",
    "404.html",
)


@pytest.mark.parametrize(("width", "mode"), [(360, "light"), (768, "contrast"), (1280, "dark"), (1280, "light")])
def test_one_of_each_kind_of_page_is_accessible(
    browser: Browser, address: str, width: int, mode: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme="dark" if mode == "dark" else "light"
    )
    page.add_init_script("localStorage.setItem('jumin-mode', 'contrast')" if mode == "contrast" else "")
    found, passed = [], 0
    for path in KINDS:
        page.goto(address + path)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        told = page.evaluate("axe.run()")
        passed += len(told["passes"])
        found += [
            (path, one["id"], one["nodes"][0]["html"][:120], one["nodes"][0]["failureSummary"][:200])
            for one in told["violations"]
        ]
    page.close()
    with capsys.disabled():
        sys.stdout.write(f"\naxe, {width} px, {mode}: {len(KINDS)} pages, {passed} rules passed, {len(found)} broken\n")
    assert found == []


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
