"""The host's pack for one delegation, from beginning to end: what is printed, sent and pasted for a visit."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from guidebook.books.assembly import press_of, print_book
from guidebook.books.edition_files import (
    PRINTING,
    Commission,
    EditionFiles,
    copies_of,
    edition_files,
    one_print_sheet,
)
from guidebook.books.pack_faults import fullest, too_long, unknown_visit
from guidebook.books.print_formats import USUAL, print_formats
from guidebook.books.visit_booklet import STYLES, place_of, plain_book, visit_book
from guidebook.commands.build import CACHE, CHECKOUT, TEMPLATES, WORKSHOP, edition_of, print_css
from guidebook.commands.examine import examine_visits
from guidebook.commands.print_editions import condition_for
from guidebook.export.calendar import visit_calendar
from guidebook.export.hwpx import hwpx
from guidebook.images.published import print_pictures
from guidebook.layout.engine import LayoutEngine
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.model.outcome import Packed, PackOutcome
from guidebook.model.print_format import PrintFormat
from guidebook.model.records.visit import Visit
from guidebook.model.sample import notice
from guidebook.model.text import Text, text
from guidebook.output.manifest import NAME, is_ours, write_manifest
from guidebook.output.swap import replace_output
from guidebook.pdf.icc import OutputProfile
from guidebook.pdf.joining import BookMetadata
from guidebook.preflight.checks import SHEET_CHECKS, preflight
from guidebook.preflight.document import Expected
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.print_instructions import Print, print_words
from guidebook.render.book.typesetting import coloured
from guidebook.render.office.documents import schedule_document
from guidebook.render.office.sheet import office_sheet
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.messages import message
from guidebook.render.visit.sheets import checklist_sheets, schedule_sheets, welcome_sheet

STAGES = 3
"""How many stages a pack has, for the progress bar."""
BOOKLET = "안내책자"
SCREEN, COPIER = f"{BOOKLET}-화면용.pdf", f"{BOOKLET}-복사기용.pdf"
SCHEDULE, CHECKLIST, WELCOME = "일정표.pdf", "확인표.pdf", "환영-안내판.pdf"
REPORT = "결과보고.pdf"
SCHEDULE_OFFICE, REPORT_OFFICE, CALENDAR, MESSAGE = "일정표.hwpx", "결과보고.hwpx", "일정.ics", "보낼-글.txt"
Faults = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class PackRequest:
    """Whose pack is to be made. Without a language it is the city's own."""

    content: Path
    output: Path
    visit: str
    language: str | None = None
    editions: tuple[str, ...] = ()
    """Others than the usual two, which every pack has."""
    copies: Mapping[str, int] = field(default_factory=dict)
    """Edition → how many of it, instead of the visit's own numbers; under an empty name how many of each other one."""
    today: str | None = None
    """The day on which it is made, if that is known: a planned visit lies ahead of it."""


def make_pack(request: PackRequest, begin: Callable[[Text], None] = lambda _: None) -> PackOutcome:
    """Everything for one visit into `print/<id>/`; on any error what lies there stays as it was."""
    begin(text("콘텐츠 읽고 살피기"))
    catalogue, found = examine_visits(request.content, request.output, request.today)
    visit = catalogue.visit(request.visit)
    if visit is None and ("Visit", request.visit) not in catalogue.declared:
        found = (*found, unknown_visit(request.visit, catalogue, shown(request.content / "visits")))
    further = visit.editions if visit is not None else {}
    wanted, faults = print_formats((*USUAL, *request.editions, *further), TEMPLATES)
    condition, lacking = condition_for(wanted, catalogue, request.content)
    found += (*faults, *lacking)
    if visit is None or has_errors(found):
        return PackOutcome(found)
    visit_context = _occasion(request, catalogue, visit, wanted)
    packed: Packed | None = None

    def make(staging: Path) -> Faults:
        nonlocal packed
        folder = staging / "print" / request.visit
        folder.mkdir(parents=True)
        packed, faults = _fill(folder, visit_context, wanted, condition, begin)
        if not ours:
            write_manifest(staging)
        return faults

    ours = is_ours(request.output)
    entries = (f"print/{request.visit}", *(() if ours else (NAME,)))
    diagnostics = (*found, *replace_output(request.output, make, CHECKOUT, request.content, entries))
    if has_errors(diagnostics) or packed is None:
        return PackOutcome(diagnostics)
    place = shown((request.output / "print" / request.visit).absolute())
    return PackOutcome(diagnostics, replace(packed, folder=place))


def _occasion(
    request: PackRequest, catalogue: Catalogue, visit: Visit, wanted: tuple[PrintFormat, ...]
) -> VisitContext:
    """The visit as it is asked for: so many copies, on a copier that prints colour or not."""
    context = edition_of(catalogue, request.language, None)
    printing = context.site.printing
    papers = [print_format.sheet for print_format in wanted]
    prints = print_pictures(catalogue, request.content, CACHE, printing.dpi, papers)
    printing = printing.model_copy(update={"colour": printing.colour or visit.colour})
    site = context.site.model_copy(update={"printing": printing})
    # The command's number for all is not for an edition that the visit has a number for; its number for one is.
    numbers = {str(context): count for context, count in visit.editions.items()}
    numbers |= {context: count for context, count in request.copies.items() if context}
    copies = copies_of("office", request.copies, visit.copies)
    others = {context: count for context, count in numbers.items() if context != "office"}
    asked = visit.model_copy(update={"copies": copies, "editions": others})
    return VisitContext(replace(context, prints=prints, site=site), asked)


def _fill(
    folder: Path,
    visit_context: VisitContext,
    wanted: tuple[PrintFormat, ...],
    condition: OutputProfile | None,
    begin: Callable[[Text], None],
) -> tuple[Packed | None, Faults]:
    begin(text("안내책자 조판"))
    book, faults = visit_book(visit_context)
    if book is None:
        return None, faults
    pages, job, others = 0, None, list[tuple[PrintFormat, Print]]()
    for print_format in wanted:
        made, more = _edition(visit_context, print_format, book, condition)
        faults += tuple(fault for fault in more if fault not in faults)
        if made is None:
            return None, faults
        _put(folder if print_format.id in USUAL else folder / print_format.id, print_format, made)
        if print_format.folded:
            pages, job = made.pages, made.job
        elif made.job is not None:
            others.append((print_format, made.job))
    if others:
        own = (folder / PRINTING).read_bytes()
        (folder / PRINTING).write_bytes(own + b"\r\n" + one_print_sheet(folder, wanted).removeprefix(BOM_UTF8))
    assert job is not None, "every pack has the booklet for the copier"
    begin(text("일정표와 나머지"))
    words = visit_context.context.words
    further = tuple(f"{print_format.title} {print_words(one, words)}" for print_format, one in others)
    shelf = {print_format.title: one.copies for print_format, one in others}
    faults += _sheets(
        folder, visit_context, checklist_sheets(visit_context, (print_words(job, words), *further), shelf)
    )
    _office(folder, visit_context)
    files = tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))
    return Packed("", files, pages, sum(job.sheets), print_words(job, words), further), faults


def _edition(
    visit_context: VisitContext, print_format: PrintFormat, book: Manuscript, condition: OutputProfile | None
) -> tuple[EditionFiles | None, Faults]:
    """The booklet in one edition; on other paper it is written anew, in its plain order."""
    context = replace(visit_context.context, print_format=print_format)
    if print_format.sheet != visit_context.context.print_format.sheet:
        other, faults = plain_book(replace(visit_context, context=context))
        if other is None:
            return None, faults
        book = other
    place = f"print/{visit_context.visit.id}"
    visit = visit_context.visit
    commission = Commission(STYLES, BOOKLET, place, visit.copies_of(print_format.id), condition)
    return edition_files(context, book, _metadata(visit_context), commission)


def _put(folder: Path, print_format: PrintFormat, made: EditionFiles) -> None:
    """A pack's own two books lie among its papers, without what only helps to look a book through."""
    folder.mkdir(exist_ok=True)
    for name, octets in made.files.items():
        if print_format.id not in USUAL or name == PRINTING or name.startswith(BOOKLET):
            (folder / name).write_bytes(octets)


def _sheets(folder: Path, visit_context: VisitContext, checklist: Iterable[Chapter]) -> Faults:
    context = visit_context.context
    sheets: tuple[tuple[str, Iterable[Chapter]], ...] = (
        (SCHEDULE, schedule_sheets(visit_context)),
        (CHECKLIST, checklist),
        (WELCOME, (welcome_sheet(visit_context),)),
    )
    css = coloured(print_css("itinerary.css", "sheet.css"), context.site.palette, context.print_format)
    press, faults = press_of(css, WORKSHOP)
    if press is None:
        return faults
    for name, versions in sheets:
        octets, more = _sheet(visit_context, press, name, versions, several=name == CHECKLIST)
        faults += more
        (folder / name).write_bytes(octets)
    report = office_sheet(context, visit_context.report, "office", several=True)
    octets, more = _printed(visit_context, press, REPORT, report)
    (folder / REPORT).write_bytes(octets)
    return (*faults, *more)


def _office(folder: Path, visit_context: VisitContext) -> None:
    visit, context, itinerary = visit_context.visit, visit_context.context, visit_context.itinerary
    site, words = context.site, context.words
    schedule = schedule_document(visit, itinerary, site, words, context.language)
    (folder / SCHEDULE_OFFICE).write_bytes(hwpx(schedule, visit.edition_at))
    (folder / REPORT_OFFICE).write_bytes(hwpx(visit_context.report, visit.edition_at))
    (folder / CALENDAR).write_bytes(visit_calendar(visit, itinerary, site, words))
    # Windows' editor tells UTF-8 by its mark.
    (folder / MESSAGE).write_text(
        message(visit, itinerary, site, words, context.language), encoding="utf-8-sig", newline="\r\n"
    )


def _sheet(
    visit_context: VisitContext, press: LayoutEngine, name: str, versions: Iterable[Chapter], several: bool
) -> tuple[bytes, Faults]:
    """A sheet as PDF: the first of its versions that fits one page. That none does is a fault.

    Of a sheet that may have `several` pages the last version is then taken.
    """
    for chapter in versions:
        laid_out, _ = press.lay_out(chapter)
        if laid_out is None or laid_out.pages == 1:
            break
    else:
        if not several:
            return b"", (too_long(place_of(visit_context, *fullest(visit_context.visit)), chapter.title),)
    return _printed(visit_context, press, name, chapter)


def _printed(visit_context: VisitContext, press: LayoutEngine, name: str, chapter: Chapter) -> tuple[bytes, Faults]:
    """A chapter as a PDF of its own, read back."""
    metadata = replace(_metadata(visit_context), title=f"{chapter.title} {visit_context.title}")
    book, faults = print_book(Manuscript(metadata.title, (chapter,), chapter), press, metadata)
    if book is None:
        return b"", faults
    context = visit_context.context
    said = notice(context.site, context.language, context.words)
    expected = Expected(metadata.title, context.language, said, (), chapters=book.chapters)
    return book.pdf, (*faults, *preflight(book.pdf, f"print/{visit_context.visit.id}/{name}", expected, SHEET_CHECKS))


def _metadata(visit_context: VisitContext) -> BookMetadata:
    context, visit = visit_context.context, visit_context.visit
    label = context.words.gettext("{page}쪽")
    publisher, subject = context.site.publisher.name, context.site.description
    return BookMetadata(visit_context.title, publisher, subject, context.language, visit.edition_at[:10], label)
