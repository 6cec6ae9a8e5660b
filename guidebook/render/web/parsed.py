"""HTML as a tree for readers: what search and the link check read of pages, parsed in C.

Separate from `guidebook.render.text.html_tree`, which parses as the layout engine does, to be edited and written again:
reading a site's pages with it takes twenty times as long.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

NOTHING = b"<p></p>"
"""Read in the place of an empty file."""


def parsed(html: str) -> Any:
    """The root of a page, a part of one or a drawing; names of elements and attributes are in lower case."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return etree.fromstring(html.encode("utf-8", "replace") if html.strip() else NOTHING, parser)
