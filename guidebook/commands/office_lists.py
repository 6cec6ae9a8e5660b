"""Lists for the office, each as PDF and HWPX in a folder of `output/print/`: what is due, visits of a year or a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebook.books.office_files import office_files
from guidebook.check.ageing import as_notes
from guidebook.commands.examine import examine
from guidebook.commands.kept_templates import kept_templates
from guidebook.export.due_calendar import due_calendar
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Faults, has_errors, without_notes
from guidebook.output.manifest import NAME, is_ours, write_manifest
from guidebook.output.swap import PRINT, replace_output
from guidebook.plan.ageing import Due, ageing, due_by
from guidebook.plan.day import appointments
from guidebook.plan.tally import tally
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.office.day import day_document
from guidebook.render.office.due import due_document
from guidebook.render.office.year import year_document
from guidebook.storage.paths import Paths

DUE = "확인할-것"
CALENDAR = "확인할-날.ics"
Files = tuple[Mapping[str, bytes], Faults]


@dataclass(frozen=True, slots=True)
class Listed:
    """What was made, or what is wrong."""

    diagnostics: Faults
    folder: str = ""
    files: tuple[str, ...] = ()
    due: tuple[Due, ...] = ()


def due_notes(content: Path, today: str) -> tuple[Diagnostic, ...]:
    """What is due on that day, at the lines of the values. Nothing for content that cannot be read."""
    catalogue, _ = examine(content)
    return as_notes(due_by(catalogue, today))


def make_due_list(paths: Paths, today: str, moment: str, language: str | None = None) -> Listed:
    """The list of what is due on that day, and a calendar of all that will be."""
    catalogue, faults = examine(paths.content)
    if has_errors(faults):
        return Listed(without_notes(faults))
    found = due_by(catalogue, today)

    def files(context: RenderContext) -> Files:
        made, told = office_files(context, {DUE: due_document(context, found, today)}, moment, paths, long=True)
        dates = due_calendar(ageing(catalogue), context.site, moment, context.words)
        return ({**made, CALENDAR: dates} if made else {}), told

    return _made(catalogue, paths, DUE, files, language, found)


def make_year_report(paths: Paths, year: int, moment: str, language: str | None = None) -> Listed:
    """The visits of a year."""
    catalogue, faults = examine(paths.content)
    if has_errors(faults):
        return Listed(without_notes(faults))
    counted, name = tally(catalogue, year), f"{year}년-방문-현황"

    def files(context: RenderContext) -> Files:
        return office_files(context, {name: year_document(context, counted)}, moment, paths, long=True)

    return _made(catalogue, paths, name, files, language)


def make_day_sheet(paths: Paths, day: str, moment: str, language: str | None = None) -> Listed:
    """All visits of a day on one sheet."""
    catalogue, faults = examine(paths.content)
    if has_errors(faults):
        return Listed(without_notes(faults))
    found, name = appointments(catalogue, day), f"{day}-방문-일정"

    def files(context: RenderContext) -> Files:
        return office_files(context, {name: day_document(context, day, found)}, moment, paths, long=True)

    return _made(catalogue, paths, name, files, language)


def _made(
    catalogue: Catalogue,
    paths: Paths,
    name: str,
    files: Callable[[RenderContext], Files],
    language: str | None,
    found: tuple[Due, ...] = (),
) -> Listed:
    context = context_of(catalogue.public(), paths.templates, paths.packages, language)
    place, ours, names = f"{PRINT}/{name}", is_ours(paths.output), []

    @kept_templates(paths)
    def make(staging: Path) -> Faults:
        made, told = files(context)
        (staging / place).mkdir(parents=True)
        for file, octets in made.items():
            (staging / place / file).write_bytes(octets)
            names.append(file)
        if not ours:
            write_manifest(staging)
        return told

    entries = (place, *(() if ours else (NAME,)))
    diagnostics = replace_output(paths.output, make, paths.checkout, paths.content, entries)
    folder = f"{shown(paths.output.absolute())}/{place}"
    return Listed(diagnostics) if has_errors(diagnostics) else Listed(diagnostics, folder, tuple(sorted(names)), found)
