"""Placeholders for numbers that only the whole book knows: templates write them, joining replaces them.

A chapter is laid out alone, so page numbers are set as three zeros in a reserved colour; the colour says which number
goes there. A hidden run of all ten digits, the primer, brings their glyphs into the chapter's font.
"""

from __future__ import annotations

from html import escape

REFERENCE, FOLIO, PRIMER = 1.5, 2.5, 3.5
"""The red channel of the reserved colours, of 255: half-way between two steps, where no colour of a city can be."""

PAGE_MARK = "?page"
"""What the address of a printed page number ends with, so that joining need not guess which links are numbers."""

LINK_NAME = "page-number-"
"""What the name (`NM`) of such a link begins with in the joined file, where preflight tells it from other links."""

ROOM = "000"
DIGITS = "0123456789"


def page_ref(anchor: str, index: int) -> str:
    """HTML of the page number of `anchor`; `index` (0 to 65535) is its place in the chapter's list of references."""
    style = f"color:rgb({REFERENCE},{index >> 8},{index & 255})"
    return f'<a class="page-ref" href="book:{escape(anchor)}{PAGE_MARK}" style="{style}">{ROOM}</a>'


def margin_boxes() -> str:
    """CSS that sets the folio at the outer foot of each page, and the primer once a chapter."""
    folio = f'content:"{ROOM}";color:rgb({FOLIO},0,0);'
    primer = f'content:"{DIGITS}";color:rgb({PRIMER},0,0);'
    outer = f"@page:left{{@bottom-left{{{folio}}}}}@page:right{{@bottom-right{{{folio}}}}}"
    return outer + f"@page:first{{@bottom-center{{{primer}}}}}"
