"""Text that leaves its place is told when it is laid out; text that stays is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from guidebook.layout.engine import LayoutEngine
from guidebook.model.diagnostic import Span
from guidebook.render.text.korean import JOINER
from guidebook.render.text.line_breaks import set_line_breaks
from tests.books.test_assembly import chapter, press
from tests.render.fragments import edited

WIDE = "white-space:nowrap;overflow-wrap:normal"
TABLE = '<table style="table-layout:fixed;width:80mm"><tr><td style="{style}">{words}</td><td>옆 칸</td></tr></table>'
WORDS = "가나다라마바사아자차카타파하 가나다라마바사아자차카타파하"


@pytest.fixture(scope="module")
def sheets() -> LayoutEngine:
    return press()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (TABLE.format(style=WIDE, words=WORDS), "표의 셀 밖으로"),
        (f'<div style="width:30mm;{WIDE}">{WORDS}</div>', "표의 셀 밖으로"),
        (f'<div style="width:30mm;margin-left:20mm"><p style="margin-left:-5mm">{WORDS}</p></div>', "표의 셀 밖으로"),
        (f'<div style="margin-left:-9mm">{WORDS}</div>', "여백을 넘습니다"),
        (
            '<div style="height:160mm;break-inside:avoid"><p style="padding-top:175mm">아래</p></div>',
            "각주 영역을 넘습니다",
        ),
        ('<p style="position:absolute;top:190mm">아래</p>', "각주 영역을 넘습니다"),
    ],
)
def test_text_out_of_its_place_is_told(sheets: LayoutEngine, body: str, told: str) -> None:
    _, faults = sheets.lay_out(chapter(body))
    assert {fault.code for fault in faults} == {"overflow"}
    assert all(told in str(fault.message.wording) for fault in faults)


def test_no_joiners_are_told(sheets: LayoutEngine) -> None:
    _, faults = sheets.lay_out(chapter(edited(TABLE.format(style=WIDE, words=WORDS), set_line_breaks)))
    assert faults
    assert not any(JOINER in str(fault.message) for fault in faults)


@pytest.mark.parametrize(
    "body",
    [
        TABLE.format(style="", words=WORDS),
        f'<div style="width:30mm">{WORDS}</div>',
        '<div style="width:30mm;margin-left:20mm"><b style="position:relative;left:-5mm">1</b></div>',
        '<div style="width:30mm;margin-left:20mm;position:relative"><b style="position:absolute;left:-5mm">1</b></div>',
        f"<p>{WORDS * 99}</p>",
        f'<p>{WORDS * 40}<span class="footnote" style="float:footnote">{WORDS}</span> {WORDS * 40}</p>',
    ],
)
def test_text_in_its_place_is_not(sheets: LayoutEngine, body: str) -> None:
    _, faults = sheets.lay_out(chapter(body))
    assert list(faults) == []


def test_a_number_in_the_margin_is_looked_for_by_the_words_of_its_item(sheets: LayoutEngine) -> None:
    asked: list[str] = []

    class Recorder:
        def find(self, source: str, words: str, line: int | None) -> Span:
            asked.append(words)
            return Span(source)

    body = f'<ol class="own">{"<li>긴 목록</li>" * 10}</ol>'  # with a class, its style sees to the room of its numbers
    _, faults = sheets.lay_out(replace(chapter(body), origins=cast("Any", Recorder())))
    assert [fault.code for fault in faults] == ["overflow"]
    assert asked == ["긴 목록"]


LATIN, HANGUL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 5, "가나다라마바사아자차카타파하" * 6
RUNS = (
    "{a}<strong>{a}</strong>{a}",
    "{a}<strong>굵게</strong>{a}",
    "{h}<strong>{a}</strong>{h}",
    "<code>{a}</code><strong>{a}</strong><em>{h}</em>",
    '누리집(<a href="https://example.com/">{a}</a>)을 봅니다.',
    "({a}<em>{a}</em>)",
    "<code>{a}{a}</code>라고 적습니다.",
    "12,345{n}<strong>{n}12,345</strong>",
)
WRAPS = (
    "<p>{}</p>",
    "<ul><li>{}</li></ul>",
    '<table style="table-layout:fixed;width:100%"><tr><td>{}</td><td>나</td></tr></table>',
)


@pytest.mark.parametrize("wrap", WRAPS)
@pytest.mark.parametrize("run", RUNS)
def test_a_run_of_letters_without_a_space_breaks_whatever_is_in_it(sheets: LayoutEngine, run: str, wrap: str) -> None:
    html = wrap.format(run.format(a=LATIN, h=HANGUL, n="12,345" * 20))
    _, faults = sheets.lay_out(chapter(edited(html, set_line_breaks)))
    assert list(faults) == []
