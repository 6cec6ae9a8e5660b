"""The site of a small city on a server of its own, and a browser that complains of every request elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from guidebook.cli import main
from tests.browser.serving import served
from tests.conftest import CITIES
from tests.sharing import made_once

LEFT = "net::ERR_ABORTED"
"""A file still on its way when the browser went on to the next page: nothing failed."""
LATE = "was preloaded using link preload but not used within a few seconds"
"""What Chromium says where it draws slowly; `tests/books/test_weight.py` asks whether a page uses what it preloads."""
KEPT = "local_storage,service_workers,cache_storage"
"""Where a page of ours may keep something."""
NO_WORKER = "if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new Error('none'))"
"""As in a browser that has none: a page of a route that is opened as if new would have the whole site kept each time.

With its worker it is opened by `test_offline.py`, `test_policy.py`, `test_axe.py` and the spider.
"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once for all workers."""
    return made_once(tmp_path_factory, "dasom-in-a-browser", build) / "output" / "site"


def build(folder: Path) -> None:
    """Copy the small city and build its site; a visit is made public, so that its page is looked at too."""
    content = folder / "content"
    shutil.copytree(CITIES / "dasom", content)
    sample = content / "visits" / "haedam.yml"
    sample.write_text(sample.read_text(encoding="utf-8") + "public: true\n", encoding="utf-8")
    assert main(["--content", str(content), "--output", str(folder / "output"), "--site-only"]) == 0


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """A page that many tests use one after the other: a new one starts processes, which costs a second."""
    opened = browser.new_page()
    opened.add_init_script(NO_WORKER)
    yield opened
    opened.close()


SIZED = """async width => {
  for (let frame = 0; innerWidth !== width && frame < 100; frame++) await new Promise(requestAnimationFrame);
  return innerWidth;
}"""


def sized(page: Page, width: int, height: int = 800) -> None:
    """Make an open page that wide, and wait until it is: a busy browser takes a frame or two."""
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate(SIZED, width) == width


@contextmanager
def fresh(tab: Page, width: int, listeners: dict[str, Callable[[Any], None]], height: int = 800) -> Iterator[Page]:
    """The page as if it were new, listened to until the block ends; then what a site kept in it is given up.

    Another page may have come to the front since it was used: what lies behind is not drawn.
    """
    tab.bring_to_front()
    tab.set_viewport_size({"width": width, "height": height})
    for event, listener in listeners.items():
        tab.on(event, listener)  # type: ignore[call-overload]  # which event it is, is known to the caller
    try:
        yield tab
    finally:
        for event, listener in listeners.items():
            tab.remove_listener(event, listener)
        seen = urlsplit(tab.url)
        tab.goto("about:blank")
        tab.emulate_media(media="null", color_scheme="light")
        session = tab.context.new_cdp_session(tab)
        kept = {"origin": f"{seen.scheme}://{seen.netloc}", "storageTypes": KEPT}
        session.send("Storage.clearDataForOrigin", kept)
        session.detach()


def said_into(complaints: list[str]) -> Callable[[Any], None]:
    """A listener to the console that notes what is said of the page, not of the machine."""
    return lambda message: None if LATE in message.text else complaints.append(message.text)


@pytest.fixture
def page(tab: Page, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    complaints: list[str] = []
    listeners: dict[str, Callable[[Any], None]] = {
        "console": said_into(complaints),
        "request": lambda sent: None if sent.url.startswith((address, "data:")) else complaints.append(sent.url),
        "requestfailed": lambda failed: None if failed.failure == LEFT else complaints.append(failed.url),
    }
    with fresh(tab, request.param, listeners) as opened:
        yield opened
    assert complaints == []
