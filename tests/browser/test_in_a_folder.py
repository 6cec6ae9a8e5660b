"""From a folder of a server all works as at its top."""

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

LINKS = "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), document.baseURI).href)"
"""Of maps too, where `href` is no string."""


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
        links = page.evaluate(LINKS)
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
