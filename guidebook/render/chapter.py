"""What a chapter of a book is before it is laid out: one complete HTML document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. Its ids are unique in the whole book; `book:ID` addresses any place of the book."""

    id: str
    title: str
    html: str
    source: str
    """The content file it is made of, for diagnostics."""
    recto: bool
    """Whether it must begin on a right-hand page."""
    references: tuple[str, ...] = ()
    """The anchors whose page numbers the chapter prints, in the order of their indexes."""
