"""Nothing jumps while a page arrives: not when fonts come late, not when scripts add what only they can do."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from guidebook.setup.system import chromium
from tests.browser.late import Late
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
def phone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A second Chromium, with the Korean font that phones have."""
    environment: dict[str, str | float | bool] = {**os.environ, **phone_fonts(tmp_path_factory.mktemp("fonts"))}
    started = browser.browser_type.launch(executable_path=chromium(), args=list(FLAGS), env=environment)
    yield started
    started.close()


@pytest.mark.parametrize("width", [412, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_no_line_moves_when_fonts_come_late(phone: Browser, address: str, path: str, width: int) -> None:
    page = phone.new_page(viewport={"width": width, "height": 823})
    page.add_init_script(SHIFTS)
    late = Late(page, "**/*.woff2")
    page.goto(address + path, wait_until="commit")
    page.wait_for_function(PAINTED)
    assert late.come(), "fonts are asked for before the page is seen"
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert page.evaluate("document.fonts.status") == "loaded"
    shifted = page.evaluate("window.settled()")
    page.close()
    assert shifted < 0.01
