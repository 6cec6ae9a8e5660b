"""Content of written pages alone, as a handbook has it: what its chapters are, for the home page and for the book.

Separate, because website and book do not know each other, and a rule asks, too.
"""

from __future__ import annotations

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.page import Page

WRITTEN = frozenset({"page", "term"})
"""Kinds of records that tell of no city."""


def only_written(catalogue: Catalogue) -> bool:
    """Whether there is nothing but written pages, and terms that they explain."""
    return not any(catalogue.of_kind(kind) for kind in catalogue.kinds if kind.key not in WRITTEN)


def chapters(catalogue: Catalogue) -> tuple[tuple[Page, tuple[Page, ...]], ...]:
    """The pages of the menu that list others, each with those: the parts of such content."""
    fronts = (page for page in catalogue.pages if page.section is None and not page.footer)
    listed = ((front, catalogue.sections.get(front.id, ())) for front in fronts)
    return tuple((front, pages) for front, pages in listed if pages)
