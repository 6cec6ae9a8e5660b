"""Lists for the office, each as PDF and HWPX in a folder of `output/print/`: what is due, visits of a year or a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from guidebook.books.office_files import office_files
from guidebook.check.ageing import as_notes
from guidebook.commands.examine import examine
from guidebook.commands.kept_templates import kept_templates
from guidebook.commands.packs.one_visit import clean
from guidebook.export.due_calendar import due_calendar
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Faults, has_errors, without_notes
from guidebook.model.office import OfficeDocument
from guidebook.output.manifest import NAME, is_ours, write_manifest
from guidebook.output.swap import PRINT, replace_output
from guidebook.plan.ageing import ageing, due_by
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


def due_notes(content: Path, today: str) -> tuple[Diagnostic, ...]:
    """What is due on that day, at the lines of the values. Nothing for content that cannot be read."""
    catalogue, _ = examine(content)
    return as_notes(due_by(catalogue, today))


def make_due_list(paths: Paths, today: str, moment: str, language: str | None = None) -> Listed:
    """The list of what is due on that day, and a calendar of all that will be."""

    def files(catalogue: Catalogue, office: _Office) -> Files:
        made, told = office(DUE, lambda context: due_document(context, due_by(catalogue, today), today))
        dates = due_calendar(ageing(catalogue), office.context.site, moment, office.context.words)
        return ({**made, CALENDAR: dates} if made else {}), told

    return _made(paths, DUE, moment, language, files)


def make_year_report(paths: Paths, year: int, moment: str, language: str | None = None) -> Listed:
    """The visits of a year."""
    name = f"{year}년-방문-현황"

    def files(catalogue: Catalogue, office: _Office) -> Files:
        return office(name, lambda context: year_document(context, tally(catalogue, year)))

    return _made(paths, name, moment, language, files)


def make_day_sheet(paths: Paths, day: str, moment: str, language: str | None = None) -> Listed:
    """All visits of a day on one sheet."""
    name = f"{day}-방문-일정"

    def files(catalogue: Catalogue, office: _Office) -> Files:
        return office(name, lambda context: day_document(context, day, appointments(catalogue, day)))

    return _made(paths, name, moment, language, files)


@dataclass(frozen=True, slots=True)
class _Office:
    """Makes the files of a document."""

    context: RenderContext
    moment: str
    paths: Paths

    def __call__(self, name: str, write: Callable[[RenderContext], OfficeDocument]) -> Files:
        return office_files(self.context, {name: write(self.context)}, self.moment, self.paths, long=True)


def _made(
    paths: Paths, name: str, moment: str, language: str | None, files: Callable[[Catalogue, _Office], Files]
) -> Listed:
    """What `files` makes of the content, in `print/<name>/`. It may name delegations: none of it stays in the cache."""
    catalogue, faults = examine(paths.content)
    if has_errors(faults):
        return Listed(without_notes(faults))
    paths = replace(paths, private=True)
    office = _Office(context_of(catalogue.public(), paths.templates, paths.packages, language), moment, paths)
    place, ours, names = f"{PRINT}/{name}", is_ours(paths.output), []

    @kept_templates(paths)
    def make(staging: Path) -> Faults:
        made, told = files(catalogue, office)
        (staging / place).mkdir(parents=True)
        for file, octets in made.items():
            (staging / place / file).write_bytes(octets)
            names.append(file)
        if not ours:
            write_manifest(staging)
        return told

    entries = (place, *(() if ours else (NAME,)))
    diagnostics = replace_output(paths.output, make, paths.checkout, paths.content, entries)
    clean(paths, keep=False)
    if has_errors(diagnostics):
        return Listed(diagnostics)
    return Listed(diagnostics, f"{shown(paths.output.absolute())}/{place}", tuple(sorted(names)))
