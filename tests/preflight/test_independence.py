"""Faults planted into the makers: preflight sees them, because it shares nothing with what it reads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import FunctionType

import pikepdf
import pytest

from guidebook.books.assembly import lay_out_all
from guidebook.model.placeholder import page_ref
from guidebook.pdf import folding, joining, page_numbers, stamping
from guidebook.pdf.imposition import impose
from guidebook.pdf.page_numbers import Ink
from guidebook.preflight.checks import preflight
from guidebook.preflight.document import Expected
from guidebook.preflight.imposition import LEFT, RIGHT, Sheets, leafing, preflight_sheets
from guidebook.preflight.numbers import folios_are_right, placeholders_are_filled, references_are_right
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.laid_out import LaidOut
from tests.books.test_assembly import METADATA, chapter, press
from tests.design import INK
from tests.preflight.test_imposition import BARE, book

CHECKS = (references_are_right, folios_are_right, placeholders_are_filled)


def plant(monkeypatch: pytest.MonkeyPatch, function: object, fault: object) -> None:
    """Let a function do what `fault` does, wherever it was imported to: whoever shares it is wrong in the same way."""
    assert isinstance(function, FunctionType)
    assert isinstance(fault, FunctionType)
    monkeypatch.setattr(function, "__code__", fault.__code__)


def two_pages_swapped(pages: int) -> tuple[tuple[int, int], ...]:
    sides: list[tuple[int, int]] = []
    for sheet in range(pages // 4):
        low, high = 2 * sheet + 1, pages - 2 * sheet
        sides += [(high, low), (low + 1, high - 1)]
    (left, right), (next_left, next_right) = sides[-2:]
    return (*sides[:-2], (left, next_right), (next_left, right))


def inner_sheet_outside(pages: int) -> tuple[tuple[int, int], ...]:
    sides: list[tuple[int, int]] = []
    for sheet in reversed(range(pages // 4)):
        low, high = 2 * sheet + 1, pages - 2 * sheet
        sides += [(high, low), (low + 1, high - 1)]
    return tuple(sides)


@pytest.mark.parametrize("fault", [two_pages_swapped, inner_sheet_outside])
def test_a_fault_in_the_arithmetic_of_folding_is_seen(
    monkeypatch: pytest.MonkeyPatch, fault: Callable[[int], tuple[tuple[int, int], ...]]
) -> None:
    def codes() -> set[str]:
        found = preflight_sheets(impose(book(8), "2026-11-24"), "x.pdf", Sheets(1, 8, BARE))
        return {diagnostic.code for diagnostic in found}

    assert codes() == set()
    plant(monkeypatch, folding.spreads, fault)
    assert codes() == {"wrong-sheet"}


def test_leafing_through_two_folded_sheets() -> None:
    """As when one takes two sheets of paper, folds them together and numbers the pages by hand."""
    assert list(leafing(2)) == [
        (0, RIGHT),
        (1, LEFT),
        (2, RIGHT),
        (3, LEFT),
        (3, RIGHT),
        (2, LEFT),
        (1, RIGHT),
        (0, LEFT),
    ]


@pytest.fixture(scope="module")
def chapters() -> tuple[LaidOut, ...]:
    first = chapter(f'<h1 id="a">가</h1><p>{page_ref("end", 0)}쪽</p>', references=("end",))
    second = chapter('<h1 id="end">끝</h1><p>글</p>', "two")
    laid_out, _ = lay_out_all(Manuscript("제목", (first, second), first), press())
    return tuple(laid_out)


def codes_of(chapters: tuple[LaidOut, ...]) -> set[str]:
    joined, faults = joining.join(chapters, METADATA, INK)
    assert faults == ()
    expected = Expected("제목", "ko", "", joined.references, frozenset())
    return {diagnostic.code for diagnostic in preflight(joined.pdf, "x.pdf", expected, CHECKS)}


@pytest.mark.parametrize(
    ("folio_shift", "reference_shift", "code"), [(1, 0, "wrong-folio"), (0, 1, "wrong-page-number")]
)
def test_a_wrong_stamp_of_a_page_number_is_seen(
    monkeypatch: pytest.MonkeyPatch,
    chapters: tuple[LaidOut, ...],
    folio_shift: int,
    reference_shift: int,
    code: str,
) -> None:
    def wrongly_stamped(
        page: pikepdf.Page,
        digits: Mapping[str, bytes],
        folio: int,
        number_of: Callable[[int], int],
        ink: Ink,
        decoration: Collection[int] = (),
    ) -> bytes:
        return page_numbers.stamped(
            page, digits, folio + folio_shift, lambda index: number_of(index) + reference_shift, ink, decoration
        )

    assert codes_of(chapters) == set()
    monkeypatch.setattr(stamping, "stamped", wrongly_stamped)
    assert codes_of(chapters) == {code}


def test_a_placeholder_taken_for_text_is_seen(monkeypatch: pytest.MonkeyPatch, chapters: tuple[LaidOut, ...]) -> None:
    def no_placeholder(operands: object) -> None:
        return None

    plant(monkeypatch, page_numbers._reserved, no_placeholder)
    monkeypatch.setattr(stamping, "glyphs_of_digits", lambda page: {})
    assert "placeholder" in codes_of(chapters)
