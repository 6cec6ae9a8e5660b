"""Enlarged, spaced out or without motion, nothing is lost; and from a folder of a server all works as at its top."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from guidebook.cli import main
from tests.browser.conftest import LEFT
from tests.browser.serving import served
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


ENLARGED = {
    "zoom-200": (640, ""),
    "zoom-400": (320, ""),
    "text-200": (1280, ":root { font-size: 200% }"),
    "spaced": (360, SPACED),
    "our-largest-phone": (360, ":root { font-size: 150% }"),
    "our-largest-tablet": (640, ":root { font-size: 150% }"),
}
"""Width and style of each way to enlarge; the last two are what our own setting of the text size does at most."""
ENLARGE = """css => {  // as sheets of the document, which the policy on inline styles does not forbid
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
MOVING = """() => document.getAnimations().length
  + document.querySelectorAll('marquee, blink, video, audio, [autoplay]').length"""


@pytest.fixture(scope="module")
def looks(browser: Browser, address: str) -> dict[str, list[object]]:
    """What is wrong with the kinds of pages in each of these ways, and what moves: each page is opened once."""
    page = browser.new_page(viewport={"width": 1280, "height": 600}, reduced_motion="no-preference")
    wrong: dict[str, list[object]] = {name: [] for name in (*ENLARGED, "moves")}
    for path in KINDS:
        page.set_viewport_size({"width": 1280, "height": 600})
        page.goto(address + path)
        if page.evaluate(MOVING):
            wrong["moves"].append(path)
        for name, (width, extra) in ENLARGED.items():
            page.set_viewport_size({"width": width, "height": 600})
            page.evaluate(ENLARGE, extra)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong[name].append((path, "sticks out"))
            wrong[name] += [(path, one) for one in page.evaluate(CUT)]
    page.close()
    return wrong


@pytest.mark.parametrize("name", ENLARGED)
def test_nothing_is_lost_when_enlarged(looks: dict[str, list[object]], name: str) -> None:
    assert looks[name] == []


def test_nothing_moves_by_itself(looks: dict[str, list[object]]) -> None:
    assert looks["moves"] == []


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
    with served(top / "served") as address:
        yield f"{address}dasom/"


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
    page.locator("main").get_by_role("button", name="검색").click()
    page.get_by_role("searchbox").fill("총회")
    page.locator("dialog .results a").first.click()
    assert page.url.startswith(in_a_folder)
    assert "총회" in page.locator("main").inner_text()
    page.close()
    assert wrong == []
