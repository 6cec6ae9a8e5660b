"""The booklet of a visit in every edition asked for, in the folder of its pack."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from guidebook.books.edition_files import PRINTING, EditionFiles, PrintOrder, edition_files, one_print_sheet
from guidebook.books.kept_books import Pending
from guidebook.books.print_formats import USUAL
from guidebook.books.visit_booklet import STYLE, plain_book, visit_book
from guidebook.books.visit_papers import metadata_of_visit
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.print_format import PrintFormat
from guidebook.pdf.icc import OutputProfile
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.office.print_instructions import CopierJob
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.foreign import file_name
from guidebook.storage.paths import Paths
from guidebook.storage.workers import Workers

BOOKLET = "안내책자"
SCREEN, COPIER = f"{BOOKLET}-화면용.pdf", f"{BOOKLET}-복사기용.pdf"


@dataclass(frozen=True, slots=True)
class VisitEditions:
    """What was made: the folded booklet that every pack has, and what is printed beside it."""

    pages: int
    job: CopierJob
    """How the copier prints the folded booklet."""
    others: tuple[tuple[PrintFormat, CopierJob], ...]


def write_editions(
    folder: Path,
    visit_context: VisitContext,
    formats: Sequence[PrintFormat],
    condition: OutputProfile | None,
    paths: Paths,
    workers: Workers,
) -> tuple[VisitEditions | None, Faults]:
    """All editions into `folder`, or what is wrong; `condition` is what a printing house prints to."""
    book, faults = visit_book(visit_context, paths, workers)
    if book is None:
        return None, faults
    pages, job, others = 0, None, list[tuple[PrintFormat, CopierJob]]()
    verdicts: list[Pending[Faults]] = []
    for print_format in formats:
        edition, more = _edition(visit_context, print_format, book, condition, (paths, workers))
        faults += tuple(fault for fault in more if fault not in faults)
        if edition is None:
            return None, (*faults, *_told(verdicts))
        verdicts.append(edition.verdict)
        _write(folder if print_format.id in USUAL else folder / print_format.id, edition)
        if print_format.folded:
            pages, job = edition.pages, edition.copier_job
        elif edition.copier_job is not None:
            others.append((print_format, edition.copier_job))
    faults += tuple(fault for fault in _told(verdicts) if fault not in faults)
    if has_errors(faults):
        return None, faults
    if others:
        own = (folder / PRINTING).read_bytes()
        (folder / PRINTING).write_bytes(own + b"\r\n" + one_print_sheet(folder, formats).removeprefix(BOM_UTF8))
    assert job is not None, "every pack has the booklet for the copier"
    return VisitEditions(pages, job, tuple(others)), faults


def _edition(
    visit_context: VisitContext,
    print_format: PrintFormat,
    book: Manuscript,
    condition: OutputProfile | None,
    means: tuple[Paths, Workers],
) -> tuple[EditionFiles | None, Faults]:
    """The booklet in one edition; on other paper it is written anew, in its plain order."""
    words, seen = visit_context.context.words.gettext, print_format.heard
    called = file_name(print_format.title, words) if seen else print_format.title
    context = replace(visit_context.context, print_format=print_format.model_copy(update={"title": called}))
    if print_format.sheet != visit_context.context.print_format.sheet:
        other, faults = plain_book(replace(visit_context, context=context), *means)
        if other is None:
            return None, faults
        book = other
    visit, usual = visit_context.visit, print_format.id in USUAL
    # A pack's own two books lie among its papers, without what only helps to order a book or to look it through.
    place, copies = f"print/{visit.id}", visit.copies_of(print_format.id)
    name = file_name(BOOKLET, words) if seen else BOOKLET  # what the host prints keeps a name that the host reads
    office = visit_context.host.context
    commission = PrintOrder(
        *(STYLE, name, place, copies, condition), accompanied=not usual, title=visit_context.book_title, office=office
    )
    return edition_files(context, book, metadata_of_visit(visit_context), commission, *means)


def _told(verdicts: Sequence[Pending[Faults]]) -> Faults:
    return tuple(fault for verdict in verdicts for fault in verdict.result())


def _write(folder: Path, edition: EditionFiles) -> None:
    folder.mkdir(exist_ok=True)
    for name, octets in edition.files.items():
        (folder / name).write_bytes(octets)
