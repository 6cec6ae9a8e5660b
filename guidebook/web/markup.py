"""Reads a written page: the addresses it uses, its ids, headings, language and title.

Separate from `link_check`, which judges it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree

from guidebook.render.web.parsed import parsed

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
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEADING = (*dict.fromkeys(tag for tags in _ADDRESSES.values() for tag in sorted(tags)), "meta", "script", "style")
"""Elements whose attributes or text name an address; any may do so in its `style`."""
_IDS = etree.XPath("//@id", smart_strings=False)
_NAMES = etree.XPath("//a/@name", smart_strings=False)
_REFERENCES = etree.XPath(
    "//@for | //@headers | //@aria-labelledby | //@aria-describedby | //@aria-controls", smart_strings=False
)
_STYLES = etree.XPath("//@style", smart_strings=False)
_TITLES = etree.XPath("//title[not(ancestor::svg)]")
_NAMELESS = etree.XPath("//img[not(@alt)] | //input[@type='image' and not(@alt)]")
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
    root = parsed(source)
    found = Markup(ids=_IDS(root), names=set(_NAMES(root)), language=root.get("lang", ""))
    for listed in _REFERENCES(root):
        found.references.update(listed.split())
    found.headings = [int(heading.tag[1]) for heading in root.iter(*_HEADINGS)]
    found.title = "".join(text for title in _TITLES(root) for text in title.itertext())
    found.nameless_pictures = [picture.get("src", "") for picture in _NAMELESS(root)]
    for element in root.iter(*_LEADING):
        _note_addresses(found, element)
    for style in _STYLES(root):
        found.addresses += addresses_in_css(style)
    return found


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


def _note_addresses(found: Markup, element: Any) -> None:
    tag, values = element.tag, element.attrib
    if tag == "style":
        found.addresses += addresses_in_css(element.text or "")
    elif tag == "meta":
        _note_redirect(found, values)
    elif tag == "script" and values.get("type") == "application/ld+json":
        _note_linked_data(found, element.text or "")
    kind = LINK if tag in ("a", "area") else RESOURCE
    if tag == "link" and _TOLD_ONLY.intersection(values.get("rel", "").lower().split()):
        kind = LINK
    for name, value in values.items():
        if name in ("srcset", "imagesrcset"):
            found.addresses += [Address(url, kind) for url in _CANDIDATE.findall(value)]
        elif tag in _ADDRESSES.get(name, ()):
            found.addresses.append(Address(value.strip(), kind))


def _note_redirect(found: Markup, values: Any) -> None:
    if values.get("http-equiv", "").lower() == "refresh":
        found.redirects = True
        found.addresses.append(Address(values.get("content", "").partition("=")[2].strip(" '\""), LINK))


def _note_linked_data(found: Markup, written: str) -> None:
    try:
        found.addresses += [Address(url, LINK) for url in addresses_in_data(json.loads(written))]
    except ValueError:
        found.unreadable_data = True
