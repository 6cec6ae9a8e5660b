"""Imposes the pages of a booklet two-up on A4 landscape, for sheets that are printed on both sides and folded."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from guidebook.pdf.folding import spreads
from guidebook.pdf.metadata import PRODUCER, pdf_date
from guidebook.pdf.saving import saved

MM = 72 / 25.4
WIDTH, HEIGHT = 297 * MM, 210 * MM
"""A4 landscape in points."""
EDGE = 5.0
"""Millimetres along the edges of a sheet that copiers do not print."""


@dataclass(frozen=True, slots=True)
class Stack:
    """The pages of a book that make one booklet, counted from 0, and the millimetres that its paper is thick."""

    first: int
    pages: int
    """A multiple of four."""
    thickness: float = 0.1


def impose(book: bytes, date: str, stack: Stack | None = None) -> bytes:
    """A booklet for the copier, duplex, flipped on the short edge. `date` (`YYYY-MM-DD`) is the file's date.

    Each inner sheet creeps out by the thickness of the paper; its pages move towards the fold by as much, so that all
    have the same outer margin. Tags and links are dropped: this file is only ever printed.
    """
    imposed = Pdf.new()
    with Pdf.open(io.BytesIO(book)) as source:
        stack = stack or Stack(0, len(source.pages))
        pages = source.pages[stack.first : stack.first + stack.pages]
        forms = [imposed.copy_foreign(page.as_form_xobject()) for page in pages]
        width = float(source.pages[0].trimbox[2])
        title = str(source.docinfo.get("/Title", ""))
    for side, (left, right) in enumerate(spreads(len(forms))):
        creep = side // 2 * stack.thickness * MM
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, round(WIDTH, 3), round(HEIGHT, 3)]),
            Resources=Dictionary(XObject=Dictionary(L=forms[left - 1], R=forms[right - 1])),
            Contents=imposed.make_stream("".join(_halves(width, creep)).encode()),
        )
        imposed.pages.append(pikepdf.Page(page))
    return _written(imposed, title, date)


def _halves(width: float, creep: float) -> Iterator[str]:
    """Paints both pages, each clipped to its half of the sheet without the unprintable edges; the fold is halfway."""
    edge, middle = EDGE * MM, WIDTH / 2
    height = HEIGHT - 2 * edge
    for name, x, left in (("L", middle - width + creep, edge), ("R", middle - creep, middle)):
        yield f"q {left:.3f} {edge:.3f} {middle - edge:.3f} {height:.3f} re W n 1 0 0 1 {x:.3f} 0 cm /{name} Do Q\n"


def _written(imposed: Pdf, title: str, date: str) -> bytes:
    moment = pdf_date(date)
    imposed.docinfo = imposed.make_indirect(
        Dictionary(Title=title, Producer=PRODUCER, CreationDate=moment, ModDate=moment)
    )
    imposed.Root.ViewerPreferences = Dictionary(
        Duplex=Name.DuplexFlipShortEdge, PrintScaling=Name("/None"), DisplayDocTitle=True
    )
    return saved(imposed)
