"""Nothing jumps while a page arrives: not when fonts come late, not when scripts add what only they can do."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from guidebook.setup.system import chromium
from tests.browser.conftest import fresh
from tests.browser.late import coming_late
from tests.browser.phone_fonts import phone_fonts
from tests.chromium import FLAGS

SHIFTS = """
  window.shifted = 0;
  const add = entries => { for (const one of entries) window.shifted += one.value; };
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({type: "layout-shift", buffered: true});
  window.settled = async () => {  // the frame in which the last font is drawn has come and gone
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    await new Promise(done => setTimeout(done));
    add(observer.takeRecords());
    return window.shifted;
  };
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
PAGES = ("", "programs/assembly/", "routes/coast/", "sites/")


@pytest.fixture(scope="module")
def phone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of a second Chromium, with the Korean font that phones have; it notes what moves in it."""
    environment: dict[str, str | float | bool] = {**os.environ, **phone_fonts(tmp_path_factory.mktemp("fonts"))}
    started = browser.browser_type.launch(executable_path=chromium(), args=list(FLAGS), env=environment)
    page = started.new_page()
    page.add_init_script(SHIFTS)
    yield page
    started.close()


@pytest.mark.parametrize("width", [412, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_no_line_moves_when_fonts_come_late(phone: Page, address: str, path: str, width: int) -> None:
    with fresh(phone, width, {}, 823) as page, coming_late(page, "**/*.woff2") as late:
        page.goto(address + path, wait_until="commit")
        page.wait_for_function(PAINTED)
        assert late.come(), "fonts are asked for before the page is seen"
        page.wait_for_load_state("load")
        page.evaluate("document.fonts.ready.then(() => 0)")
        assert page.evaluate("document.fonts.status") == "loaded"
        assert page.evaluate("window.settled()") < 0.01
