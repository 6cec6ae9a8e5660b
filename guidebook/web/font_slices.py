"""Groups the characters of the site into font slices, so that a page loads few files and little that it does not need.

Pure: characters in, groups of characters out. The font engine is `webfonts`.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from guidebook.render.web.page import PageShell, SitePage

COMMON = 0.04
"""Share of the pages on which a character of the first slice stands at least."""
SIZE = 20
"""Glyphs of a further slice: some two kilobytes."""
FEW = 6
"""A page with fewer characters of its own shares a slice with its neighbours: each lengthens the style sheet."""
NEIGHBOURS = 8
"""So many pages that follow one another share such slices."""
BLOCK = 2048
"""Characters that no first view shows lie together by so many code points."""
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
    """All `characters`, each once: first those that many pages show, then the rest by the page where they are at home.

    A page loads its own and few of the others'. Where a character lies rests on the pages that show it and on nothing
    that moves with every edit, neither its rank nor how many lie before it: an edited paragraph leaves all slices as
    they are but those of the characters that it brought to its page.
    """
    count = Counter(character for page in pages for character in page)
    common = {character for character in characters if not pages or count[character] >= COMMON * len(pages)}
    homes = _homes(frozenset(characters).difference(common), pages)
    own = Counter((home, count[character] < 2) for character, home in homes.items())
    groups: dict[_Group, list[str]] = {}
    for character in sorted(characters):
        home, alone = homes.get(character), count[character] < 2
        if character in common:
            group = _Group(0)
        elif home is None:
            group = _Group(3, ord(character) // BLOCK)
        else:
            group = _Group(2, home // NEIGHBOURS, alone) if own[home, alone] < FEW else _Group(1, home, alone)
        groups.setdefault(group, []).append(character)
    return tuple(
        tuple(held[at : at + size])
        for group, held in sorted(groups.items())
        for size in [SIZE if group.rank in (1, 2) else len(held)]
        for at in range(0, len(held), size)
    )


class _Group(NamedTuple):
    """What lies together: common characters (0), those of a page (1), of neighbours (2), of no first view (3)."""

    rank: int
    number: int = 0
    alone: bool = False
    """Whether one page alone shows them: no other is to load them."""


def _homes(rare: frozenset[str], pages: Sequence[frozenset[str]]) -> dict[str, int]:
    """The page of each rare character: of those that show it the one with the most of them.

    That page fills slices of its own, so that the heaviest page stays light. How many they are is rounded to powers of
    two, so that an edit seldom changes which of two pages has more.
    """
    rich = [len(page & rare).bit_length() for page in pages]
    homes: dict[str, int] = {}
    for number in sorted(range(len(pages)), key=lambda number: -rich[number]):
        for character in pages[number] & rare:
            homes.setdefault(character, number)
    return homes
