"""Nothing jumps while a page arrives: not when fonts come late, not when scripts add what only they can do."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route

from guidebook.setup.system import chromium
from tests.browser.phone_fonts import phone_fonts
from tests.chromium import FLAGS

SHIFTS = """window.shifted = 0; new PerformanceObserver(list => {
  for (const one of list.getEntries()) window.shifted += one.value;
}).observe({type: "layout-shift", buffered: true})"""
PAGES = ("", "programs/assembly/", "routes/coast/", "sites/")


@pytest.fixture(scope="module")
def phone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A second Chromium, with the Korean font that phones have."""
    environment: dict[str, str | float | bool] = {**os.environ, **phone_fonts(tmp_path_factory.mktemp("fonts"))}
    started = browser.browser_type.launch(executable_path=chromium(), args=list(FLAGS), env=environment)
    yield started
    started.close()


def late(route: Route) -> None:
    time.sleep(0.05)
    route.continue_()


@pytest.mark.parametrize("width", [412, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_no_line_moves_when_fonts_come_late(phone: Browser, address: str, path: str, width: int) -> None:
    page = phone.new_page(viewport={"width": width, "height": 823})
    page.add_init_script(SHIFTS)
    page.route("**/*.woff2", late)
    page.goto(address + path)
    page.evaluate("document.fonts.ready.then(() => 0)")
    page.wait_for_timeout(300)
    assert page.evaluate("document.fonts.status") == "loaded"
    shifted = page.evaluate("window.shifted")
    page.close()
    assert shifted < 0.01
