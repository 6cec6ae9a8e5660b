"""Cells of tables: bars inside code do not end a cell, and rows of other dialects become rows of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

_HIDDEN = "\ufdd0"
"""Stands for a bar in code while tables are read: a code point that no text may hold."""
_TICKS = re.compile(r"(?<!\\)`+")
SHOWN = 4
"""So many rows of a table are offered in a hint."""


def hide_pipes(line: str) -> str:
    """The line, as long as before, with the bars inside its code hidden from the reader of tables."""
    if "|" not in line or "`" not in line:
        return line
    runs = list(_TICKS.finditer(line))
    parts, done, position = [], 0, 0
    while position < len(runs):
        opening = runs[position]
        closing = next((n for n in range(position + 1, len(runs)) if len(runs[n][0]) == len(opening[0])), None)
        if closing is None:
            break
        parts += [line[done : opening.end()], line[opening.end() : runs[closing].start()].replace("|", _HIDDEN)]
        done, position = runs[closing].start(), closing + 1
    return "".join([*parts, line[done:]]).replace(f"\\{_HIDDEN}", "\\|")


def show_pipes(tokens: Iterable[Token]) -> None:
    """Put the bars back wherever the reader took them."""
    for token in tokens:
        if _HIDDEN in token.content:
            token.content = token.content.replace(_HIDDEN, "|")
        show_pipes(token.children or ())


def cells(row: str) -> list[str]:
    """The cells of a row of a Markdown table."""
    inner = hide_pipes(row).strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip().replace(_HIDDEN, "|") for cell in re.split(r"(?<!\\)\|", inner)]


def as_table(rows: Sequence[Sequence[str]]) -> str:
    """The first of the rows as a Markdown table; short ones get empty cells."""
    width = max(len(row) for row in rows)
    padded = [[*(" ".join(cell.split()) for cell in row), *[""] * (width - len(row))] for row in rows[:SHOWN]]
    lines = [f"| {' | '.join(row)} |" for row in padded]
    return "\n".join([lines[0], f"|{'---|' * width}", *lines[1:]])
