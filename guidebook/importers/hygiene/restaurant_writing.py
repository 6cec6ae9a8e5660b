"""Writes what a list proposes into the restaurants of the content."""

from __future__ import annotations

from pathlib import Path

from guidebook.importers.content_files import write_content
from guidebook.importers.hygiene.proposal import Proposal, Proposed
from guidebook.importers.hygiene.restaurant_files import MARK, changed_file, file_name, new_file, sound
from guidebook.load.disk_faults import content_unwritable
from guidebook.load.files import read_text
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import text


def source_of(catalogue: Catalogue, file: Path, today: str, register: bool) -> dict[str, str]:
    """What imported values name as their source: the national register, or the city's own list."""
    city = catalogue.site.city.name if catalogue.site else ""
    return {
        "kind": "data" if register else "official",
        "publisher": "식품안전나라(식품의약품안전처)" if register else city,
        "title": "음식점 위생등급 지정 현황" if register else "위생등급 지정 업소 목록",
        "date": today,
        "via": f"{MARK}{file.name}",
    }


def write_proposal(content: Path, proposal: Proposal, source: dict[str, str], today: str) -> tuple[Diagnostic, ...]:
    """New restaurants as new files, changes into the files that there are."""
    folder = content / "restaurants"
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
        message = text("명령을 실행하는 동안 생긴 파일이어서 그대로 두었습니다.")
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
    message = text("이 파일의 구조를 인식할 수 없어 수정하지 않았습니다.")
    hint = text("다음 값을 직접 수정하세요: {changes}", changes=changes)
    return (Diagnostic(Span(shown(path)), "unknown-lines", message, hint, Severity.WARNING),)
