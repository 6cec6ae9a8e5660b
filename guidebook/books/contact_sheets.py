"""All pages of a finished PDF as small pictures side by side, for a person to look through before printing."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pypdfium2
from PIL import Image

NAME = "쪽-모음-{number}.png"
ACROSS, DOWN = 8, 4
"""Openings of two pages are kept together: the number across is even."""
WIDTH, GAP = 240, 8
"""Pixels of a page and between pages."""
GROUND = "#8a949e"


def contact_sheets(octets: bytes, opening: bool = True) -> Mapping[str, bytes]:
    """File name → PNG. With `opening` the first page stands alone on the right, as in the hand."""
    document = pypdfium2.PdfDocument(octets)
    try:
        pages = [page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB") for page in document]
    finally:
        document.close()
    places: list[Image.Image | None] = [*([None] if opening and len(pages) > 1 else []), *pages]
    held = ACROSS * DOWN
    sheets = [places[start : start + held] for start in range(0, len(places), held)]
    return {NAME.format(number=number): _sheet(sheet) for number, sheet in enumerate(sheets, start=1)}


def _sheet(pages: list[Image.Image | None]) -> bytes:
    tallest = max(page.height for page in pages if page)
    rows = -(-len(pages) // ACROSS)
    across = min(ACROSS, len(pages))
    sheet = Image.new("RGB", (across * (WIDTH + GAP) + GAP, rows * (tallest + GAP) + GAP), GROUND)
    for place, page in enumerate(pages):
        if page:
            row, column = divmod(place, ACROSS)
            sheet.paste(page, (GAP + column * (WIDTH + GAP), GAP + row * (tallest + GAP)))
    octets = io.BytesIO()
    sheet.quantize(64).save(octets, "PNG", optimize=True)
    return octets.getvalue()
