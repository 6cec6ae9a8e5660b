"""How much of a page is used: the share by which chapters are set closer or left as they are.

Separate from the engine, because it reads boxes and makes none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guidebook.layout.overflow import texts


def used(page: Any) -> float:
    """The share of the room between a page's margins that text, pictures and the notes at its foot take."""
    box = page._page_box
    placed = [child for child in box.children if not getattr(child, "at_keyword", None)]
    flow = (mark for child in placed if child.element_tag == "html" for mark in (*texts(child), *_drawn(child)))
    notes = [words.position_y for child in placed if child.element_tag != "html" for words in texts(child)]
    lowest = max((mark.position_y + mark.height for mark in flow), default=0.0)
    foot = box.content_box_y() + box.height - min(notes) if notes else 0.0
    return float((max(0.0, lowest - box.content_box_y()) + foot) / box.height)


def _drawn(box: Any) -> Iterator[Any]:
    """The pictures and drawings in a box."""
    if hasattr(box, "replacement"):
        yield box
    for child in getattr(box, "children", ()):
        yield from _drawn(child)
