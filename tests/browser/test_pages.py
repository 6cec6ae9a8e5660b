"""The pages of the shipped content in a real browser: nothing sticks out, nothing is fetched from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

PAGES = (
    "",
    "overview/",
    "programs/",
    "programs/official-leave/",
    "programs/town-cooperation/",
    "programs/resident-tour/",
    "programs/uridongnet/",
    "programs/participation-week/",
    "programs/policy-fair/",
    "figures/",
    "towns/",
    "towns/sinpyeong/",
    "towns/songak/",
    "tour/",
    "routes/",
    "routes/cityhall-sinpyeong/",
    "routes/model-towns/",
    "sites/",
    "sites/samseonsan-arboretum/",
    "sites/hapdeok-suri/",
    "sites/gijisi-park/",
    "restaurants/",
    "restaurants/haeoreum/",
    "routes/arboretum-olmi-fortress/",
    "data/",
    "visits/",
    "about/",
    "404.html",
)


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
