"""The search index: from pairs of syllables to pages, because Korean words take endings.

Only what finds pages is in it; the sentence around a hit is read from the page itself when it is shown. What search
knows of the records beside their pages comes from `search_knowledge`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import add
from typing import Any

from lxml import etree

from guidebook.render.addresses import UNLISTED
from guidebook.render.web.page import SitePage
from guidebook.render.web.parsed import parsed
from guidebook.render.web.search_knowledge import NOTHING, OTHER, Knowledge

ASIDES = frozenset({"fields", "sources", "note-source", "hours"})
"""Classes of what a page says in passing: lists of data fields, sources, opening hours. It ranks last."""

SYLLABLE = "가-힣㐀-䶿一-鿿"
"""Hangul and Hanja: written without spaces between words that belong together, or with them."""
_WORD = re.compile(rf"[{SYLLABLE}]+|[a-z]+|\d+")
_OF_SYLLABLES = re.compile(rf"[{SYLLABLE}]")
_GAP = re.compile(rf"(?<=[{SYLLABLE}])[ \t·‧・,‘’“”'\"()\[\]「」『』《》〈〉~/&+-]+(?=[{SYLLABLE}])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d\d\d)")
"""What may stand inside of a word and does not part it: `강 박물관` is 강박물관, `2,948` is 2948."""
_PHONE = re.compile(r"\b(0\d{1,2})-(\d{3,4})-(\d{4})\b|\b(1\d{3})-(\d{4})\b")
_UNREAD = frozenset({"svg", "script", "style", "nav", "form"})
_SIGN = "note-ref"
"""The class of what refers to a note: no word of the sentence that it stands in."""
_INLINE = frozenset({"a", "strong", "em", "b", "i", "sup", "sub", "abbr", "code", "mark", "bdi", "small"})


def indexed(pages: Iterable[SitePage]) -> tuple[SitePage, ...]:
    """The pages that can be found: no redirects, no error page, no offline page."""
    return tuple(page for page in pages if not page.redirect and page.path not in UNLISTED)


def words_of(page: SitePage) -> str:
    """What a reader reads on a page, in lower case, Hangul composed: a line for each block."""
    return _normalized(f"{page.title}\n{_read(page).said}")


def grams(text: str) -> set[str]:
    """Pairs of syllables, words of one syllable, Latin words, numbers: `주민자치` → 주민, 민자, 자치."""
    text = text.translate(_NARROW) if _WIDE.search(text) else text
    joined = "".join("".join(filter(None, number)) + " " for number in _PHONE.findall(text))
    grams_found: set[str] = set()
    text = _GAP.sub("", _THOUSANDS.sub("", text) if "," in text else text)
    for word in set(_WORD.findall(text + "\n" + joined)):
        if len(word) == 1 or not _OF_SYLLABLES.match(word):
            grams_found.add(word)
        else:
            grams_found.update(map(add, word, word[1:]))
    return grams_found


def search_index(pages: Sequence[SitePage], knowledge: Knowledge = NOTHING) -> bytes:
    """The index as JSON.

    `pages` are [path, title, kind, further words], `files` [path, title, further words, what it is]; a file's number
    follows those of the pages. `grams` are lines of page numbers, a tab, and the grams there; `asides` the same for
    what a page says only in passing. Page numbers are written as differences, in base 36.
    """
    plain: dict[str, list[int]] = {}
    passing: dict[str, list[int]] = {}
    readings = [_read(page) for page in pages]
    for number, (page, read) in enumerate(zip(pages, readings, strict=True)):
        own = grams(_normalized("\n".join((page.title, *knowledge.search_words.get(page.path, ()), read.said))))
        for gram in own:
            plain.setdefault(gram, []).append(number)
        for gram in grams(_normalized(read.aside)) - own:
            passing.setdefault(gram, []).append(number)
    for number, file in enumerate(knowledge.files, start=len(pages)):
        for gram in grams(_normalized(" \n".join((file.title, file.about, *file.search_words)))):
            plain.setdefault(gram, []).append(number)
    index = {
        "pages": [
            [page.path, page.title, _kind(knowledge, page.path), *_search_words(knowledge, page.path)] for page in pages
        ],
        "files": [[file.path, file.title, "\n".join(file.search_words), file.about] for file in knowledge.files],
        "grams": _lines(plain),
        "asides": _lines(passing),
        "passing": ",".join(f".{name}" for name in sorted(ASIDES)),
        "phones": [
            ["\n".join(phone.names), phone.label, phone.number, phone.note, phone.path] for phone in knowledge.phones
        ],
        "same": knowledge.same,
        "words": " ".join(_vocabulary(pages, readings, knowledge)),
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(slots=True)
class _Reading:
    """The text of a body, a line a block, parted into what it says and what it says in passing."""

    said: str = ""
    aside: str = ""
    heads: str = ""
    """Of what it says, headings and terms."""


@dataclass(slots=True)
class _Reader:
    """Walks through a body and sorts its text."""

    said: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    unread: int = 0
    passing: int = 0
    heading: int = 0

    def read(self, html: str) -> _Reading:
        """The text of `html`."""
        for event, element in etree.iterwalk(parsed(html), events=("start", "end")):
            if event == "start":
                self._break(element.tag)
                self._count(element, 1)
                self._write_words(element.text)
            else:
                self._count(element, -1)
                if element.tag not in _VOID:
                    self._break(element.tag)
                    self.heads += ["\n"] if element.tag in _HEADS else []
                self._write_words(element.tail)
        return _Reading("".join(self.said), "".join(self.aside), "".join(self.heads))

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self._write("\n" if tag != "span" else " ")

    def _count(self, element: Any, by: int) -> None:
        classes = element.get("class", "").split()
        self.unread += by * (element.tag in _UNREAD or _SIGN in classes)
        self.passing += by * (not ASIDES.isdisjoint(classes))
        self.heading += by * (element.tag in _HEADS)

    def _write_words(self, text: str | None) -> None:
        if text and not self.unread:
            self._write(text)

    def _write(self, text: str) -> None:
        if self.passing:
            self.aside.append(text)
            return
        self.said.append(text)
        if self.heading:
            self.heads.append(text)


_VOID = frozenset({"br", "hr", "img", "input", "source", "meta", "link", "wbr", "col"})
_HEADS = frozenset({"h1", "h2", "h3", "caption", "th", "dt"})
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width Latin letters and digits are taken for the narrow ones."""
_WIDE = re.compile(f"[{chr(min(_NARROW))}-{chr(max(_NARROW))}]")
"""Few texts have any, and translating takes longer than looking."""


def _read(page: SitePage) -> _Reading:
    return _Reader().read(page.body)


def _normalized(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).lower().splitlines()
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _search_words(knowledge: Knowledge, path: str) -> list[str]:
    search_words = knowledge.search_words.get(path, ())
    return ["\n".join(search_words)] if search_words else []


def _vocabulary(pages: Sequence[SitePage], readings: Sequence[_Reading], knowledge: Knowledge) -> list[str]:
    """The words to offer to who mistyped one: of names and headings, where titles do not have them."""
    titles = " ".join(
        (
            *(page.title for page in pages),
            *(word for search_words in knowledge.search_words.values() for word in search_words),
        )
    )
    heads = " ".join((*(read.heads for read in readings), *knowledge.names))
    return sorted(set(re.findall("[가-힣]{2,12}", heads)) - set(re.findall("[가-힣]+", titles)))


def _kind(known: Knowledge, path: str) -> int:
    """The number of the kind of a record's page; lists and written pages have none of their own."""
    folder, _, own = path.partition("/")
    return known.kinds.get(f"{folder}/", OTHER) if own else OTHER


def _lines(numbers_of: dict[str, list[int]]) -> str:
    """Lines of page numbers, a tab, and the grams that stand on just these."""
    together: dict[str, list[str]] = {}
    for gram, numbers in sorted(numbers_of.items()):
        together.setdefault(_differences(numbers), []).append(gram)
    return "\n".join(f"{numbers}\t{' '.join(grams_there)}" for numbers, grams_there in sorted(together.items()))


def _differences(numbers: Sequence[int]) -> str:
    return ",".join(_base36(number - before) for before, number in zip([0, *numbers], numbers, strict=False))


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
