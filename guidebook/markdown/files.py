"""Which files of `content/assets/` bodies link to, and on which lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from guidebook.markdown.document import KEPT, Document, remembered
from guidebook.markdown.links import Target
from guidebook.model.catalogue import Catalogue


def linked_names(catalogue: Catalogue) -> frozenset[str]:
    """The names of all files that bodies link to."""
    return frozenset(name for record in catalogue.bodied for name in names_in(record.body))


@lru_cache(maxsize=KEPT)
def names_in(body: str) -> frozenset[str]:
    """The names of all files that a body links to; kept, for several rules ask and reading takes long."""
    return frozenset(link.name for link in linked_files(remembered(body)))


@dataclass(frozen=True, slots=True)
class Named:
    """A file that a body names, and where."""

    name: str
    """Composed (NFC), without the folder."""
    line: int
    """Of the body, counted from 1."""
    column: int


def linked_files(document: Document) -> Iterator[Named]:
    """The files that links of the body lead to."""
    for run in document.tokens:
        for token, line in with_lines(run):
            target = Target.of(str(token.attrs.get("href", ""))) if token.type == "link_open" else None
            if target and target.file:
                yield Named(target.file, line, column_of(document, line, f"]({target.address}", f"](<{target.address}"))


def with_lines(run: Token) -> Iterator[tuple[Token, int]]:
    """The tokens of a run of text, each with the line of the body on which it stands."""
    line = (run.map or [0])[0] + 1
    for token in run.children or ():
        yield token, line
        if token.type in ("softbreak", "hardbreak"):
            line += 1


def column_of(document: Document, line: int, *piece: str) -> int:
    """The column of the line at which one of the texts begins; 1 where none does."""
    lines = document.source.split("\n")
    line_text = lines[line - 1] if line <= len(lines) else ""
    places = [place for text in piece if (place := line_text.find(text)) >= 0]
    return min(places, default=0) + 1
