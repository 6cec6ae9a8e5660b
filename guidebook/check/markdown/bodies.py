"""The bodies that rules look at: each parsed once, with the position of everything in its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from guidebook.markdown.document import Document, note_ids, remembered
from guidebook.markdown.files import names_in
from guidebook.model.catalogue import Catalogue, SourceMap
from guidebook.model.diagnostic import Span
from guidebook.model.kinds import Kind
from guidebook.model.records.bodied import Bodied, is_bodied


@dataclass(frozen=True, slots=True)
class Body:
    """The body of one record."""

    record: Bodied
    kind: Kind
    places: SourceMap
    document: Document
    lines: tuple[str, ...]
    """As written."""

    def at(self, line: int, column: int = 1) -> Span:
        """A place in the file; lines of the body count from 1."""
        return self.places.body(line, column)

    def begin(self, block: Token) -> Span:
        """Where a block begins: at its first letter."""
        line = first_line(block)
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return self.at(line, len(text) - len(text.lstrip()) + 1)

    def find(self, block: Token, piece: str) -> Span:
        """Where a piece of a block's text stands, or else where the block begins."""
        first, end = block.map or (0, 1)
        for number, line in enumerate(self.lines[first:end], start=first + 1):
            column = line.find(piece)
            if column >= 0:
                return self.at(number, column + 1)
        return self.begin(block)

    def prose_lines(self) -> Iterator[tuple[int, str]]:
        """Every line, counted from 1; lines of code are left out."""
        code = {
            number
            for token in self.document.tokens
            if token.type == "fence" and token.map
            for number in range(token.map[0] + 1, token.map[1] + 1)
        }
        yield from ((number, line) for number, line in enumerate(self.lines, start=1) if number not in code)


def first_line(block: Token) -> int:
    """The line of the body on which a block begins, from 1."""
    return (block.map or [0])[0] + 1


def bodies(catalogue: Catalogue) -> Iterator[Body]:
    """Every body of the content."""
    for record in catalogue.records:
        if is_bodied(record):
            document, lines = remembered(record.body), tuple(record.body.split("\n"))
            yield Body(record, catalogue.kind(record), catalogue.source_map(record), document, lines)


def forget_bodies() -> None:
    """Read every body anew."""
    for kept in (remembered, names_in, note_ids):
        kept.cache_clear()
