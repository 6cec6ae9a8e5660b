"""Normalises the indentation of lists: two, three or four spaces nest alike, under `-` and under `10.`.

CommonMark asks a child to stand below the text of its item (two columns under `-`, four under `10.`). Lines are
moved there before they are read. No line is added or taken away, so that line numbers stay true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guidebook.markdown.cells import hide_pipes

LEAST = 2
"""Columns by which a line must stand further in than the mark of the item it belongs to."""
FENCE = re.compile(r" *(?P<mark>`{3,}(?=[^`]*$)|~{3,})")
_ITEM = re.compile(r" *(?:[-*+]|\d{1,3}[.)])(?= |$)")
_AFTER_MARK = re.compile(r"^( *(?:[-*+]|\d{1,3}[.)]))(?:\t|\u3000)[ \t]*")
"""The mark of an item with the tab or wide space that other programs put behind it."""
_QUOTE = re.compile(r" *> ?")
_DEEPEST_QUOTE = 6


@dataclass(frozen=True, slots=True)
class _Item:
    """An open item, in columns as written."""

    mark: int
    text: int
    moved: int
    """How many columns the item was moved to the right."""


def level_lists(source: str) -> str:
    """The same lines, each at the column where CommonMark looks for it."""
    return "\n".join(_levelled(source.split("\n"), 0))


def _levelled(lines: Sequence[str], quotes: int) -> list[str]:
    levelled: list[str] = []
    open_items: list[_Item] = []
    fence, blank, position = "", True, 0
    while position < len(lines):
        line = _without_tabs(lines[position])
        end = position if fence or quotes >= _DEEPEST_QUOTE else _end_of_quote(lines, position)
        if end > position:
            while open_items and _column(line) < open_items[-1].mark + LEAST:
                open_items.pop()
            inner = _levelled([_QUOTE.sub("", quoted, count=1) for quoted in lines[position:end]], quotes + 1)
            levelled += [_moved(f"{' ' * _column(line)}> {quoted}", open_items) for quoted in inner]
            blank, position = False, end
            continue
        position += 1
        if fence:
            levelled.append(_moved(line, open_items))
            fence = "" if _closes(line, fence) else fence
            continue
        if not line.strip():
            levelled.append("")
            blank = True
            continue
        line = _AFTER_MARK.sub(r"\1 ", line)
        item, column = _ITEM.match(line), _column(line)
        if item or blank or FENCE.match(line):  # any other line goes on with the paragraph above it
            while open_items and column < open_items[-1].mark + LEAST:
                open_items.pop()
        levelled.append(hide_pipes(_moved(line, open_items, begins=bool(item))))
        opened = FENCE.match(line, item.end() if item else 0)
        fence = opened["mark"] if opened else ""
        if item:
            moved = len(levelled[-1]) - len(line)
            after = _column(line[item.end() :])
            open_items.append(_Item(column, item.end() + (after if 1 <= after <= 4 else 1), moved))
        blank = False
    return levelled


def _end_of_quote(lines: Sequence[str], start: int) -> int:
    """The line after the quotation that begins here and stands no less far in; `start` where none begins."""
    end = start
    while end < len(lines) and _QUOTE.match(lines[end]) and abs(_column(lines[end]) - _column(lines[start])) < LEAST:
        end += 1
    return end


def _column(line: str) -> int:
    """How many spaces stand before the text."""
    return len(line) - len(line.lstrip(" "))


def _moved(line: str, open_items: Sequence[_Item], *, begins: bool = False) -> str:
    """The line where the innermost open item expects its text; a line that begins an item stands just there."""
    if not open_items or not line.strip():
        return line
    item, column = open_items[-1], _column(line)
    if column < item.mark + LEAST:
        return line
    return " " * ((item.text if begins else max(column, item.text)) + item.moved) + line.lstrip(" ")


def _closes(line: str, fence: str) -> bool:
    mark = line.strip()
    return len(mark) >= len(fence) and not mark.strip(fence[0])


def _without_tabs(line: str) -> str:
    """The line with its leading tabs as four spaces."""
    text = line.lstrip(" \t")
    return line[: len(line) - len(text)].replace("\t", "    ") + text
