"""Marks Korean words in pages of another language, so that screen readers pronounce them."""

from __future__ import annotations

import re

from markupsafe import Markup

HANGUL = re.compile(r"[가-힣]+(?:[ ·]?[가-힣]+)*")
_TAG = re.compile(r"""(<!--.*?-->|</?[A-Za-z](?:[^>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
"""A quoted attribute may hold a `>`."""
_NEVER_CLOSED = re.compile(r"<(?:!--|(?:area|br|col|embed|hr|img|input|source|track|wbr)\b)|/>$")
_PLAIN = re.compile(r"<(?:option|script|style|text|textarea|title)\b")
"""Elements that hold text alone."""
_KOREAN = 'lang="ko"'
_IN_KOREAN = re.compile(rf"\s{_KOREAN}")
"""Not `hreflang`, which speaks of another page."""


def marked_korean(html: Markup) -> Markup:
    """The same HTML with every run of Hangul in its text in a `<span lang="ko">`.

    Attributes stay as they are, and so does what stands in an element that says it is Korean or holds no elements.
    """
    parts: list[str] = []
    depth = 0
    for part in _TAG.split(html):
        if _TAG.fullmatch(part):
            depth = _depth(part, depth)
            parts.append(part)
        else:
            parts.append(part if depth else HANGUL.sub(rf"<span {_KOREAN}>\g<0></span>", part))
    return Markup("".join(parts))


def _depth(tag: str, depth: int) -> int:
    """How many elements are open, counted from one in which nothing is marked, after this tag."""
    if tag.startswith("</"):
        return max(depth - 1, 0)
    opens = (depth or _IN_KOREAN.search(tag) or _PLAIN.match(tag)) and not _NEVER_CLOSED.search(tag)
    return depth + 1 if opens else depth
