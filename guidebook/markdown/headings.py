"""Headings: their ids for links and tables of contents, and their plain text."""

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
    {
        "bodies",
        "books",
        "calendar",
        "cite",
        "contact",
        "figures",
        "lessons",
        "main",
        "menu",
        "notes",
        "partnerships",
        "restaurants",
        "routes",
        "years",
    }
    | {"schedule", "search-words", "start", "start-at", "start-on", "stops", "take", "timetable", "towns", "questions"}
    | {"restaurants-by-route", "facilities", "sights", "places", "nearby", "sources", "top", "map", "index"}
)
"""Ids that pages of the website have of their own."""
_OWN = ("note-", "ref-", "term-", "guide-", "stop-")
"""How ids begin that are made of other ids."""
_COUNTED = re.compile(r"(.*)_([0-9]{1,9})$")
"""A number with more digits is part of the name: there is a limit on the digits that Python converts."""


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of a body. Its id is unique there."""

    id: str
    text: str
    level: int
    line: int
    """Of the body, counted from 1."""


def name_headings(reader: MarkdownIt) -> None:
    """Give headings their ids once their text is read."""
    reader.core.ruler.after("inline", "headings", _headings)


def slug(title: str) -> str:
    """An id that keeps Hangul: `성과 및 지역사회 기여` → `성과-및-지역사회-기여`."""
    allowed = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFC", title).lower())
    return re.sub(r"[\s-]+", "-", allowed).strip("-")


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
    ids = _Ids()
    titles: list[Title] = []
    for position, token in enumerate(state.tokens):
        if token.type == "heading_open":
            title = plain(state.tokens[position + 1].children or ()).strip()
            id = ids.unique(slug(title))
            token.attrs["id"] = id
            titles.append(Title(id, title, int(token.tag[1:]), (token.map or [0])[0] + 1))
    state.env["titles"] = tuple(titles)


class _Ids:
    """The ids of one body. Each stem keeps its last number, so that many equal headings stay linear in time."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._last: dict[str, int] = {}

    def unique(self, id: str) -> str:
        """The id with `_1`, `_2`, … where it is taken or empty."""
        if self._is_taken(id):
            counted = _COUNTED.match(id)
            stem, number = (counted[1], int(counted[2])) if counted else (id, 0)
            number = max(number, self._last.get(stem, 0)) + 1
            while self._is_taken(f"{stem}_{number}"):
                number += 1
            id, self._last[stem] = f"{stem}_{number}", number
        self._used.add(id)
        return id

    def _is_taken(self, id: str) -> bool:
        own = id.startswith(_OWN) and not _COUNTED.match(id)
        return not id or id in self._used or id in RESERVED or own
