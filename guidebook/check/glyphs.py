"""Rule over every character of the content: our fonts have a glyph for it.

What the fonts have stands in `glyphs.txt`, so that checking needs no font; a test keeps it as the fonts are. The font
of a further language has such a file beside its catalogue, and counts where the site or a visit is in that language.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import text
from guidebook.words import LOCALES, languages

TABLE = Path(__file__).with_name("glyphs.txt")
WITHOUT = frozenset({"Cc", "Zs"})
"""Categories of characters that need no glyph: line ends and spaces."""


def every_character_has_a_glyph(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Each character that our fonts cannot draw, once in each passage, at its place."""
    of_site = drawn() | own_letters(catalogue.site.language if catalogue.site else "")
    of_visits = {catalogue.source_map(one).file: own_letters(one.language) for one in catalogue.visits if one.language}
    for span, value in catalogue.passages(without_search=True):
        letters, own = html.unescape(value), of_visits.get(span.file)
        drawable = of_site | own if own else of_site
        for letter in dict.fromkeys(letters) if not drawable.issuperset(letters) else ():
            if letter not in drawable and unicodedata.category(letter) not in WITHOUT:
                yield Diagnostic(
                    replace(span, column=span.column + max(0, value.find(letter))),
                    "missing-glyph",
                    text("글꼴에 없는 글자가 있습니다: {letter} (U+{code})", letter=letter, code=f"{ord(letter):04X}"),
                    text("글꼴에 있는 다른 글자나 낱말로 바꾸세요."),
                )


@cache
def drawn() -> frozenset[str]:
    """The characters that our fonts can set."""
    return frozenset(map(chr, covered()))


@cache
def own_letters(language: str) -> frozenset[str]:
    """Those that the font of a language can set, where it has one of its own."""
    table = LOCALES / language / TABLE.name
    return frozenset(map(chr, covered(table))) if language in languages() and table.is_file() else frozenset()


@cache
def covered(table: Path = TABLE) -> frozenset[int]:
    """The code points that our fonts can set, or that of the language with this table."""
    ends = [line.split("-") for line in table.read_text(encoding="ascii").split()]
    return frozenset(code for first, *last in ends for code in range(int(first, 16), int((last or [first])[0], 16) + 1))


def as_table(codes: frozenset[int]) -> str:
    """The file for so many code points: runs of them in hexadecimal digits, eight on a line."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and code == runs[-1][-1] + 1:
            runs[-1][1:] = [code]
        else:
            runs.append([code])
    ranges = ["-".join(f"{code:x}" for code in run) for run in runs]
    return "".join(" ".join(ranges[start : start + 8]) + "\n" for start in range(0, len(ranges), 8))
