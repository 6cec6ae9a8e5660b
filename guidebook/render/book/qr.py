"""QR codes as vector drawings: segno behind one door."""

from __future__ import annotations

import segno
from markupsafe import Markup, escape

QUIET = 4
"""Modules of white around the code, as the standard asks."""


def qr(address: str, size_mm: float, colour: str, title: str) -> Markup:
    """The code of `address` as SVG, `size_mm` wide with its quiet zone; error correction M."""
    matrix = segno.make(address, error="m", micro=False).matrix
    side = len(matrix) + 2 * QUIET
    runs = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(matrix) for x, module in enumerate(row) if module
    )
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" width="{size_mm:g}mm" height="{size_mm:g}mm" '
        f'viewBox="0 0 {side} {side}"><title>{escape(title)}</title><path fill="{escape(colour)}" d="{runs}"/></svg>'
    )
