"""With what is known remembered, all stands where WeasyPrint alone would set it, and is worked out once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from importlib import import_module
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from guidebook.layout import memoised
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.memoised import text_lines
from guidebook.layout.memoised.text_lines import (
    BYTES_PER_LINE,
    DECORATION,
    LONGEST,
    PROPERTIES,
    TextLines,
)
from guidebook.layout.results import Results
from guidebook.render.book.chapter import Chapter
from tests.books.test_assembly import chapter, press

CSS = """@page { size: 60mm 900mm; margin: 5mm; @footnote { margin-top: 3pt } }
.block { display: inline-block; max-width: 100% } .half { display: inline-block; padding-left: 20% }
.left { float: left } .right { float: right; margin-left: 6pt } .apart { position: absolute; right: 0 }
.note { float: footnote; footnote-display: inline } .note::footnote-call, .note::footnote-marker { content: none }
.justified { display: block; text-align: justify; hyphens: auto } .columns { display: block; columns: 2 }
.drawn { display: block; width: 20mm; text-decoration: underline line-through; letter-spacing: 1px; word-spacing: 2px }
.cut { display: block; width: 15mm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
.torn { display: block; width: 12mm; overflow-wrap: anywhere } .kept { display: block; white-space: pre-wrap }
.begun { display: block } .begun::first-line { font-weight: bold } .begun::first-letter { font-size: 150% }"""
KINDS = (
    *("block", "half", "left", "right", "apart", "note", "justified"),
    *("columns", "drawn", "cut", "torn", "kept", "begun"),
)
INSIDE = ("{}", "<b>{}</b>", "<i>{} <b>{}</b></i>", "{}<br>{}", '<span class="block">{}</span> {}')


@st.composite
def boxes(draw: st.DrawFn) -> str:
    words = draw(st.sampled_from(("가", "강길", "주민이 모여 의논했습니다.", "https://example.org/a-long-address")))
    inside = draw(st.sampled_from(INSIDE)).replace("{}", " ".join([words] * draw(st.integers(1, 8))))
    kind = draw(st.sampled_from(KINDS))
    held = f'<span class="block">{inside}</span>' if kind == "note" else inside
    return f'<span class="{kind}">{held}</span>'


@pytest.fixture(scope="module")
def engine() -> LayoutEngine:
    return press(CSS)


def laid_out(engine: LayoutEngine, what: Chapter) -> bytes:
    """The chapter as PDF, laid out anew."""
    engine.results = Results({}, None)
    made, _ = engine.lay_out(what)
    assert made is not None
    return made.pdf


@settings(max_examples=20, phases=(Phase.explicit, Phase.generate))
@given(content=st.lists(boxes(), min_size=1, max_size=6))
def test_everything_stands_where_it_stood(engine: LayoutEngine, content: list[str]) -> None:
    what = chapter(f"<p>{' '.join(content)}</p>" * 2)
    ours = laid_out(engine, what)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guidebook.layout.engine.memoised", nullcontext)
        assert laid_out(engine, what) == ours


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is reckoned by WeasyPrint, in its order."""
    words: list[str] = []
    preferred: Any = import_module("weasyprint.layout.preferred")
    reckoned = preferred.max_content_width

    def counted(context: Any, box: Any, outer: bool = True) -> Any:
        if not outer:
            words.append("".join(getattr(one, "text", "") for one in box.descendants()))
        return reckoned(context, box, outer)

    monkeypatch.setattr(preferred, "max_content_width", counted)
    return words


@pytest.mark.parametrize("count", [6, 12])
def test_a_note_is_measured_once_however_many_join_it(engine: LayoutEngine, measured: list[str], count: int) -> None:
    note = '{0} <span class="note"><span class="block">쪽지 {0}번</span></span>'
    laid_out(engine, chapter(f"<p>{' '.join(note.format(number) for number in range(count))}</p>"))
    assert len({*measured}) == count
    assert len(measured) <= 2 * count, "in the page's own width and in that of the area below it"


@pytest.mark.parametrize("count", [6, 12])
def test_a_note_is_laid_out_once_however_many_join_it(
    engine: LayoutEngine, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    words: list[str] = []
    inline: Any = import_module("weasyprint.layout.inline")
    original = inline.inline_block_box_layout

    def counted(context: Any, box: Any, *values: Any) -> Any:
        words.append("".join(getattr(one, "text", "") for one in box.descendants()))
        return original(context, box, *values)

    monkeypatch.setattr(inline, "inline_block_box_layout", counted)
    note = '{0} <span class="note"><span class="block">쪽지 {0}번</span></span>'
    laid_out(engine, chapter(f"<p>{' '.join(note.format(number) for number in range(count))}</p>"))
    assert len({*words}) == count
    assert len(words) <= 2 * count, "where it stands, and where it was tried before"


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of which WeasyPrint itself splits a line off, in its order; nothing is known before."""
    monkeypatch.setattr("guidebook.layout.memoised.text_lines._known", WeakKeyDictionary())
    texts: list[str] = []
    line_break: Any = import_module("weasyprint.text.line_break")
    original = line_break.split_first_line

    def counted(text: str, *values: Any) -> Any:
        texts.append(text)
        return original(text, *values)

    monkeypatch.setattr(line_break, "split_first_line", counted)
    return texts


def test_a_chapter_that_is_laid_out_again_has_no_line_split_again(engine: LayoutEngine, split: list[str]) -> None:
    what = chapter("<p>주민이 모여 의논했습니다.</p>" * 3)
    pdf = laid_out(engine, what)
    known = len(split)
    assert split.count("주민이 모여 의논했습니다.") == 1
    assert laid_out(engine, what) == pdf
    assert len(split) == known


@pytest.mark.usefixtures("split")
def test_what_is_remembered_has_a_bound(engine: LayoutEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_lines, "MOST_BYTES", 20_000)
    laid_out(engine, chapter("".join(f"<p>주민이 {number}번 모였습니다.</p>" for number in range(40))))
    (lines,) = text_lines._known.values()
    assert 0 < len(lines) < 20
    assert lines.bytes == sum(BYTES_PER_LINE + sys.getsizeof(key[0]) for key in lines) <= 20_000


def test_of_a_long_text_its_last_lines_are_remembered(engine: LayoutEngine, split: list[str]) -> None:
    """Each line keeps all the text that is left."""
    laid_out(engine, chapter(f"<p>{'주민이 모여 의논했습니다. ' * 300}</p>"))
    (lines,) = text_lines._known.values()
    assert any(len(text) > LONGEST for text in split)
    assert 1_000 < max(len(str(key[0])) for key in lines) <= LONGEST


@pytest.mark.parametrize("unit", ["lh", "rem"])
def test_what_depends_on_more_than_the_key_is_not_remembered(unit: str) -> None:
    """A `calc()` stays one where a percentage is in it, and its value is that of other properties, or of the root."""
    zone = f"hyphens: auto; hyphenate-limit-zone: calc(1% + 2{unit}); width: 33mm"
    engine = press(f"@page {{ size: 60mm 900mm; margin: 5mm }} p {{ {zone}; font-size: 10px }}")
    words = "extraordinarily complicated considerations of participation and representation " * 4

    def beside(small: bool) -> Chapter:
        height = 10 if small else 90
        style = f"html {{ font-size: {5 if small else 40}px }} p {{ line-height: {height}px }}"
        return chapter(f'<style>{style}</style><p lang="en">{words}</p>')

    laid_out(engine, beside(True))
    ours = laid_out(engine, beside(False))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guidebook.layout.engine.memoised", nullcontext)
        assert laid_out(engine, beside(False)) == ours


def test_all_that_a_line_depends_on_is_asked_for(engine: LayoutEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A property that WeasyPrint looks at where it splits a line, and that is not in the key, would mix lines up."""
    looked_at: set[str] = set()

    class Watched:
        """A style that notes which of its properties are looked at."""

        def __init__(self, style: Any) -> None:
            self._style = style

        def __getitem__(self, name: str) -> Any:
            looked_at.add(name)
            return self._style[name]

        def __getattr__(self, name: str) -> Any:
            return getattr(self._style, name)

        def copy(self) -> Any:
            """A copy is another style, which the one that is looked at need not know."""
            return self._style.copy()

    original = TextLines.__call__

    def watched(self: TextLines, text: str, style: Any, *values: Any, **named: Any) -> Any:
        self._split(text, Watched(style), *values, *named.values())
        return original(self, text, style, *values, **named)

    monkeypatch.setattr(TextLines, "__call__", watched)
    words = "주민 참여 participation extraordinarily\tlong&shy;ish words"
    for kind in KINDS:
        laid_out(engine, chapter(f'<p lang="en"><span class="{kind}">{words}</span></p>'))
    assert len(looked_at) > len(PROPERTIES) / 2
    assert looked_at <= {*PROPERTIES, DECORATION}


def test_weasyprint_is_left_as_it_was() -> None:
    def standing() -> Iterator[Any]:
        for name, _, users in memoised.STANDING_IN:
            yield from (getattr(import_module(f"weasyprint.{user}"), name) for user in users)

    before = list(standing())
    with suppress(ZeroDivisionError), memoised.memoised():
        assert all(now is not then for now, then in zip(standing(), before, strict=True))
        raise ZeroDivisionError
    assert list(standing()) == before
