"""The addresses of the pages of the website, and relative links between them."""

from __future__ import annotations

from urllib.parse import urlsplit

from guidebook.markdown.html import Link
from guidebook.model.address import (
    CHANGES,
    DATA,
    FIGURES,
    INDEX,
    PROGRAMS,
    RESTAURANTS,
    ROUTES,
    SITES,
    TOWNS,
    VISITS,
)
from guidebook.model.kinds import KINDS, Kinds

__all__ = [
    "CHANGES",
    "DATA",
    "FIGURES",
    "INDEX",
    "PROGRAMS",
    "RESTAURANTS",
    "ROUTES",
    "SITES",
    "TOWNS",
    "VISITS",
]

FEED = "feed.xml"
GUIDEBOOK_PDF = "guidebook/guidebook.pdf"
"""Where the guidebook lies in the site."""
PERMANENT = "q/"
"""`q/<id>/`: addresses that are printed, and that outlive a renamed record."""
NOT_FOUND = "404.html"
OFFLINE = "offline/"
"""What a reader without a network sees of pages that the device does not keep."""
UNLISTED = (NOT_FOUND, OFFLINE)
"""Pages that nobody looks for."""
MANIFEST = "site.webmanifest"


def address(kind: str, id: str) -> str:
    """The path of the page of a record of one of the engine's own kinds."""
    return KINDS.address(kind, id)


def url(here: str, target: str, base_url: str | None = None) -> str:
    """The relative address of the page `target` from the page `here`.

    The page for addresses that do not exist is shown at any depth, so its links begin at the site's root.
    """
    if here == NOT_FOUND:
        return (urlsplit(base_url).path if base_url else "/") + target
    return "../" * here.count("/") + target or "./"


def links_from(here: str, base_url: str | None = None, kinds: Kinds = KINDS) -> Link:
    """How records of these kinds, and headings of them, are addressed from a page."""

    def link(kind: str, id: str, heading: str = "") -> str:
        return url(here, kinds.address(kind, id), base_url) + (f"#{heading}" if heading else "")

    return link
