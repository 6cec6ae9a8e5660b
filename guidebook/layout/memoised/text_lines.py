"""Splits the first line off a text once for the same words, type and room, for each takes Pango several attempts.

The same text is split again whenever a page, a table or an area of notes is laid out anew, when a chapter is tried in a
closer setting, and where a report stands in several books: of ten lines that are asked for, nine were split before.
"""

from __future__ import annotations

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
BYTES_PER_LINE, BYTES_PER_CHARACTER = 1_000, 2
"""About what a line takes that is remembered, besides its words, and each of these."""
MOST_BYTES = 25_000_000
"""What lines may take for a set of fonts before all are forgotten: those of some 500 pages."""
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
        size = BYTES_PER_LINE + BYTES_PER_CHARACTER * len(text)
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
        plain = style[DECORATION] == "none"
        key = (text, max_width, justification_spacing, is_line_start, minimum, plain, *_of(style))
        line = lines.get(key)
        if line is None:
            line = self._split(text, style, context, max_width, justification_spacing, is_line_start, minimum)
            lines.keep(key, text, line)
        layout, *measures = line
        twin = object.__new__(type(layout))  # it is changed where the line is drawn; a fifth of the time of `copy`
        twin.__dict__.update(layout.__dict__)
        return twin, *measures
