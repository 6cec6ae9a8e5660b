"""Parses a written page with the standard library: the addresses it uses, its ids, headings, language and title.

Separate from `link_check`, which judges it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

RESOURCE, LINK = "resource", "link"
"""A resource is fetched to show the page; a link waits for the reader."""
_ADDRESSES = {
    "href": frozenset({"a", "area", "link", "use", "image"}),
    "xlink:href": frozenset({"a", "use", "image"}),
    "src": frozenset({"img", "script", "iframe", "audio", "video", "source", "track", "embed", "input"}),
    "poster": frozenset({"video"}),
    "data": frozenset({"object"}),
    "action": frozenset({"form"}),
    "formaction": frozenset({"button", "input"}),
}
_TOLD_ONLY = frozenset({"canonical", "alternate", "license", "author", "next", "prev", "help", "me"})
"""Values of `rel` for which a browser fetches nothing."""
_ID_LISTS = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
_LINKED_KEYS = frozenset({"url", "@id", "item", "image", "logo", "sameAs", "mainEntityOfPage"})
"""Keys of JSON-LD whose values are addresses."""
_CANDIDATE = re.compile(r"\s*(\S*[^\s,])(?:\s+[^,]*)?(?:,|$)")
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+["']([^"']*)["']""", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Address:
    """An address in a file, and whether the page needs what is there."""

    url: str
    kind: str


@dataclass(slots=True)
class Markup:
    """One page, as far as it can be right or wrong."""

    addresses: list[Address] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    """Ids that other elements of the page refer to: labels, table headers, descriptions."""
    headings: list[int] = field(default_factory=list)
    language: str = ""
    title: str = ""
    nameless_pictures: list[str] = field(default_factory=list)
    redirects: bool = False
    """Whether it leads elsewhere at once."""
    unreadable_data: bool = False
    """Whether a piece of its linked data is no JSON."""


@lru_cache(maxsize=256)
def read_page(source: str) -> Markup:
    """Read the HTML (or SVG) of one file. Kept by content, for service worker and link check read the same pages."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return reader.found


def addresses_in_css(css: str) -> list[Address]:
    """What a style sheet loads."""
    match = [next(filter(None, match.groups()), "") for match in _URL.finditer(_COMMENT.sub("", css))]
    return [Address(url, RESOURCE) for url in match]


def addresses_in_data(data: object) -> Iterator[str]:
    """What a piece of JSON-LD, as read, leads to."""
    if isinstance(data, dict):
        for key, value in data.items():
            values = value if isinstance(value, list) else [value]
            if key in _LINKED_KEYS:
                yield from (item for item in values if isinstance(item, str))
            yield from addresses_in_data(value)
    elif isinstance(data, list):
        for value in data:
            yield from addresses_in_data(value)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Markup()
        self._drawing = False
        self._reading = ""
        self._read = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._note_page(tag, values)
        self._note_addresses(tag, values)
        self._drawing = self._drawing or tag == "svg"
        linked = tag == "script" and values.get("type") == "application/ld+json"
        if tag == "style" or linked or (tag == "title" and not self._drawing):
            self._reading, self._read = tag, ""

    def handle_endtag(self, tag: str) -> None:
        self._drawing = self._drawing and tag != "svg"
        if tag == self._reading:
            self._reading = ""
            if tag == "script":
                self._note_linked_data()

    def handle_data(self, data: str) -> None:
        if self._reading == "title":
            self.found.title += data
        elif self._reading == "style":
            self.found.addresses += addresses_in_css(data)
        elif self._reading == "script":
            self._read += data

    def _note_linked_data(self) -> None:
        try:
            self.found.addresses += [Address(url, LINK) for url in addresses_in_data(json.loads(self._read))]
        except ValueError:
            self.found.unreadable_data = True

    def _note_page(self, tag: str, values: dict[str, str]) -> None:
        found = self.found
        if "id" in values:
            found.ids.append(values["id"])
        if tag == "a" and "name" in values:
            found.names.add(values["name"])
        for name in _ID_LISTS:
            found.references.update(values.get(name, "").split())
        if re.fullmatch("h[1-6]", tag):
            found.headings.append(int(tag[1]))
        if tag == "html":
            found.language = values.get("lang", "")
        if (tag == "img" or (tag == "input" and values.get("type") == "image")) and "alt" not in values:
            found.nameless_pictures.append(values.get("src", ""))

    def _note_addresses(self, tag: str, values: dict[str, str]) -> None:
        kind = LINK if tag in ("a", "area") else RESOURCE
        if tag == "link" and _TOLD_ONLY.intersection(values.get("rel", "").lower().split()):
            kind = LINK
        addresses = [values[name] for name, tags in _ADDRESSES.items() if tag in tags and name in values]
        for name in ("srcset", "imagesrcset"):
            addresses += _CANDIDATE.findall(values.get(name, ""))
        self.found.addresses += [Address(url.strip(), kind) for url in addresses]
        if "style" in values:
            self.found.addresses += addresses_in_css(values["style"])
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.found.redirects = True
            self.found.addresses.append(Address(values.get("content", "").partition("=")[2].strip(" '\""), LINK))
