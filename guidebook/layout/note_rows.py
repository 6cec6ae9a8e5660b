"""Pairs short notes again page by page, once it is known which page each stands on.

A chapter's tree pairs them as they are called; where a page ends between two of a pair, each would stand in half of a
row with nothing beside it. Separate from where notes are placed, which knows no pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from guidebook.render.book.footnotes import SHORT_CLASS, pair_short

ROUNDS = 3
"""A note that needs less room may let others onto its page; these are then paired anew."""


def with_paired_notes(document: Any, lay_out: Callable[[], Any]) -> Any:
    """The document with no short note alone in half a row; laid out again only where there was one."""
    for _ in range(ROUNDS):
        changed = [pair_short(list(_notes(page._page_box))) for page in document.pages]
        if not any(changed):
            break
        document = lay_out()
    return document


def _notes(page: Any) -> Iterator[Element]:
    """The notes at the foot of a page that have a width of their own, as they are read."""
    for area in page.children:
        if getattr(area, "element_tag", "") == "html" or getattr(area, "at_keyword", None):
            continue
        for box in area.descendants():
            element = box.element
            of_note = element is not None and SHORT_CLASS in element.get("class", "").split()
            if of_note and not box.element_tag.endswith("::before") and box.style["width"] != "auto":
                yield element
