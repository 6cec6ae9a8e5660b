"""The search index: from pairs of syllables to pages. Korean words take endings, so whole words would not be found.

Only what finds pages is in it; the sentence around a hit is read from the page itself when it is shown. What search
knows of the records beside their pages comes from `search_knowledge`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

from guidebook.render.addresses import UNLISTED
from guidebook.render.web.page import SitePage
from guidebook.render.web.search_knowledge import NOTHING, OTHER, Knowledge

ASIDES = frozenset({"fields", "sources", "note-source", "hours"})
"""Classes of what a page says in passing: lists of data fields, sources, opening hours. It ranks last."""

SYLLABLE = "가-힣㐀-䶿一-鿿"
"""Hangul and Hanja: written without spaces between words that belong together, or with them."""
_WORD = re.compile(rf"[{SYLLABLE}]+|[a-z]+|\d+")
_GAP = re.compile(rf"(?<=[{SYLLABLE}])[ \t·‧・,‘’“”'\"()\[\]「」『』《》〈〉~/&+-]+(?=[{SYLLABLE}])|(?<=\d),(?=\d\d\d)")
"""What may stand inside of a word and does not part it: `강 박물관` is 강박물관, `2,948` is 2948."""
_PHONE = re.compile(r"\b(0\d{1,2})-(\d{3,4})-(\d{4})\b|\b(1\d{3})-(\d{4})\b")
_UNREAD = frozenset({"svg", "script", "style", "nav", "form"})
_INLINE = frozenset({"a", "strong", "em", "b", "i", "sup", "sub", "abbr", "code", "mark", "bdi", "small"})


def indexed(pages: Iterable[SitePage]) -> tuple[SitePage, ...]:
    """The pages that can be found: not signposts, not those that nobody looks for."""
    return tuple(page for page in pages if not page.forward and page.path not in UNLISTED)


def words_of(page: SitePage) -> str:
    """What a reader reads on a page, in lower case, Hangul composed: a line for each block."""
    return _flat(f"{page.title}\n{_read(page).said}")


def grams(text: str) -> set[str]:
    """Pairs of syllables, words of one syllable, Latin words, numbers: `주민자치` → 주민, 민자, 자치."""
    text = text.translate(_NARROW)
    joined = "".join("".join(filter(None, number)) + " " for number in _PHONE.findall(text))
    found: set[str] = set()
    for word in _WORD.findall(_GAP.sub("", text) + "\n" + joined):
        if len(word) == 1 or not re.match(f"[{SYLLABLE}]", word):
            found.add(word)
        else:
            found.update(word[at : at + 2] for at in range(len(word) - 1))
    return found


def search_index(pages: Sequence[SitePage], known: Knowledge = NOTHING) -> bytes:
    """The index as JSON.

    `pages` are [path, title, kind, further words], `files` [path, title, further words, what it is]; a file's number
    follows those of the pages. `grams` are lines of page numbers, a tab, and the grams there; `asides` the same for
    what a page says only in passing. Page numbers are written as differences, in base 36.
    """
    plain: dict[str, list[int]] = {}
    passing: dict[str, list[int]] = {}
    readings = [_read(page) for page in pages]
    for number, (page, read) in enumerate(zip(pages, readings, strict=True)):
        own = grams(_flat("\n".join((page.title, *known.words.get(page.path, ()), read.said))))
        for gram in own:
            plain.setdefault(gram, []).append(number)
        for gram in grams(_flat(read.aside)) - own:
            passing.setdefault(gram, []).append(number)
    for number, file in enumerate(known.files, start=len(pages)):
        for gram in grams(_flat(" \n".join((file.title, file.about, *file.words)))):
            plain.setdefault(gram, []).append(number)
    told = {
        "pages": [[page.path, page.title, _kind(known, page.path), *_further(known, page.path)] for page in pages],
        "files": [[file.path, file.title, "\n".join(file.words), file.about] for file in known.files],
        "grams": _lines(plain),
        "asides": _lines(passing),
        "passing": ",".join(f".{name}" for name in sorted(ASIDES)),
        "phones": [["\n".join(one.names), one.label, one.number, one.note, one.path] for one in known.phones],
        "same": known.same,
        "words": " ".join(_vocabulary(pages, readings, known)),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


class _Reading(HTMLParser):
    """The text of a body, a line a block, parted into what it says and what it says in passing."""

    def __init__(self) -> None:
        super().__init__()
        self.said, self.aside, self.heads = "", "", ""
        self._unread, self._passing, self._heading = 0, 0, 0
        self._open: list[tuple[str, bool, bool, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self._write("\n" if tag != "span" else " ")
        if tag in _VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        marks = (tag in _UNREAD, not ASIDES.isdisjoint(classes), tag in _HEADS)
        self._open.append((tag, *marks))
        self._count(marks, 1)

    def handle_endtag(self, tag: str) -> None:
        if all(tag != one[0] for one in self._open):
            return
        while self._open:
            name, *marks = self._open.pop()
            self._count(marks, -1)
            if name == tag:
                break
        if tag not in _INLINE:
            self._write("\n" if tag != "span" else " ")
        if tag in _HEADS:
            self.heads += "\n"

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._write(data)

    def _count(self, marks: Iterable[bool], by: int) -> None:
        unread, passing, heading = marks
        self._unread += by * unread
        self._passing += by * passing
        self._heading += by * heading

    def _write(self, text: str) -> None:
        if self._passing:
            self.aside += text
            return
        self.said += text
        if self._heading:
            self.heads += text


_VOID = frozenset({"br", "hr", "img", "input", "source", "meta", "link", "wbr", "col"})
_HEADS = frozenset({"h1", "h2", "h3", "caption", "th", "dt"})
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width Latin letters and digits are taken for the narrow ones."""


def _read(page: SitePage) -> _Reading:
    reading = _Reading()
    reading.feed(page.body)
    reading.close()
    return reading


def _flat(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).lower().splitlines()
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _further(known: Knowledge, path: str) -> list[str]:
    words = known.words.get(path, ())
    return ["\n".join(words)] if words else []


def _vocabulary(pages: Sequence[SitePage], readings: Sequence[_Reading], known: Knowledge) -> list[str]:
    """The words to offer to who mistyped one: of names and headings, where titles do not have them."""
    told = " ".join((*(page.title for page in pages), *(word for words in known.words.values() for word in words)))
    heads = " ".join((*(read.heads for read in readings), *known.names))
    return sorted(set(re.findall("[가-힣]{2,12}", heads)) - set(re.findall("[가-힣]+", told)))


def _kind(known: Knowledge, path: str) -> int:
    """The number of the kind of a record's page; lists and written pages have none of their own."""
    folder, _, own = path.partition("/")
    return known.kinds.get(f"{folder}/", OTHER) if own else OTHER


def _lines(found: dict[str, list[int]]) -> str:
    """Lines of page numbers, a tab, and the grams that stand on just these."""
    together: dict[str, list[str]] = {}
    for gram, numbers in sorted(found.items()):
        together.setdefault(_differences(numbers), []).append(gram)
    return "\n".join(f"{numbers}\t{' '.join(those)}" for numbers, those in sorted(together.items()))


def _differences(numbers: Sequence[int]) -> str:
    return ",".join(_base36(number - before) for before, number in zip([0, *numbers], numbers, strict=False))


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
