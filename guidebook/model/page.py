"""A page of text that is no record of anything: overview, about."""

from __future__ import annotations

from enum import StrEnum

from guidebook.model.record import Record, Words
from guidebook.model.source import Note


class Block(StrEnum):
    """Something made from the records that a page can ask for; it stands after the text."""

    PROGRAM_TABLE = "program-table"
    SOURCES = "sources"


class Page(Record):
    """`content/pages/<id>.md`."""

    title: Words
    summary: Words
    order: int
    blocks: tuple[Block, ...] = ()
    book: bool = True
    """Whether the page is also a chapter of the guidebook."""
    notes: tuple[Note, ...] = ()
    body: str = ""
