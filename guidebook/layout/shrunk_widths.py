"""Measures once how wide a box gets that shrinks to its words, for WeasyPrint does so each time it lays the box out.

Notes that stand beside each other shrink, and all notes of a page are laid out again with each that joins them. The
least width of a text takes a line of Pango for every word, so that this was a third of the time of all layout.
Separate from the engine, because it takes the place of a function of WeasyPrint's; the widths are the same
(`docs/decisions/0042-shrunk-widths.md`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any
from weakref import WeakKeyDictionary

USERS = ("absolute", "float", "inline")
"""The modules of `weasyprint.layout` that shrink boxes."""
NAME = "shrink_to_fit"


@contextmanager
def measured_once() -> Iterator[None]:
    """While documents are laid out: the width of a box is reckoned once for the same words, styles and room."""
    users = [import_module(f"weasyprint.layout.{name}") for name in USERS]
    before = [getattr(user, NAME) for user in users]
    widths = _Widths()
    for user in users:
        setattr(user, NAME, widths)
    try:
        yield
    finally:
        for user, function in zip(users, before, strict=True):
            setattr(user, NAME, function)


class _Widths:
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
