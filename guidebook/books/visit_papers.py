"""The papers of a visit beside its booklet: sheets as PDF, forms for the office, calendar and the message to send."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from guidebook.books.assembly import ink_of, layout_engine, print_book
from guidebook.books.expected import expected_of
from guidebook.books.kept_books import KeptBooks, kept_books
from guidebook.books.pack_faults import fullest, too_long
from guidebook.books.style_sheets import print_css
from guidebook.books.visit_booklet import place_of
from guidebook.export.hwpx import OfficeLook, hwpx
from guidebook.export.visit_calendar import visit_calendar
from guidebook.layout.engine import LayoutEngine
from guidebook.model.diagnostic import Faults
from guidebook.pdf.metadata import BookMetadata
from guidebook.preflight.checks import SHEET_CHECKS
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.typesetting import coloured
from guidebook.render.office.documents import schedule_document
from guidebook.render.office.sheet import office_sheet
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.foreign import file_name
from guidebook.render.visit.messages import message, message_to_delegation
from guidebook.render.visit.sheets import schedule_sheets, welcome_sheet
from guidebook.storage.paths import Paths

SCHEDULE, CHECKLIST, WELCOME = "일정표.pdf", "확인표.pdf", "환영-안내판.pdf"
REPORT = "결과보고.pdf"
SCHEDULE_OFFICE, REPORT_OFFICE, CALENDAR, MESSAGE = "일정표.hwpx", "결과보고.hwpx", "일정.ics", "보낼-글.txt"


def write_sheets(folder: Path, visit_context: VisitContext, checklist: Iterable[Chapter], paths: Paths) -> Faults:
    """Schedule, checklist, welcome sign and report as PDF into `folder`; `checklist` are the versions of that sheet.

    The checklist is the host's own and in the host's language.
    """
    context, host, words = visit_context.context, visit_context.host, visit_context.context.words.gettext
    sheets: tuple[tuple[VisitContext, str, Iterable[Chapter]], ...] = (
        (visit_context, file_name(SCHEDULE, words), schedule_sheets(visit_context)),
        (host, CHECKLIST, checklist),
        (visit_context, file_name(WELCOME, words), (welcome_sheet(visit_context),)),
    )
    engine, faults = _engine(visit_context, paths)
    own, more = (engine, ()) if host is visit_context else _engine(host, paths)
    if engine is None or own is None:
        return (*faults, *more)
    for whose, name, versions in sheets:
        octets, more = _sheet(whose, own if whose is host else engine, name, versions, kept_books(paths))
        faults += more
        (folder / name).write_bytes(octets)
    report, name = office_sheet(context, visit_context.report, "office", several=True), file_name(REPORT, words)
    octets, more = _printed(visit_context, engine, name, report, kept_books(paths))
    (folder / name).write_bytes(octets)
    return (*faults, *more)


def _engine(visit_context: VisitContext, paths: Paths) -> tuple[LayoutEngine | None, Faults]:
    context = visit_context.context
    css = print_css(paths.templates, "sheets", context.design)
    return layout_engine(coloured(css, context.site.palette, context.print_format), paths)


def write_office_files(folder: Path, visit_context: VisitContext) -> None:
    """What is filled in, sent and entered in calendars, into `folder`."""
    visit, context, itinerary = visit_context.visit, visit_context.context, visit_context.itinerary
    site, words = context.site, context.words
    schedule = schedule_document(visit, itinerary, site, words, context.language)
    look, named = context.design.look(OfficeLook), partial(file_name, words=words.gettext)
    (folder / named(SCHEDULE_OFFICE)).write_bytes(hwpx(schedule, visit.revision_at, look))
    (folder / named(REPORT_OFFICE)).write_bytes(hwpx(visit_context.report, visit.revision_at, look))
    (folder / named(CALENDAR)).write_bytes(visit_calendar(visit, itinerary, site, words))
    # Windows' editor tells UTF-8 by its mark.
    (folder / MESSAGE).write_text(_messages(visit_context), encoding="utf-8-sig", newline="\r\n")


def _messages(visit_context: VisitContext) -> str:
    """The texts that the host sends: that to the delegation in its language, all others in the host's."""

    def told(whose: VisitContext, write: Callable[..., str], **more: str) -> str:
        context = whose.context
        return write(whose.visit, whose.itinerary, context.site, context.words, context.language, **more)

    host = visit_context.host
    if host is visit_context:
        return told(host, message)
    return told(host, message, to_delegation=told(visit_context, message_to_delegation))


def metadata_of_visit(visit_context: VisitContext) -> BookMetadata:
    """What every PDF of a visit says of itself."""
    context, visit = visit_context.context, visit_context.visit
    label = context.words.gettext("{page}쪽")
    publisher, subject = context.site.publisher.name, visit_context.summary
    return BookMetadata(visit_context.title, publisher, subject, context.language, visit.revision_at[:10], label)


def _sheet(
    visit_context: VisitContext, engine: LayoutEngine, name: str, versions: Iterable[Chapter], books: KeptBooks
) -> tuple[bytes, Faults]:
    """A sheet as PDF: the first of its versions that fits one page. That none does is a fault.

    Of the checklist, which may have several pages, the last version is then taken.
    """
    for chapter in versions:
        laid_out, _ = engine.lay_out(chapter)
        if laid_out is None or laid_out.pages == 1:
            break
    else:
        if name != CHECKLIST:
            return b"", (too_long(place_of(visit_context, *fullest(visit_context.visit)), chapter.title),)
    return _printed(visit_context, engine, name, chapter, books)


def _printed(
    visit_context: VisitContext, engine: LayoutEngine, name: str, chapter: Chapter, books: KeptBooks
) -> tuple[bytes, Faults]:
    """A chapter as a PDF of its own, read back."""
    metadata = replace(metadata_of_visit(visit_context), title=f"{chapter.title} {visit_context.title}")
    context, manuscript = visit_context.context, Manuscript(metadata.title, (chapter,), chapter)
    book, faults = print_book(manuscript, engine, metadata, ink_of(context.design), books)
    if book is None:
        return b"", faults
    expected = expected_of(context, metadata.title, book)
    place = f"print/{visit_context.visit.id}/{name}"
    return book.pdf, (*faults, *books.preflight(book.pdf, place, expected, SHEET_CHECKS))
