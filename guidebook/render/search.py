"""The search index: from pairs of syllables to pages. Korean words take endings, so whole words would not be found.

Only what finds pages is in it; the sentence around a hit is read from the page itself when it is shown.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence

from guidebook.render.addresses import FOLDERS, UNLISTED
from guidebook.render.page import SitePage

KINDS = ("programs", "routes", "sites", "restaurants", "towns", "")
"""Groups of results in their order: the folder of a page, or none for written pages and lists."""
_DRAWN = re.compile(r"<(svg|script|style|nav|form)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[가-힣]+|[a-z]+|\d+")


def indexed(pages: Iterable[SitePage]) -> tuple[SitePage, ...]:
    """The pages that can be found: not signposts, not those that nobody looks for."""
    return tuple(page for page in pages if not page.forward and page.path not in UNLISTED)


def words_of(page: SitePage) -> str:
    """What a reader reads on a page, in lower case, Hangul composed, white space single."""
    said = html.unescape(_TAG.sub(" ", _DRAWN.sub(" ", page.body)))
    return " ".join(unicodedata.normalize("NFC", f"{page.title} {said}").lower().split())


def grams(text: str) -> set[str]:
    """Pairs of syllables, words of one syllable, Latin words, numbers: `주민자치` → 주민, 민자, 자치."""
    found: set[str] = set()
    for word in _WORD.findall(text):
        if len(word) == 1 or not "가" <= word[0] <= "힣":
            found.add(word)
        else:
            found.update(word[at : at + 2] for at in range(len(word) - 1))
    return found


def search_index(pages: Sequence[SitePage]) -> bytes:
    """The index as JSON: `pages` are [path, title, group], `grams` lines of page numbers, a tab, and the grams there.

    Page numbers are written as differences, in base 36.
    """
    found: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        for gram in grams(words_of(page)):
            found.setdefault(gram, []).append(number)
    together: dict[str, list[str]] = {}
    for gram, numbers in sorted(found.items()):
        together.setdefault(_differences(numbers), []).append(gram)
    lines = [f"{numbers}\t{' '.join(those)}" for numbers, those in sorted(together.items())]
    listed = [[page.path, page.title, _group(page.path)] for page in pages]
    return json.dumps({"pages": listed, "grams": "\n".join(lines)}, ensure_ascii=False, separators=(",", ":")).encode()


def _group(path: str) -> int:
    folder = path.split("/")[0]
    own = path.count("/") > 1 and f"{folder}/" in FOLDERS.values()
    return KINDS.index(folder) if own and folder in KINDS else len(KINDS) - 1


def _differences(numbers: Sequence[int]) -> str:
    return ",".join(_base36(number - before) for before, number in zip([0, *numbers], numbers, strict=False))


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
