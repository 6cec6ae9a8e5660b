"""Headings: their ids, which links and contents use, and how they read as plain words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from guidebook.markdown.notes import REFERENCE

RESERVED = frozenset(
    {"bodies", "books", "calendar", "cite", "figures", "main", "notes", "partnerships", "restaurants", "routes"}
    | {"schedule", "search-words", "start", "start-at", "start-on", "stops", "take", "timetable", "towns", "questions"}
    | {"restaurants-by-route", "facilities", "sights", "places", "nearby", "sources", "top", "map", "index"}
)
"""Ids that pages of the website have of their own."""
_OWN = ("note-", "ref-", "term-", "guide-", "stop-")
"""How ids begin that are made of other ids."""
_COUNTED = re.compile(r"(.*)_(\d+)$")


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of a body. Its id is unique there."""

    id: str
    words: str
    level: int
    line: int
    """Of the body, counted from 1."""


def name_headings(reader: MarkdownIt) -> None:
    """Give headings their ids once their text is read."""
    reader.core.ruler.after("inline", "headings", _headings)


def slug(words: str) -> str:
    """An id that keeps Hangul: `성과 및 지역사회 기여` → `성과-및-지역사회-기여`."""
    kept = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFC", words).lower())
    return re.sub(r"[\s-]+", "-", kept).strip("-")


def plain(tokens: Iterable[Token]) -> str:
    """The words of a run of text without its marks; numbers of notes are not words."""
    parts: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.children:
            parts.append(plain(token.children))
        elif token.type != REFERENCE:
            parts.append(token.content)
    return "".join(parts)


def _headings(state: StateCore) -> None:
    used: set[str] = set()
    counts: dict[str, int] = {}
    titles: list[Title] = []
    for position, token in enumerate(state.tokens):
        if token.type == "heading_open":
            words = plain(state.tokens[position + 1].children or ()).strip()
            id = _unique(slug(words), used, counts)
            token.attrs["id"] = id
            titles.append(Title(id, words, int(token.tag[1:]), (token.map or [0])[0] + 1))
    state.env["titles"] = tuple(titles)


def _unique(id: str, used: set[str], counts: dict[str, int]) -> str:
    """The id with `_1`, `_2`, … where it is taken or empty. `counts` keeps the last number given to each."""
    counted = _COUNTED.match(id)
    name, last = (counted[1], int(counted[2])) if counted else (id, 0)
    while not id or id in used or id in RESERVED or (id.startswith(_OWN) and not _COUNTED.match(id)):
        last = max(last, counts.get(name, 0)) + 1
        counts[name] = last
        id = f"{name}_{last}"
    used.add(id)
    return id
