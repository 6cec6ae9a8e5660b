"""What every import of records ends with: plan, judge, and write all of it or nothing.

What was written is examined like everything else; where `check` finds an error after all, every file is put back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guidebook.commands.examine import examine
from guidebook.importers.content_files import write_content
from guidebook.importers.records.entry import Entry, Plan, Proposal
from guidebook.importers.records.file_text import changed_text, new_text
from guidebook.importers.records.judging import judge
from guidebook.importers.records.line_lengths import line_faults, may_have_faults
from guidebook.importers.records.planning import Content, plan
from guidebook.load.disk_faults import content_unwritable
from guidebook.load.files import read_text
from guidebook.load.folders import shown
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span, has_errors
from guidebook.model.record import Record
from guidebook.model.text import text


@dataclass(frozen=True, slots=True)
class RecordsOutcome:
    """What was found. `proposals` are empty where the data cannot be used."""

    diagnostics: tuple[Diagnostic, ...]
    proposals: tuple[Proposal, ...] = ()
    written: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """The content that an import is for."""

    content: Path
    catalogue: Catalogue
    moment: str
    """Now: `2026-11-28 14:05`."""
    write: bool


def propose(entries: Iterable[Entry], proposal: Proposal, target: Target) -> None:
    """Plan every entry and judge what comes of it."""
    catalogue = target.catalogue
    plan(entries, proposal, Content(catalogue, lambda record: _raw(_file_of(target, record)), target.moment))
    judge(proposal, catalogue)
    looked_at = filter(may_have_faults, proposal.plans)
    files = ((planned, _text_of(planned, target)) for planned in looked_at)
    told = {fault.span for fault in proposal.faults}
    long = line_faults((planned, content) for planned, content in files if content)
    proposal.faults += [fault for fault in long if fault.span not in told]


def finish(proposals: tuple[Proposal, ...], target: Target) -> RecordsOutcome:
    """Write what is proposed if that is asked for and nothing is wrong with it."""
    faults = tuple(fault for proposal in proposals for fault in proposal.faults)
    if has_errors(faults) or not target.write:
        return RecordsOutcome(faults, proposals)
    journal, told, kept = _Journal(), [*faults], False
    try:
        for proposal in proposals:
            for planned in proposal.plans:
                told += _written(planned, target, journal)
        _, found = examine(target.content, target.moment[:10])
        told += (own := [fault for fault in found if fault.span.file in {shown(file) for file in journal.before}])
        kept = not has_errors(own)
    except OSError as error:
        told.append(content_unwritable(target.content, error))
    finally:
        if not kept:
            journal.take_back()
    return RecordsOutcome(tuple(told), proposals, kept and bool(journal.before))


@dataclass
class _Journal:
    """The files that were written, as they were before."""

    before: dict[Path, bytes | None] = field(default_factory=dict)

    def write(self, file: Path, content: str, old: bytes | None) -> None:
        """Write a file and remember it."""
        self.before[file] = old
        write_content(file, content, "\r\n" if old and b"\r\n" in old else "\n")

    def take_back(self) -> None:
        """Put every file back."""
        for file, old in self.before.items():
            if old is None:
                file.unlink(missing_ok=True)
            else:
                write_content(file, old.decode())
        self.before.clear()


def _written(planned: Plan, target: Target, journal: _Journal) -> Iterable[Diagnostic]:
    """Write one record, or say why it was left alone."""
    file = _file_of(target, planned.into) if planned.into else _folder(target, planned) / f"{planned.id}.yml"
    if planned.into is None:
        if file.exists():  # somebody wrote it since the content was read
            message = text("명령을 실행하는 동안 생긴 파일이어서 그대로 두었습니다.")
            hint = text("내용을 살펴보고 같은 명령을 다시 실행하세요.")
            return (Diagnostic(Span(shown(file)), "already-there", message, hint, Severity.WARNING),)
        file.parent.mkdir(exist_ok=True)
        journal.write(file, new_text(planned), None)
        return ()
    old, faults = read_text(file, shown(file))
    if old is None:
        return faults
    data, _, _ = parse(old, shown(file))
    new = changed_text(old, planned, data) if data is not None else None
    if new is None:
        changes = ", ".join(f"{name}: {listed}" for name, _, listed in planned.changes) or "imports"
        message = text("이 파일의 구조를 인식할 수 없어 수정하지 않았습니다.")
        hint = text("다음 값을 직접 수정하세요: {changes}", changes=changes)
        return (Diagnostic(Span(shown(file)), "unknown-lines", message, hint, Severity.WARNING),)
    journal.write(file, new, file.read_bytes())
    return ()


def _text_of(planned: Plan, target: Target) -> str | None:
    """What the file of a record would say; None where it cannot be changed."""
    if planned.into is None:
        return new_text(planned)
    file = _file_of(target, planned.into)
    old, _ = read_text(file, shown(file))
    data = parse(old, shown(file))[0] if old is not None else None
    return changed_text(old, planned, data) if old is not None and data is not None else None


def _raw(file: Path) -> Mapping[str, Any] | None:
    source, _ = read_text(file, shown(file))
    return parse(source, shown(file))[0] if source is not None else None


def _file_of(target: Target, record: Record) -> Path:
    """The file of a record: a visit may lie in a folder elsewhere."""
    kind = target.catalogue.kind(record)
    own = target.content / kind.folder / f"{record.id}{kind.suffix}"
    elsewhere = _elsewhere(target) if kind.private else None
    return own if elsewhere is None or own.exists() else elsewhere / own.name


def _folder(target: Target, planned: Plan) -> Path:
    kind = planned.entry.kind
    return (_elsewhere(target) if kind.private else None) or target.content / kind.folder


def _elsewhere(target: Target) -> Path | None:
    site = target.catalogue.site
    return target.content / site.visits_dir if site and site.visits_dir else None
