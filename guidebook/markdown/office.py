"""An office document of a body of Markdown: headings, paragraphs, lists and tables as plain blocks.

For papers whose words stand in a document that people read elsewhere, too, so that there is one source for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from guidebook.markdown.document import remembered
from guidebook.markdown.headings import plain
from guidebook.model.office import Block, Heading, OfficeDocument, Paragraph, Table

WIDTH, NAMES = 170, 35
"""Millimetres between the margins, and of the first column, which names the rows."""


def office_document(title: str, author: str, body: str) -> OfficeDocument:
    """The document. Code and rules are left out, and so are marks within a line."""
    return OfficeDocument(title, author, (Heading(title, 1), *_blocks(remembered(body).tokens)))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    inside: list[str] = []
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "inline" and "table" in inside:
            if inside[-1] in ("th", "td"):
                rows[-1].append(plain(token.children or ()))
        elif token.type == "inline":
            yield from _words(plain(token.children or ()), inside)
        elif token.nesting > 0:
            inside.append(token.type.removesuffix("_open"))
            if token.type == "tr_open":
                rows.append([])
        elif token.nesting < 0:
            inside.pop()
            if token.type == "table_close":
                yield Table(_widths(len(rows[0])), tuple(map(tuple, rows)))
                rows = []


def _words(words: str, inside: Sequence[str]) -> Iterator[Block]:
    if inside[-1] == "heading":
        yield Heading(words, 2)
    elif "list_item" in inside:
        yield Paragraph(f"- {words}")
    else:
        yield Paragraph(words)


def _widths(columns: int) -> tuple[int, ...]:
    """A narrow first column, and the rest shared out."""
    if columns == 1:
        return (WIDTH,)
    each = (WIDTH - NAMES) // (columns - 1)
    return (NAMES, *(each for _ in range(columns - 2)), WIDTH - NAMES - each * (columns - 2))
