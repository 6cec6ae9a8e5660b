"""Boxes that shrink to their words are where WeasyPrint alone would set them, and are measured once."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from importlib import import_module
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from guidebook.layout import shrunk_widths
from guidebook.layout.engine import LayoutEngine
from guidebook.render.book.chapter import Chapter
from tests.books.test_assembly import chapter, press

CSS = """@page { size: 60mm 900mm; margin: 5mm; @footnote { margin-top: 3pt } }
.block { display: inline-block; max-width: 100% } .half { display: inline-block; padding-left: 20% }
.left { float: left } .right { float: right; margin-left: 6pt } .apart { position: absolute; right: 0 }
.note { float: footnote; footnote-display: inline } .note::footnote-call, .note::footnote-marker { content: none }"""
KINDS = ("block", "half", "left", "right", "apart", "note")
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
    engine._results.clear()
    made, _ = engine.lay_out(what)
    assert made is not None
    return made.pdf


@settings(max_examples=8, phases=(Phase.explicit, Phase.generate))
@given(content=st.lists(boxes(), min_size=1, max_size=6))
def test_everything_stands_where_it_stood(engine: LayoutEngine, content: list[str]) -> None:
    what = chapter(f"<p>{' '.join(content)}</p>" * 2)
    ours = laid_out(engine, what)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guidebook.layout.engine.measured_once", nullcontext)
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


def test_weasyprint_is_left_as_it_was() -> None:
    users = [import_module(f"weasyprint.layout.{name}") for name in shrunk_widths.USERS]
    before = [user.shrink_to_fit for user in users]
    with suppress(ZeroDivisionError), shrunk_widths.measured_once():
        assert all(user.shrink_to_fit is not one for user, one in zip(users, before, strict=True))
        raise ZeroDivisionError
    assert [user.shrink_to_fit for user in users] == before
