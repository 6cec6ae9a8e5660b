"""A chapter on its pages: what the layout engine gives, joining takes, and the layout cache keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidebook.render.book.chapter import Chapter


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline. `page` counts from 0 within the chapter; x and y are points from its top left corner."""

    label: str
    page: int
    x: float
    y: float
    children: tuple[Bookmark, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A chapter on its pages."""

    chapter: Chapter
    pdf: bytes
    """Empty where the chapter was measured and not drawn."""
    pages: int
    anchors: Mapping[str, tuple[int, float, float]]
    """Id → page within the chapter from 0, x and y in points from its top left corner."""
    bookmarks: tuple[Bookmark, ...]
    used: tuple[float, ...]
    """The share of each page, between its margins, that is used."""

    @property
    def last(self) -> float:
        """The share of the last page that is used."""
        return self.used[-1]
