"""Completes tables: the line `표: …` above becomes the caption, heads get their scope, columns keep their alignment."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from guidebook.model.prose import TABLE_CAPTION

ALIGNMENTS = {"text-align:right": "right", "text-align:center": "center", "text-align:left": "left"}
"""The style that the reader gives a cell → the class that the style sheets know."""


def caption_tables(reader: MarkdownIt) -> None:
    """Give tables caption, scopes and classes as soon as blocks are known, before their text is read."""
    reader.core.ruler.after("block", "tables", _tables)


def _tables(state: StateCore) -> None:
    tokens: list[Token] = []
    head, first = False, False
    for token in state.tokens:
        if token.type == "table_open":
            caption = _caption(tokens)
            tokens += [token, *caption]
            continue
        if token.type in ("thead_open", "thead_close"):
            head = token.type == "thead_open"
        elif token.type == "tr_open":
            first = True
        elif token.type in ("td_open", "th_open"):
            _set_cell(token, head, first)
        elif token.type in ("td_close", "th_close"):
            token.tag = "th" if head or first else "td"
            first = False
        tokens.append(token)
    state.tokens = tokens


def _set_cell(token: Token, head: bool, first: bool) -> None:
    alignment = ALIGNMENTS.get(str(token.attrs.pop("style", "")))
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
