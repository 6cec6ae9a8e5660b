"""A comparison of any number of bars is printed: a few stay together, many part over pages under their heads."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pypdfium2
import pytest

from guidebook.books.assembly import layout_engine, well_filled
from guidebook.books.print_formats import print_formats
from guidebook.books.style_sheets import print_css
from guidebook.layout.engine import LayoutEngine
from guidebook.load.content import load_content
from guidebook.model.records.figures import Bar
from guidebook.model.records.program import Program
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.book.program import program_chapter
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES, paths

LONG = "주민이 함께 정하고 함께 만들어 함께 돌보는 마을 가꾸기"
HEAD = "구분값"


@cache
def context(edition: str) -> RenderContext:
    (form,), _ = print_formats((edition,), TEMPLATES)
    return replace(context_of(load_content(CITIES / "dasom").catalogue, TEMPLATES, PACKAGES), print_format=form)


@cache
def engine(edition: str) -> LayoutEngine:
    made = context(edition)
    css = stylesheet(print_css(TEMPLATES, "guidebook", made.design), made.site.palette, made.print_format)
    laid, _ = layout_engine(css, paths(CITIES / "dasom"))
    assert laid is not None
    return laid


def charted(count: int, label: str = "{number}주") -> Program:
    program = context("screen").catalogue.program("leave")
    assert program is not None
    bars = tuple(
        Bar(label=label.format(number=number), value=Decimal(number), text=f"총 {number}명째")
        for number in range(1, count + 1)
    )
    (comparison,) = program.comparisons
    long = comparison.model_copy(update={"bars": bars, "title": "주마다 온 사람"})
    return program.model_copy(update={"comparisons": (long,), "graphic": None})


def pages(laid_out: LaidOut) -> list[str]:
    document = pypdfium2.PdfDocument(laid_out.pdf)
    return ["".join(page.get_textpage().get_text_bounded().replace("\u2060", "").split()) for page in document]


@pytest.mark.parametrize("edition", ["screen", "large-print"])
@pytest.mark.parametrize(
    ("count", "label"), [(3, "{number}주"), (36, "{number}주"), (120, "{number}주"), (19, LONG + " {number}주")]
)
def test_bars_part_between_bars_and_say_on_each_page_what_they_are(edition: str, count: int, label: str) -> None:
    made = program_chapter(context(edition), charted(count, label), side="left")
    laid_out, faults = well_filled(engine(edition), made, "left")
    assert faults == ()
    assert laid_out is not None
    read = pages(laid_out)
    told = re.findall(r"총(\d+)명째", "".join(read))
    assert [int(number) for number in told] == list(range(1, count + 1))
    caption = next(page for page in read if "주마다온사람" in page)
    assert re.search(r"총1명째", caption), "the caption stands above the first bar"
    if count > 36:
        assert sum(HEAD in page for page in read) > 1
