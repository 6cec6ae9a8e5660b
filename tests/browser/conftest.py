"""The site of a small city on a server of its own, and a browser that complains of every request elsewhere."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from guidebook.cli import main
from tests.conftest import CITIES

LEFT = "net::ERR_ABORTED"
"""A file still on its way when the browser went on to the next page: nothing failed."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content, output = tmp_path_factory.mktemp("city") / "content", tmp_path_factory.mktemp("site") / "output"
    shutil.copytree(CITIES / "dasom", content)
    sample = content / "visits" / "haedam.yml"  # made public, so that its page is looked at too
    sample.write_text(sample.read_text(encoding="utf-8") + "public: true\n", encoding="utf-8")
    assert main(["--content", str(content), "--output", str(output), "--site-only"]) == 0
    return output / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": request.param, "height": 800})
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("request", lambda sent: None if sent.url.startswith((address, "data:")) else complaints.append(sent.url))
    opened.on("requestfailed", lambda failed: None if failed.failure == LEFT else complaints.append(failed.url))
    yield opened
    opened.close()
    assert complaints == []
