"""What readers do on the pages of the tour: narrow a list down, start a route at another time."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import sized


@pytest.fixture
def bare(browser: Browser, address: str) -> Page:
    """A page in a browser without JavaScript."""
    return browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 800})


def seen(page: Page) -> list[str]:
    return [row.inner_text() for row in page.locator(".row th a").all() if row.is_visible()]


def test_a_list_narrows_down_without_javascript(bare: Page, address: str) -> None:
    bare.goto(address + "sites/")
    everything = seen(bare)
    bare.get_by_label("너른읍").check()
    neoreun = seen(bare)
    assert 0 < len(neoreun) < len(everything)
    bare.get_by_label("노을면").check()
    assert "소나무성지" in seen(bare)
    assert set(neoreun) < set(seen(bare)), "boxes of one kind add up"
    bare.get_by_label("성지", exact=True).check()
    shrines = seen(bare)
    assert "소나무성지" in shrines
    assert "벽돌성당" not in shrines, "different kinds narrow down"
    bare.get_by_label("문화관광해설사 있음").check()
    assert set(seen(bare)) == {"소나무성지", "돌담성지"}
    bare.get_by_role("button", name="전체 보기").click()
    assert seen(bare) == everything
    bare.close()


@pytest.mark.parametrize("page", [360], indirect=True)
def test_how_many_are_left_is_said(page: Page, address: str) -> None:
    page.goto(address + "sites/")
    page.get_by_label("바람면").check()
    said = page.locator(".finder output")
    assert said.inner_text() == f"{len(seen(page))}곳이 표시됩니다."
    page.get_by_role("button", name="전체 보기").click()
    page.locator(".finder input:checked").wait_for(state="detached")
    expect(said).to_have_text(f"{len(seen(page))}곳이 표시됩니다.")  # said in a task of its own, once all is unchecked


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_all_clock_times_move_with_the_start(page: Page, address: str) -> None:
    page.goto(address + "routes/hall-noeul/")
    before = page.locator("time[data-at]").all_inner_texts()
    page.get_by_label("시작 시각").fill("09:15")
    after = page.locator("time[data-at]").all_inner_texts()
    assert [minutes(time) - 75 for time in before] == [minutes(time) for time in after]
    assert "09:15에 시작하면 13:55에 끝납니다." in page.locator("#start output").inner_text()
    assert "점심 시각이" in page.locator("#start output").inner_text()  # at 10:45, before lunch begins anywhere
    page.get_by_label("시작 시각").fill("10:30")
    assert page.locator("time[data-at]").all_inner_texts() == before
    assert "점심 시각이" not in page.locator("#start output").inner_text()


def minutes(time: str) -> int:
    hours, rest = time.split(":")
    return int(hours) * 60 + int(rest)


def test_a_route_reads_without_javascript(bare: Page, address: str) -> None:
    bare.goto(address + "routes/coast/")
    assert not bare.locator("#start").is_visible()
    assert bare.locator(".stops .when").first.inner_text().startswith("10:00")
    bare.close()


@pytest.mark.parametrize("page", [360], indirect=True)
def test_numbers_of_rail_and_map_are_the_same(page: Page, address: str) -> None:
    page.goto(address + "routes/pilgrims/")
    on_rail = page.locator(".stops .disc").all_text_contents()
    for drawing in page.locator(".map-drawing").all():
        assert sorted(drawing.locator(".map-marker text").all_text_contents(), key=int) == on_rail


@pytest.mark.parametrize("page", [1440], indirect=True)
def test_the_stop_that_is_read_is_marked_on_rail_and_map(page: Page, address: str) -> None:
    sized(page, 1440, 500)
    page.goto(address + "routes/pilgrims/")
    on_rail, on_map = page.locator(".stops .here .disc"), page.locator(".map-marker.here text:visible")
    assert on_rail.all_text_contents() == on_map.all_text_contents() == ["1"]
    page.evaluate("scrollBy(0, document.getElementById('stop-3').getBoundingClientRect().top - innerHeight * 0.3)")
    page.locator("#stop-3.here").wait_for()
    assert on_rail.all_text_contents() == on_map.all_text_contents() == ["3"]


@pytest.mark.parametrize("page", [1440], indirect=True)
def test_what_a_stop_folds_away_opens_on_paper(page: Page, address: str) -> None:
    page.goto(address + "routes/pilgrims/")
    told = page.locator(".stops .details").first
    assert not told.is_visible()
    page.emulate_media(media="print")
    assert told.is_visible()


@pytest.mark.parametrize("page", [1440], indirect=True)
def test_the_hours_of_the_bar_move_with_the_start(page: Page, address: str) -> None:
    page.goto(address + "routes/hall-noeul/")
    hours = page.locator(".hours-hour")
    before = hours.all_text_contents()
    assert before[0] == "10"
    page.get_by_label("시작 시각").fill("11:30")
    assert hours.all_text_contents() == [f"{int(hour) + 1:02}" for hour in before]
    page.get_by_label("시작 시각").fill("10:45")
    assert hours.first.text_content() == "10:15"


@pytest.mark.parametrize("page", [1280], indirect=True)
@pytest.mark.parametrize("path", ["routes/coast/", "sites/", "towns/", "sites/pine-shrine/", "programs/neighbours/"])
def test_words_and_numbers_of_maps_can_be_read_in_both_modes(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    contrast = (Path(__file__).parent / "map_contrast.js").read_text(encoding="utf-8")
    faint = {"light": page.evaluate(contrast)}
    page.emulate_media(color_scheme="dark")
    faint["dark"] = page.evaluate(contrast)
    assert faint == {"light": [], "dark": []}


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_the_calendar_file_moves_with_day_and_start_and_keeps_its_ids(page: Page, address: str) -> None:
    page.goto(address + "routes/hall-noeul/")
    link = page.get_by_role("link", name="일정 파일(ICS)")
    with page.expect_download() as plain:
        link.click()
    page.get_by_label("시작 시각").fill("09:45")
    page.get_by_label("날짜").fill("2026-12-31")
    with page.expect_download() as moved:
        link.click()
    assert moved.value.suggested_filename == "hall-noeul.ics"
    before, after = (Path(got.value.path()).read_text(encoding="utf-8") for got in (plain, moved))

    def starts(text: str) -> list[datetime]:
        found = re.findall(r"DT(?:START|END);TZID=Asia/Seoul:(\d{8}T\d{6})", text)
        return [datetime.strptime(moment, "%Y%m%dT%H%M%S") for moment in found]  # noqa: DTZ007  # both are Seoul's

    shift = datetime(2026, 12, 31, 9, 45) - starts(before)[0]  # noqa: DTZ001
    assert [moment + shift for moment in starts(before)] == starts(after)
    assert re.findall("UID:.*", before) == re.findall("UID:.*", after)
    rest = re.compile("DT(START|END);TZID.*")
    assert rest.sub("", before).splitlines() == rest.sub("", after).splitlines()
