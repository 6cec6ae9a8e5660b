"""Questions as people type them, each with the page that must be among the first three: one page, many searches."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from guidebook.cli import main
from tests.browser.conftest import fresh, said_into
from tests.browser.serving import served
from tests.conftest import CITIES

FIRST = 3
OF_MARU = Path(__file__).parent / "questions_maru.txt"
ODD = (
    "ㅏㅏㅏ",
    "😀",
    "   ",
    "(((.*+?[",
    "\\",
    "가" * 10_000,
    "ㄱ" * 10_000,
    "a" * 10_000,
    "1" * 10_000,
    "a b " * 2_500,
    "ㄱ",
    "<b>",
    "%00",
)
ANSWER = """async words => {
  const field = document.querySelector("#search-words"), status = document.querySelector("dialog [role=status]");
  const later = window.setTimeout;
  window.setTimeout = search => later(search);
  field.value = words;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  window.setTimeout = later;
  while (status.getAttribute("aria-busy") === "true") await new Promise(done => setTimeout(done, 2));
  const paths = [...document.querySelectorAll("dialog .results a")].map(link => link.getAttribute("href").slice(2));
  return [paths, status.innerText, [...status.querySelectorAll(".answer a")].map(link => link.getAttribute("href"))];
}"""
"""Search waits a moment for the next key, which does not come here: `test_search.py` types and waits."""


def questions(file: Path) -> list[tuple[str, list[str]]]:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(asked, wanted.split()) for asked, wanted in (line.split(" = ") for line in lines)]


def unanswered(page: Page, address: str, file: Path) -> list[object]:
    """The questions whose page is not among the first, with what came instead."""
    page.goto(address)
    page.keyboard.press("/")
    page.wait_for_selector("dialog[open]")
    missed: list[object] = []
    for asked, wanted in questions(file):
        paths, said, answers = page.evaluate(ANSWER, asked)
        if wanted[0].startswith("tel:"):
            if "tel:" + wanted[0].removeprefix("tel:").replace("-", "") not in answers:
                missed.append((asked, wanted, said))
        elif not set(wanted) & set(paths[:FIRST]):
            missed.append((asked, wanted, paths[:6], said))
    return missed


@pytest.fixture(scope="module")
def maru_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small city with its books, for search finds these too."""
    folder = tmp_path_factory.mktemp("maru")
    shutil.copytree(CITIES / "maru", folder / "content")
    assert main(["--content", str(folder / "content"), "--output", str(folder / "output")]) == 0
    with served(folder / "output" / "site") as address:
        yield address


@pytest.fixture
def asking(tab: Page) -> Iterator[Page]:
    faults: list[str] = []
    listeners: dict[str, Callable[[Any], None]] = {
        "pageerror": lambda error: faults.append(str(error)),
        "console": said_into(faults),
    }
    with fresh(tab, 1280, listeners) as page:
        yield page
    assert faults == []


def test_questions_about_a_small_city_are_answered(asking: Page, maru_address: str) -> None:
    assert unanswered(asking, maru_address, OF_MARU) == []


def test_every_name_is_found_with_and_without_spaces_and_with_an_ending(asking: Page, address: str, site: Path) -> None:
    (index,) = site.glob("assets/search.*.json")
    records = [
        (path, title)
        for path, title, *_ in json.loads(index.read_text(encoding="utf-8"))["pages"]
        if path.startswith(("sites/", "towns/", "restaurants/", "routes/")) and path.count("/") > 1
    ]
    assert len(records) > 20
    asking.goto(address)
    asking.keyboard.press("/")
    asking.wait_for_selector("dialog[open]")
    missed = []
    for path, title in records:
        spellings = {title, title.replace(" ", ""), title + ("은" if " " in title else "에서")}
        for spelled in sorted(spellings):
            paths, *_ = asking.evaluate(ANSWER, spelled)
            if path not in paths[:FIRST]:
                missed.append((spelled, path, paths[:4]))
    assert missed == []


def test_what_stands_only_in_opening_hours_comes_last(asking: Page, address: str) -> None:
    asking.goto(address)
    asking.keyboard.press("/")
    asking.wait_for_selector("dialog[open]")
    paths, *_ = asking.evaluate(ANSWER, "점심")
    assert all(path.startswith("routes/") for path in paths[:FIRST]), paths
    assert "sites/city-hall/" not in paths[:-1], paths
    paths, *_ = asking.evaluate(ANSWER, "지정일")
    assert "data/" not in paths[:-1], paths


SLIPS = {
    "강 박물괌": "박물관",
    "강박뮬관": "강 박물관",
    "나릇배": "나룻배",
    "나루먄": "나루면",
    "강기를": "강길",
    "rkdqkranfrhka": "강 박물관",
}


def test_a_slip_of_the_keys_is_offered_the_nearest_word(asking: Page, maru_address: str) -> None:
    asking.goto(maru_address)
    asking.keyboard.press("/")
    asking.wait_for_selector("dialog[open]")
    for typed, near in SLIPS.items():
        asking.evaluate(ANSWER, typed)
        offered = asking.locator("dialog .hints button").all_inner_texts()
        assert near in offered, (typed, offered)
        asking.locator("dialog .hints button", has_text=near).first.click()
        asking.wait_for_selector("dialog [role=status][aria-busy=false]")
        assert asking.locator("dialog .results a").count() > 0, typed
        assert asking.evaluate("document.activeElement.id") == "search-words", typed
        asking.evaluate("document.activeElement.blur()")


def test_nothing_found_is_said_with_the_index_and_the_number_to_call(asking: Page, maru_address: str) -> None:
    asking.goto(maru_address)
    asking.keyboard.press("/")
    asking.wait_for_selector("dialog[open]")
    for words in ("쌀국수집", *ODD[:2]):
        paths, said, answers = asking.evaluate(ANSWER, words)
        assert paths == []
        assert "검색 결과가 없습니다" in said
        assert answers == ["tel:0432220000"]
        assert asking.locator("dialog").get_by_role("link", name="가나다 찾아보기").is_visible()


def test_odd_input_neither_fails_nor_freezes(asking: Page, maru_address: str) -> None:
    asking.goto(maru_address)
    asking.keyboard.press("/")
    asking.wait_for_selector("dialog[open]")
    for words in ODD:
        _, said, _ = asking.evaluate(ANSWER, words)
        assert said or not words.strip(), words[:20]
    paths, *_ = asking.evaluate(ANSWER, "강 박물관")
    assert paths[0] == "sites/river-museum/"


def test_the_answer_is_announced_once_and_reached_by_keyboard(asking: Page, maru_address: str) -> None:
    asking.goto(maru_address)
    asking.keyboard.press("/")
    asking.wait_for_selector("dialog[open]")
    asking.evaluate(ANSWER, "마루군청 전화번호")
    status = asking.locator("dialog [role=status]")
    assert status.count() == 1
    assert "043-222-0000" in status.inner_text()
    asking.locator("#search-words").focus()
    asking.keyboard.press("ArrowDown")
    assert asking.evaluate("document.activeElement.getAttribute('href')") == "tel:0432220000"
