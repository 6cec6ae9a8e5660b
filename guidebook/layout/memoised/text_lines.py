"""Splits the first line off a text once for the same words, type and room, for each takes Pango several attempts.

The same text is split again whenever a page, a table or an area of notes is laid out anew, when a chapter is tried in a
closer setting, and where a report stands in several books: of ten lines that are asked for, nine were split before.
Lines are remembered for each set of fonts, which must not change: a style sheet that adds faces has a set of its own
(`guidebook/layout/engine.py`), and chapters add none.
"""

from __future__ import annotations

import sys
from importlib import import_module
from operator import itemgetter
from typing import Any
from weakref import WeakKeyDictionary

PROPERTIES = (
    "direction",
    "font_family",
    "font_feature_settings",
    "font_kerning",
    "font_language_override",
    "font_size",
    "font_stretch",
    "font_style",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_ligatures",
    "font_variant_numeric",
    "font_variant_position",
    "font_variation_settings",
    "font_weight",
    "hyphenate_character",
    "hyphenate_limit_chars",
    "hyphenate_limit_zone",
    "hyphens",
    "lang",
    "letter_spacing",
    "overflow_wrap",
    "tab_size",
    "white_space",
    "word_break",
    "word_spacing",
)
"""All of a style that `weasyprint.text.line_break` looks at where it splits a line, but for the decoration."""
DECORATION = "text_decoration_line"
"""Where there is one, a line has the measures of its font besides. Not hashable where it is several."""
PLAIN = (str, int, float, type(None))
"""Types of values that say all themselves; what a `calc()` is depends on more of a style than splitting looks at."""
LONGEST = 2_000
"""Longer texts are split anew: each of their lines would keep all the text that is left."""
BYTES_PER_LINE = 1_000
"""About what a line takes that is remembered, besides its words."""
MOST_BYTES = 25_000_000
"""What lines may take for a set of fonts before all are forgotten."""
Line = tuple[Any, int, int | None, float, float, float]
"""Pango's layout, the bytes of the line, where the next begins, its width, height and baseline in pixels."""

_of = itemgetter(*PROPERTIES)
_known: WeakKeyDictionary[Any, Lines] = WeakKeyDictionary()


class Lines(dict[tuple[object, ...], Line]):
    """The lines that were split with one set of fonts."""

    bytes = 0
    """About what they take."""

    def keep(self, key: tuple[object, ...], text: str, line: Line) -> None:
        """Remember a line; all others are forgotten where there is no room for it."""
        size = BYTES_PER_LINE + sys.getsizeof(text)
        if self.bytes + size > MOST_BYTES:
            self.clear()
            self.bytes = 0
        self.bytes += size
        self[key] = line


class TextLines:
    """`split_first_line` with a memory for each set of fonts."""

    def __init__(self) -> None:
        self._split: Any = import_module("weasyprint.text.line_break").split_first_line

    def __call__(
        self,
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Line:
        """The first line of `text` in a room of `max_width` pixels, as WeasyPrint would split it."""
        lines = _known.get(style.font_config)
        if lines is None:
            lines = _known[style.font_config] = Lines()
        values = _of(style)
        undecorated = style[DECORATION] == "none"
        key = (text, max_width, justification_spacing, is_line_start, minimum, undecorated, *values)
        line = lines.get(key)
        if line is None:
            line = self._split(text, style, context, max_width, justification_spacing, is_line_start, minimum)
            if len(text) <= LONGEST and _is_plain(values):
                lines.keep(key, text, line)
        layout, *measures = line
        twin = object.__new__(type(layout))  # it is changed where the line is drawn; a fifth of the time of `copy`
        twin.__dict__.update(layout.__dict__)
        return twin, *measures


def _is_plain(value: Any) -> bool:
    return all(map(_is_plain, value)) if isinstance(value, tuple) else isinstance(value, PLAIN)
