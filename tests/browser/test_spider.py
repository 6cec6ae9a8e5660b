"""A spider walks every page of a site on a narrow screen: nothing fails, asks elsewhere or sticks out."""

from __future__ import annotations

import sys
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import LEFT


def test_every_page_opens_quietly_and_fits(browser: Browser, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    complaints, seen = walked(browser, address)
    with capsys.disabled():
        sys.stdout.write(f"\nspider, 320 px: {seen} pages\n")
    assert complaints == []
    assert seen > 40


def walked(browser: Browser, address: str) -> tuple[list[tuple[str, str]], int]:
    """What is wrong with the pages of a site, and how many they are."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    complaints: list[tuple[str, str]] = []
    page.on("console", lambda message: complaints.append((page.url, message.text)))
    page.on("pageerror", lambda error: complaints.append((page.url, str(error))))
    page.on(
        "requestfailed", lambda failed: None if failed.failure == LEFT else complaints.append((page.url, failed.url))
    )
    page.on("request", lambda sent: None if sent.url.startswith(address) else complaints.append((page.url, sent.url)))
    waiting, seen = [address], {address}
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
    page.close()
    return complaints, len(seen)
