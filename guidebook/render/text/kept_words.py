"""Keeps on one line of a web page what a browser would part: dates, amounts, and a gloss with its following word.

Browsers end lines at spaces, and even where Hangul is kept at marks: `공가|(公暇)|보장`, `2019. |7. |23.`. Such words
get an element that does not wrap, so that what is searched, copied and read aloud stays as it was. Separate from
`line_breaks.py`, which edits the trees of print with word joiners: a page of the website is text here, and gets its
elements with the page shell, after all else has read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from guidebook.render.text.korean import KEPT, KEPT_BESIDE_ONE_SIGN, kept_in
from guidebook.render.text.word_width import LONGEST, width_of

RUNNING, HEADING = 12.0, 7.5
"""Ems of the longest words kept in text and in large headings, which fit the narrowest screen with the largest type."""
ROOMY = 10.0
"""Ems of the longest words kept in large headings where type is as large as usual, which the style sheet asks for."""
_PIECE = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_LARGE = frozenset({"h1", "h2"})
_SILENT = frozenset({"script", "style", "title", "textarea", "option", "pre", "code", "svg"})
"""Elements whose text is left alone: it is no prose, or it is not set in lines."""
_TOKENS = {kept: re.compile(rf"(?:\S*?(?:{kept.pattern}))+\S*|\S+") for kept in (KEPT, KEPT_BESIDE_ONE_SIGN)}
_TEARS = re.compile(r"\w[^\w\s]*[^\w\s.,·:/][^\w\s]*\w")
"""Where a line may end inside a word although Hangul and figures are kept: `142백만원(주민)`, `2026-03`, `65%로`."""
_DOT = r"[가-힣]·(?=\w)"
"""A line may end behind a dot between words, `항구·시장`, not before it, where browsers end lines too."""
_DOTS = re.compile(_DOT)
_TILL, _MAY_END = "~∼～–-", "<wbr>"
"""Signs between two dates, behind which a line may end where both are too long for one."""
_HELD = re.compile(rf"(?:{KEPT_BESIDE_ONE_SIGN.pattern})(?:(?<=\))[가-힣]{{1,2}}(?![가-힣]))?|{_DOT}")


def keep_words(html: str) -> str:
    """The HTML with each word or amount that a browser would part in an element that does not wrap."""
    pieces = _PIECE.split(html)
    open_elements: dict[str, int] = {}
    for place, piece in enumerate(pieces):
        if place % 2:
            _count(piece, open_elements)
        elif piece and not any(open_elements.get(name) for name in _SILENT):
            pieces[place] = _kept(piece, _longest(open_elements))
    return "".join(pieces)


def units(words: str) -> Iterator[str]:
    """What has to stand on one line, in its order: words, and whole dates and amounts."""
    return (found[0] for found in _TOKENS[kept_in(words)].finditer(words))


def longest_unit(words: str) -> float:
    """The width of the longest of them in a table; a longer one is broken anywhere."""
    return max((width for unit in units(words) if (width := width_of(unit)) <= LONGEST), default=0.0)


def _count(tag: str, open_elements: dict[str, int]) -> None:
    """Note that an element begins or ends; one without an end tag is none of ours."""
    match = _TAG.match(tag)
    if match and not tag.endswith("/>"):
        name = match[2].lower()
        open_elements[name] = max(open_elements.get(name, 0) + (-1 if match[1] else 1), 0)


def _longest(open_elements: dict[str, int]) -> float:
    if open_elements.get("table"):
        return LONGEST
    return HEADING if any(open_elements.get(name) for name in _LARGE) else RUNNING


def _kept(words: str, longest: float) -> str:
    def marked(match: re.Match[str]) -> str:
        token = unescape(match[0])
        width, parts = width_of(token), " " in token or _TEARS.search(token)
        if width <= longest:
            return _whole(match[0]) if parts else _DOTS.sub(lambda dot: _whole(dot[0]), match[0])
        if longest == HEADING and width <= ROOMY and parts:
            return _whole(match[0], "whole-roomy")
        # A word that is longer than a line still keeps the dates in it whole.
        return _HELD.sub(lambda kept: _whole(kept[0]) + (_MAY_END if kept[0][-1] in _TILL else ""), match[0])

    return _TOKENS[kept_in(words)].sub(marked, words)


def _whole(words: str, css_class: str = "whole") -> str:
    return f'<span class="{css_class}">{words}</span>'
