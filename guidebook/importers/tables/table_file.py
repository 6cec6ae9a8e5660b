"""Reads the file of a table: which sheet, which columns, and why a file cannot be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from guidebook.importers.reading.heading import DEEPEST, Dialect, Heading, heading, nearest_to_a_heading
from guidebook.importers.reading.limits import UnreadableError
from guidebook.importers.reading.refusals import REASONS, no_sheet, only_hidden
from guidebook.importers.reading.sheets import choose
from guidebook.importers.reading.spreadsheet import Row, Sheet, sheets
from guidebook.importers.records.entry import Entry, Origin, Proposal
from guidebook.importers.records.fields import fields_of
from guidebook.importers.tables.dialects import IDENTITY, dialect_of
from guidebook.importers.tables.rows import Setting, entries
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.kinds import Kind
from guidebook.model.settings.column_names import ID
from guidebook.model.text import Text, text

ANOTHER_FILE = text("엑셀(.xlsx)이나 CSV로 다시 저장해 지정하세요.")


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How a table is to be read."""

    kind: Kind
    file: str
    """As diagnostics name it."""
    origin: Origin
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """Our name → the heading of its column."""
    given: Mapping[str, str] = field(default_factory=dict)
    """Values of fields that no column has, the same for all rows."""


def read_table(octets: bytes, options: TableOptions, catalogue: Catalogue) -> tuple[Proposal, tuple[Entry, ...]]:
    """The entries of a table, and a proposal that holds what is wrong with it."""
    proposal = Proposal(options.kind, options.origin)
    try:
        return proposal, tuple(_entries(octets, options, catalogue, proposal))
    except UnreadableError as error:
        reason = REASONS[str(error)]
        proposal.faults.append(Diagnostic(Span(options.file), "unreadable-list", reason, ANOTHER_FILE))
        return proposal, ()


def _entries(octets: bytes, options: TableOptions, catalogue: Catalogue, proposal: Proposal) -> Iterator[Entry]:
    dialect = dialect_of(options.kind, catalogue)

    def found(first: Sequence[Row]) -> Heading | None:
        columns = heading(first, dialect, options.columns)
        return columns if columns and _tells_records(columns, options.kind) else None

    tables = sheets(octets)
    choice = choose(tables, options.sheet, lambda first: found(first) is not None)
    proposal.choice = choice
    if choice.sheet is None:
        proposal.faults.append(no_sheet(options.file, options.sheet, tables))
        return
    file = _named(options.file, choice.sheet)
    coming = choice.sheet.rows()
    first = list(islice(coming, DEEPEST))
    columns = found(first)
    lacking = [name for name in options.columns if columns and name not in columns.places]
    if columns is None or lacking:
        hidden = columns is None and bool(choice.hidden) and options.sheet is None
        fault = only_hidden(file, choice) if hidden else _no_heading(file, first, dialect, options, lacking)
        proposal.faults.append(fault)
        return
    proposal.columns = columns
    proposal.faults += _twice(file, first[columns.position], columns)
    setting = Setting(options.kind, file, columns, options.origin, catalogue, options.given)
    yield from entries(chain(first[columns.position + 1 :], coming), setting, proposal)


def _tells_records(columns: Heading, kind: Kind) -> bool:
    """Whether the rows below can be told apart: by an id, or by what people call a record."""
    return ID in columns.places or all(name in columns.places for name in IDENTITY[kind.key])


def _named(file: str, sheet: Sheet) -> str:
    return f"{file}[{sheet.name}]" if sheet.name else file


def _no_heading(
    file: str, first: list[Row], dialect: Dialect, options: TableOptions, lacking: Sequence[str]
) -> Diagnostic:
    """What is missing, what is there instead, and how to say which is which."""
    seen, there = nearest_to_a_heading(first, dialect)
    fields = fields_of(options.kind)
    needed = [name for name in IDENTITY[options.kind.key] if name not in (*there, *options.columns)]
    wanted = list(lacking) or needed or list(IDENTITY[options.kind.key])
    titles: list[Text | str] = [fields[name].label.title if name in fields else name for name in wanted]
    message = text(
        "{columns} 열을 찾지 못했습니다. 이 파일에 있는 열: {seen}",
        columns=titles[0] if len(titles) == 1 else ", ".join(map(str, titles)),
        seen=", ".join(cell[:30] for cell in seen[:30]) or "-",
    )
    hint = text(
        "그 열의 제목을 ‘--column {name}=제목’으로 지정하세요(여러 번 적을 수 있습니다). "
        "늘 그 제목이면 site.yml의 columns에 적으세요.",
        name=wanted[0],
    )
    return Diagnostic(Span(file), "no-heading", message, hint)


def _twice(file: str, row: Row, columns: Heading) -> Iterator[Diagnostic]:
    """Columns of one heading, of which nobody can say which is meant."""
    read = set(chain.from_iterable(columns.places.values()))
    for title in columns.twice:
        at = [place for place, cell in enumerate(columns.cells) if cell == title]
        if not read.issuperset(at):
            message = text("제목이 같은 열이 {count}개 있습니다: {title}", count=len(at), title=title[:30])
            hint = text("어느 열이 맞는지 알 수 없습니다. 나머지 열을 지우거나 제목을 바꾸고 다시 실행하세요.")
            yield Diagnostic(Span(file, row.number, at[1] + 1), "double-column", message, hint)
