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
from guidebook.books.subjects import Subject, subject_of
from guidebook.commands.examine import examine
from guidebook.commands.kept_templates import kept_templates
from guidebook.commands.other_processes import with_workers
from guidebook.images.published import print_pictures
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Faults, has_errors, without_notes
from guidebook.model.outcome import Printed, PrintOutcome
from guidebook.model.print_format import PrintFormat
from guidebook.model.text import Text, text
from guidebook.output.manifest import NAME, is_ours, write_manifest
from guidebook.output.swap import replace_output
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.office.print_instructions import print_words
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
    context = _context(request, everything, formats)
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
            own = replace(context, print_format=print_format)
            edition, more = _edition(own, subject, job, paths, workers)
            told += tuple(fault for fault in more if fault not in told)
            if edition is not None:
                printed.append(_write(own, edition, job, staging))
                verdicts.append(edition.verdict)
        told += tuple(fault for verdict in verdicts for fault in verdict.result() if fault not in told)
        for sheet in sheets if not has_errors(told) else ():
            (staging / sheet).write_bytes(one_print_sheet(staging / commission.place, formats))
        if not ours:
            write_manifest(staging)
        return told

    ours, sheets = is_ours(paths.output), _common_sheets(commission.place, formats)
    entries = (*_folders(commission.place, formats), *sheets, *(() if ours else (NAME,)))
    diagnostics = (*faults, *replace_output(paths.output, make, paths.checkout, paths.content, entries))
    StepCache(paths.steps).trim()
    return PrintOutcome(diagnostics, () if has_errors(diagnostics) else _in_place(printed, paths))


def _context(request: EditionRequest, everything: Catalogue, formats: Sequence[PrintFormat]) -> RenderContext:
    """The context with pictures fine enough for every paper."""
    papers, paths = [print_format.sheet for print_format in formats], request.paths
    context = context_of(everything.public(), paths.templates, paths.packages, request.language)
    dpi = context.site.printing.dpi
    return replace(context, prints=print_pictures(context.catalogue, paths.content, paths.cache, dpi, papers))


def _in_place(printed: Sequence[Printed], paths: Paths) -> tuple[Printed, ...]:
    """What was printed, with the folders as they are shown."""
    shown_in = shown(paths.output.absolute())
    return tuple(replace(edition, folder=f"{shown_in}/{edition.folder}") for edition in printed)


def _folders(place: str, formats: Sequence[PrintFormat]) -> tuple[str, ...]:
    """Where each edition will lie."""
    return tuple(f"{place}/{print_format.id}" for print_format in formats)


def _common_sheets(place: str, formats: Sequence[PrintFormat]) -> tuple[str, ...]:
    """The sheet that tells how to print all editions, where there is more than one to copy."""
    several = sum(print_format.binding in COPIED for print_format in formats) > 1
    return (f"{place}/{PRINTING}",) if several else ()


def _edition(
    context: RenderContext, subject: Subject, commission: PrintOrder, paths: Paths, workers: Workers
) -> tuple[EditionFiles | None, Faults]:
    """One edition."""
    book = subject.write(context)
    return edition_files(context, book, metadata_of(context, book.title), commission, paths, workers)


def _write(context: RenderContext, edition: EditionFiles, commission: PrintOrder, staging: Path) -> Printed:
    """One edition into the staging folder."""
    place = f"{commission.place}/{context.print_format.id}"
    (staging / place).mkdir(parents=True)
    for name, octets in edition.files.items():
        (staging / place / name).write_bytes(octets)
    printing = print_words(edition.copier_job, context.words) if edition.copier_job else ""
    return Printed(context.print_format.title, place, tuple(sorted(edition.files)), edition.pages, printing)
