"""A word of the field that readers may not know; the glossary and the index of the book are made of these."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guidebook.model.record import Record, Slug, Words
from guidebook.model.source import Source


class Term(Record):
    """`content/terms/<id>.yml`."""

    name: Words
    also: tuple[Words, ...] = ()
    """What else it is called; the index leads from these too."""
    aliases: tuple[Words, ...] = ()
    """Words that search takes for the name, beside `also`: misspellings, colloquial and foreign ones. Nowhere shown."""
    meaning: Words
    """Two sentences: what it is, and what it has to do with this city."""
    programs: tuple[Slug, ...] = ()
    """The reports that turn on it."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]

    @property
    def doubtful(self) -> bool:
        """Whether a part of it rests on a blog or an unnamed source: one of the sentences then needs confirming."""
        return any(source.doubtful for source in self.sources)
