"""The changes of the site as an Atom feed (RFC 4287).

Ids come from city, day and sentence, so that an entry stays the same when the site moves to another address.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from guidebook.model.settings.showing import Change
from guidebook.model.site import Site
from guidebook.render.addresses import CHANGES, FEED
from guidebook.render.context import RenderContext
from guidebook.render.web.pages.changes import news
from guidebook.render.web.pages.values import News

ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 20
"""How many of the newest changes the feed holds."""


def feed(context: RenderContext) -> bytes:
    """The file. Addresses are absolute where the site's own is known."""
    site, entries = context.site, news(context)[:LONGEST]
    base = site.base_url or ""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": context.language})
    _text(root, "id", _id(site, ""))
    changes = context.words.gettext("업데이트 내역")
    _text(root, "title", f"{site.titled(context.language)}: {changes}")
    _text(root, "updated", _moment(entries[0].change))
    _text(SubElement(root, "author"), "name", site.publisher.name)
    SubElement(root, "link", {"rel": "self", "href": base + FEED})
    SubElement(root, "link", {"href": base + CHANGES})
    for entry in entries:
        _entry(SubElement(root, "entry"), site, entry)
    indent(root)
    xml: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{xml}\n'.encode()


def _entry(element: Element, site: Site, news: News) -> None:
    _text(element, "id", _id(site, f"{news.change.date} {news.change.text}"))
    _text(element, "title", news.change.text)
    _text(element, "updated", _moment(news.change))
    SubElement(element, "link", {"href": (site.base_url or "") + (news.path or CHANGES)})
    _text(element, "summary", f"{news.change.text} ({news.name})" if news.name else news.change.text)


def _text(parent: Element, name: str, content: str) -> None:
    SubElement(parent, name).text = content


def _moment(change: Change) -> str:
    """Midnight in Korea: only the day is known."""
    return f"{change.date}T00:00:00+09:00"


def _id(site: Site, part: str) -> str:
    return uuid5(NAMESPACE_URL, f"{site.city.name_en}/{site.title_en}/{part}").urn
