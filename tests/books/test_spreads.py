"""Reports on whole spreads: set no closer than that takes, and with the few figures of a report in lines."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guidebook.books.assembly import layout_engine, well_filled
from guidebook.books.style_sheets import print_css
from guidebook.layout.low_pages import COMPACT, TIGHT
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Faults
from guidebook.model.records.program import Program
from guidebook.model.source import Note
from guidebook.render.book.chapter import Chapter, Side, set_closer
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.book.program import program_chapter
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES, paths

HTML = '<!doctype html><html lang="ko"><head><title>장</title></head><body><p>글</p></body></html>'
REPORT = Chapter.from_html("program-one", "장", HTML, "content/programs/one.md", "left")
STEPS = (
    REPORT,
    set_closer(REPORT),
    set_closer(REPORT, COMPACT),
    set_closer(REPORT, COMPACT, TIGHT),
)
"""From loose to close."""


class Counting:
    """An engine for which it is settled how many pages each step takes."""

    def __init__(self, pages: tuple[int, ...]) -> None:
        self.pages = dict(zip(STEPS, pages, strict=True))
        self.asked: list[Chapter] = []

    def measure(self, chapter: Chapter, side: Side = "right") -> tuple[LaidOut | None, Faults]:
        self.asked.append(chapter)
        return self.lay_out(chapter, side)

    def lay_out(self, chapter: Chapter, side: Side = "right") -> tuple[LaidOut | None, Faults]:
        pages = self.pages[chapter]
        return LaidOut(chapter, b"", pages, {}, (), (0.9,) * pages), ()


FALLING = st.lists(st.integers(2, 9), min_size=4, max_size=4).map(lambda pages: tuple(sorted(pages, reverse=True)))
"""Who sets closer takes no more pages."""


@given(FALLING)
@example((3, 3, 3, 2))
@example((3, 3, 2, 2))
@example((3, 2, 2, 2))
@example((3, 3, 3, 3))
@example((7, 7, 5, 4))
def test_a_report_that_would_end_on_the_left_is_set_as_closely_as_whole_spreads_take(pages: tuple[int, ...]) -> None:
    engine = Counting(pages)
    laid_out, faults = well_filled(engine, REPORT, "left")
    assert laid_out is not None
    assert faults == ()
    if pages[0] % 2 == 0:
        assert laid_out.chapter == REPORT, "whole spreads are left as they are"
        return
    assert laid_out.pages <= pages[0]
    if laid_out.pages % 2 == 0:
        assert laid_out.chapter == next(step for step in STEPS if engine.pages[step] == laid_out.pages), "the loosest"
    else:
        assert (pages[2] % 2, pages[3] % 2) == (1, 1), "no whole spread is missed"
    assert len(engine.asked) <= 3


@cache
def context() -> RenderContext:
    return context_of(load_content(CITIES / "dasom").catalogue, TEMPLATES, PACKAGES)


def visitors() -> Program:
    found = context().catalogue.program("visitors")
    assert found is not None
    return found


def printed(program: Program) -> str:
    return program_chapter(context(), program, side="left").html.replace("\u2060", "")


def test_few_figures_stand_in_lines_below_the_facts_and_many_in_a_table() -> None:
    made = visitors().model_copy(update={"comparisons": (), "graphic": None})
    html = printed(made)
    assert html.index('class="facts"') < html.index('class="few"') < html.index('class="sections"')
    assert 'class="indicators"' not in html
    assert all(one.text in html for one in made.indicators)
    own = made.indicators[0]
    many = tuple(own.model_copy(update={"id": f"more-{number}", "text": f"{number}곳"}) for number in range(2, 6))
    html = printed(made.model_copy(update={"indicators": (*made.indicators, *many)}))
    assert 'class="few"' not in html
    assert all(one.text in html for one in (*made.indicators, *many))


@pytest.mark.parametrize("noted", [True, False])
def test_who_counted_a_figure_is_named_once(noted: bool) -> None:
    made = visitors().model_copy(update={"comparisons": (), "graphic": None})
    (other,) = [one for one in made.indicators if one.sources]
    note = Note(id="spent", text="어림한 값입니다.", sources=other.sources if noted else ())
    figures = tuple(one.model_copy(update={"note": "spent"}) if one is other else one for one in made.indicators)
    html = printed(made.model_copy(update={"indicators": figures, "notes": (*made.notes, note)}))
    line = html[html.index(other.text) :].partition("</dd>")[0]
    assert "출처 문서 외의 기록" in line
    assert ("다솜시" in line) != noted


def test_a_doubtful_source_of_a_figure_is_named_beside_it_too() -> None:
    made = visitors().model_copy(update={"comparisons": (), "graphic": None})
    (other,) = [one for one in made.indicators if one.sources]
    blog = (other.sources[0].model_copy(update={"kind": "blog"}),)
    note = Note(id="spent", text="어림한 값입니다.", sources=blog)
    doubted = other.model_copy(update={"note": "spent", "sources": blog})
    figures = tuple(doubted if one is other else one for one in made.indicators)
    html = printed(made.model_copy(update={"indicators": figures, "notes": (*made.notes, note)}))
    assert "다솜시" in html[html.index(other.text) :].partition("</dd>")[0]


@pytest.mark.parametrize("classes", [(), (COMPACT,), (COMPACT, TIGHT)])
def test_links_and_lists_are_heard_however_closely_a_report_is_set(
    classes: tuple[str, ...],
) -> None:
    made = context().catalogue.program("assembly")
    assert made is not None
    (rule,) = made.rules
    rules = (rule.model_copy(update={"url": None}), rule.model_copy(update={"title": "지방자치법"}))
    chapter = program_chapter(context(), made.model_copy(update={"rules": rules}), side="left")
    edition = context()
    css = stylesheet(print_css(TEMPLATES, "guidebook", edition.design), edition.site.palette, edition.print_format)
    engine, _ = layout_engine(css, paths(CITIES / "dasom"))
    assert engine is not None
    laid_out, _ = engine.lay_out(set_closer(chapter, *classes), "left")
    assert laid_out is not None
    with pikepdf.open(io.BytesIO(laid_out.pdf)) as pdf:
        heard = set(_linked(pdf.Root.StructTreeRoot.K, ""))
        links = [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]
        assert len(links) > 1
        assert [str(link.get("/Contents", "")) for link in links if link.objgen not in heard] == []
        assert list(_empty(pdf.Root.StructTreeRoot.K)) == []


def _linked(node: Any, tag: str) -> Any:
    """The objects that stand in an element of the structure that is a link."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _linked(one, tag)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/Type") == "/OBJR" and tag == "/Link":
            yield node["/Obj"].objgen
        if "/K" in node:
            yield from _linked(node["/K"], str(node.get("/S", tag)))


def _empty(node: Any) -> Any:
    """The items of lists in which there is nothing."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _empty(one)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == "/LBody" and not len(node.get("/K", pikepdf.Array())):
            yield str(node["/S"])
        if isinstance(node.get("/K"), pikepdf.Array | pikepdf.Dictionary):
            yield from _empty(node["/K"])
