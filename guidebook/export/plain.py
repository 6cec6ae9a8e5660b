"""Office documents as plain text, to paste into a mail or another office's form.

Columns are counted as a Korean fixed-width font shows them: a syllable is as wide as two Latin letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import zip_longest

from guidebook.model.office import Block, Heading, OfficeDocument, Paragraph, Table

COLUMNS = 78
"""Of a line, as mail programs leave it unbroken."""
GAP = 2
"""Columns between two cells."""


def text_file(text: str) -> bytes:
    """A text as a file for the editor of Windows, which knows UTF-8 by its mark and ends lines with two characters."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def plain(document: OfficeDocument, blank: str = "") -> str:
    """The document in lines of text that end with a line feed; `blank` stands where a cell waits to be filled in."""
    blocks = ("\n".join(line.rstrip() for line in _lines(block, blank)) for block in document.blocks)
    return "\n\n".join(blocks) + "\n"


def width(content: str) -> int:
    """How many columns the words take."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in content)


def wrapped(content: str, columns: int) -> list[str]:
    """The words in lines of at most so many columns, broken at spaces, and within a word that is longer than a line."""
    lines = [""]
    for word in content.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if width(joined) <= columns:
            lines[-1] = joined
            continue
        *full, remaining = _cut(word, columns)
        lines[-1:] = [lines[-1], *full, remaining] if lines[-1] else [*full, remaining]
    return lines


def _cut(word: str, columns: int) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign) > columns:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _lines(block: Block, blank: str) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text if block.level == 1 else f"[{block.text}]"
            if block.level == 1:
                yield "=" * min(width(block.text), COLUMNS)
        case Paragraph():
            yield from wrapped(block.text, COLUMNS)
        case Table():
            yield from _box(block, blank) if len(block.widths) == 1 else _grid(block, blank)


def _box(table: Table, blank: str) -> Iterator[str]:
    """A table of one column: its rows as paragraphs between two rules."""
    yield "-" * COLUMNS
    for number, (words,) in enumerate(table.rows):
        if number:
            yield ""
        yield from wrapped(words or blank, COLUMNS)
    yield "-" * COLUMNS


def _grid(table: Table, blank: str) -> Iterator[str]:
    """The cells side by side, each as wide as its share of the paper."""
    full_width = COLUMNS + GAP
    room = [max(2, full_width * row_cells // sum(table.widths) - GAP) for row_cells in table.widths]
    for number, row in enumerate(table.rows):
        cells = [wrapped(words or blank, columns) for words, columns in zip(row, room, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            yield "".join(part + " " * (columns - width(part) + GAP) for part, columns in zip(parts, room, strict=True))
        if table.head and not number:
            yield "-" * COLUMNS
