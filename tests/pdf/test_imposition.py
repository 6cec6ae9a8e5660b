"""The copier's file, read back: which page lies beside which, on which side of which sheet."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from guidebook.pdf.imposition import HEIGHT, MM, WIDTH, impose


def book(pages: int) -> bytes:
    """A5 pages that say their numbers."""
    made = pikepdf.Pdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    for number in range(1, pages + 1):
        page = made.add_blank_page(page_size=(148 * MM, 210 * MM))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.obj.Contents = made.make_stream(f"BT /F 20 Tf 60 300 Td (p{number}) Tj ET".encode())
    made.docinfo["/Title"] = "책"
    octets = io.BytesIO()
    made.save(octets)
    return octets.getvalue()


def halves(octets: bytes) -> list[tuple[str, str]]:
    """What stands on the left and on the right of each side of paper."""
    document = pypdfium2.PdfDocument(octets)
    read = []
    for page in document:
        words = page.get_textpage()
        width, height = page.get_size()
        assert (round(width, 1), round(height, 1)) == (round(WIDTH, 1), round(HEIGHT, 1))
        left = words.get_text_bounded(left=0, bottom=0, right=width / 2, top=height).strip()
        right = words.get_text_bounded(left=width / 2, bottom=0, right=width, top=height).strip()
        read.append((left, right))
        words.close()
    document.close()
    return read


def test_eight_pages_lie_as_a_stitched_booklet_wants() -> None:
    assert halves(impose(book(8), "2026-11-24")) == [("p8", "p1"), ("p2", "p7"), ("p6", "p3"), ("p4", "p5")]


@pytest.mark.parametrize("pages", [4, 24, 60])
def test_every_opening_of_the_folded_booklet_shows_a_page_and_the_next(pages: int) -> None:
    sides = halves(impose(book(pages), "2026-11-24"))
    assert len(sides) == pages // 2
    facing = {}
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        # The leaf that carries the front's right half has the back's left half behind it.
        facing[front[1]], facing[back[1]] = back[0], front[0]
    order = ["p1"]
    for recto in [f"p{number}" for number in range(1, pages, 2)]:
        assert facing[recto] == f"p{int(recto[1:]) + 1}"
        order.append(facing[recto])
    assert order[-1] == f"p{pages}"


def test_it_asks_the_printer_for_the_short_edge_and_no_scaling_and_carries_the_content_date() -> None:
    with pikepdf.open(io.BytesIO(impose(book(4), "2026-11-24"))) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipShortEdge
        assert pdf.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")
        assert str(pdf.docinfo.CreationDate).startswith("D:20261124")
    assert impose(book(4), "2026-11-24") == impose(book(4), "2026-11-24")
