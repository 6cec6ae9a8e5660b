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
from guidebook.markdown.pictures import FIGURES
from guidebook.model.prose import BLOCK
from guidebook.model.source import Note, in_reading_order
from guidebook.render.embedded import NOTHING, Embedded
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
    body: str,
    notes: Sequence[Note],
    link: Link,
    prefix: str = "",
    label: str = "{number}",
    *,
    embedded: Embedded = NOTHING,
    lines: bool = False,
) -> Prose:
    """Render a body. `prefix` stands before every id, because a book has many bodies; `label` is a note's number.

    `embedded` draws its pictures and addresses its files. With `lines`, every block has the attribute `data-line`:
    the line of the body on which it begins, from 1.
    """
    document = read(body)
    numbers = {note.id: number for number, note in enumerate(in_reading_order(tuple(notes), body), start=1)}
    setting = Setting(link, numbers, prefix, label, lines, embedded.attach)
    pieces = tuple((_html(tokens, setting, embedded), block) for tokens, block in _cut(document.tokens))
    return Prose(pieces, tuple(Heading(prefix + title.id, title.words, title.level) for title in document.titles))


def _html(tokens: Sequence[Token], setting: Setting, embedded: Embedded) -> Markup:
    """The tokens as clean HTML. Pictures come from our own templates and are not cleaned."""
    one, environment = reader(), {"setting": setting}
    parts: list[Markup] = []
    start = 0
    for position, token in enumerate((*tokens, None)):
        if token is None or token.type == FIGURES:
            parts.append(Markup(clean(one.renderer.render(tokens[start:position], one.options, environment))))
            start = position + 1
        if token is not None and token.type == FIGURES:
            line = token.meta["pictures"][0].line if setting.lines else 0
            parts.append(embedded.draw(token.meta["pictures"], line))
    return Markup("").join(parts)


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
