"""Groups the characters of the site into font slices, so that a page loads few files and little that it does not need.

Pure: characters in, groups of characters out. The font engine is `webfonts`.
"""

from __future__ import annotations

import html
import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from guidebook.render.web.page import PageShell, SitePage

COMMON = 0.04
"""Share of the pages on which a character of the first slice stands at least."""
SIZE = 14
"""Glyphs that a further slice has at most: some a good kilobyte."""
LEAST, ENDS = 8, 3
"""With so many glyphs a slice ends at the next character that may end one, as one of so many may."""
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|(?<=</summary>).*?</details>", re.DOTALL)
"""What a first view does not show: code, and what a reader has yet to unfold."""
_TAG = re.compile(r"<[^>]*>")
_BOLD = re.compile(r"<(h[1-6]|th|strong|caption|summary|legend|dt)\b.*?</\1>", re.DOTALL)
"""What the style sheet sets in bold."""

Slice = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """The characters of each page, all of them and those in bold."""

    regular: tuple[frozenset[str], ...] = ()
    bold: tuple[frozenset[str], ...] = ()


UNKNOWN = Usage()
"""Nothing is known of the pages: every character counts as common."""


def usage_of(pages: Iterable[SitePage], shell: PageShell, theme: str) -> Usage:
    """What the pages show, each with what stands around it; `theme` is the text of the theme's own files."""
    name = shell.short_title + shell.title_suffix + shell.site_title
    theme = _UNSEEN.sub("", theme)
    bold = name + "".join(match[0] for match in _BOLD.finditer(theme))
    around, bold_around = frozenset(theme + shell.text), frozenset(bold)
    visible_pages = [page for page in pages if not page.redirect]
    bodies = [_UNSEEN.sub("", page.body) for page in visible_pages]
    return Usage(
        tuple(
            around.union(html.unescape(_TAG.sub("", body)), page.title)
            for body, page in zip(bodies, visible_pages, strict=True)
        ),
        tuple(
            bold_around.union(html.unescape("".join(_TAG.sub("", match[0]) for match in _BOLD.finditer(body))))
            for body in bodies
        ),
    )


def slices(characters: Collection[str], pages: Sequence[frozenset[str]]) -> tuple[Slice, ...]:
    """All `characters`, each once: first those that many pages show, then the rest by the pages that do.

    Characters that only a few pages share come to lie together, so that a page loads its own and not the others'. The
    pages with the most of them come first: theirs fill slices of their own, so that the heaviest page stays light.
    """
    count = Counter(character for page in pages for character in page)
    common = tuple(
        sorted(character for character in characters if not pages or count[character] >= COMMON * len(pages))
    )
    rare = frozenset(characters).difference(common)
    richest_first = sorted(pages, key=lambda page: -len(page & rare))
    first = {character: number for number, page in reversed(list(enumerate(richest_first))) for character in page}
    rest = sorted(
        rare,
        key=lambda character: (count[character] < 2, first.get(character, len(pages)), character),
    )
    further = _parted(rest)
    return (common, *further) if common else further


def _parted(rest: Sequence[str]) -> tuple[Slice, ...]:
    """The rest in slices that end where a character says so: one more on a page moves no other slice but its own.

    So a browser keeps the others, and a build cuts them no second time.
    """
    parts: list[Slice] = []
    begin = 0
    for end, character in enumerate(rest, start=1):
        length = end - begin
        if length == SIZE or (length >= LEAST and _may_end(character)):
            parts.append(tuple(rest[begin:end]))
            begin = end
    return (*parts, tuple(rest[begin:])) if begin < len(rest) else tuple(parts)


def _may_end(character: str) -> bool:
    """Decided by nothing but the character, and for neighbours in the alphabet as if by chance."""
    return (zlib.crc32(character.encode()) >> 8) % ENDS == 0
