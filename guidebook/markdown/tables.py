"""Completes tables: the line `표: …` above becomes the caption, heads get their scope, columns keep their alignment.

A column of figures or signs that has none is set flush right (`columns.py`).
"""

from __future__ import annotations

from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from guidebook.markdown.columns import figure_columns
from guidebook.model.prose import TABLE_CAPTION

ALIGNMENTS = {"text-align:right": "right", "text-align:center": "center", "text-align:left": "left"}
"""The style that the reader gives a cell → the class that the style sheets know."""


def caption_tables(reader: MarkdownIt) -> None:
    """Give tables caption, scopes and classes as soon as blocks are known, before their text is read."""
    reader.core.ruler.after("block", "tables", _tables)


def _tables(state: StateCore) -> None:
    tokens: list[Token] = []
    head, column = False, 0
    figures: frozenset[int] = frozenset()
    for place, token in enumerate(state.tokens):
        if token.type == "table_open":
            caption = _caption(tokens)
            tokens += [token, *caption]
            figures = figure_columns(_body(state.tokens[place:])) - {0}
            continue
        if token.type in ("thead_open", "thead_close"):
            head = token.type == "thead_open"
        elif token.type == "tr_open":
            column = 0
        elif token.type in ("td_open", "th_open"):
            _set_cell(token, head, column == 0, "right" if column in figures else "")
        elif token.type in ("td_close", "th_close"):
            token.tag = "th" if head or column == 0 else "td"
            column += 1
        tokens.append(token)
    state.tokens = tokens


def _body(tokens: list[Token]) -> list[list[str]]:
    """The cells of the first of these tables, row by row, without its head."""
    rows: list[list[str]] = []
    for before, token in pairwise(tokens):
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif before.type == "td_open":
            rows[-1].append(token.content)
    return [row for row in rows if row]


def _set_cell(token: Token, head: bool, first: bool, alignment: str) -> None:
    """Make it a head where it is one; an alignment that is written goes before what its column asks for."""
    alignment = ALIGNMENTS.get(str(token.attrs.pop("style", "")), alignment)
    if head or first:
        token.tag = "th"
        token.attrs["scope"] = "col" if head else "row"
    if alignment:
        token.attrs["class"] = alignment


def _caption(tokens: list[Token]) -> list[Token]:
    """Take the paragraph `표: …` off the end of `tokens`, if there is one, and return it as a caption."""
    if len(tokens) < 3 or tokens[-1].type != "paragraph_close" or "\n" in tokens[-2].content:
        return []
    match = TABLE_CAPTION.match(tokens[-2].content)
    if not match:
        return []
    opening, inline, closing = tokens[-3:]
    del tokens[-3:]
    inline.content = match["caption"]
    for token in (opening, closing):
        token.type = token.type.replace("paragraph", "caption")
        token.tag, token.hidden = "caption", False
    return [opening, inline, closing]
