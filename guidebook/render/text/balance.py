"""Balances titles and summaries on paper: of all ways to set them in as few lines, the one whose longest is shortest.

WeasyPrint has no `text-wrap: balance`. Nothing is broken by force: words that would come up into the line before are
tied together until they no longer fit there, so a title whose column is wider or narrower than was told loses nothing.
Separate from `line_breaks.py`, which needs no widths.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from guidebook.render.text.korean import JOINER, kept_in
from guidebook.render.text.word_width import set_width

SPACE = set_width(" ")
"""Ems between words."""
SLACK = 1.15
"""By so much a column may be wider than was told, and its lines still come out about equal."""
CLOSE = 0.001
"""Ems by which the longest line may be longer than it had to be."""

_INSIDE = "\ufdd1"
"""Stands for a space at which no line ends anyway: a code point that no text may hold."""


def lines_of(widths: Sequence[float], measure: float) -> tuple[int, ...]:
    """How many words of these widths stand in each line: as few lines as `measure` ems allow, about equally long."""
    lines = _filled(widths, measure)
    narrow, wide = 0.0, measure
    while wide - narrow > CLOSE:
        middle = (narrow + wide) / 2
        tried = _filled(widths, middle)
        if len(tried) == len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def balanced(words: str, measure: float) -> str:
    """The words with joiners behind those spaces at which no line may end in a column of `measure` ems."""
    parts = kept_in(words).sub(lambda kept: kept[0].replace(" ", _INSIDE), words).split(" ")
    widths = [set_width(part) for part in parts]
    lines = lines_of(widths, measure)
    starts = list(accumulate(lines, initial=0))
    tied: set[int] = set()
    for before, start, end in zip(starts, starts[1:], starts[2:], strict=False):
        above = _width(widths[before:start])
        for word in range(start, end - 1):
            above += SPACE + widths[word]
            if above > measure * SLACK:
                break
            tied.add(word + 1)
    others = "".join(f" {JOINER if word in tied else ''}{parts[word]}" for word in range(1, len(parts)))
    return (parts[0] + others).replace(_INSIDE, " ")


def _filled(widths: Sequence[float], measure: float) -> tuple[int, ...]:
    """Words in each line where each takes as many as it can; one that is wider than `measure` has a line of its own."""
    lines: list[int] = []
    left = -1.0
    for width in widths:
        if lines and width + SPACE <= left + 1e-9:
            lines[-1] += 1
            left -= width + SPACE
        else:
            lines.append(1)
            left = measure - width
    return tuple(lines)


def _width(widths: Sequence[float]) -> float:
    return sum(widths) + SPACE * (len(widths) - 1)
