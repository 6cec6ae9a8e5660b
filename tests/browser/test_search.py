"""Search as a reader uses it: by keyboard, with endings, with initial consonants, and what stands in its place."""

from __future__ import annotations

import gzip
import re
import sys

import pytest
from playwright.sync_api import Browser, Page, Route, expect

WIDE = pytest.mark.parametrize("page", [1280], indirect=True)


def search(page: Page, words: str) -> list[str]:
    """Titles found, once the answer to these words stands."""
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(words)
    expect(page.locator("dialog [role=status]")).to_have_attribute("aria-busy", "false")
    return page.locator("dialog .results a").all_inner_texts()


WORDS = (
    ("다솜", "다솜형 주민자치"),
    ("여행", "주민여행 안내"),
    ("언덕을", "바람언덕"),
    ("총회", "주민의 참여가"),
    ("ㅅㄴㅁㅅㅈ", "소나무성지"),
    ("소나무", "소나무성지"),
    ("소나무성지에서", "소나무성지"),
    ("多松", "다솜"),
    ("1,200", "주민자치를 나누다"),
    ("공가 협약", "공가"),
)


@WIDE
def test_words_find_their_pages(page: Page, address: str) -> None:
    page.goto(address + "towns/neoreun/")
    found = {}
    for words, _ in WORDS:
        found[words] = search(page, words)
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_be_hidden()
    assert {words: found[words] for words, title in WORDS if not any(title in one for one in found[words])} == {}


@WIDE
def test_words_that_are_typed_before_the_index_is_there_are_answered_then(page: Page, address: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    held: list[Route] = []
    page.route(re.compile(r"/search\.[0-9a-f]+\.json"), lambda route: held.append(route))
    page.goto(address)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("바람언덕")
    page.wait_for_timeout(400)  # three times what typing is waited for
    expect(page.locator("dialog [role=status]")).to_have_attribute("aria-busy", "true")
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator("dialog .results a").first).to_contain_text("바람언덕")
    page.unroute_all()
    assert faults == []


ESCAPE = """() => {
  const key = new KeyboardEvent("keydown", {key: "Escape", bubbles: true, cancelable: true});
  document.querySelector("dialog input").dispatchEvent(key);
  return document.activeElement.className;
}"""


@WIDE
def test_keys_that_follow_at_once_do_not_go_to_the_field_that_was_left(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "바람언덕")
    assert "open-search" in page.evaluate(ESCAPE)


@WIDE
def test_what_is_nowhere_is_said_to_be_nowhere(page: Page, address: str) -> None:
    page.goto(address)
    assert search(page, "쌀국수집") == []
    assert "검색 결과가 없습니다" in page.locator("dialog [role=status]").inner_text()


@WIDE
def test_everything_shown_holds_the_words_and_marks_them(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "바람언덕")
    rows = page.locator("dialog .results li").all()
    assert len(rows) >= 3
    assert all("바람언덕" in row.locator("mark").first.inner_text() for row in rows)
    assert f"검색 결과 {len(rows)}건" in page.locator("dialog [role=status]").inner_text()


@WIDE
def test_the_keyboard_is_enough(page: Page, address: str) -> None:
    page.goto(address + "programs/visitors/")
    search(page, "바람언덕")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.answer') !== null"), "its number"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.results') !== null")
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    page.locator(".open-search:focus").wait_for()
    search(page, "바람언덕")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sites/wind-hill/")


@WIDE
def test_a_slash_in_a_field_is_a_slash(page: Page, address: str) -> None:
    page.goto(address + "routes/coast/")
    page.get_by_label("시작 시각").focus()
    page.keyboard.press("/")
    assert page.locator("dialog").count() == 0


@WIDE
def test_nothing_of_it_loads_before_it_is_asked_for(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert not [url for url in asked if re.search(r"/search\.\w+\.js", url)]
    search(page, "다솜")
    assert len([url for url in asked if re.search(r"/search\.\w+\.json", url)]) == 1


def test_without_javascript_the_index_leads_everywhere(browser: Browser, address: str) -> None:
    bare = browser.new_page(java_script_enabled=False)
    bare.goto(address)
    assert not bare.locator(".open-search").is_visible()
    bare.get_by_role("link", name="가나다 찾아보기").click()
    bare.get_by_role("link", name="소나무성지", exact=True).click()
    assert bare.url.endswith("/sites/pine-shrine/")
    bare.close()


@WIDE
def test_code_and_index_are_small(page: Page, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    page.goto(address)
    button = page.locator(".open-search")
    code, grams = (
        gzip.compress(page.request.get(address + (button.get_attribute(name) or "")).body(), 9)
        for name in ("data-code", "data-grams")
    )
    paths = [
        path for path, *_ in page.request.get(address + (button.get_attribute("data-grams") or "")).json()["pages"]
    ]
    pages = sum(len(gzip.compress(page.request.get(address + path).body(), 9)) for path in paths)
    with capsys.disabled():
        share = f"{100 * len(grams) / pages:.1f} % of the pages"
        sys.stdout.write(f"\nsearch in gzip: code {len(code)} B, index {len(grams)} B, {share}\n")
    assert len(code) < 10_000
    assert len(grams) < 0.15 * pages


@WIDE
def test_the_page_for_unknown_addresses_offers_search_and_the_map(page: Page, address: str) -> None:
    page.goto(address + "404.html")
    page.locator("main").get_by_role("button", name="검색").click()
    page.get_by_role("searchbox").fill("총회")
    expect(page.locator("dialog .results a").first).to_be_visible()
    assert page.locator("main .hero-map path").count() == 6
