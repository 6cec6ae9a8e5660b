"""Imports any table into the records of one kind: reads it, lets it be compared, and writes what is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guidebook.commands.imports.records import RecordsOutcome, Target, finish, propose
from guidebook.importers.reading.limits import MOST_OCTETS
from guidebook.importers.records.entry import NOBODY, Origin
from guidebook.importers.records.own_sources import mark
from guidebook.importers.tables.table_file import ANOTHER_FILE, TableOptions, read_table
from guidebook.load.content import load_content
from guidebook.load.folders import shown
from guidebook.load.named_file import read_given
from guidebook.model.diagnostic import has_errors
from guidebook.model.kinds import Kind
from guidebook.model.source import SourceKind

BY = "table"


@dataclass(frozen=True, slots=True)
class TableRequest:
    """Which table is to be imported, as what, and how it is to be read."""

    content: Path
    file: Path
    kind: Kind
    moment: str
    """Now: `2026-11-28 14:05`."""
    day: str | None = None
    """Of which the table speaks; the day on which the file was last written where left out."""
    publisher: str | None = None
    title: str | None = None
    source_kind: str = SourceKind.OFFICIAL
    write: bool = False
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)


def import_table(request: TableRequest) -> RecordsOutcome:
    """Compare a table with the records, and write what it proposes if that is asked for."""
    loaded = load_content(request.content)
    given, faults = read_given(request.file, shown(request.file), MOST_OCTETS, ANOTHER_FILE)
    if given is None or has_errors(loaded.diagnostics):
        return RecordsOutcome((*loaded.diagnostics, *faults))
    origin = origin_of(request, request.day or given.day)
    options = TableOptions(
        request.kind, shown(request.file), origin, request.sheet, dict(request.columns), dict(request.given)
    )
    proposal, entries = read_table(given.octets, options, loaded.catalogue)
    target = Target(request.content, loaded.catalogue, request.moment, request.write)
    propose(entries, proposal, target)
    return finish((proposal,), target)


def origin_of(request: TableRequest, day: str) -> Origin:
    """What the values name as their source: what the user says, or no more than the file's name and day."""
    name = request.file.name
    kind = request.source_kind if request.publisher else SourceKind.UNKNOWN
    return Origin(BY, str(kind), request.publisher or NOBODY, request.title or name, day, f"{mark(BY)}{name}")
