"""Puts the pages of a booklet two by two on A4 landscape, in the order in which the folded sheets read on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from guidebook.pdf.folding import spreads

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
    """A booklet for the copier: both sides, short edge. `date` (`YYYY-MM-DD`) is what the file says of its age.

    Folded, inner sheets stand out over outer ones by the paper's thickness each; their pages lie closer to the fold by
    as much, so that all have the same margin. Tags and links stay behind: this file is only ever printed.
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
    """Draws both pages, each in its own half of the sheet and off the sheet's edges; the fold is the middle."""
    edge, middle = EDGE * MM, WIDTH / 2
    tall = HEIGHT - 2 * edge
    for name, x, begins in (("L", middle - width + creep, edge), ("R", middle - creep, middle)):
        yield f"q {begins:.3f} {edge:.3f} {middle - edge:.3f} {tall:.3f} re W n 1 0 0 1 {x:.3f} 0 cm /{name} Do Q\n"


def _written(imposed: Pdf, title: str, date: str) -> bytes:
    stamp = f"D:{date.replace('-', '')}000000+09'00'"
    imposed.docinfo = imposed.make_indirect(
        Dictionary(Title=title, Producer="Jumin Guidebook", CreationDate=stamp, ModDate=stamp)
    )
    imposed.Root.ViewerPreferences = Dictionary(
        Duplex=Name.DuplexFlipShortEdge, PrintScaling=Name("/None"), DisplayDocTitle=True
    )
    octets = io.BytesIO()
    imposed.save(octets, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return octets.getvalue()
