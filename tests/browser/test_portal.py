"""The portal in a browser: search, choices and comparison, on a phone and on a desk, in the light and in the dark."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from guidebook.cli import main
from guidebook.load.portal.cities import load_portal
from guidebook.model.portal.cases import Case, Cases
from guidebook.render.portal.case_index import FACETS, searched
from tests.browser.conftest import fresh, said_into, sized
from tests.browser.looking import FITS, lost, too_narrow
from tests.browser.serving import served
from tests.browser.test_axe import AXE, COLOURS, RUN
from tests.portal.conftest import portal
from tests.portal.many import write_many
from tests.sharing import made_once

__all__ = ["portal"]

WIDTHS = (360, 1280)
ASKED = 40
LOST = "status of 404"
"""What the console says of a case that was removed; which one it is, the response tells."""
PAGES = (
    "",
    "cases/",
    "cases/maru/river-path/",
    "cities/",
    "cities/maru/",
    "news/",
    "by/budget/none/",
    "compare/?a=maru.river-path&b=naru.river-path&c=soha.apple-school&d=naru.school-way",
)


@pytest.fixture(scope="module")
def root(portal: Path) -> Iterator[str]:
    with served(portal) as address:
        yield address


@pytest.fixture(params=WIDTHS)
def seen(tab: Page, root: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page at either width; whatever the browser complains of is a fault."""
    complaints: list[str] = []
    listeners = {
        "console": lambda said: None if LOST in said.text else said_into(complaints)(said),
        "response": lambda got: complaints.append(got.url) if got.status >= 400 and "/gone/" not in got.url else None,
        "pageerror": lambda error: complaints.append(str(error)),
        "request": lambda sent: None if sent.url.startswith((root, "data:")) else complaints.append(sent.url),
    }
    with fresh(tab, request.param, listeners) as opened:
        yield opened
        opened.evaluate("sessionStorage.clear()")
    assert complaints == []


def titles(page: Page) -> list[str]:
    return page.locator("ol.cases > li a").all_inner_texts()


def test_words_and_choices_narrow_the_list_and_the_address_keeps_them(seen: Page, root: str) -> None:
    seen.goto(root)
    assert len(titles(seen)) == 6
    seen.get_by_label("검색어").fill("물길 나루시")
    status = seen.locator(".case-finder output")
    expect(status).to_have_text("검색 결과 1건")
    assert titles(seen) == ['물길을 <b>맑게</b> & "오래"']
    expect(seen.locator("ol.cases > li .tag")).to_have_text("견본")
    seen.get_by_label("검색어").fill("")
    seen.get_by_label("주제").select_option(label="마을환경 (2)")
    expect(status).to_have_text("검색 결과 2건")
    seen.get_by_label("도시").select_option(label="마루군 (3)")
    expect(status).to_have_text("검색 결과 1건")
    seen.reload()
    expect(status).to_have_text("검색 결과 1건")
    assert titles(seen) == ["주민이 강길을 내다"]
    seen.get_by_label("연도").select_option(label="2021 (1)")
    expect(status).to_contain_text("조건에 맞는 사례가 없습니다")
    seen.get_by_role("button", name="조건 지우기").click()
    expect(seen.locator("ol.cases > li")).to_have_count(6)
    assert "?" not in seen.url


def test_four_cases_are_compared_by_keyboard_and_the_address_carries_them(seen: Page, root: str) -> None:
    seen.goto(root)
    for button in seen.get_by_role("button", name="비교 선택").all()[:5]:
        button.focus()
        seen.keyboard.press("Enter")
    tray = seen.get_by_role("region", name="비교할 사례")
    expect(tray.get_by_role("status")).to_have_text("네 건까지 비교할 수 있습니다. 먼저 하나를 빼세요.")
    assert seen.locator('.pick[aria-pressed="true"]').count() == 4
    tray.get_by_role("link", name="나란히 비교하기").focus()
    seen.keyboard.press("Enter")
    seen.wait_for_url("**/compare/?*")
    status = seen.locator(".compare > [role=status]")
    expect(status).to_have_text("사례 4건을 비교합니다.")
    table = seen.get_by_role("table", name="사례 비교")
    assert table.get_by_role("columnheader").count() == 4
    names = table.locator("tbody th").all_inner_texts()
    assert names[:7] == ["도시", "사례명", "추진기간", "추진주체", "규모", "예산", "성과"]
    assert seen.evaluate(FITS)
    address = seen.url
    assert "a=" in address
    assert "d=" in address
    table.get_by_role("button", name="빼기").first.focus()
    seen.keyboard.press("Enter")
    expect(status).to_have_text("사례 3건을 비교합니다.")
    assert "d=" not in seen.url
    seen.goto(address)
    expect(status).to_have_text("사례 4건을 비교합니다.")


def test_what_is_compared_is_what_the_case_says(seen: Page, root: str) -> None:
    seen.goto(f"{root}compare/?a=maru.river-path&b=naru.river-path&c=gone.case&d=..%2F..%2Fup")
    expect(seen.locator(".compare > [role=status]")).to_contain_text("1건은 불러오지 못했습니다.")
    cells = seen.locator("tbody tr", has=seen.locator("th", has_text="예산")).locator("td").all_inner_texts()
    assert [cell.strip() for cell in cells] == ["500만 원", "약 3백만원"]
    figures = seen.locator("tbody tr", has=seen.locator("th", has_text="주요 통계")).locator("td").all_inner_texts()
    assert [cell.strip() for cell in figures] == ["강길을 걸은 사람: 1,200여 명 (2026년)", "적혀 있지 않음"]


def test_without_a_script_every_case_is_found_by_links(browser, root: str) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(root)
    assert not page.locator(".case-finder").is_visible()
    assert not page.locator(".pick").first.is_visible()
    page.get_by_role("link", name="돌봄·복지").click()
    assert titles(page) == ["홀로 사는 어르신과 함께 밥상을 차리다"]
    page.goto(f"{root}compare/")
    assert page.get_by_text("자바스크립트를 켜세요").is_visible()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_or_is_cut_off(tab: Page, root: str, path: str) -> None:
    with fresh(tab, 1280, {}) as page:
        page.goto(root + path)
        page.wait_for_load_state("networkidle")
        assert too_narrow(page) == []
        for name in ("text-200", "our-largest-phone"):
            assert lost(page, name) == []


@pytest.mark.parametrize("path", PAGES)
def test_axe_has_nothing_to_complain_of(tab: Page, root: str, path: str) -> None:
    with fresh(tab, 360, {}) as page:
        page.goto(root + path)
        page.wait_for_load_state("networkidle")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for width in WIDTHS:
            sized(page, width)
            for mode in ("light", "dark", "contrast"):
                passes, found = page.evaluate(RUN, [width, mode, None if mode == "light" else list(COLOURS)])
                assert passes
                assert found == []


def build_many(folder: Path) -> None:
    listed = write_many(folder / "data", 12, 200)
    assert main(["portal", str(listed), "--output", str(folder / "output")]) == 0


def narrowed(cases: Cases, asked: dict[str, str]) -> list[Case]:
    """What the finder should find, in plain words."""
    words = asked.get("q", "").lower().split()
    facets = {name: value for name, value in asked.items() if name != "q"}
    return [
        case
        for case in cases.all
        if all(word in searched(case) for word in words)
        and all(value in case.values(name) for name, value in facets.items())
    ]


def test_the_finder_agrees_with_a_plain_oracle(tab: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = made_once(tmp_path_factory, "portal-of-many", build_many)
    cases, faults = load_portal(folder / "data" / "cities.yml")
    assert faults == ()
    assert cases is not None
    dice = random.Random(7)
    with served(folder / "output" / "site") as root, fresh(tab, 1280, {}) as page:
        for _ in range(ASKED):
            asked: dict[str, str] = {}
            for name in dice.sample(FACETS, dice.randint(0, 3)):
                asked[name] = dice.choice(cases.options(name, str))[0]
            if not asked or dice.random() < 0.5:
                asked["q"] = " ".join(dice.sample(dice.choice(cases.all).program.summary.split(), dice.randint(1, 2)))
            expected = narrowed(cases, asked)
            page.goto(f"{root}?{urlencode(asked)}")
            said = f"검색 결과 {len(expected)}건" if expected else "조건에 맞는 사례가 없습니다. 조건을 줄여 보세요."
            expect(page.locator(".case-finder output")).to_have_text(said)
            assert titles(page) == [case.program.title for case in expected[:30]]
