"""Enlarged, spaced out or without motion, nothing is lost; and from a folder of a server all works as at its top."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from guidebook.cli import main
from tests.browser.conftest import LEFT, _Quiet
from tests.browser.test_axe import KINDS
from tests.conftest import CITIES

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
"""The text spacing of WCAG 2.2, 1.4.12."""
CUT = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(one => {
  const style = getComputedStyle(one);
  return one.checkVisibility() && !one.closest(".unseen, svg, thead, caption.unseen") && style.clipPath === "none"
    && ["hidden", "clip"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
}).map(one => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize(
    ("width", "extra"),
    [
        (640, ""),
        (320, ""),
        (1280, ":root { font-size: 200% }"),
        (360, SPACED),
        (360, ":root { font-size: 150% }"),
        (640, ":root { font-size: 150% }"),
    ],
    ids=["zoom-200", "zoom-400", "text-200", "spaced", "our-largest-phone", "our-largest-tablet"],
)
def test_nothing_is_lost_when_enlarged(browser: Browser, address: str, width: int, extra: str) -> None:
    """The last two are what our own setting of the text size does at most."""
    page = browser.new_page(viewport={"width": width, "height": 600}, bypass_csp=True)  # for the style that enlarges
    wrong = []
    for path in KINDS:
        page.goto(address + path)
        page.add_style_tag(content=extra or "a {}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append((path, "sticks out"))
        wrong += [(path, one) for one in page.evaluate(CUT)]
    page.close()
    assert wrong == [], wrong


def test_nothing_moves_by_itself(browser: Browser, address: str) -> None:
    page = browser.new_page(reduced_motion="no-preference")
    for path in KINDS:
        page.goto(address + path)
        assert page.evaluate("document.getAnimations().length") == 0
        assert page.evaluate("document.querySelectorAll('marquee, blink, video, audio, [autoplay]').length") == 0
    page.close()


@pytest.fixture(scope="module")
def in_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site below `/dasom/`, as it is told to be by `base_url`."""
    top = tmp_path_factory.mktemp("www")
    content, output = top / "content", top / "output"
    shutil.copytree(CITIES / "dasom", content)
    config = content / "site.yml"
    config.write_text(config.read_text(encoding="utf-8") + "base_url: https://example.org/dasom/\n", encoding="utf-8")
    assert main(["--content", str(content), "--output", str(output), "--site-only"]) == 0
    (top / "served").mkdir()
    shutil.copytree(output / "site", top / "served" / "dasom")
    handler = functools.partial(_Quiet, directory=str(top / "served"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/dasom/"
    server.shutdown()
    server.server_close()


def test_in_a_folder_of_a_server_all_works_as_at_its_top(browser: Browser, in_a_folder: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    wrong: list[object] = []
    page.on("request", lambda sent: None if sent.url.startswith(in_a_folder) else wrong.append(sent.url))
    page.on("requestfailed", lambda failed: None if failed.failure == LEFT else wrong.append(failed.url))
    page.on("console", lambda message: wrong.append(message.text))
    for path in KINDS:
        if path == "visits/":  # the sample's visit is private here
            continue
        answer = page.goto(in_a_folder + path)
        assert answer is not None
        assert answer.ok, path
        links = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")
        ours = [link for link in links if link.startswith(in_a_folder.removesuffix("dasom/"))]
        assert [link for link in ours if not link.startswith(in_a_folder)] == []
    page.goto(in_a_folder + "404.html")
    page.locator("main").get_by_role("button", name="찾기").click()
    page.get_by_role("searchbox").fill("총회")
    page.locator("dialog .results a").first.click()
    assert page.url.startswith(in_a_folder)
    assert "총회" in page.locator("main").inner_text()
    page.close()
    assert wrong == []
