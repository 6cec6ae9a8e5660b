"""Pages of a city with thirty photographs: routes on two facing pages, no page with little but a picture on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.books.assembly import ENOUGH, SMALL, layout_engine, shared_out, well_filled
from guidebook.books.leaflets import leaflets_of
from guidebook.books.style_sheets import print_css
from guidebook.commands.examine import examine
from guidebook.images.published import print_pictures
from guidebook.model.diagnostic import Faults
from guidebook.render.book.chapter import Chapter, Side, has_pictures, set_closer
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.book.program import program_chapter
from guidebook.render.book.tour import route_chapter, towns_chapter
from guidebook.render.book.typesetting import coloured, stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.storage.paths import Paths
from tests.conftest import CITIES
from tests.look.photographs import with_photographs
from tests.paths import PACKAGES, TEMPLATES, paths

FULL = 0.6
"""The share of a page that must be used where one follows it in the same chapter."""


@dataclass(frozen=True)
class City:
    """The city with its photographs, ready to be printed."""

    context: RenderContext
    paths: Paths


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    folder = tmp_path_factory.mktemp("photographs")
    content = folder / "content"
    shutil.copytree(CITIES / "dasom", content)
    with_photographs(content)
    return prepared(content, folder)


def prepared(content: Path, folder: Path) -> City:
    catalogue, _ = examine(content)
    where = paths(content, folder / "output")
    plain = context_of(catalogue.public(), TEMPLATES, PACKAGES)
    prints = print_pictures(catalogue, content, where.cache, plain.site.printing.dpi)
    return City(replace(plain, prints=prints), where)


def chapters_with_pictures(context: RenderContext) -> Iterator[Chapter]:
    made = (
        *(program_chapter(context, program, side="left") for program in context.catalogue.programs),
        *(route_chapter(context, route) for route in context.catalogue.routes),
        towns_chapter(context, context.catalogue.towns),
    )
    return filter(has_pictures, made)


def pictures_of(page: pymupdf.Page) -> int:
    return len(page.get_image_info())


def test_a_chapter_with_pictures_is_shared_out_over_full_pages_and_a_route_faces_its_map(city: City) -> None:
    context = city.context
    css = stylesheet(print_css(TEMPLATES, "guidebook", context.design), context.site.palette, context.print_format)
    engine, _ = layout_engine(css, city.paths)
    assert engine is not None
    chapters = list(chapters_with_pictures(context))
    assert len(chapters) >= 7
    for chapter in chapters:
        laid_out, faults = well_filled(engine, chapter, chapter.side or "right")
        assert laid_out is not None
        assert [fault for fault in faults if fault.code != "dead-link"] == []
        assert min(laid_out.used[:-1], default=1) > FULL, (chapter.id, laid_out.used)
        if chapter.id.startswith("route-"):
            assert laid_out.pages == 2, (chapter.id, laid_out.used)
        with pymupdf.open(stream=laid_out.pdf) as pdf:
            for page in pdf:
                assert pictures_of(page) == 0 or words_around(page) >= 3, (chapter.id, page.number)


def words_around(page: pymupdf.Page) -> int:
    """The lines on a page that are larger than captions, notes and what stands in its margins."""
    lines = [line for block in page.get_text("dict")["blocks"] for line in block.get("lines", ())]
    return sum(max((span["size"] for span in line["spans"]), default=0) > 7.9 for line in lines)


def test_a_leaflet_with_pictures_takes_three_pages_and_leaves_none_half_empty(city: City) -> None:
    context = city.context
    css = coloured(print_css(TEMPLATES, "leaflet", context.design), context.site.palette, context.print_format)
    engine, _ = layout_engine(css, city.paths)
    assert engine is not None
    papers, faults = leaflets_of(context, city.paths)
    assert faults == ()
    for paper in papers:
        laid_out, _ = engine.lay_out(paper.write(engine).chapters[0])
        assert laid_out is not None
        if has_pictures(laid_out.chapter):
            assert laid_out.pages <= 3, paper.path
            assert min(laid_out.used) > FULL, (paper.path, laid_out.used)


PICTURE = '<figure class="picture"><img src="x" alt=""></figure>'
HTML = '<!doctype html><html lang="ko"><head><title>장</title></head><body>{}<p>글</p></body></html>'
SHARES = st.lists(st.floats(0.05, 1), min_size=2, max_size=6).map(tuple)


class Settled:
    """An engine for which it is settled how each step fills its pages."""

    def __init__(self, shares: dict[Chapter, tuple[float, ...]]) -> None:
        self.shares = shares

    def lay_out(self, chapter: Chapter, side: Side = "right") -> tuple[LaidOut | None, Faults]:
        shares = self.shares[chapter]
        return LaidOut(chapter, b"", len(shares), {}, (), shares), ()

    measure = lay_out


@given(st.tuples(SHARES, SHARES, SHARES))
def test_of_the_steps_the_loosest_is_taken_that_is_shared_out_best(shares: tuple[tuple[float, ...], ...]) -> None:
    chapter = Chapter.from_html("page-one", "장", HTML.format(PICTURE), "content/pages/one.md")
    steps = (chapter, set_closer(chapter), set_closer(chapter, SMALL))
    laid_out, _ = well_filled(Settled(dict(zip(steps, shares, strict=True))), chapter, "right")
    assert laid_out is not None
    if min(shares[0]) >= ENOUGH:
        assert laid_out.chapter == chapter, "full pages are left as they are"
        return
    ranks = [(len(one), sum(share < ENOUGH for share in one)) for one in shares]
    assert shared_out(laid_out) == min(ranks)
    assert laid_out.chapter == steps[ranks.index(min(ranks))]


def test_a_chapter_without_pictures_is_not_tried_in_steps_for_a_low_page() -> None:
    chapter = Chapter.from_html("page-one", "장", HTML.format(""), "content/pages/one.md")
    laid_out, _ = well_filled(Settled({chapter: (0.5, 0.5)}), chapter, "right")
    assert laid_out is not None
    assert laid_out.chapter == chapter
