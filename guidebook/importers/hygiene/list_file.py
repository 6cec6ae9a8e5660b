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
from guidebook.importers.reading.sheets import Choice, choose
from guidebook.importers.reading.spreadsheet import Sheet, sheets
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text

_TOO_MUCH = text("압축을 풀면 파일이 너무 커집니다.")
REASONS: dict[str, Text] = {
    "size": text("파일이 너무 큽니다."),
    "zip": text("엑셀 파일이 손상되었거나 일부만 있습니다."),
    "encoding": text("문자 인코딩을 알 수 없습니다."),
    "old": text("옛 엑셀 형식(.xls)이거나 암호가 걸린 파일입니다. 엑셀에서 열어 암호 없는 .xlsx로 저장하세요."),
    "rows": text("행이 너무 많거나 표 형식이 아닙니다."),
    "columns": text("열이 너무 많거나 표 형식이 아닙니다."),
    "cells": text("셀이 너무 많습니다."),
    "strings": text("글자가 든 셀이 너무 많습니다."),
    "text": text("한 셀의 글이 너무 깁니다."),
    "styles": text("셀 스타일이 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "merged": text("병합된 셀이 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "sheets": text("시트가 너무 많습니다. 목록이 든 시트만 새 파일로 저장하세요."),
    "names": text("이름이 정의된 범위가 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "parts": text("엑셀 파일에 표가 아닌 것이 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "depth": _TOO_MUCH,
    "unpacked": _TOO_MUCH,
    "ratio": _TOO_MUCH,
    "values": _TOO_MUCH,
    "entities": text("XML에 엔티티 선언(DOCTYPE, ENTITY)이 있습니다. 이런 파일은 읽지 않습니다."),
    "hidden": text("보이는 시트가 없습니다. --sheet 뒤에 시트 이름을 적으세요."),
    "quotes": text("따옴표가 닫히지 않았거나 표 형식이 아닙니다."),
    "empty": text("목록이 비어 있습니다."),
    "json": text("JSON이 손상되었거나 C004 자료가 아닙니다."),
    "xml": text("XML이 손상되었거나 C004 자료가 아닙니다."),
}
"""Why a file cannot be used, by the word that an UnreadableError has."""
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
        return choice, None, (_no_sheet(file, options.sheet, tables),)
    legal = {dong: town for town, dongs in catalogue.merging.items() for dong in dongs}
    proposal = propose(choice.sheet.rows(), file, catalogue, legal, options.today, named)
    if proposal.columns is None and choice.hidden and options.sheet is None:
        return choice, None, (_hidden(file, choice),)
    return choice, proposal, ()


def _no_sheet(file: str, name: str | None, tables: tuple[Sheet, ...]) -> Diagnostic:
    names = ", ".join(table.name for table in tables if table.name) or "-"
    if name is None:
        return Diagnostic(
            Span(file),
            "no-sheet",
            text("보이는 시트가 없습니다. 숨긴 시트: {names}", names=names),
            text("엑셀에서 시트를 보이게 하거나, --sheet 뒤에 시트 이름을 적으세요."),
        )
    return Diagnostic(
        Span(file),
        "no-sheet",
        text("'{name}' 시트가 없습니다.", name=name),
        text("이 파일에 있는 시트 가운데 하나를 적으세요: {names}", names=names),
    )


def _hidden(file: str, choice: Choice) -> Diagnostic:
    return Diagnostic(
        Span(file),
        "no-heading",
        text("보이는 시트에는 목록이 없고, 숨긴 시트에 있습니다: {names}", names=", ".join(choice.hidden)),
        text("그 시트를 읽으려면 --sheet 뒤에 이름을 적으세요."),
    )
