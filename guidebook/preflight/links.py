"""Where the links and bookmarks of a finished file lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from guidebook.model.text import text
from guidebook.preflight.document import Document, Finding

EXTERNAL = ("http://", "https://", "mailto:", "tel:")
"""How addresses outside of the document begin."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link annotation, the page that it lies on and the page that it leads to, both from 0."""

    page: int
    annotation: Any
    target: int | None


def links_are_alive(document: Document) -> Iterator[Finding]:
    """Every link and bookmark leads to a page of the document, or out of it: to the web, a telephone, a mailbox."""
    for link in links(document):
        external = "/A" in link.annotation and str(link.annotation.A.get("/URI", "")).startswith(EXTERNAL)
        if link.target is None and not external:
            yield "dead-link", text("{page}쪽에 연결되지 않는 링크가 있습니다.", page=link.page + 1)
    for bookmark in document.viewer.get_toc():
        destination = bookmark.get_dest()
        if destination is None or destination.get_index() is None:
            yield "dead-bookmark", text("책갈피 '{title}' 항목에 연결된 위치가 없습니다.", title=bookmark.get_title())


def links(document: Document) -> Iterator[Link]:
    """Every link annotation, page by page."""
    page_numbers = {page.obj.objgen: number for number, page in enumerate(document.pdf.pages)}
    for number, page in enumerate(document.pdf.pages):
        for annotation in page.obj.get("/Annots", pikepdf.Array()):
            if annotation.get("/Subtype") == pikepdf.Name.Link:
                destination = annotation.get("/Dest")
                explicit = isinstance(destination, pikepdf.Array) and len(destination) > 0
                target = page_numbers.get(destination[0].objgen) if explicit and destination is not None else None
                yield Link(number, annotation, target)
