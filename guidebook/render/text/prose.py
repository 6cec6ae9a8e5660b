"""Renders Markdown bodies as clean HTML, cut where a page asks for a block made from the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.token import Token
from markupsafe import Markup

from guidebook.markdown.cleaner import clean
from guidebook.markdown.document import reader, remembered
from guidebook.markdown.headings import slug
from guidebook.markdown.html import Link, Setting, heading_anchor
from guidebook.markdown.pictures import FIGURES
from guidebook.model.kinds import KINDS, Kinds
from guidebook.model.prose import BLOCK
from guidebook.model.source import Note, in_reading_order
from guidebook.render.text.embedded import NOTHING, Embedded

__all__ = ["Link", "Prose", "clean", "prose", "slug"]


class Piece(NamedTuple):
    """A part of a body, up to a place where the page asks for something made from the records."""

    html: Markup
    block: str
    """The name of what follows it; empty after the last piece."""
    level: int
    """Of headings inside the block: one below the heading over it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of a page's table of contents."""

    id: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Prose:
    """A rendered body."""

    pieces: tuple[Piece, ...]
    """The body cut at its `[[blocks]]`."""
    headings: tuple[Heading, ...]

    @property
    def html(self) -> Markup:
        """The whole body, for records that have no blocks."""
        return Markup("").join(piece.html for piece in self.pieces)


def prose(
    body: str,
    notes: Sequence[Note],
    link: Link,
    prefix: str = "",
    label: str = "{number}",
    *,
    tasks: tuple[str, str] = ("할 일", "한 일"),
    embedded: Embedded = NOTHING,
    lines: bool = False,
    kinds: Kinds = KINDS,
) -> Prose:
    """Render a body. `prefix` stands before every id, because a book has many bodies; `label` is a note's number.

    `tasks` is what the marks of tasks are called, `embedded` draws its pictures and addresses its files. With `lines`,
    which is for print, every block has the attribute `data-line`: the line of the body on which it begins, from 1.
    Links lead to records of `kinds`.
    """
    document = remembered(body)
    numbers = {
        note.id: number for number, note in enumerate(in_reading_order(tuple(notes), document.note_ids), start=1)
    }
    setting = Setting(link, kinds, numbers, prefix, label, tasks, paper=lines, attach=embedded.attach)
    pieces = tuple(
        Piece(_html(tokens, setting, embedded), block, level) for tokens, block, level in _cut(document.tokens)
    )
    return Prose(
        pieces, tuple(Heading(heading_anchor(prefix, title.id), title.text, title.level) for title in document.titles)
    )


def _html(tokens: Sequence[Token], setting: Setting, embedded: Embedded) -> Markup:
    """The tokens as clean HTML. Pictures come from our own templates and are not cleaned."""
    markdown, environment = reader(), {"setting": setting}
    parts: list[Markup] = []
    start = 0
    for position, token in enumerate((*tokens, None)):
        if token is None or token.type == FIGURES:
            parts.append(Markup(clean(markdown.renderer.render(tokens[start:position], markdown.options, environment))))
            start = position + 1
        if token is not None and token.type == FIGURES:
            line = token.meta["pictures"][0].line if setting.paper else 0
            parts.append(embedded.draw(token.meta["pictures"], line))
    return Markup("").join(parts)


def _cut(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], str, int]]:
    """The tokens up to each paragraph that only names a block, the name, and the level below the heading over it."""
    piece: list[Token] = []
    level = 2
    for position, token in enumerate(tokens):
        piece.append(token)
        block = BLOCK.match(tokens[position - 1].content) if token.type == "paragraph_close" else None
        if block and token.level == 0:
            yield piece[:-3], block[1], level
            piece = []
        elif token.type == "heading_open" and token.level == 0:
            level = min(int(token.tag[1:]) + 1, 6)
    yield piece, "", level
