"""A new record in the content: from answers, or like another one. Written only where `check` has no error in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from guidebook.commands.examine import examine
from guidebook.forms.fields_at import UncountedError, UnknownFieldError, is_written, merged, path_of, value_of
from guidebook.forms.needed import Needed, needed_values
from guidebook.forms.record_text import record_text
from guidebook.forms.suggested import copied, covered, suggested
from guidebook.importers.content_files import write_content
from guidebook.load.content import SITE
from guidebook.load.disk_faults import content_unwritable
from guidebook.load.files import read_text
from guidebook.load.folders import shown
from guidebook.load.front_matter import split
from guidebook.load.regular_files import Nature, fault_of, nature
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Faults, Span, has_errors
from guidebook.model.kinds import MARKDOWN, Kind
from guidebook.model.record import SLUG
from guidebook.model.text import printable, text
from guidebook.model.wording.suggestion import suggested_file, suggested_name
from guidebook.plan.local_words import label_in

LONGEST = 60
"""Letters of an id."""
OF_WINDOWS = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
"""Names of devices, by which Windows can open no file."""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """What is asked for."""

    content: Path
    kind: Kind
    id: str
    values: Mapping[str, str]
    """What is written, by the names of fields: `host.department`."""
    like: str = ""
    """The id of a record of the kind that is taken as it is, but for the values."""
    moment: str = ""
    """Now: `2026-11-28 14:05`."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the file will say, or what stands in the way."""

    file: Path | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    body: str = ""
    missing: tuple[Needed, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    catalogue: Catalogue | None = None
    """What is there already."""


def prepare(asked: NewRecord) -> Prepared:
    """Put together what is written, what is like another record's, and what need not be asked for."""
    unusable = _unusable(asked.id) or (_unusable(asked.like) if asked.like else ())
    if unusable:
        return Prepared(diagnostics=unusable)
    catalogue, found = examine(asked.content)
    folder = _folder(asked, catalogue)
    nowhere = _nowhere(asked, folder, catalogue, found)
    if nowhere:
        return Prepared(diagnostics=nowhere)
    file = folder / f"{asked.id}{asked.kind.suffix}"
    faults = _already_there(asked, catalogue, file)
    base, body, more = _like(asked, folder) if asked.like else ({}, "", ())
    values, wrong = _values(asked)
    if faults or more or wrong:
        return Prepared(diagnostics=(*faults, *more, *wrong))
    data = merged(base, values)
    data = {**suggested(asked.kind, data, catalogue, asked.moment), **data}
    data = dict(covered(asked.kind, data))
    needed = needed_values(asked.kind.model, lambda path: is_written(data, path))
    needed = tuple(replace(one, label=label_in(catalogue, one.label)) for one in needed)
    missing = tuple(one for one in needed if not is_written(data, one.path) and one.path[-1] != "covers")
    return Prepared(file, data, body, missing, catalogue=catalogue)


def write(asked: NewRecord, prepared: Prepared) -> tuple[Diagnostic, ...]:
    """Write the file and check it; where it has an error, nothing of it stays. What `check` says of it."""
    assert prepared.file is not None, "nothing stands in the way"
    file = prepared.file
    try:
        file.parent.mkdir(exist_ok=True)
        write_content(file, record_text(asked.kind, prepared.data, prepared.body))
    except OSError as error:
        return (content_unwritable(file.parent, error),)
    kept = False
    try:
        _, found = examine(asked.content, asked.moment[:10])
        told = tuple(diagnostic for diagnostic in found if diagnostic.span.file == shown(file))
        kept = not has_errors(told)
    finally:
        if not kept:
            file.unlink(missing_ok=True)
    return told


def _unusable(id: str) -> tuple[Diagnostic, ...]:
    """Why it can be no id: it becomes the name of a file and an address."""
    if OF_WINDOWS.fullmatch(id):
        message = text("Windows에서 파일 이름으로 쓸 수 없는 아이디입니다.")
        return (Diagnostic(Span(id), "bad-id", message, text("다른 아이디를 적으세요.")),)
    if re.search(SLUG, id) and len(id) <= LONGEST:
        return ()
    hint = text("영문 소문자, 숫자, 붙임표(-)로 {most}자까지 적으세요.", most=str(LONGEST))
    return (Diagnostic(Span(printable(id)), "bad-id", text("아이디로 쓸 수 없습니다."), hint),)


def _folder(asked: NewRecord, catalogue: Catalogue) -> Path:
    elsewhere = catalogue.site.visits_dir if catalogue.site and asked.kind.private else None
    return asked.content / (elsewhere or asked.kind.folder)


def _nowhere(asked: NewRecord, folder: Path, catalogue: Catalogue, found: Faults) -> Faults:
    """Why nothing can be written there: no content, no folder for visits, a file or a link in the folder's place."""
    if catalogue.site is None:
        places = (shown(asked.content), shown(asked.content / SITE))
        return tuple(fault for fault in found if fault.span.file in places)
    outside = asked.kind.private and catalogue.site.visits_dir is not None
    if outside:
        return tuple(fault for fault in found if fault.code == "no-visits-dir")
    lies = nature(folder)
    return () if lies in (Nature.FOLDER, Nature.MISSING) else (fault_of(lies, shown(folder)),)


def _already_there(asked: NewRecord, catalogue: Catalogue, file: Path) -> tuple[Diagnostic, ...]:
    kinds = {id: catalogue.kinds[key] for key, id in catalogue.declared}
    there = nature(file) is not Nature.MISSING
    if not (there or asked.id in kinds):
        return ()
    other = kinds.get(asked.id, asked.kind)
    taken = file if there else asked.content / other.folder / f"{asked.id}{other.suffix}"
    message = text("'{id}' 아이디를 쓰는 파일이 이미 있습니다.", id=asked.id)
    hint = text("다른 아이디를 적거나 그 파일을 수정하세요. 있는 파일은 바꾸지 않습니다.")
    return (Diagnostic(Span(shown(taken)), "already-there", message, hint),)


def _like(asked: NewRecord, folder: Path) -> tuple[Mapping[str, Any], str, tuple[Diagnostic, ...]]:
    """Values and body of the record that the new one is like."""
    file = folder / f"{asked.like}{asked.kind.suffix}"
    if not file.is_file():
        names = [path.stem for path in folder.glob(f"*{asked.kind.suffix}")]
        hint = suggested_file(asked.like, names, text("파일의 이름을 확장자 없이 적으세요."))
        return {}, "", (Diagnostic(Span(shown(file)), "no-such-file", text("파일이 없습니다."), hint),)
    source, faults = read_text(file, shown(file))
    body = ""
    if source is not None and asked.kind.suffix == MARKDOWN:
        parts, faults = split(source, shown(file))
        source, body = (parts.front, parts.body) if parts else (None, "")
    if source is None:
        return {}, "", faults
    data, _, faults = parse(source, shown(file))
    return (copied(asked.kind, data), body, ()) if isinstance(data, dict) else ({}, "", faults)


def _values(asked: NewRecord) -> tuple[Mapping[tuple[str, ...], Any], tuple[Diagnostic, ...]]:
    values: dict[tuple[str, ...], Any] = {}
    faults: list[Diagnostic] = []
    for name, written in asked.values.items():
        try:
            path, shape = path_of(asked.kind.model, name)
        except UncountedError:
            message = text("목록의 몇째 항목인지 알 수 없습니다: {name}", name=printable(name)[:LONGEST])
            hint = text("목록의 순서는 1부터 숫자로 적으세요.")
            faults.append(Diagnostic(Span(f"{asked.kind.folder}/{asked.id}"), "bad-number", message, hint))
            continue
        except UnknownFieldError as error:
            hint = suggested_name(
                error.name, error.known, text("쓸 수 있는 이름: {names}", names=", ".join(error.known))
            )
            message = text("'{name}' 항목이 없습니다.", name=name)
            faults.append(Diagnostic(Span(f"{asked.kind.folder}/{asked.id}"), "unknown-key", message, hint))
            continue
        values[path] = value_of(shape, written)
    return values, tuple(faults)
