"""The imposed file as preflight reads it: sound, and broken on purpose."""

from __future__ import annotations

import io

import pikepdf
import pytest

from guidebook.pdf.imposition import MM, impose
from guidebook.preflight.imposition import Sheets, preflight_sheets

BARE = frozenset({1, 8})


def book(pages: int, first: int = 1, drawn: str = "", bare: frozenset[int] = BARE) -> bytes:
    """A5 pages with their folio at the outer foot; `drawn` lies under the text of all."""
    made = pikepdf.Pdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    for number in range(first, first + pages):
        page = made.add_blank_page(page_size=(148 * MM, 210 * MM))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        x = 370 if number % 2 else 40
        folio = "" if number in bare else f"BT /F 9 Tf {x} 30 Td ({number}) Tj ET"
        page.obj.Contents = made.make_stream(f"{drawn} {folio} BT /F 9 Tf 90 300 Td (said) Tj ET".encode())
    octets = io.BytesIO()
    made.save(octets)
    return octets.getvalue()


def changed(octets: bytes, change: str) -> bytes:
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        if change == "swap":
            forms = pdf.pages[1].obj.Resources.XObject
            forms.L, forms.R = forms.R, forms.L
        elif change == "turn":
            pdf.pages.reverse()
        elif change == "side":
            del pdf.pages[-1]
        saved = io.BytesIO()
        pdf.save(saved)
        return saved.getvalue()


def drawn_over(octets: bytes, drawn: str) -> bytes:
    """The sheets with something drawn on each side."""
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        for page in pdf.pages:
            page.contents_add(drawn.encode())
        saved = io.BytesIO()
        pdf.save(saved)
        return saved.getvalue()


def codes(octets: bytes, sheets: Sheets) -> set[str]:
    return {fault.code for fault in preflight_sheets(octets, "x.pdf", sheets)}


def imposed(pages: int = 8, first: int = 1, drawn: str = "") -> bytes:
    return impose(book(pages, first, drawn), "2026-11-24")


@pytest.mark.parametrize(("pages", "first"), [(8, 1), (64, 1), (12, 61)])
def test_a_sound_file_is_silent(pages: int, first: int) -> None:
    assert codes(imposed(pages, first), Sheets(first, pages, BARE, grey=True)) == set()


@pytest.mark.parametrize(
    ("change", "code"), [("swap", "wrong-sheet"), ("turn", "wrong-sheet"), ("side", "missing-side")]
)
def test_pages_that_do_not_lie_as_they_fold_are_found(change: str, code: str) -> None:
    assert code in codes(changed(imposed(), change), Sheets(1, 8, BARE))


def test_a_volume_whose_folios_begin_wrong_is_found() -> None:
    assert codes(imposed(8, 61), Sheets(65, 8, frozenset())) == {"wrong-sheet"}


def test_a_page_without_its_folio_is_found_unless_the_book_says_so() -> None:
    assert codes(imposed(), Sheets(1, 8, frozenset({1}))) == {"wrong-sheet"}


@pytest.mark.parametrize(
    ("at", "inked"),
    [
        ("100 0 50 10", True),
        ("100 585 50 10", True),
        ("0 200 5 5", True),
        ("100 20 50 10", False),
        ("20 200 9 9", False),
    ],
)
def test_ink_at_the_edge_of_the_sheet_is_found(at: str, inked: bool) -> None:
    found = codes(drawn_over(imposed(), f"q 0.5 g {at} re f Q"), Sheets(1, 8, BARE))
    assert found == ({"ink-at-edge"} if inked else set())
    assert codes(imposed(drawn=f"q 0.5 g {at} re f Q"), Sheets(1, 8, BARE)) == set(), "imposing keeps pages off it"


@pytest.mark.parametrize(
    ("colour", "coloured"),
    [
        ("1 0 0 rg", True),
        ("0 0 1 RG", True),
        ("0 1 0 0 k", True),
        ("/DeviceRGB cs 1 0 0 sc", True),
        ("0.5 g", False),
        ("0.5 0.5 0.5 rg", False),
        ("0 0 0 1 k", False),
    ],
)
def test_colour_in_a_grey_edition_is_found(colour: str, coloured: bool) -> None:
    made = imposed(drawn=f"q {colour} 100 200 9 9 re f Q")
    assert codes(made, Sheets(1, 8, BARE, grey=True)) == ({"colour"} if coloured else set())
    assert codes(made, Sheets(1, 8, BARE)) == set()


@pytest.mark.parametrize(("space", "coloured"), [("DeviceRGB", True), ("DeviceGray", False)])
def test_a_picture_in_colour_is_found(space: str, coloured: bool) -> None:
    with pikepdf.open(io.BytesIO(imposed())) as pdf:
        picture = pdf.make_stream(bytes(12), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        picture.Width, picture.Height, picture.BitsPerComponent = 2, 2, 8
        picture.ColorSpace = pikepdf.Name(f"/{space}")
        pdf.pages[0].obj.Resources.XObject.P = picture
        saved = io.BytesIO()
        pdf.save(saved)
    assert ("colour" in codes(saved.getvalue(), Sheets(1, 8, BARE, grey=True))) is coloured
