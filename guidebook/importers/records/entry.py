"""One thing that other data speaks of, and what an import of many of them would do, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from guidebook.importers.reading.heading import Heading
from guidebook.importers.reading.sheets import Choice
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.kinds import Kind
from guidebook.model.record import Record
from guidebook.model.text import Text

Value = str | list[str]
"""As a file of content has it."""
NOBODY = "알 수 없음"
"""The publisher where nobody says who made the data: then its values need confirming."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the data comes from, as it will stand beside every value."""

    by: str
    """The import: `table`, `tourapi`."""
    kind: str
    publisher: str
    title: str
    date: str
    via: str
    """Begins with the import's mark, by which its own sources are found again."""

    @property
    def source(self) -> dict[str, Any]:
        """As a record names its sources, without what it covers."""
        return {
            "kind": self.kind,
            "publisher": self.publisher,
            "title": self.title,
            "date": self.date,
            "via": self.via,
        }


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, or one place of a reply."""

    kind: Kind
    key: str
    """By which it is known again in the next list."""
    name: str
    """What people call it."""
    id: str
    """The id that it names for itself, or the one that a new record gets."""
    named: bool
    """Whether it names its id itself: then no other record can be meant."""
    values: Mapping[str, Value]
    """By the names of fields: `point.lat`."""
    places: Mapping[str, Span]
    """Where each value stands."""
    place: Span
    """Where the whole stands."""
    origin: Origin
    headings: Mapping[str, Text] = field(default_factory=dict)
    """What the column of each value is called, for diagnostics."""
    notes: tuple[Text, ...] = ()
    """What a person has to decide: said, and written as comments above a new record."""
    comments: tuple[str, ...] = ()
    """Lines for the end of a new file, which only have to be completed and uncommented."""
    licence: str = ""
    """The number by which `import hygiene` knows the same restaurant."""
    question: Text | None = None
    """What has to be answered before there can be a new record of it."""
    contradiction: Text | None = None
    """Why nobody can say what the data says of it; no answer helps, only other data."""
    answer: Text | None = None
    """How the questions to it are answered, where not by a column of ids."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with one entry."""

    entry: Entry
    into: Record | None
    """The record that is there."""
    data: Mapping[str, Any]
    """All that its file will say."""
    changes: tuple[tuple[str, str, str], ...] = ()
    """Field, what the record has, what the data has."""
    kept: tuple[tuple[str, str, str], ...] = ()
    """The same for values that somebody else wrote: they stay."""

    @property
    def id(self) -> str:
        """Of the record."""
        return self.into.id if self.into else self.entry.id


@dataclass
class Proposal:
    """What an import would do."""

    kind: Kind
    origin: Origin
    new: list[Plan] = field(default_factory=list)
    changed: list[Plan] = field(default_factory=list)
    unchanged: list[Plan] = field(default_factory=list)
    questions: list[Diagnostic] = field(default_factory=list)
    """At entries that are left out until somebody answers."""
    doubts: list[Diagnostic] = field(default_factory=list)
    """At values that stay as they are until somebody answers."""
    faults: list[Diagnostic] = field(default_factory=list)
    """At wrong values: while there is one, nothing is written."""
    columns: Heading | None = None
    choice: Choice | None = None
    totals: int = 0
    remarks: list[str] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    """What is worth knowing besides."""

    def set_aside(self) -> None:
        """Make questions of the faults: entries with one are left out, and the others can be written."""
        wrong = {fault.span.file for fault in self.faults}
        self.questions += [replace(fault, severity=Severity.WARNING) for fault in self.faults]
        self.faults.clear()
        for plans in (self.new, self.changed):
            plans[:] = [plan for plan in plans if plan.entry.place.file not in wrong]

    @property
    def plans(self) -> tuple[Plan, ...]:
        """What there is to write."""
        return (*self.new, *self.changed)
