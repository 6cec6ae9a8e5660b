"""A chapter that is measured is the one that is laid out, only not drawn; what is drawn was measured once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guidebook.books.assembly import well_filled
from guidebook.layout import engine as engine_module
from guidebook.layout.engine import LayoutEngine
from guidebook.render.book.chapter import Chapter
from tests.books.test_assembly import chapter
from tests.layout.test_cache import ONE, kept, press

MISSING = chapter("<p>가\U0001f600</p>")


class Spy:
    """What an engine did: which chapters it put on pages, and which it drew."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.laid_out: list[Chapter] = []
        self.drawn: list[Chapter] = []
        lay_out, draw = LayoutEngine._lay_out, LayoutEngine._drawn

        def noted(engine: LayoutEngine, one: Chapter, side: Any) -> Any:
            self.laid_out.append(one)
            return lay_out(engine, one, side)

        def noted_drawing(engine: LayoutEngine, measured: Any, document: Any) -> Any:
            self.drawn.append(measured[0].chapter)
            return draw(engine, measured, document)

        monkeypatch.setattr(LayoutEngine, "_lay_out", noted)
        monkeypatch.setattr(LayoutEngine, "_drawn", noted_drawing)


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> Spy:
    return Spy(monkeypatch)


@pytest.mark.parametrize("most", [engine_module.MOST_OPEN, 0])
def test_what_is_measured_is_laid_out_once(spy: Spy, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """However few pages are kept in memory."""
    monkeypatch.setattr(engine_module, "MOST_OPEN", most)
    alone, _ = press(None).lay_out(ONE)
    engine = press(None)
    measured, found = engine.measure(ONE)
    assert alone is not None
    assert measured == (replace(alone, pdf=b"") if most else alone)
    assert engine.measure(ONE) == (measured, found) == (measured, ())
    assert engine.lay_out(ONE) == (alone, ()) == engine.measure(ONE)
    assert spy.laid_out == [ONE, ONE], "by each engine once"
    assert spy.drawn == [ONE, ONE]


def test_measures_are_kept_and_drawn_when_that_is_asked_for(spy: Spy, tmp_path: Path) -> None:
    measured = press(tmp_path).measure(ONE)
    (before,) = kept(tmp_path)
    assert press(tmp_path).measure(ONE) == measured
    assert (spy.laid_out, spy.drawn) == ([ONE], [])
    laid_out, _ = press(tmp_path).lay_out(ONE)
    assert laid_out is not None
    assert laid_out.pdf.startswith(b"%PDF")
    assert kept(tmp_path) == [before]
    assert press(tmp_path).measure(ONE) == press(tmp_path).lay_out(ONE) == (laid_out, ())
    assert (spy.laid_out, spy.drawn) == ([ONE, ONE], [ONE])


def test_what_is_found_only_when_it_is_drawn_is_not_lost(tmp_path: Path) -> None:
    for engine in (press(tmp_path), press(tmp_path)):
        assert engine.measure(MISSING)[1] == ()
        assert [fault.code for fault in engine.lay_out(MISSING)[1]] == ["missing-glyph"]
        assert [fault.code for fault in engine.measure(MISSING)[1]] == ["missing-glyph"]


@pytest.mark.parametrize("drawn", [False, True])
def test_what_another_process_gives_is_known(spy: Spy, tmp_path: Path, drawn: bool) -> None:
    other, here = press(None), press(tmp_path)
    made = other.lay_out(ONE) if drawn else other.measure(ONE)
    assert other.results.packed((MISSING, "right")) == {}
    assert here.results.find((ONE, "right"), drawn=False) is None
    here.results.give(other.results.packed((ONE, "right")))
    assert here.results.find((ONE, "right"), drawn=False) == made
    assert (here.results.find((ONE, "right"), drawn=True) is not None) == drawn
    assert len(kept(tmp_path)) == 1
    assert here.lay_out(ONE) == press(None).lay_out(ONE)


def test_of_the_settings_that_are_tried_one_is_drawn(spy: Spy) -> None:
    """A last page with one line on it, which a closer setting spares."""
    text = "".join(f"<p>{number} 글입니다.</p>" for number in range(31))
    engine = press(
        None, "body.close-set p{margin:0}p{margin:0 0 4pt;line-height:16pt}@page{size:90mm 200mm;margin:12mm}"
    )
    laid_out, faults = well_filled(engine, chapter(text), "right")
    assert laid_out is not None
    assert not faults
    assert len(spy.laid_out) > 1, "several were tried"
    assert spy.drawn == [laid_out.chapter]
    assert laid_out.pdf.startswith(b"%PDF")
    assert engine.lay_out(laid_out.chapter)[0] is laid_out


def test_no_document_stays_in_memory(spy: Spy) -> None:
    engine = press(None)
    engine.measure(ONE)
    engine.lay_out(chapter("<p>다른 글</p>"))
    engine.lay_out(ONE)
    assert spy.laid_out.count(ONE) == 2
    assert not engine._open


def test_a_setting_is_measured_with_the_faults_of_its_layout() -> None:
    wide = chapter(f'<p style="white-space:nowrap">{"가" * 200}</p>')
    engine = press(None)
    _, measured = engine.measure(wide)
    assert [fault.code for fault in measured] == [fault.code for fault in press(None).lay_out(wide)[1]] != []
    assert engine.lay_out(wide)[1] == measured


def test_only_so_many_pages_stay_in_memory(spy: Spy, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last ones; what was measured before them is laid out again where it is taken."""
    monkeypatch.setattr(engine_module, "MOST_OPEN", 3)
    engine = press(None)
    settings = [chapter(f'<p>{number}</p><p style="break-before:page">둘</p>') for number in range(3)]
    for one in settings:
        engine.measure(one)
        assert sum(len(document.pages) for _, document in engine._open.values()) <= 3
    assert [one for one, _ in engine._open] == settings[2:]
    laid_out, _ = engine.lay_out(settings[0])
    assert laid_out is not None
    assert laid_out.pdf == made(settings[0])
    assert spy.laid_out[:4] == [*settings, settings[0]]


def made(one: Chapter) -> bytes:
    """The chapter as PDF, laid out by an engine that measured nothing."""
    laid_out, _ = press(None).lay_out(one)
    assert laid_out is not None
    return laid_out.pdf
