"""The host's pack for one delegation, from beginning to end: what is printed, sent and pasted for a visit."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from guidebook.books.pack_faults import unknown_visit
from guidebook.books.print_formats import USUAL, condition_for, print_formats
from guidebook.books.visit_editions import VisitEditions, write_editions
from guidebook.books.visit_order import ordered, with_copies
from guidebook.books.visit_papers import write_office_files, write_sheets
from guidebook.commands.examine import examine_visits
from guidebook.commands.kept_templates import kept_templates
from guidebook.commands.other_processes import with_workers
from guidebook.load.folders import shown
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.outcome import Packed, PackOutcome
from guidebook.model.text import Text, text
from guidebook.output.manifest import NAME, is_ours, write_manifest
from guidebook.output.swap import replace_output
from guidebook.render.book.print_instructions import print_words
from guidebook.render.new_context import context_of
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.sheets import checklist_sheets
from guidebook.storage.paths import Paths
from guidebook.storage.steps import StepCache
from guidebook.storage.workers import Workers

STAGES = 3
"""How many stages a pack has, for the progress bar."""


@dataclass(frozen=True, slots=True)
class PackRequest:
    """Whose pack is to be made. Without a language it is the city's own."""

    paths: Paths
    visit: str
    language: str | None = None
    editions: tuple[str, ...] = ()
    """Others than the usual two, which every pack has."""
    copies: Mapping[str, int] = field(default_factory=dict)
    """Edition → how many of it, instead of the visit's own numbers; under an empty name how many of each other one."""
    today: str | None = None
    """The day on which it is made, if that is known: a planned visit lies ahead of it."""
    keep: bool = False
    """Whether what was made on the way is kept, so that the same visit is made again faster."""
    processes: int | None = None
    """How many processes may make its books; as a rule as many as there are cores."""


def make_pack(request: PackRequest, begin: Callable[[Text], None] = lambda _: None) -> PackOutcome:
    """Everything for one visit into `print/<id>/`; on any error what lies there stays as it was."""
    begin(text("콘텐츠 읽기·검사"))
    paths, id = replace(request.paths, private=True), request.visit
    catalogue, faults = examine_visits(paths.content, paths.output, request.today)
    visit = catalogue.visit(id)
    if visit is None and ("visit", id) not in catalogue.declared:
        faults = (*faults, unknown_visit(id, catalogue, shown(paths.content / "visits")))
    further = visit.editions if visit is not None else {}
    formats, unreadable = print_formats((*USUAL, *request.editions, *further), paths.templates)
    condition, lacking = condition_for(formats, catalogue, paths.content)
    faults += (*unreadable, *lacking)
    if visit is None or has_errors(faults):
        return PackOutcome(faults)
    context = context_of(catalogue, paths.templates, paths.packages, request.language)
    visit_context = ordered(context, with_copies(visit, request.copies), formats, paths)
    packed: Packed | None = None

    @kept_templates(paths)
    @partial(with_workers, most=request.processes)
    def make(staging: Path, workers: Workers) -> Faults:
        nonlocal packed
        folder = staging / "print" / id
        folder.mkdir(parents=True)
        begin(text("안내책자 PDF 제작"))
        editions, faults = write_editions(folder, visit_context, formats, condition, paths, workers)
        if editions is None:
            return faults
        begin(text("일정표와 기타 자료"))
        faults += _write_papers(folder, visit_context, editions, paths)
        packed = _packed(folder, visit_context, editions)
        if not ours:
            write_manifest(staging)
        return faults

    ours = is_ours(paths.output)
    entries = (f"print/{id}", *(() if ours else (NAME,)))
    diagnostics = (*faults, *replace_output(paths.output, make, paths.checkout, paths.content, entries))
    _clean(paths, request.keep)
    if has_errors(diagnostics) or packed is None:
        return PackOutcome(diagnostics)
    return PackOutcome(diagnostics, replace(packed, folder=shown((paths.output / "print" / id).absolute())))


def _clean(paths: Paths, keep: bool) -> None:
    """Nothing of a visit outlives its pack, unless that was asked for."""
    StepCache(paths.shared_steps).trim()
    if keep:
        StepCache(paths.steps).trim()
    else:
        shutil.rmtree(paths.steps, ignore_errors=True)


def _write_papers(folder: Path, visit_context: VisitContext, editions: VisitEditions, paths: Paths) -> Faults:
    words = visit_context.context.words
    printing = (print_words(editions.job, words), *_further(visit_context, editions))
    copies = {print_format.title: job.copies for print_format, job in editions.others}
    faults = write_sheets(folder, visit_context, checklist_sheets(visit_context, printing, copies), paths)
    write_office_files(folder, visit_context)
    return faults


def _packed(folder: Path, visit_context: VisitContext, editions: VisitEditions) -> Packed:
    """What the command says in the end; the folder's own name is known when it is in its place."""
    files = tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))
    printing = print_words(editions.job, visit_context.context.words)
    further = _further(visit_context, editions)
    return Packed("", files, editions.pages, sum(editions.job.sheets), printing, further)


def _further(visit_context: VisitContext, editions: VisitEditions) -> tuple[str, ...]:
    """How the copier prints each edition beside the folded booklet."""
    words = visit_context.context.words
    return tuple(f"{print_format.title} {print_words(job, words)}" for print_format, job in editions.others)
