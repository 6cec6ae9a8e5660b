"""Marks Korean words in pages and books of another language, so that screen readers pronounce them."""

from __future__ import annotations

import re

from markupsafe import Markup

from guidebook.render.context import RenderContext
from guidebook.words import DEFAULT_LANGUAGE

HANGUL = re.compile(r"[가-힣]+(?:[ ·]?[가-힣]+)*")
_WHOLE = re.compile(r"\s*(\S.*\S|\S)\s*", re.DOTALL)
_OTHER = re.compile("[A-Za-z\u3040-\u30ff]")
"""Letters of other languages, with which a text is not Korean as a whole."""
_TAG = re.compile(r"""(<!--.*?-->|</?[A-Za-z](?:[^>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
"""A quoted attribute may hold a `>`."""
_NEVER_CLOSED = re.compile(r"<(?:!--|(?:area|br|col|embed|hr|img|input|source|track|wbr)\b)|/>$")
_PLAIN = re.compile(r"<(?:option|script|style|text|textarea|title)\b")
"""Elements that hold text alone."""
_KOREAN = 'lang="ko"'
_IN_KOREAN = re.compile(rf"\s{_KOREAN}")
"""Not `hreflang`, which speaks of another page."""


def marked_korean(html: Markup, sentences: bool = False) -> Markup:
    """The same HTML with every run of Hangul in its text in a `<span lang="ko">`; with `sentences`, text that has no
    other letters as a whole, figures and marks included.

    Attributes stay as they are, and so does what stands in an element that says it is Korean or holds no elements.
    """
    parts: list[str] = []
    depth = 0
    for part in _TAG.split(html):
        if _TAG.fullmatch(part):
            depth = _depth(part, depth)
            parts.append(part)
        else:
            parts.append(part if depth else _marked(part, sentences))
    return Markup("".join(parts))


def in_another_language(context: RenderContext, document: str) -> str:
    """A chapter for readers of another language than Korean: Korean marked, and what style sheets say in its words."""
    if context.language == DEFAULT_LANGUAGE:
        return document
    continued = context.words.gettext("(계속)")
    style = f'<style>.continued caption::after{{content:" {continued}"}}</style></head>'
    return marked_korean(Markup(document.replace("</head>", style, 1)), sentences=True)


def _marked(words: str, sentences: bool) -> str:
    whole = _WHOLE.fullmatch(words) if sentences and HANGUL.search(words) and not _OTHER.search(words) else None
    if whole:
        first, last = whole.span(1)
        return f"{words[:first]}<span {_KOREAN}>{whole[1]}</span>{words[last:]}"
    return HANGUL.sub(rf"<span {_KOREAN}>\g<0></span>", words)


def _depth(tag: str, depth: int) -> int:
    """How many elements are open, counted from one in which nothing is marked, after this tag."""
    if tag.startswith("</"):
        return max(depth - 1, 0)
    opens = (depth or _IN_KOREAN.search(tag) or _PLAIN.match(tag)) and not _NEVER_CLOSED.search(tag)
    return depth + 1 if opens else depth
