"""Imports a list of hygiene designations: reads it, lets it be compared, and writes what is proposed if asked to."""

from __future__ import annotations

import datetime
from pathlib import Path

from guidebook.importers.hygiene import Proposal, propose
from guidebook.importers.register import is_register, register_rows
from guidebook.importers.spreadsheet import UnreadableError, rows
from guidebook.load.boundaries import FOLDER, TABLE, merging_table
from guidebook.load.content import load_content, shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Span, has_errors
from guidebook.model.text import Text, text
from guidebook.publish.output_folder import unwritable
from guidebook.publish.restaurant_files import MARK, changed_file, file_name, new_file, write

REASONS: dict[str, Text] = {
    "size": text("파일이 너무 큽니다."),
    "zip": text("엑셀 파일이 깨졌거나 잘렸습니다."),
    "encoding": text("글자 부호를 알 수 없습니다."),
    "rows": text("줄이 너무 많거나 표의 꼴이 아닙니다."),
    "empty": text("목록이 비어 있습니다."),
    "json": text("JSON이 깨졌거나 C004 자료가 아닙니다."),
    "xml": text("XML이 깨졌거나 C004 자료가 아닙니다."),
}


def import_hygiene(
    content: Path, file: Path, day: str | None, write_it: bool
) -> tuple[Proposal | None, str, tuple[Diagnostic, ...]]:
    """The proposal and the day it speaks of: `day`, else the day on which the file was last written."""
    loaded = load_content(content)
    table, faults = merging_table(content, shown(content / FOLDER / TABLE))
    faults = (*loaded.diagnostics, *faults)
    try:
        octets = file.read_bytes()
        today = day or datetime.datetime.fromtimestamp(file.stat().st_mtime, datetime.UTC).date().isoformat()
    except OSError as error:
        return None, "", (_unreadable(file, text("파일을 읽을 수 없습니다: {reason}", reason=error.strerror)),)
    if has_errors(faults):
        return None, today, faults
    legal = {dong: town for town, dongs in table.items() for dong in dongs}
    try:
        read = register_rows(octets) if is_register(octets) else rows(octets)
        proposal = propose(read, shown(file), loaded.catalogue, legal, today)
    except UnreadableError as error:
        return None, today, (*faults, _unreadable(file, REASONS[str(error)]))
    if has_errors(proposal.doubtful):
        return None, today, (*faults, *proposal.doubtful)
    if write_it:
        faults = (*faults, *_write(content, file, loaded.catalogue, proposal, today, is_register(octets)))
    return proposal, today, faults


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
    try:
        for proposed in proposal.new:
            write(folder / file_name(proposed), new_file(proposed, source, today))
        for proposed in proposal.changed:
            assert proposed.into is not None, "a change has a record"
            path = folder / f"{proposed.into.id}.yml"
            write(path, changed_file(path.read_text(encoding="utf-8"), proposed, source, today))
    except OSError as error:
        fault = unwritable(folder, error)
        if fault is None:
            raise
        return (fault,)
    return ()


def _unreadable(file: Path, reason: Text) -> Diagnostic:
    hint = text("엑셀(.xlsx), CSV, 또는 식품안전나라에서 저장한 C004 파일을 온전히 다시 받아 적으세요.")
    return Diagnostic(Span(shown(file)), "unreadable-list", reason, hint)
