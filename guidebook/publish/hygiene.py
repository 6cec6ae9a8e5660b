"""Imports a list of hygiene designations: reads it, lets it be compared, and writes what is proposed if asked to."""

from __future__ import annotations

import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from guidebook.importers.hygiene import Proposal, Proposed, propose
from guidebook.importers.register import is_register, register_rows
from guidebook.importers.spreadsheet import MOST_OCTETS, UnreadableError, rows
from guidebook.load.boundaries import FOLDER, TABLE, merging_table
from guidebook.load.content import load_content, shown
from guidebook.load.files import read_text
from guidebook.load.regular_files import IrregularError, TooLargeError, read_octets, real
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span, has_errors
from guidebook.model.text import Text, text
from guidebook.publish.content_files import content_unwritable, write_content
from guidebook.publish.restaurant_files import MARK, changed_file, file_name, new_file, sound

ZONE = ZoneInfo("Asia/Seoul")
"""In which a file was saved, wherever the computer stands."""
REASONS: dict[str, Text] = {
    "size": text("파일이 너무 큽니다."),
    "irregular": text("파일을 읽을 수 없습니다: 보통 파일이 아니라 폴더나 장치, 파이프입니다."),
    "zip": text("엑셀 파일이 깨졌거나 잘렸습니다."),
    "encoding": text("글자 부호를 알 수 없습니다."),
    "old": text("옛 엑셀 형식(.xls)이거나 암호가 걸린 파일입니다. 엑셀에서 열어 암호 없는 .xlsx로 저장하세요."),
    "rows": text("줄이 너무 많거나 표의 꼴이 아닙니다."),
    "quotes": text("따옴표가 닫히지 않았거나 표의 꼴이 아닙니다."),
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
        known = file.stat()
        octets = read_octets(real(file), MOST_OCTETS)
        today = day or datetime.datetime.fromtimestamp(known.st_mtime, ZONE).date().isoformat()
    except (TooLargeError, IrregularError) as error:
        return None, "", (_unreadable(file, REASONS["size" if isinstance(error, TooLargeError) else "irregular"]),)
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
    faults: list[Diagnostic] = []
    try:
        for proposed in proposal.new:
            write_content(folder / file_name(proposed), new_file(proposed, source, today))
        for proposed in proposal.changed:
            faults += _change(folder, proposed, source, today)
    except OSError as error:
        faults.append(content_unwritable(folder, error))
    return tuple(faults)


def _change(folder: Path, proposed: Proposed, source: dict[str, str], today: str) -> tuple[Diagnostic, ...]:
    assert proposed.into is not None, "a change has a record"
    path = folder / f"{proposed.into.id}.yml"
    old, faults = read_text(path, shown(path))
    if old is None:
        return faults
    new = changed_file(old, proposed, source, today)
    if sound(new, proposed, path):
        write_content(path, new, "\r\n" if b"\r\n" in path.read_bytes() else "\n")
        return ()
    changes = ", ".join(f"{name}: {listed}" for name, _, listed in proposed.changes)
    message = text("이 파일의 줄을 알아볼 수 없어 고치지 않았습니다.")
    hint = text("다음 값을 직접 고치세요: {changes}", changes=changes)
    return (Diagnostic(Span(shown(path)), "unknown-lines", message, hint, Severity.WARNING),)


def _unreadable(file: Path, reason: Text) -> Diagnostic:
    hint = text("엑셀(.xlsx), CSV, 또는 식품안전나라에서 저장한 C004 파일을 온전히 다시 받아 적으세요.")
    return Diagnostic(Span(shown(file)), "unreadable-list", reason, hint)
