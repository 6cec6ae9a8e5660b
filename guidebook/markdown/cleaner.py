"""Sanitises HTML: removes every tag and attribute that bodies may not have."""

from __future__ import annotations

import re

import nh3

TAGS = frozenset(
    {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "em", "strong", "sup", "sub", "code", "pre", "br", "hr"}
    | {"blockquote", "table", "caption", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "del", "span"}
)
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"data-line"},
    "a": {"href", "id", "download"},
    "th": {"scope"},
    "ol": {"start", "style"},
    "span": {"role", "aria-label"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_ALIGNED = {"left", "center", "right"}
CLASSES: dict[str, set[str]] = {
    "sup": {"note-ref"},
    "th": _ALIGNED,
    "td": _ALIGNED,
    "ul": {"contains-task-list"},
    "ol": {"contains-task-list"},
    "li": {"task-list-item"},
    "span": {"task", "file"},
}
SCHEMES = frozenset({"http", "https", "book", "tel", "mailto"})
"""`book:` is the address of a place in the printed book; joining turns it into a page."""
_LANGUAGE = re.compile(r"language-[\w+#.-]+")


def clean(html: str) -> str:
    """The HTML with nothing in it but what bodies may hold."""
    languages = set(_LANGUAGE.findall(html))
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        allowed_classes={**CLASSES, "code": languages},
        filter_style_properties={"counter-reset"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
