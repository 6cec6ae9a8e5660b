"""Lays an inline block out once where it stands, for WeasyPrint does so again with each note that joins a page.

Every note is an inline block, and with each one that is called all notes of the page so far are laid out anew: an
eighth of a cold build. Only what is text in the usual flow is remembered, whose layout depends on nothing around it but
its room and its place.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any
from weakref import WeakKeyDictionary

PLAIN = frozenset(("BlockBox", "InlineBlockBox", "InlineBox", "LineBox", "TextBox"))
"""The classes of boxes of which the layout is remembered: no tables, which have a memory of their own, no pictures."""


class InlineBlocks:
    """`inline_block_box_layout` with a memory for each document."""

    def __init__(self) -> None:
        self._layout: Any = import_module("weasyprint.layout.inline").inline_block_box_layout
        self._known: WeakKeyDictionary[Any, dict[tuple[object, ...], tuple[Any, list[Any]]]] = WeakKeyDictionary()

    def __call__(self, context: Any, box: Any, x: float, skip_stack: Any, around: Any, *out_of_flow: Any) -> Any:
        """The box as WeasyPrint would lay it out at `x` pixels in the block `around`."""
        inside = list(box.descendants())
        if skip_stack is not None or not all(map(_is_plain, inside)):
            return self._layout(context, box, x, skip_stack, around, *out_of_flow)
        known = self._known.setdefault(context, {})
        parts = [part for one in inside for part in (one.style, one.element)]
        texts = (getattr(one, "text", None) for one in inside)
        key = (x, around.width, around.height, *map(id, parts), *map(type, inside), *texts)
        if key not in known:
            known[key] = self._layout(context, box, x, skip_stack, around, *out_of_flow), parts  # which have these ids
        return known[key][0].deepcopy()


def _is_plain(box: Any) -> bool:
    return type(box).__name__ in PLAIN and box.footnote is None and box.note is None and box.is_in_normal_flow()
