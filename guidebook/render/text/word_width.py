"""Estimates the width of text in ems without its font, and which words are too long to be kept whole.

Separate, because website, paper and preflight must agree on which words may be broken.
"""

from __future__ import annotations

import unicodedata

LONGEST = 20.0
"""Ems of the longest word that is kept whole in a table: addresses of web pages and runs without spaces are longer."""
ELLIPSIS = "…"
NARROW = 0.6
"""Ems of a letter or digit that is not as wide as it is high."""


KANA = frozenset(map(chr, range(0x3041, 0x3100)))
"""As wide as they are high."""
WIDTHS = {
    **dict.fromkeys("가", 0.86),
    **dict.fromkeys("“”", 0.45),
    **dict.fromkeys("‘’", 0.24),
    **dict.fromkeys(" .,:;()[]·!|'", 0.29),
}
"""Ems in our fonts: of a letter of Hangul, and of marks that are far from others of their kind."""


def width_of(content: str) -> float:
    """The width of words on one line; never less than in our fonts, but for a line of W and M."""
    return sum(_width(letter) for letter in content)


def set_width(content: str) -> float:
    """The width of words on one line as our fonts draw them, a little off: to compare lines, not to fit one."""
    return sum(
        WIDTHS.get(letter, WIDTHS["가"] if _width(letter) == 1.0 and letter not in KANA else _width(letter))
        for letter in content
    )


def shortened(content: str, ems: float) -> str:
    """Words that stay on one line: cut behind a word, or within the first where that alone is too wide."""
    if width_of(content) <= ems:
        return content
    room = ems - width_of(ELLIPSIS)
    kept = content
    while kept and width_of(kept) > room:
        kept = kept[:-1]
    words = kept if content[len(kept) :][:1] == " " else kept.rpartition(" ")[0]
    if len(words.strip()) > 1:  # an emblem alone names nothing
        kept = words
    return kept.rstrip(" ,·:-") + ELLIPSIS


def may_be_broken(word: str) -> bool:
    """Whether a word is so long that it may go on in the next line."""
    return width_of(word) > LONGEST


def _width(letter: str) -> float:
    if unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(letter) in ("W", "F", "A") else NARROW
