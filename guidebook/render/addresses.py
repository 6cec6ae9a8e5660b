"""Where the pages of the website stand, and how one leads to another. All addresses are relative."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from guidebook.markdown.html import Link
from guidebook.model.address import (
    CHANGES,
    DATA,
    FIGURES,
    FOLDERS,
    INDEX,
    PROGRAMS,
    RESTAURANTS,
    ROUTES,
    SITES,
    TOWNS,
    VISITS,
    address,
)

__all__ = [
    "CHANGES",
    "DATA",
    "FIGURES",
    "FOLDERS",
    "INDEX",
    "MENU_ORDER",
    "PROGRAMS",
    "RESTAURANTS",
    "ROUTES",
    "SITES",
    "TOWNS",
    "VISITS",
    "address",
]

MENU_ORDER: Mapping[str, int] = {PROGRAMS: 2, FIGURES: 3, ROUTES: 4, TOWNS: 5}
"""Where the pages made from records stand in the menu, among the written ones, whose `order` says their place."""

FEED = "feed.xml"
PERMANENT = "q/"
"""`q/<id>/`: addresses that are printed, and that outlive a renamed record."""
NOT_FOUND = "404.html"
OFFLINE = "offline/"
"""What a reader without a network sees of pages that the device does not keep."""
UNLISTED = (NOT_FOUND, OFFLINE)
"""Pages that nobody looks for."""
MANIFEST = "site.webmanifest"


def url(here: str, target: str, base_url: str | None = None) -> str:
    """The relative address of the page `target` from the page `here`.

    The page for addresses that do not exist is shown at any depth, so its links begin at the site's root.
    """
    if here == NOT_FOUND:
        return (urlsplit(base_url).path if base_url else "/") + target
    return "../" * here.count("/") + target or "./"


def links_from(here: str, base_url: str | None = None) -> Link:
    """How records, and headings of them, are addressed from a page."""

    def link(kind: str, id: str, heading: str = "") -> str:
        return url(here, address(kind, id), base_url) + (f"#{heading}" if heading else "")

    return link
