"""Imports a list of hygiene designations: reads it, lets it be compared, and writes what is proposed if asked to."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from guidebook.importers.content_files import write_content
from guidebook.importers.heading import heading
from guidebook.importers.hygiene import own_columns, propose
from guidebook.importers.limits import MOST_OCTETS, UnreadableError
from guidebook.importers.proposal import Proposal, Proposed
from guidebook.importers.register import is_register, register_rows
from guidebook.importers.restaurant_files import MARK, changed_file, file_name, new_file, sound
from guidebook.importers.sheets import Choice, choose
from guidebook.importers.spreadsheet import Sheet, sheets
from guidebook.load.content import load_content
from guidebook.load.disk_faults import content_unwritable
from guidebook.load.files import read_text
from guidebook.load.folders import shown
from guidebook.load.octets import read_given
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span, has_errors
from guidebook.model.text import Text, text

ZONE = ZoneInfo("Asia/Seoul")
"""In which a file was saved, wherever the computer stands."""
_TOO_MUCH = text("파일을 풀면 너무 커집니다.")
REASONS: dict[str, Text] = {
    "size": text("파일이 너무 큽니다."),
    "zip": text("엑셀 파일이 깨졌거나 잘렸습니다."),
    "encoding": text("글자 부호를 알 수 없습니다."),
    "old": text("옛 엑셀 형식(.xls)이거나 암호가 걸린 파일입니다. 엑셀에서 열어 암호 없는 .xlsx로 저장하세요."),
    "rows": text("줄이 너무 많거나 표의 꼴이 아닙니다."),
    "columns": text("칸이 너무 많거나 표의 꼴이 아닙니다."),
    "cells": text("칸이 너무 많습니다."),
    "strings": text("글자가 든 칸이 너무 많습니다."),
    "text": text("한 칸의 글이 너무 깁니다."),
    "styles": text("칸 꾸밈(스타일)이 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "merged": text("합친 칸이 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "sheets": text("시트가 너무 많습니다. 목록이 든 시트만 새 파일로 저장하세요."),
    "names": text("이름을 붙인 범위가 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "parts": text("엑셀 파일에 표가 아닌 것이 너무 많습니다. 값만 새 파일에 붙여 넣어 저장하세요."),
    "depth": _TOO_MUCH,
    "unpacked": _TOO_MUCH,
    "ratio": _TOO_MUCH,
    "values": _TOO_MUCH,
    "entities": text("XML에 개체 선언(DOCTYPE, ENTITY)이 있습니다. 이런 파일은 읽지 않습니다."),
    "hidden": text("보이는 시트가 없습니다. --sheet 뒤에 시트 이름을 적으세요."),
    "quotes": text("따옴표가 닫히지 않았거나 표의 꼴이 아닙니다."),
    "empty": text("목록이 비어 있습니다."),
    "json": text("JSON이 깨졌거나 C004 자료가 아닙니다."),
    "xml": text("XML이 깨졌거나 C004 자료가 아닙니다."),
}
"""Why a file cannot be used, by the word that an UnreadableError has."""
_ANOTHER = text("엑셀(.xlsx), CSV, 또는 식품안전나라에서 저장한 C004 파일을 온전히 다시 받아 적으세요.")


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
    given, faults = read_given(request.file, shown(request.file), MOST_OCTETS, _ANOTHER)
    if given is None or has_errors(loaded.diagnostics):
        return HygieneOutcome((*loaded.diagnostics, *faults))
    today = request.day or datetime.datetime.fromtimestamp(given.written, ZONE).date().isoformat()
    try:
        choice, proposal, faults = _proposal(request, given.octets, loaded.catalogue, today)
    except UnreadableError as error:
        faults = (Diagnostic(Span(shown(request.file)), "unreadable-list", REASONS[str(error)], _ANOTHER),)
        return HygieneOutcome((*loaded.diagnostics, *faults))
    faults = (*loaded.diagnostics, *faults)
    if proposal is None or has_errors(proposal.doubtful):
        return HygieneOutcome((*faults, *(proposal.doubtful if proposal else ())))
    if request.write:
        register = is_register(given.octets)
        faults += _write(request.content, request.file, loaded.catalogue, proposal, today, register)
    return HygieneOutcome(faults, proposal, today, choice)


def _proposal(
    request: HygieneRequest, octets: bytes, catalogue: Catalogue, today: str
) -> tuple[Choice, Proposal | None, tuple[Diagnostic, ...]]:
    named, own, file = request.columns or {}, own_columns(catalogue), shown(request.file)
    tables = (Sheet("", True, lambda: register_rows(octets)),) if is_register(octets) else sheets(octets)
    choice = choose(tables, request.sheet, lambda first: heading(first, named, own) is not None)
    if choice.sheet is None:
        return choice, None, (_no_sheet(file, request.sheet, tables),)
    legal = {dong: town for town, dongs in catalogue.merging.items() for dong in dongs}
    proposal = propose(choice.sheet.rows(), file, catalogue, legal, today, named)
    if proposal.columns is None and choice.hidden and request.sheet is None:
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


def _write(
    content: Path, file: Path, catalogue: Catalogue, proposal: Proposal, today: str, register: bool
) -> tuple[Diagnostic, ...]:
    folder = content / "restaurants"
    city = catalogue.site.city.name if catalogue.site else ""
    source = {
        "kind": "data" if register else "official",
        "publisher": "식품안전나라(식품의약품안전처)" if register else city,
        "title": "음식점 위생등급 지정 현황" if register else "위생등급 지정 업소 목록",
        "date": today,
        "via": f"{MARK}{file.name}",
    }
    faults: list[Diagnostic] = []
    try:
        for proposed in proposal.new:
            faults += _add(folder / file_name(proposed), new_file(proposed, source, today))
        for proposed in proposal.changed:
            faults += _change(folder, proposed, source, today)
    except OSError as error:
        faults.append(content_unwritable(folder, error))
    return tuple(faults)


def _add(path: Path, record: str) -> tuple[Diagnostic, ...]:
    if path.exists():  # somebody wrote it since the content was read
        message = text("그 사이에 생긴 파일이어서 그대로 두었습니다.")
        hint = text("내용을 살펴보고 같은 명령을 다시 실행하세요.")
        return (Diagnostic(Span(shown(path)), "already-there", message, hint, Severity.WARNING),)
    write_content(path, record)
    return ()


def _change(folder: Path, proposed: Proposed, source: dict[str, str], today: str) -> tuple[Diagnostic, ...]:
    assert proposed.into is not None, "a change has a record"
    path = folder / f"{proposed.into.id}.yml"
    old, faults = read_text(path, shown(path))
    if old is None:
        return faults
    new = changed_file(old, proposed, source, today)
    if new is not None and sound(new, proposed, path):
        write_content(path, new, "\r\n" if b"\r\n" in path.read_bytes() else "\n")
        return ()
    changes = ", ".join(f"{name}: {listed}" for name, _, listed in proposed.changes)
    message = text("이 파일의 줄을 알아볼 수 없어 고치지 않았습니다.")
    hint = text("다음 값을 직접 고치세요: {changes}", changes=changes)
    return (Diagnostic(Span(shown(path)), "unknown-lines", message, hint, Severity.WARNING),)
