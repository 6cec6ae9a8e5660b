"""No page holds little that any way of setting its chapter would fill; no head stands alone before its graphic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guidebook.books.assembly import layout_engine, well_filled
from guidebook.books.style_sheets import print_css
from guidebook.layout.low_pages import COMPACT, HALF, TIGHT, graphic_later, with_little
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Faults
from guidebook.render.book.chapter import Chapter, Side
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.book.program import program_chapter
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.text.html_tree import serialised
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES, paths

HTML = (
    '<!doctype html><html lang="ko"><head><title>장</title></head><body><article class="report">'
    '<div><figure class="graphic">그림</figure></div><div class="whole">사실</div>'
    '<div class="prose"><h2>가</h2><p>글</p><h2>나</h2><p>글</p></div></article></body></html>'
)
REPORT = Chapter.from_html("program-one", "장", HTML, "content/programs/one.md")
STEPS = ("", "close-set", f"close-set {COMPACT}", f"close-set {COMPACT} {TIGHT}")


class Settled:
    """An engine for which it is settled how full each step's pages are."""

    def __init__(self, shares: Sequence[Sequence[float]]) -> None:
        self.shares = dict(zip(STEPS, shares, strict=True))

    def lay_out(self, chapter: Chapter, side: Side = "right") -> tuple[LaidOut | None, Faults]:
        shares = tuple(self.shares[dict(chapter.attributes).get("class", "")])
        return LaidOut(chapter, b"", len(shares), {}, (), shares), ()

    measure = lay_out


PAGES = st.lists(st.sampled_from((0.1, 0.45, 0.6, 0.9)), min_size=1, max_size=4)


@given(st.tuples(PAGES, PAGES, PAGES, PAGES), st.sampled_from((None, "left")))
@example(([0.9, 0.1], [0.9, 0.1], [0.9], [0.9]), "left")
@example(([0.1, 0.9, 0.1], [0.1, 0.9], [0.9, 0.6], [0.9, 0.6]), None)
def test_closer_steps_are_tried_for_any_report_with_a_page_that_holds_little(
    shares: tuple[list[float], ...], side: Side | None
) -> None:
    loose = Chapter.from_html("program-one", "장", HTML, "content/programs/one.md", side)
    laid_out, _ = well_filled(Settled(shares), loose, "left")
    assert laid_out is not None
    low = [sum(share < HALF for share in step) if len(step) > 1 else 0 for step in shares]
    if low[0] and len(shares[0]) > 1:
        assert with_little(laid_out) == min(low)


def test_a_graphic_moves_below_the_facts_then_before_one_heading_after_the_other() -> None:
    said = [serialised(body.root) for body in graphic_later(REPORT.body)]
    assert [one.index("그림") > one.index("사실") for one in said] == [True, True]
    assert [one.index("그림") > one.index("가") for one in said] == [False, True]
    assert serialised(REPORT.body.root).index("그림") < serialised(REPORT.body.root).index("사실"), "left as it was"


@cache
def context() -> RenderContext:
    return context_of(load_content(CITIES / "dasom").catalogue, TEMPLATES, PACKAGES)


@pytest.mark.parametrize("side", ["left", None])
@pytest.mark.parametrize("count", [7, 8])
def test_the_head_of_a_report_does_not_stand_alone_before_a_high_graphic(side: Side | None, count: int) -> None:
    edition = context()
    css = stylesheet(print_css(TEMPLATES, "guidebook", edition.design), edition.site.palette, edition.print_format)
    engine, _ = layout_engine(css, paths(CITIES / "dasom"))
    assert engine is not None
    made = edition.catalogue.program("neighbours")
    assert made is not None
    tie = made.partnerships[0]
    ties = tuple(tie.model_copy(update={"id": f"tie-{number}"}) for number in range(count))
    report = made.model_copy(update={"partnerships": ties, "summary": made.summary * 4})
    laid_out, faults = well_filled(engine, program_chapter(edition, report, side=side), side or "left")
    assert faults == ()
    assert laid_out is not None
    assert laid_out.used[0] > HALF
