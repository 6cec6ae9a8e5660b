"""Measures once how wide a box gets that shrinks to its words, for WeasyPrint does so each time it lays the box out.

Notes that stand beside each other shrink, and all notes of a page are laid out again with each that joins them. The
least width of a text takes a line of Pango for every word, so that this was a third of the time of all layout.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any
from weakref import WeakKeyDictionary


class ShrunkWidths:
    """`shrink_to_fit` with a memory for each document."""

    def __init__(self) -> None:
        self._preferred: Any = import_module("weasyprint.layout.preferred")
        self._known: WeakKeyDictionary[Any, dict[tuple[object, ...], tuple[float, list[Any]]]] = WeakKeyDictionary()

    def __call__(self, context: Any, box: Any, room: float) -> float:
        """The width of the content of `box` in this room, in pixels, as WeasyPrint would say it."""
        known = self._known.setdefault(context, {})
        inside = list(box.descendants())
        styles = [box.style, *(one.style for one in inside)]
        texts = (getattr(one, "text", None) for one in inside)
        key = (room, *map(id, styles), *map(type, inside), *texts)
        if key not in known:
            known[key] = self._reckoned(context, box, room), styles  # which keeps what has these ids
        return known[key][0]

    def _reckoned(self, context: Any, box: Any, room: float) -> float:
        """What needs no more than the room gets what it needs; its least width, which takes long, changes nothing."""
        needed: float = self._preferred.max_content_width(context, box, outer=False)
        if needed <= room:
            return needed
        shrunk: float = self._preferred.shrink_to_fit(context, box, room)
        return shrunk
