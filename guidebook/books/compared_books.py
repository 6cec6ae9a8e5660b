"""Which pages of a book look different, page beside page, and pictures of them.

Pages are drawn, for what a reader sees is what counts: two files of the same look may differ in every octet.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

import pypdfium2

from guidebook.model.compared import Leaf

SCALE = 1.0
"""At which pages are compared: a dot for each point."""
PICTURE = 1.6
"""At which pages are shown."""


def compared_books(before: bytes | None, after: bytes | None) -> tuple[tuple[Leaf, ...], int]:
    """The pages that differ, in order, and how many there are now. A book that is not there has none."""
    if before == after:
        return (), 0
    old, new = _looks(before), _looks(after)
    return tuple(_leaves(old, new)), len(new)


def page_picture(octets: bytes, number: int) -> bytes:
    """The page of that number, counted from 1, as PNG."""
    document = pypdfium2.PdfDocument(octets)
    try:
        drawn = io.BytesIO()
        document[number - 1].render(scale=PICTURE).to_pil().convert("RGB").save(drawn, "PNG", optimize=True)
        return drawn.getvalue()
    finally:
        document.close()


def _looks(octets: bytes | None) -> list[bytes]:
    """What each page looks like, as a digest."""
    if octets is None:
        return []
    document = pypdfium2.PdfDocument(octets)
    try:
        return [hashlib.sha256(page.render(scale=SCALE).to_pil().tobytes()).digest() for page in document]
    finally:
        document.close()


def _leaves(old: list[bytes], new: list[bytes]) -> Iterator[Leaf]:
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (
                Leaf(one, other) for one, other in zip_longest(range(first + 1, last + 1), range(start + 1, end + 1))
            )
