"""Markdown bodies as clean HTML, cut where a page asks for something made from the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from markupsafe import Markup

from guidebook.markdown.cleaner import clean
from guidebook.markdown.document import read, reader
from guidebook.markdown.headings import slug
from guidebook.markdown.html import Link, Setting
from guidebook.model.prose import BLOCK
from guidebook.model.source import Note, in_reading_order
from guidebook.render.page import Heading

__all__ = ["Link", "Prose", "clean", "prose", "slug"]


@dataclass(frozen=True, slots=True)
class Prose:
    """A rendered body."""

    pieces: tuple[tuple[Markup, str], ...]
    """The body cut at its `[[blocks]]`: HTML, and the name of the block that follows it; empty after the last."""
    headings: tuple[Heading, ...]

    @property
    def html(self) -> Markup:
        """The whole body, for records that have no blocks."""
        return Markup("").join(html for html, _ in self.pieces)


def prose(
    body: str, notes: Sequence[Note], link: Link, prefix: str = "", label: str = "{number}", *, lines: bool = False
) -> Prose:
    """Render a body. `prefix` stands before every id, because a book has many bodies; `label` is a note's number.

    With `lines`, every block has the attribute `data-line`: the line of the body on which it begins, from 1.
    """
    document = read(body)
    numbers = {note.id: number for number, note in enumerate(in_reading_order(tuple(notes), body), start=1)}
    setting = Setting(link, numbers, prefix, label, lines)
    one, environment = reader(), {"setting": setting}
    pieces = tuple(
        (Markup(clean(one.renderer.render(tokens, one.options, environment))), block)
        for tokens, block in _cut(document.tokens)
    )
    return Prose(pieces, tuple(Heading(prefix + title.id, title.words, title.level) for title in document.titles))


def _cut(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], str]]:
    """The tokens up to each paragraph that only names a block, and the name."""
    piece: list[Token] = []
    for position, token in enumerate(tokens):
        piece.append(token)
        found = BLOCK.match(tokens[position - 1].content) if token.type == "paragraph_close" else None
        if found and token.level == 0:
            yield piece[:-3], found[1]
            piece = []
    yield piece, ""
