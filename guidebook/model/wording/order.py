"""How names that people read are put in order: 가나다, and numbers within them by their size.

The one place that says so: 새터2동 stands before 새터10동 in lists, indexes, graphics and diagnostics alike.
"""

from __future__ import annotations

import re
import unicodedata

Order = tuple[tuple[tuple[int, int, str], ...], str]
"""What names are compared by: their pieces, then the name as it is written, so that no two names are equal."""

_PIECE = re.compile(r"[0-9]+|[^0-9]+")


def natural(name: str) -> Order:
    """Where a name stands among others: numbers before letters, small letters and capitals alike."""
    plain = unicodedata.normalize("NFC", name).casefold()
    return tuple(_piece(piece) for piece in _PIECE.findall(plain)), name


def _piece(piece: str) -> tuple[int, int, str]:
    digits = piece.lstrip("0")
    return (0, len(digits), digits) if piece[0] in "0123456789" else (1, 0, piece)
