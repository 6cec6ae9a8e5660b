"""Puts the A5 pages of a booklet two by two on A4 landscape, in the order in which the folded sheets read on."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from guidebook.publish.fold import spreads

MM = 72 / 25.4
WIDTH, HEIGHT = 297 * MM, 210 * MM
"""A4 landscape in points."""


def impose(book: bytes, date: str) -> bytes:
    """The booklet for the copier: both sides, short edge. `date` (`YYYY-MM-DD`) is what the file says of its age.

    The pages of `book` are A5 and a multiple of four. Tags and links stay behind: this file is only ever printed.
    """
    imposed = Pdf.new()
    with Pdf.open(io.BytesIO(book)) as source:
        forms = [imposed.copy_foreign(page.as_form_xobject()) for page in source.pages]
        width = float(source.pages[0].mediabox[2])
        title = str(source.docinfo.get("/Title", ""))
    for left, right in spreads(len(forms)):
        # The fold is the middle of the sheet; A5 is half a millimetre narrower than half of A4.
        drawn = "".join(
            f"q 1 0 0 1 {x:.3f} 0 cm /{name} Do Q\n" for name, x in (("L", WIDTH / 2 - width), ("R", WIDTH / 2))
        )
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, round(WIDTH, 3), round(HEIGHT, 3)]),
            Resources=Dictionary(XObject=Dictionary(L=forms[left - 1], R=forms[right - 1])),
            Contents=imposed.make_stream(drawn.encode()),
        )
        imposed.pages.append(pikepdf.Page(page))
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
