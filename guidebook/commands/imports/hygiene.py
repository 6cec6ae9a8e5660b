"""Imports a list of hygiene designations: reads it, lets it be compared, and writes what is proposed if asked to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebook.importers.hygiene.list_file import ANOTHER_FILE, ListOptions, read_list
from guidebook.importers.hygiene.proposal import Proposal
from guidebook.importers.hygiene.register import is_register
from guidebook.importers.hygiene.restaurant_writing import source_of, write_proposal
from guidebook.importers.reading.limits import MOST_OCTETS
from guidebook.importers.reading.sheets import Choice
from guidebook.load.content import load_content
from guidebook.load.folders import shown
from guidebook.load.named_file import read_given
from guidebook.model.diagnostic import Diagnostic, has_errors


@dataclass(frozen=True, slots=True)
class HygieneRequest:
    """Which list is to be imported, and how it is to be read."""

    content: Path
    file: Path
    day: str | None = None
    """Of which the list speaks; the day on which the file was last written where left out."""
    write: bool = False
    sheet: str | None = None
    columns: Mapping[str, str] | None = None
    """Our name → the heading of its column, where the list's own headings do not tell."""


@dataclass(frozen=True, slots=True)
class HygieneOutcome:
    """What was found. `proposal` is None where the list cannot be used."""

    diagnostics: tuple[Diagnostic, ...]
    proposal: Proposal | None = None
    today: str = ""
    choice: Choice | None = None


def import_hygiene(request: HygieneRequest) -> HygieneOutcome:
    """Compare a list with the restaurants, and write what it proposes if that is asked for."""
    loaded = load_content(request.content)
    given, faults = read_given(request.file, shown(request.file), MOST_OCTETS, ANOTHER_FILE)
    if given is None or has_errors(loaded.diagnostics):
        return HygieneOutcome((*loaded.diagnostics, *faults))
    today = request.day or given.day
    options = ListOptions(shown(request.file), today, request.sheet, request.columns or {})
    choice, proposal, faults = read_list(given.octets, options, loaded.catalogue)
    faults = (*loaded.diagnostics, *faults)
    if proposal is None or has_errors(proposal.doubtful):
        return HygieneOutcome((*faults, *(proposal.doubtful if proposal else ())))
    if request.write:
        source = source_of(loaded.catalogue, request.file, today, is_register(given.octets))
        faults += write_proposal(request.content, proposal, source, today)
    return HygieneOutcome(faults, proposal, today, choice)
