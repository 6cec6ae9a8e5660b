"""Tells dates from list numbers: `2026. 3. 1.` and `3. 1.` are dates, `1. 가` begins a list."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block

_DATE = re.compile(r"\d{4,}\.|\d{1,2}\.\s+\d{1,2}\.(?!\d)")
"""A year, or a month and a day."""


def is_date(line: str) -> bool:
    """Whether the line begins with a date, and so with no item of a list."""
    return bool(_DATE.match(line.lstrip()))


def keep_dates(reader: MarkdownIt) -> None:
    """Let no date begin a list, and none go on as the next item of one."""
    reader.block.ruler.at("list", _list_block, {"alt": ["paragraph", "reference", "blockquote"]})
    reader.block.ruler.before("list", "date", _date, {"alt": ["list"]})


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _date(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return silent and is_date(_line(state, start))


def _list_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return not is_date(_line(state, start)) and list_block(state, start, end, silent)
