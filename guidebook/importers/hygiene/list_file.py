"""Reads the file of a list of hygiene designations: which sheet, which columns, and why a file cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guidebook.importers.hygiene.columns import HYGIENE
from guidebook.importers.hygiene.proposal import Proposal
from guidebook.importers.hygiene.proposing import own_columns, propose
from guidebook.importers.hygiene.register import is_register, register_rows
from guidebook.importers.reading.heading import heading
from guidebook.importers.reading.limits import UnreadableError
from guidebook.importers.reading.refusals import REASONS, no_sheet, only_hidden
from guidebook.importers.reading.sheets import Choice, choose
from guidebook.importers.reading.spreadsheet import Sheet, sheets
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text

ANOTHER_FILE = text("엑셀(.xlsx), CSV, 또는 식품안전나라에서 저장한 C004 파일을 다시 내려받아 지정하세요.")
"""What to do where a file cannot be used."""


@dataclass(frozen=True, slots=True)
class ListOptions:
    """How a list is to be read."""

    file: str
    """As diagnostics name it."""
    today: str
    """The day of which the list speaks."""
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """Our name → the heading of its column, where the list's own headings do not tell."""


def read_list(
    octets: bytes, options: ListOptions, catalogue: Catalogue
) -> tuple[Choice | None, Proposal | None, tuple[Diagnostic, ...]]:
    """Which sheet was read and what it proposes, or why nothing was read."""
    try:
        return _proposal(octets, options, catalogue)
    except UnreadableError as error:
        unreadable = Diagnostic(Span(options.file), "unreadable-list", REASONS[str(error)], ANOTHER_FILE)
        return None, None, (unreadable,)


def _proposal(
    octets: bytes, options: ListOptions, catalogue: Catalogue
) -> tuple[Choice, Proposal | None, tuple[Diagnostic, ...]]:
    named, file = options.columns, options.file
    dialect = HYGIENE.with_own(own_columns(catalogue))
    tables = (Sheet("", True, lambda: register_rows(octets)),) if is_register(octets) else sheets(octets)
    choice = choose(tables, options.sheet, lambda first: heading(first, dialect, named) is not None)
    if choice.sheet is None:
        return choice, None, (no_sheet(file, options.sheet, tables),)
    legal = catalogue.merging.town_of
    proposal = propose(choice.sheet.rows(), file, catalogue, legal, options.today, named)
    if proposal.columns is None and choice.hidden and options.sheet is None:
        return choice, None, (only_hidden(file, choice),)
    return choice, proposal, ()
