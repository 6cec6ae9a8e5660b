"""The guidebook, one route or one report in the editions asked for: each in a folder of its own below `print/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from guidebook.books.assembly import metadata_of
from guidebook.books.edition_files import (
    COPIED,
    PRINTING,
    EditionFiles,
    PrintOrder,
    copies_of,
    edition_files,
    one_print_sheet,
)
from guidebook.books.kept_books import Pending
from guidebook.books.print_formats import condition_for, print_formats, sized
from guidebook.books.subjects import subject_of
from guidebook.commands.examine import examine
from guidebook.commands.kept_templates import kept_templates
from guidebook.commands.other_processes import with_workers
from guidebook.images.published import print_pictures
from guidebook.load.folders import shown
from guidebook.model.diagnostic import Faults, has_errors, without_notes
from guidebook.model.outcome import Printed, PrintOutcome
from guidebook.model.print_format import PrintFormat
from guidebook.model.text import Text, text
from guidebook.output.manifest import NAME, is_ours, write_manifest
from guidebook.output.swap import replace_output
from guidebook.render.book.print_instructions import print_words
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.storage.paths import Paths
from guidebook.storage.steps import StepCache
from guidebook.storage.workers import Workers


@dataclass(frozen=True, slots=True)
class EditionRequest:
    """Which book in which editions. Without `route` and `program` it is the whole guidebook."""

    paths: Paths
    route: str | None = None
    program: str | None = None
    editions: tuple[str, ...] = ()
    size: str | None = None
    """Another trim size than A5, for editions that are not laid on office paper."""
    copies: Mapping[str, int] = field(default_factory=dict)
    """Edition → how many of it; under an empty name how many of each other one."""
    language: str | None = None


def make_editions(request: EditionRequest, begin: Callable[[Text], None] = lambda _: None) -> PrintOutcome:
    """Every edition asked for into `print/<what>/<edition>/`; on any error what lies there stays as it was."""
    begin(text("콘텐츠 읽기·검사"))
    paths = request.paths
    everything, faults = examine(paths.content)
    asked, unreadable = print_formats(request.editions, paths.templates)
    subject, unknown = subject_of(everything, paths.content, request.route, request.program)
    condition, lacking = condition_for(asked, everything, paths.content)
    # What is only good to know concerns visits and English pages, and belongs to `check`.
    faults = (*without_notes(faults), *unreadable, *unknown, *lacking)
    if has_errors(faults) or subject is None:
        return PrintOutcome(faults)
    formats = tuple(sized(print_format, request.size) for print_format in asked)
    context = _context(
        request, context_of(everything.public(), paths.templates, paths.packages, request.language), formats
    )
    commission = PrintOrder("guidebook", subject.name, f"print/{subject.id}", 1, condition)
    printed: list[Printed] = []

    @kept_templates(paths)
    @with_workers
    def make(staging: Path, workers: Workers) -> Faults:
        told: Faults = ()
        verdicts: list[Pending[Faults]] = []
        for print_format in formats:
            begin(text("{title} 제작", title=print_format.title))
            job = replace(commission, copies=copies_of(print_format.id, request.copies, 1))
            format_context = replace(context, print_format=print_format)
            book = subject.write(format_context)
            metadata = metadata_of(format_context, book.title)
            edition, more = edition_files(format_context, book, metadata, job, paths, workers)
            told += tuple(fault for fault in more if fault not in told)
            if edition is not None:
                printed.append(_write(format_context, edition, job, staging))
                verdicts.append(edition.verdict)
        told += tuple(fault for verdict in verdicts for fault in verdict.result() if fault not in told)
        if not has_errors(told):
            for sheet in sheets:
                (staging / sheet).write_bytes(one_print_sheet(staging / commission.place, formats))
        if not ours:
            write_manifest(staging)
        return told

    ours, sheets = is_ours(paths.output), _common_sheets(commission.place, formats)
    folders = (f"{commission.place}/{print_format.id}" for print_format in formats)
    entries = (*folders, *sheets, *(() if ours else (NAME,)))
    diagnostics = (*faults, *replace_output(paths.output, make, paths.checkout, paths.content, entries))
    StepCache(paths.steps).trim()
    shown_in = shown(paths.output.absolute())
    in_place = tuple(replace(edition, folder=f"{shown_in}/{edition.folder}") for edition in printed)
    return PrintOutcome(diagnostics, () if has_errors(diagnostics) else in_place)


def _context(request: EditionRequest, context: RenderContext, formats: Sequence[PrintFormat]) -> RenderContext:
    """The context with pictures fine enough for every paper."""
    papers = [print_format.sheet for print_format in formats]
    paths, dpi = request.paths, context.site.printing.dpi
    return replace(context, prints=print_pictures(context.catalogue, paths.content, paths.cache, dpi, papers))


def _common_sheets(place: str, formats: Sequence[PrintFormat]) -> tuple[str, ...]:
    """The sheet that tells how to print all editions, where there is more than one to copy."""
    several = sum(print_format.binding in COPIED for print_format in formats) > 1
    return (f"{place}/{PRINTING}",) if several else ()


def _write(context: RenderContext, edition: EditionFiles, commission: PrintOrder, staging: Path) -> Printed:
    """One edition into the staging folder."""
    place = f"{commission.place}/{context.print_format.id}"
    (staging / place).mkdir(parents=True)
    for name, octets in edition.files.items():
        (staging / place / name).write_bytes(octets)
    printing = print_words(edition.copier_job, context.words) if edition.copier_job else ""
    return Printed(context.print_format.title, place, tuple(sorted(edition.files)), edition.pages, printing)
