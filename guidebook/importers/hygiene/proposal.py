"""What an import of a hygiene list would do, as values: entries, what changes, what is left out and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guidebook.importers.reading.heading import Heading
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.records.restaurant import Restaurant

FIELDS = ("name", "kind", "address", "phone", "grade", "number", "start", "end", "cancelled")
"""What an import may write, in the order of a record."""

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Proposed:
    """One row that can be taken over: as a new record, or into the record `into`."""

    row: int
    key: str
    values: Values
    town: str | None
    into: Restaurant | None = None
    changes: tuple[tuple[str, str, str], ...] = ()
    """Field, what the record has, what the list has."""
    kept: tuple[tuple[str, str, str], ...] = ()
    """The same for fields that a person changed: they stay."""


@dataclass
class Proposal:
    """What an import would do. `doubtful` are diagnostics at their rows."""

    new: list[Proposed] = field(default_factory=list)
    changed: list[Proposed] = field(default_factory=list)
    unchanged: list[Proposed] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    doubtful: list[Diagnostic] = field(default_factory=list)
    mobiles: int = 0
    phones: int = 0
    """Numbers that could not be read."""
    columns: Heading | None = None
    """How the list's columns were understood."""
    label: str | None = None
    """The single label that every row was taken for, because the list has no column for grades."""
    totals: int = 0
    """Rows of sums."""
    remarks: list[str] = field(default_factory=list)
    """Rows that hold a single cell: what stands below or between the tables."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.new and not self.changed


def current_values(record: Restaurant) -> dict[str, str]:
    """What a record has in the fields of an import."""
    held = record.designation
    parts = {
        "name": record.name,
        "kind": record.kind,
        "address": record.address,
        "phone": record.phone,
        "grade": held.grade if held else None,
        "number": held.number if held else None,
        "start": held.start if held else None,
        "end": held.end if held else None,
        "cancelled": held.cancelled if held else None,
    }
    return {name: value for name, value in parts.items() if value is not None}


def imported_values(record: Restaurant) -> dict[str, str]:
    """What the last import wrote into a record."""
    pairs = (line.partition("=") for line in record.imported.values) if record.imported else ()
    return {name: value for name, _, value in pairs}


def differences(record: Restaurant, listed: Values) -> Iterator[tuple[str, str, str]]:
    """Fields in which list and record differ, as the list has them. What the list does not have says nothing."""
    current = current_values(record)
    for name in FIELDS:
        if name in listed and current.get(name, "") != listed[name]:
            yield name, current.get(name, ""), listed[name]
