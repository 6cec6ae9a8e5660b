"""Wraps every table of a web page in a box that scrolls sideways, so that the page itself never does.

A box that a phone is too narrow for can be reached by keyboard and has the name of its table; how wide a table is must
be told from its words, for there is no browser here.
Marked are words so long that they may break anywhere; what is kept whole is marked later (`kept_words.py`). The cells
of tables that become cards there have the name of their column, which a card has no head for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape
from itertools import zip_longest

from guidebook.render.text.kept_words import longest_unit
from guidebook.render.text.word_width import may_be_broken

PHONE, TABLET, DESK = 18.0, 40.0, 64.0
"""Rems of the text on the narrowest screen (320 pixels), and up to which the style sheets show some tables as lists."""
LISTED = {
    "town-list": TABLET,
    "programs": TABLET,
    "program-facts": DESK,
    "timeline": TABLET,
    "place-list": TABLET,
    "timetable": TABLET,
    "indicators": TABLET,
}
"""Classes of tables that are lists where there is little room, and up to where."""
CARDS = LISTED.keys() - {"program-facts", "timeline"}
"""Those of them whose cells need the name of their column; the others write it into their cells."""
TYPE, SPACE = 1.0625, 0.75
"""Rems of the type in cells and of the space behind each."""
BROKEN = 9.0
"""Ems that the style sheet gives a cell with a word that breaks anywhere."""
_TABLE = re.compile(r"<table\b([^>]*)>(.*?)</table>", re.DOTALL)
_ROW = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(th|td)\b[^>]*>(.*?)</\1>", re.DOTALL)
_BEGIN = re.compile(r"<(th|td)\b([^>]*)>")
_PIECE = re.compile(r"(<[^>]*>)")
_CLASS = re.compile(r'\bclass="([^"]*)"')


def boxed_tables(html: str, unnamed: str) -> str:
    """The HTML with its tables in boxes; `unnamed` is what one without caption is called."""
    count = 0

    def boxed(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        attributes, inside = match[1], _CELL.sub(_marked, match[2])
        classes = set(" ".join(_CLASS.findall(attributes)).split())
        wide = _width(inside) > max((LISTED[name] for name in LISTED.keys() & classes), default=PHONE)
        inside = _named(inside) if CARDS & classes else inside
        if not wide:
            box = "table-box listed" if LISTED.keys() & classes else "table-box"
            return f'<div class="{box}"><table{attributes}>{inside}</table></div>'
        label = f'aria-label="{unnamed}"'
        if "<caption>" in inside:
            # No heading has such an id: ids made of words have no dots.
            inside = inside.replace("<caption>", f'<caption id="table.{count}">', 1)
            label = f'aria-labelledby="table.{count}"'
        return f'<div class="table-box" role="region" {label} tabindex="0"><table{attributes}>{inside}</table></div>'

    return _TABLE.sub(boxed, html)


def _named(inside: str) -> str:
    """The rows with the name of its column in each cell that heads no row."""
    head, begins, body = inside.partition("<tbody>")
    names = [escape(" ".join(unescape(_PIECE.sub("", cell)).split())) for _, cell in _CELL.findall(head)]

    def named(row: re.Match[str]) -> str:
        left = iter(names)
        return _BEGIN.sub(lambda cell: _labelled(cell[1], cell[2], next(left, "")), row[0])

    return head + begins + _ROW.sub(named, body)


def _labelled(kind: str, attributes: str, name: str) -> str:
    label = f' data-label="{name}"' if kind == "td" and name else ""
    return f"<{kind}{attributes}{label}>"


def _width(inside: str) -> float:
    """The rems that a table needs at least."""
    rows = [[_needed(cell) for _, cell in _CELL.findall(row)] for row in _ROW.findall(inside)]
    columns: Sequence[Sequence[float]] = list(zip_longest(*rows, fillvalue=0.0))
    return sum(TYPE * max(column) + SPACE for column in columns)


def _needed(cell: str) -> float:
    content = unescape(_PIECE.sub("", cell))
    return max(longest_unit(content), BROKEN if any(map(may_be_broken, content.split())) else 0.0)


def _marked(match: re.Match[str]) -> str:
    """The cell with each long word in an element of its own."""
    pieces = _PIECE.split(match[0])
    pieces[::2] = [re.sub(r"\S+", _span, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _span(match: re.Match[str]) -> str:
    word = unescape(match[0])
    return f'<span class="unbroken">{match[0]}</span>' if may_be_broken(word) else match[0]
