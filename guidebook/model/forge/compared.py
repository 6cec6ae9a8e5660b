"""What a proposal changes in what is made of the content: pages of the website, pages of books, other files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """How something that is made differs from before."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page of the website, by its path below the site."""

    path: str
    title: str
    change: Change


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a book before and after, counted from 1; None where there is none."""

    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class BookChange:
    """A PDF, by its path below the site, and its pages that differ."""

    path: str
    change: Change
    leaves: tuple[Leaf, ...] = ()
    pages: int = 0
    """How many it has now."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """Any other file, by its path below the site."""

    path: str
    change: Change


@dataclass(frozen=True, slots=True)
class SiteChanges:
    """What changed in the website, without what changed on every page."""

    pages: tuple[PageChange, ...] = ()
    files: tuple[FileChange, ...] = ()
    everywhere: bool = False
    """Whether something changed that all pages have: their frame, menu, styles or scripts."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A change with its pictures, by their paths below the page of the review; empty where there is none."""

    title: str
    path: str
    change: Change
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """All that is told of a proposal."""

    site: SiteChanges = SiteChanges()
    books: tuple[BookChange, ...] = ()
    pages: tuple[Shown, ...] = ()
    """Of the website, those with pictures first."""
    leaves: tuple[Shown, ...] = ()
    """Of books, those that have pictures."""
    more_pages: int = 0
    """How many changed pages have no pictures because there are too many."""
    more_leaves: int = 0
    pictured: bool = True
    """Whether a browser was there to take pictures of pages."""
