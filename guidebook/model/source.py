"""Where a fact comes from, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from guidebook.model.records.record import Part, PartialDate, Words

ADDRESS = r"^https?://[^\s<>\"]+$"
Address = Annotated[str, StringConstraints(pattern=ADDRESS)]
"""A whole web address."""


class SourceKind(StrEnum):
    """Who speaks. What rests only on a blog or an unknown source is shown as "확인 필요"."""

    REPORT = "report"
    OFFICIAL = "official"
    NEWS = "press"
    DATA = "data"
    BLOG = "blog"
    UNKNOWN = "unknown"


class Source(Part):
    """One source in the words that the public reads; `via` says where it was fetched and stays in the file."""

    kind: SourceKind
    publisher: Words
    """Who published it, e.g. 당진시 or 중도일보."""
    title: Words | None = None
    date: PartialDate | None = None
    url: Address | None = None
    """A public address, shown as a link; only where one is known for certain."""
    via: Words | None = None

    @property
    def doubtful(self) -> bool:
        """Whether a fact that rests on this alone needs confirming."""
        return self.kind in (SourceKind.BLOG, SourceKind.UNKNOWN)


class Note(Part):
    """A remark on a passage: that other records differ, or that a figure of the source document is lost.

    A passage points at it with `[^id]` in the Markdown body; a note nothing points at stands for the whole report.
    """

    id: Words
    text: Words
    sources: tuple[Source, ...] = ()


def in_reading_order(notes: tuple[Note, ...], referred: Sequence[str]) -> tuple[Note, ...]:
    """The notes as the body refers to them, whose ids in the order of reading are `referred`.

    Those of the whole report, to which no passage refers, come last.
    """
    places = {id: place for place, id in enumerate(referred)}
    return tuple(sorted(notes, key=lambda note: places.get(note.id, len(places))))
