"""The host's pack for one delegation, from beginning to end: what is printed, sent and pasted for a visit."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from guidebook.books.pack_faults import unknown_visit
from guidebook.books.print_formats import USUAL, condition_for, print_formats
from guidebook.books.visit_order import ordered, with_copies
from guidebook.commands.examine import examine_visits
from guidebook.commands.kept_templates import kept_templates
from guidebook.commands.other_processes import with_workers
from guidebook.commands.packs.archive import with_archive
from guidebook.commands.packs.files import write_pack
from guidebook.load.folders import shown
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.outcome import Packed, PackOutcome
from guidebook.model.print_format import PrintFormat
from guidebook.model.records.visit import Visit
from guidebook.model.text import Text, text
from guidebook.output.manifest import NAME, is_ours, write_manifest
from guidebook.output.swap import replace_output
from guidebook.render.new_context import context_of
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
    archive: bool = False
    """Whether all of it is wanted as one file, too."""


def make_pack(request: PackRequest, begin: Callable[[Text], None] = lambda _: None) -> PackOutcome:
    """Everything for one visit into `print/<id>/`; on any error what lies there stays as it was."""
    begin(text("콘텐츠 읽기·검사"))
    paths, id = replace(request.paths, private=True), request.visit
    catalogue, faults = examine_visits(paths.content, paths.output, request.today)
    visit = catalogue.visit(id)
    if visit is None and ("visit", id) not in catalogue.declared:
        faults = (*faults, unknown_visit(id, catalogue, shown(paths.content / "visits")))
    formats, unreadable = formats_for(visit, request.editions, paths.templates)
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
        packed, faults = write_pack(folder, visit_context, formats, condition, (paths, workers), begin)
        if packed is not None and request.archive:
            packed = with_archive(folder, visit, packed)
        if not ours:
            write_manifest(staging)
        return faults

    ours = is_ours(paths.output)
    entries = (f"print/{id}", *(() if ours else (NAME,)))
    diagnostics = (*faults, *replace_output(paths.output, make, paths.checkout, paths.content, entries))
    clean(paths, request.keep)
    if has_errors(diagnostics) or packed is None:
        return PackOutcome(diagnostics)
    return PackOutcome(diagnostics, replace(packed, folder=shown((paths.output / "print" / id).absolute())))


def formats_for(
    visit: Visit | None, editions: tuple[str, ...], templates: Path
) -> tuple[tuple[PrintFormat, ...], Faults]:
    """The usual two, those that are asked for, and those that the visit names itself."""
    further = visit.editions if visit is not None else {}
    return print_formats((*USUAL, *editions, *further), templates)


def clean(paths: Paths, keep: bool) -> None:
    """Nothing of a visit outlives its pack, unless that was asked for."""
    StepCache(paths.shared_steps).trim()
    if keep:
        StepCache(paths.steps).trim()
    else:
        shutil.rmtree(paths.steps, ignore_errors=True)
