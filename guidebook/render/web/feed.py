"""The changes as an Atom feed (RFC 4287), for readers who want to be told.

Ids come from city, day and sentence, so that an entry stays the same when the site moves to another address.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from guidebook.model.settings.showing import Change
from guidebook.model.site import Site
from guidebook.render.addresses import CHANGES, FEED
from guidebook.render.context import RenderContext
from guidebook.render.web.pages.changes import News, news

ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 20
"""How many of the newest changes the feed holds."""


def feed(context: RenderContext) -> bytes:
    """The file. Addresses are absolute where the site's own is known."""
    site, told = context.site, news(context)[:LONGEST]
    base = site.base_url or ""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": context.language})
    _text(root, "id", _id(site, ""))
    _text(root, "title", f"{site.titled(context.language)}: {context.words.gettext('달라진 점')}")
    _text(root, "updated", _moment(told[0].change))
    _text(SubElement(root, "author"), "name", site.publisher.name)
    SubElement(root, "link", {"rel": "self", "href": base + FEED})
    SubElement(root, "link", {"href": base + CHANGES})
    for one in told:
        _entry(SubElement(root, "entry"), site, one)
    indent(root)
    written: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode()


def _entry(entry: Element, site: Site, one: News) -> None:
    _text(entry, "id", _id(site, f"{one.change.date} {one.change.text}"))
    _text(entry, "title", one.change.text)
    _text(entry, "updated", _moment(one.change))
    SubElement(entry, "link", {"href": (site.base_url or "") + (one.path or CHANGES)})
    _text(entry, "summary", f"{one.change.text} ({one.name})" if one.name else one.change.text)


def _text(parent: Element, name: str, said: str) -> None:
    SubElement(parent, name).text = said


def _moment(change: Change) -> str:
    """Midnight in Korea: only the day is known."""
    return f"{change.date}T00:00:00+09:00"


def _id(site: Site, what: str) -> str:
    return uuid5(NAMESPACE_URL, f"{site.city.name_en}/{site.title_en}/{what}").urn
