"""The pages of a small city in a real browser: fonts, colours, what readers set and what paper shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_the_first_key_leads_past_the_menu(page: Page, address: str) -> None:
    page.goto(address + "programs/visitors/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "본문으로 건너뛰기"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("page", [360], indirect=True)
def test_hanja_and_hangul_come_from_our_fonts(page: Page, address: str) -> None:
    page.goto(address + "programs/leave/")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').length")
    assert loaded >= 3
    assert page.evaluate("document.fonts.check('17px \"Pretendard GOV\"', '주민자치 公暇')")


@pytest.mark.parametrize("page", [1280], indirect=True)
@pytest.mark.parametrize("path", ["", "overview/", "programs/assembly/", "routes/coast/", "towns/neoreun/"])
def test_all_text_can_be_read_in_every_mode(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    contrast = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
    faint = {"light": page.evaluate(contrast, 4.5)}
    page.emulate_media(color_scheme="dark")
    faint["dark"] = page.evaluate(contrast, 4.5)
    page.emulate_media(color_scheme="light")
    page.evaluate("document.documentElement.dataset.mode = 'contrast'")
    faint["contrast"] = page.evaluate(contrast, 4.5)
    assert faint == {"light": [], "dark": [], "contrast": []}


@pytest.mark.parametrize("page", [360], indirect=True)
def test_mode_and_text_size_are_chosen_kept_and_given_back(page: Page, address: str) -> None:
    def seen() -> tuple[str, float]:
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return colour, float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))

    def settings() -> None:
        page.get_by_role("button", name="메뉴").click()
        page.locator("summary", has_text="화면 설정").click()

    page.goto(address)
    white, normal = seen()
    settings()
    page.get_by_label("어둡게").check()
    page.get_by_label("가장 크게").check()
    dark, large = seen()
    assert dark != white
    assert large == pytest.approx(normal * 1.5)
    page.goto(address + "towns/")
    assert seen() == (dark, large), "kept from page to page"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    settings()
    page.keyboard.press("Escape")
    assert not page.get_by_label("어둡게").is_visible()
    settings()
    page.get_by_label("시스템 설정").check()
    page.get_by_label("보통").check()
    assert seen() == (white, normal)
    assert page.evaluate("localStorage.length") == 0, "nothing is kept where nothing is chosen"


def test_without_javascript_nothing_is_offered_that_does_not_work(browser: Browser, address: str) -> None:
    bare = browser.new_page(java_script_enabled=False)
    bare.goto(address)
    assert not bare.locator("summary", has_text="화면 설정").is_visible()
    bare.close()


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_on_paper_the_notice_can_be_read_and_nothing_is_to_be_pressed(page: Page, address: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(address + "routes/coast/")
    ink = "getComputedStyle(document.querySelector('.notice')).color"
    assert page.evaluate(ink) == page.evaluate("getComputedStyle(document.body).color")
    for pressed in ("nav[aria-label='주 메뉴']", ".open-search", ".open-menu", ".display", ".start", ".map-links"):
        assert not page.locator(pressed).first.is_visible(), pressed
