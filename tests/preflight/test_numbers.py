"""What an author writes is never taken for what joining writes: page numbers and their room are marked, not guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guidebook.books.assembly import lay_out_all
from guidebook.cli.paths import cache_folder
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.typefaces import install
from guidebook.model.diagnostic import Severity, Span
from guidebook.model.pdf.content_stream import Instruction
from guidebook.model.placeholder import FOLIO, PRIMER, REFERENCE, page_ref
from guidebook.model.print_format import PrintFormat
from guidebook.model.settings.showing import Palette
from guidebook.pdf.joining import join
from guidebook.preflight.checks import preflight
from guidebook.preflight.document import Expected
from guidebook.preflight.links import links_are_alive
from guidebook.preflight.numbers import placeholders_are_filled, references_are_right, sets_reserved_colour
from guidebook.preflight.typography import marks_stand_right
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.typesetting import stylesheet
from tests.books.test_assembly import METADATA, chapter, press
from tests.design import BOOK, INK
from tests.paths import PACKAGES, TEMPLATES

LINK = '<a href="https://example.com/{said}">{said}</a>'


@pytest.fixture(scope="module")
def sheets() -> LayoutEngine:
    return press()


@pytest.mark.parametrize("said", ["2024", "1", "20 24", "000", "→ 2쪽"])
def test_a_link_of_digits_is_no_page_number(sheets: LayoutEngine, said: str) -> None:
    number = page_ref("end", 0)
    first = chapter(f'<h1 id="a">가</h1><p>{LINK.format(said=said)}, {number}쪽</p>', references=("end",))
    last = chapter(f'<h1 id="end">끝</h1><p><a href="book:a">{said}</a></p>', "two")
    laid_out, _ = lay_out_all(Manuscript("제목", (first, last), first), sheets)
    made, faults = join(laid_out, METADATA, INK)
    assert faults == ()
    assert preflight(made.pdf, "x.pdf", Expected("제목", "ko", "", made.references, frozenset())) == ()


@pytest.mark.parametrize("address", ["mailto:a@example.com", "tel:+82413503114", "https://example.com/?q=book:a"])
def test_a_link_out_of_the_book_is_alive(sheets: LayoutEngine, address: str) -> None:
    one = chapter(f'<h1 id="a">가</h1><p><a href="{address}">연락</a></p>')
    laid_out, _ = lay_out_all(Manuscript("제목", (one,), one), sheets)
    made, _ = join(laid_out, METADATA, INK)
    assert preflight(made.pdf, "x.pdf", Expected("제목", "ko", "", ()), (links_are_alive,)) == ()


@pytest.mark.parametrize("primary", ["#010000", "#014a7c", "#01ff00", "#020000", "#030000"])
def test_no_colour_of_a_city_is_taken_for_the_room_of_a_number(primary: str) -> None:
    faces, _ = install(cache_folder(), PACKAGES)
    assert faces is not None
    colours = Palette.model_construct(primary=primary, signal=primary)
    shop = LayoutEngine(
        stylesheet(BOOK, colours, PrintFormat(id="screen", title="화면용")) + f"p{{color:{primary}}}",
        faces,
        (TEMPLATES,),
    )
    first = chapter(f'<h1 id="a">가</h1><p>000 {page_ref("end", 0)}쪽</p>', references=("end",))
    last = chapter('<h1 id="end">끝</h1><p>0123456789</p>', "two")
    laid_out, _ = lay_out_all(Manuscript("제목", (first, last), first), shop)
    made, _ = join(laid_out, METADATA, INK)
    expected = Expected("제목", "ko", "", made.references, frozenset())
    assert preflight(made.pdf, "x.pdf", expected, (references_are_right, placeholders_are_filled)) == ()
    assert made.references == (("end", 2),)


def test_no_hexadecimal_colour_is_reserved() -> None:
    def sets(red: float, green: int, blue: int) -> Instruction:
        return Instruction("rg", [round(channel / 255, 6) for channel in (red, green, blue)])

    assert all(sets_reserved_colour(sets(red, 0, 0)) for red in (REFERENCE, FOLIO, PRIMER))
    assert not any(sets_reserved_colour(sets(red, green, 0)) for red in range(256) for green in (0, 1, 255))


def test_what_words_leave_no_room_for_is_told_at_their_file_and_stops_nothing(sheets: LayoutEngine) -> None:
    first, second = chapter('<h1 id="a">가</h1>', "one"), chapter("<h1>나</h1><p>가나 (<br>다라</p>", "two")
    laid_out, _ = lay_out_all(Manuscript("제목", (first, second), first), sheets)
    made, _ = join(laid_out, METADATA, INK)
    assert [(first, one.id) for first, one in made.chapters] == [(1, "one"), (2, "two")]
    book = replace(made, chapters=((1, first), (2, replace(second, source="content/b.md"))))
    expected = Expected("제목", "ko", "", (), origin=book.origin)
    (found,) = preflight(made.pdf, "site/x.pdf", expected, (marks_stand_right,))
    assert (found.span, found.severity) == (Span("content/b.md"), Severity.WARNING)
    assert "site/x.pdf" in str(found.hint)
