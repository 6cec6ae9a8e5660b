"""The page for unknown addresses, at any depth, at the top of a server or below it, without `base_url`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from guidebook.cli import main
from tests.browser.conftest import fresh, tab
from tests.conftest import CITIES
from tests.publishing.web_server import free_port, serving, within
from tests.sharing import made_once

__all__ = ["tab"]

STYLE = """() => { const at = (query, name) => getComputedStyle(document.querySelector(query))[name];
  return [at("body", "fontFamily"), at(".site-head", "display"), at("h1", "fontWeight"),
    at(".site-foot", "backgroundColor")]; }"""
LINKS = "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), location.href).href)"
DEPTHS = ("nothing", "programs/nothing/", "path/deep/nothing", "a/b/c/d/e/f/nothing?x=../../")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city with a map, without `base_url`, built and published."""

    def make(folder: Path) -> None:
        shutil.copytree(CITIES / "dasom", folder / "content")
        assert "base_url" not in (folder / "content" / "site.yml").read_text(encoding="utf-8")
        folders = ["--content", str(folder / "content"), "--output", str(folder / "output")]
        assert main([*folders, "--site-only"]) == 0
        assert main(["publish", "--to", str(folder / "www"), *folders]) == 0
        for name, prefix in (("top", "/"), ("sub", "/sub/"), ("deep", "/deep/er/")):
            nginx = ["--nginx", str(folder / f"{name}.conf"), "--prefix", prefix]
            assert main(["publish", "--to", str(folder / "www"), *nginx, *folders]) == 0

    return made_once(tmp_path_factory, "published-dasom", make)


@pytest.fixture(scope="module", params=["/", "/sub/", "/deep/er/"])
def root(request: pytest.FixtureRequest, published: Path) -> Iterator[str]:
    name = {"/": "top", "/sub/": "sub", "/deep/er/": "deep"}[request.param]
    port = free_port()
    with serving(within(published / f"{name}.conf", port), port) as server:
        yield server.address + request.param


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    with fresh(tab, 1280, {}) as opened:
        yield opened


@pytest.mark.parametrize("path", DEPTHS)
def test_it_looks_like_every_page_and_leads_into_the_site(page: Page, root: str, path: str) -> None:
    page.goto(root)
    usual = page.evaluate(STYLE)
    answer = page.goto(root + path)
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("h1")).to_have_text("페이지를 찾을 수 없습니다")
    page.wait_for_function(
        f"before => JSON.stringify(({STYLE})()) === before", arg=page.evaluate("JSON.stringify", usual)
    )
    ours = [link for link in page.evaluate(LINKS) if link.startswith(root.split("/", 3)[0] + "//127.0.0.1")]
    assert len(ours) > 10
    assert [link for link in ours if not link.startswith(root)] == []
    page.get_by_role("link", name="가나다 찾아보기").first.click()
    expect(page).to_have_url(root + "index/")
    assert page.locator("h1").inner_text() != "페이지를 찾을 수 없습니다"


def test_it_searches(page: Page, root: str) -> None:
    page.goto(root + "path/deep/nothing")
    page.locator("main").get_by_role("button", name="검색").click()
    page.get_by_role("searchbox").fill("총회")
    page.locator("dialog .results a").first.click()
    page.wait_for_load_state()
    assert page.url.startswith(root)
    assert "총회" in page.locator("main").inner_text()


def test_it_keeps_the_readers_settings(page: Page, root: str) -> None:
    page.goto(root)
    page.evaluate("localStorage.setItem('jumin-mode', 'dark')")
    page.goto(root + "path/deep/nothing")
    expect(page.locator("html")).to_have_attribute("data-mode", "dark")
    expect(page.locator("html")).to_have_attribute("data-js", "")


def test_it_can_be_read_without_scripts(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root + "path/deep/nothing")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".site-head")).to_have_css("border-bottom-style", "solid")
    expect(page.locator("main").get_by_role("link", name="홈으로")).to_be_visible()
    context.close()
