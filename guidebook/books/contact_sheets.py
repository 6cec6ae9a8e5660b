"""All pages of a finished PDF as small pictures side by side, for a person to look through before printing."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import pypdfium2
from PIL import Image

from guidebook.render.design.values import Colour, Pixels

NAME = "쪽-모음-{number}.png"
ACROSS, DOWN = 8, 4
"""Openings of two pages are kept together: the number across is even."""
COLOURS = 64
"""So many are enough for text and drawings."""


@dataclass(frozen=True, slots=True)
class SheetLook:
    """How wide a page is, and what is between pages."""

    PREFIX: ClassVar[str] = "contact"

    page: Pixels
    gap: Pixels
    ground: Colour


def contact_sheets(octets: bytes, look: SheetLook, opening: bool = True) -> Mapping[str, bytes]:
    """File name → PNG. With `opening` the first page stands alone on the right, as in the hand."""
    document = pypdfium2.PdfDocument(octets)
    try:
        pages = [page.render(scale=look.page / page.get_width()).to_pil().convert("RGB") for page in document]
    finally:
        document.close()
    places: list[Image.Image | None] = [*([None] if opening and len(pages) > 1 else []), *pages]
    held = ACROSS * DOWN
    sheets = [places[start : start + held] for start in range(0, len(places), held)]
    return {NAME.format(number=number): _sheet(sheet, look) for number, sheet in enumerate(sheets, start=1)}


def _sheet(pages: list[Image.Image | None], look: SheetLook) -> bytes:
    tallest = max(page.height for page in pages if page)
    rows = -(-len(pages) // ACROSS)
    across = min(ACROSS, len(pages))
    wide, high, gap = look.page + look.gap, tallest + look.gap, look.gap
    sheet = Image.new("RGB", (across * wide + gap, rows * high + gap), look.ground)
    for place, page in enumerate(pages):
        if page:
            row, column = divmod(place, ACROSS)
            sheet.paste(page, (gap + column * wide, gap + row * high))
    octets = io.BytesIO()
    sheet.quantize(COLOURS).save(octets, "PNG", optimize=True)
    return octets.getvalue()
