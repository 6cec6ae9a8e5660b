"""The chapter of towns on paper: its words stand beside the outlines, or at the margin where a city has none."""

from __future__ import annotations

import pymupdf
import pytest

from guidebook.books.assembly import layout_engine
from guidebook.books.style_sheets import print_css
from guidebook.commands.examine import examine
from guidebook.model.print_format import BLEED, PAPERS
from guidebook.render.book.tour import towns_chapter
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.new_context import context_of
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES, paths

POINTS = 72 / 25.4
A5 = PAPERS["a5"]


@pytest.mark.parametrize(("city", "column"), [("dasom", True), ("maru", False)])
def test_only_a_city_with_outlines_has_a_column_for_them(city: str, column: bool) -> None:
    catalogue, _ = examine(CITIES / city)
    context = context_of(catalogue.public(), TEMPLATES, PACKAGES)
    assert (catalogue.boundaries is not None) == column
    css = stylesheet(print_css(TEMPLATES, "guidebook", context.design), context.site.palette, context.print_format)
    engine, _ = layout_engine(css, paths(CITIES / city))
    assert engine is not None
    laid_out, faults = engine.lay_out(towns_chapter(context, context.catalogue.towns), "left")
    assert laid_out is not None
    assert [fault for fault in faults if fault.code != "dead-link"] == []
    page = pymupdf.open(stream=laid_out.pdf)[0]
    margin = (A5.outer + BLEED) * POINTS
    named = [found[0].x0 - margin for town in context.catalogue.towns if (found := page.search_for(town.name))]
    assert named
    assert all((left > 20 * POINTS) == column for left in named), named
