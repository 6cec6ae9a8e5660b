"""A spider walks every page of a site on a narrow screen: nothing fails, asks elsewhere, sticks out or is lost."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import LEFT, sized
from tests.browser.looking import ENLARGED, lost, moves, too_narrow
from tests.browser.test_axe import KINDS

Faults = dict[str, list[object]]


@pytest.fixture(scope="module")
def walk(browser: Browser, address: str) -> tuple[Faults, int]:
    """What is wrong with the pages in each regard, and how many they are: each is opened once and asked everything."""
    faults: Faults = {name: [] for name in (*ENLARGED, "quiet", "narrow", "moves")}
    kinds = {address + path for path in KINDS}

    def look(page: Page, here: str) -> None:
        faults["moves"] += [(here, one) for one in moves(page)]
        faults["narrow"] += [(here, one) for one in too_narrow(page)]
        if here in kinds:
            kinds.remove(here)
            for name in ENLARGED:
                faults[name] += [(here, one) for one in lost(page, name)]

    complaints, seen = walked(browser, address, look, [address + "404.html"])
    assert not kinds, "each kind of page is met"
    faults["quiet"] += complaints
    return faults, seen


def test_every_page_opens_quietly_and_fits(walk: tuple[Faults, int], capsys: pytest.CaptureFixture[str]) -> None:
    faults, seen = walk
    with capsys.disabled():
        sys.stdout.write(f"\nspider, 320 px: {seen} pages\n")
    assert faults["quiet"] == []
    assert seen > 40


def test_nothing_sticks_out_and_no_word_stands_on_end(walk: tuple[Faults, int]) -> None:
    assert walk[0]["narrow"] == []


@pytest.mark.parametrize("name", ENLARGED)
def test_nothing_is_lost_when_enlarged(walk: tuple[Faults, int], name: str) -> None:
    assert walk[0][name] == []


def test_nothing_moves_by_itself(walk: tuple[Faults, int]) -> None:
    assert walk[0]["moves"] == []


def walked(
    browser: Browser, address: str, look: Callable[[Page, str], None] | None = None, also: Sequence[str] = ()
) -> tuple[list[tuple[str, str]], int]:
    """What is wrong with the pages of a site, and how many they are; `look` may ask an open page for more."""
    page = browser.new_page(viewport={"width": 320, "height": 640}, reduced_motion="no-preference")
    complaints: list[tuple[str, str]] = []
    page.on("console", lambda message: complaints.append((page.url, message.text)))
    page.on("pageerror", lambda error: complaints.append((page.url, str(error))))
    page.on(
        "requestfailed", lambda failed: None if failed.failure == LEFT else complaints.append((page.url, failed.url))
    )
    page.on("request", lambda sent: None if sent.url.startswith(address) else complaints.append((page.url, sent.url)))
    waiting, seen = [address, *also], {address, *also}
    while waiting:
        here = waiting.pop()
        answer = page.goto(here)
        if answer is None or not answer.ok:
            complaints.append((here, "does not open"))
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            complaints.append((here, "sticks out"))
        for link in page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"):
            there = urldefrag(urljoin(here, link)).url
            if there.startswith(address) and there.endswith("/") and there not in seen:
                seen.add(there)
                waiting.append(there)
        if look is not None:
            look(page, here)
            sized(page, 320, 640)
    page.close()
    return complaints, len(seen)
