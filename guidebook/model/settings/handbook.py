"""The table of a handbook: which documents it has, in which part each stands, what each is about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guidebook.model.record import Slug, SubRecord, Words


class HandbookEntry(SubRecord):
    """A document of the handbook."""

    file: Slug
    """Its name without the ending, which is the id of its page."""
    part: Slug
    """The id of the page that names its part."""
    summary: Words
    """What it is about, in a sentence for contents and lists."""
    book: bool = True
    """Whether it is printed, too: long references to look up are better on the website."""


class HandbookTable(SubRecord):
    """The file with the table: all documents, in the order in which they are read."""

    documents: Annotated[tuple[HandbookEntry, ...], Field(min_length=1)]
