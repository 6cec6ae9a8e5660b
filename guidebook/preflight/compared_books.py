"""Which pages of a book differ, page beside page, and pictures of them.

Pages are drawn, for what a reader sees is what counts: two files of the same look may differ in every octet. A page
that only moved to another number looks different (its number, its margins) and has not changed if it says the same.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

import pypdfium2

from guidebook.model.forge.compared import Leaf

SCALE = 1.0
"""At which pages are compared: a dot for each point."""
NUMBERS = re.compile(r"→ ?\d{1,4}쪽|^\s*\d{1,4}\s*$", re.MULTILINE)
"""A page's own number, and references to others."""
PICTURE = 1.6
"""At which pages are shown."""


def compared_books(before: bytes | None, after: bytes | None) -> tuple[tuple[Leaf, ...], int]:
    """The pages that differ, in order, and how many there are now. A book that is not there has none."""
    if before == after:
        return (), 0
    old, new = _pages(before), _pages(after)
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


@dataclass(frozen=True, slots=True)
class _Page:
    words: str
    """What it says, without its own number and those of other pages."""
    look: bytes
    """What it looks like, as a digest."""


def _pages(octets: bytes | None) -> list[_Page]:
    if octets is None:
        return []
    document = pypdfium2.PdfDocument(octets)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> _Page:
    words = NUMBERS.sub("", page.get_textpage().get_text_bounded())
    return _Page(words, hashlib.sha256(page.render(scale=SCALE).to_pil().tobytes()).digest())


def _leaves(old: list[_Page], new: list[_Page]) -> Iterator[Leaf]:
    said = SequenceMatcher(None, [page.words for page in old], [page.words for page in new], autojunk=False)
    for kind, first, last, start, end in said.get_opcodes():
        for one, other in zip_longest(range(first, last), range(start, end)):
            if kind != "equal" or (one == other and old[one].look != new[other].look):
                yield Leaf(None if one is None else one + 1, None if other is None else other + 1)
