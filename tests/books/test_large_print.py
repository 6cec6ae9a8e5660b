"""Large print: pages that hold little are spared or filled, and no title stands alone before its table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guidebook.books.assembly import SPARING, lay_out_all, layout_engine, well_filled
from guidebook.books.print_formats import print_formats
from guidebook.books.style_sheets import print_css
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.low_pages import HALF
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Faults
from guidebook.render.book.chapter import LARGE, Chapter, Side, set_closer, with_class
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.book.program import program_chapter
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from tests.conftest import CITIES
from tests.look.paper import measured
from tests.paths import PACKAGES, TEMPLATES, paths

HTML = '<!doctype html><html lang="ko"><head><title>장</title></head><body><p>글</p></body></html>'
LOOSE = with_class(Chapter.from_html("page-one", "장", HTML, "content/pages/one.md"), LARGE)
STEPS = (LOOSE, set_closer(LOOSE), set_closer(LOOSE, SPARING))


class Settled:
    """An engine for which it is settled how full each step's pages are."""

    def __init__(self, shares: Sequence[Sequence[float]]) -> None:
        self.shares = dict(zip(STEPS, shares, strict=True))

    def lay_out(self, chapter: Chapter, side: Side = "right") -> tuple[LaidOut | None, Faults]:
        shares = tuple(self.shares[chapter])
        return LaidOut(chapter, b"", len(shares), {}, (), shares), ()

    measure = lay_out


PAGES = st.lists(st.sampled_from((0.1, 0.45, 0.6, 0.9)), min_size=2, max_size=5)


@given(st.tuples(PAGES, PAGES, PAGES))
@example(([0.9, 0.9, 0.1], [0.9, 0.9], [0.9, 0.9]))
@example(([0.9, 0.1, 0.9], [0.9, 0.1, 0.6], [0.9, 0.9]))
@example(([0.9, 0.1], [0.9, 0.1], [0.9, 0.1]))
def test_a_chapter_is_set_as_loosely_as_leaves_the_fewest_pages_with_little(shares: tuple[list[float], ...]) -> None:
    laid_out, faults = well_filled(Settled(shares), LOOSE, "left")
    assert laid_out is not None
    assert faults == ()
    low = [sum(share < HALF for share in step) for step in shares]
    assert sum(share < HALF for share in laid_out.used) == min(low)
    if not low[0]:
        assert laid_out.chapter == LOOSE, "nothing is set closer that need not be"


@cache
def context(city: str) -> RenderContext:
    catalogue = load_content(CITIES / city).catalogue
    (large,), _ = print_formats(("large-print",), TEMPLATES)
    return replace(context_of(catalogue.public(), TEMPLATES, PACKAGES), print_format=large)


def engine(city: str) -> LayoutEngine:
    edition = context(city)
    css = stylesheet(print_css(TEMPLATES, "guidebook", edition.design), edition.site.palette, edition.print_format)
    made, _ = layout_engine(css, paths(CITIES / city), edition.print_format.least)
    assert made is not None
    return made


@cache
def book(city: str) -> tuple[LaidOut, ...]:
    laid_out, _ = lay_out_all(manuscript(context(city)), engine(city))
    return tuple(laid_out)


def words(laid_out: LaidOut) -> list[str]:
    document = pypdfium2.PdfDocument(laid_out.pdf)
    return [re.sub(r"[\s\u2060]+", "", page.get_textpage().get_text_bounded()) for page in document]


@pytest.mark.parametrize("city", ["dasom", "maru"])
def test_no_page_is_under_half_full_but_a_last_one_that_nothing_can_be_moved_to(city: str) -> None:
    """What is kept whole, as small tables are, leaves a page that has no notes of the one before to take over."""
    low = [
        (one.chapter.id, number)
        for one in book(city)
        for number, share in enumerate(one.used, start=1)
        if one.pages > 1 and share < HALF
    ]
    assert low in ([], [("page-tour", 4)])


@pytest.mark.parametrize(("city", "id"), [("dasom", "assembly"), ("maru", "river-path")])
def test_what_a_report_is_about_does_not_stand_alone_before_its_table(city: str, id: str) -> None:
    (report,) = [one for one in book(city) if one.chapter.id == f"program-{id}"]
    assert report.used[0] > HALF


def test_a_table_behind_a_graphic_parts_between_rows_and_repeats_its_head() -> None:
    edition = context("dasom")
    made = edition.catalogue.program("leave")
    assert made is not None
    assert made.graphic is not None
    summary = made.summary * 3  # so that its table does not fit on the first page whole
    laid_out, faults = engine("dasom").lay_out(program_chapter(edition, made.model_copy(update={"summary": summary})))
    assert faults == ()
    assert laid_out is not None
    first, second, *_ = words(laid_out)
    assert "구분이름" in first
    assert "구분이름" in second
    assert laid_out.used[0] > HALF


def test_of_a_route_the_map_follows_the_schedule_without_a_page_of_its_own() -> None:
    (route, *_) = [one for one in book("dasom") if one.chapter.id.startswith("route-")]
    assert all(share > HALF for share in route.used[:-1])


def test_no_small_table_is_torn_no_word_is_small(tmp_path: Path) -> None:
    for one in book("dasom"):
        (tmp_path / "chapter.pdf").write_bytes(one.pdf)
        assert measured(tmp_path / "chapter.pdf").tables == (), one.chapter.id
