"""The host's pack for one delegation, from beginning to end: what is printed, sent and pasted for a visit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from guidebook.export.calendar import visit_calendar
from guidebook.export.hwpx import hwpx
from guidebook.load.content import shown
from guidebook.model.diagnostic import Diagnostic, Span, has_errors
from guidebook.model.outcome import Packed, PackOutcome
from guidebook.model.text import Text, text
from guidebook.publish.book import press_of, print_book
from guidebook.publish.fold import Fold, fold
from guidebook.publish.impose import impose
from guidebook.publish.join import BookMetadata, JoinedBook
from guidebook.publish.manifest import NAME, is_ours, write_manifest
from guidebook.publish.pack_faults import too_long, too_thick, unknown_visit
from guidebook.publish.pdf import Press
from guidebook.publish.pictures import print_pictures
from guidebook.publish.pipeline import CACHE, CHECKOUT, WORKSHOP, edition_of, examine, print_css
from guidebook.publish.proof import SHEET_CHECKS, proof
from guidebook.publish.proof_book import Expected
from guidebook.publish.swap import replace_output
from guidebook.render.book import Manuscript, coloured, stylesheet
from guidebook.render.chapter import Chapter
from guidebook.render.message import message
from guidebook.render.notice import notice
from guidebook.render.office_documents import report_document, schedule_document
from guidebook.render.visit.booklet import Booklet, booklet
from guidebook.render.visit.occasion import Occasion
from guidebook.render.visit.sheets import Print, checklist_sheets, print_words, schedule_sheets, welcome_sheet

STAGES = 3
"""How many stages a pack has, for the progress bar."""
SCREEN, COPIER = "안내책자-화면용.pdf", "안내책자-복사기용.pdf"
SCHEDULE, CHECKLIST, WELCOME = "일정표.pdf", "확인표.pdf", "환영-안내판.pdf"
SCHEDULE_OFFICE, REPORT_OFFICE, CALENDAR, MESSAGE = "일정표.hwpx", "결과보고.hwpx", "일정.ics", "보낼-글.txt"


@dataclass(frozen=True, slots=True)
class PackRequest:
    """Whose pack is to be made. Without a language it is the city's own."""

    content: Path
    output: Path
    visit: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _Folded:
    book: JoinedBook
    fold: Fold


def make_pack(request: PackRequest, begin: Callable[[Text], None] = lambda _: None) -> PackOutcome:
    """Everything for one visit into `print/<id>/`; on any error what lies there stays as it was."""
    begin(text("콘텐츠 읽고 살피기"))
    catalogue, found = examine(request.content)
    visit = catalogue.visit(request.visit)
    if visit is None and ("Visit", request.visit) not in catalogue.declared:
        found = (*found, unknown_visit(request.visit, catalogue, shown(request.content / "visits")))
    if visit is None or has_errors(found):
        return PackOutcome(found)
    edition = edition_of(catalogue, request.language, None)
    prints = print_pictures(catalogue, request.content, CACHE, edition.site.printing.dpi)
    occasion = Occasion(replace(edition, prints=prints), visit)
    packed: Packed | None = None

    def make(staging: Path) -> tuple[Diagnostic, ...]:
        nonlocal packed
        folder = staging / "print" / request.visit
        folder.mkdir(parents=True)
        packed, faults = _fill(folder, occasion, begin)
        if not ours:
            write_manifest(staging)
        return faults

    ours = is_ours(request.output)
    entries = (f"print/{request.visit}", *(() if ours else (NAME,)))
    faults = replace_output(request.output, make, CHECKOUT, request.content, entries)
    diagnostics = (*found, *faults)
    if has_errors(diagnostics) or packed is None:
        return PackOutcome(diagnostics)
    place = shown((request.output / "print" / request.visit).absolute())
    return PackOutcome(diagnostics, replace(packed, folder=place))


def _fill(
    folder: Path, occasion: Occasion, begin: Callable[[Text], None]
) -> tuple[Packed | None, tuple[Diagnostic, ...]]:
    begin(text("안내책자 조판"))
    folded, faults = _booklet(occasion)
    if folded is None:
        return None, faults
    visit, edition = occasion.visit, occasion.edition
    job = Print(visit.copies, folded.fold.sheets, visit.colour)
    (folder / SCREEN).write_bytes(folded.book.pdf)
    (folder / COPIER).write_bytes(impose(folded.book.pdf, visit.edition_at[:10]))
    begin(text("일정표와 나머지"))
    sheets: tuple[tuple[str, Iterable[Chapter]], ...] = (
        (SCHEDULE, schedule_sheets(occasion)),
        (CHECKLIST, checklist_sheets(occasion, job)),
        (WELCOME, (welcome_sheet(occasion),)),
    )
    css = coloured(print_css("itinerary.css", "sheet.css"), edition.site.palette)
    press, more = press_of(css, WORKSHOP)
    if press is None:
        return None, (*faults, *more)
    for name, versions in sheets:
        octets, more = _sheet(occasion, press, name, versions)
        faults += more
        (folder / name).write_bytes(octets)
    itinerary, site, words = occasion.itinerary, edition.site, edition.words
    schedule = schedule_document(visit, itinerary, site, words, edition.language)
    report = report_document(visit, itinerary, occasion.programs, site, words, edition.language)
    (folder / SCHEDULE_OFFICE).write_bytes(hwpx(schedule, visit.edition_at))
    (folder / REPORT_OFFICE).write_bytes(hwpx(report, visit.edition_at))
    (folder / CALENDAR).write_bytes(visit_calendar(visit, itinerary, site, words))
    # Windows' editor tells UTF-8 by its mark.
    (folder / MESSAGE).write_text(
        message(visit, itinerary, site, words, edition.language), encoding="utf-8-sig", newline="\r\n"
    )
    files = tuple(sorted(path.name for path in folder.iterdir()))
    return Packed("", files, folded.book.pages, job.sheets, print_words(job, occasion)), faults


def _booklet(occasion: Occasion) -> tuple[_Folded | None, tuple[Diagnostic, ...]]:
    """The booklet on A5 pages with its map in the middle, proofed."""
    css = print_css("book.css", "itinerary.css", "tour.css", "visit.css")
    press, faults = press_of(stylesheet(css, occasion.edition.site.palette), WORKSHOP)
    if press is None:
        return None, faults
    made = booklet(occasion)
    if _spilling(made, press):
        made = booklet(occasion, dense=True)
    spilling = _spilling(made, press)
    if spilling:
        return None, tuple(too_long(_where(occasion), chapter.title) for chapter in spilling)
    lengths, faults = _lengths(made, press)
    if has_errors(faults):
        return None, faults
    front, middle = sum(lengths[: len(made.front)]), lengths[len(made.front) : len(made.front) + len(made.middle)]
    back = sum(lengths[len(made.front) + len(made.middle) + 2 :])
    folded = fold(front, middle, back)
    limit = occasion.edition.site.printing.staple_sheets
    if folded.sheets > limit:
        return None, (*faults, too_thick(_where(occasion, "programs"), occasion.programs, middle, folded.sheets, limit))
    book, more = print_book(_in_order(made, folded), press, _metadata(occasion))
    faults += tuple(fault for fault in more if fault not in faults)
    if book is None:
        return None, faults
    return _Folded(book, folded), (
        *faults,
        *proof(book.pdf, f"print/{occasion.visit.id}/{SCREEN}", _expected(occasion, book)),
    )


def _spilling(made: Booklet, press: Press) -> list[Chapter]:
    """Of the chapters that must have one page, those that have more. Faults of laying them out come later."""
    single = (made.front[0], *made.spread, made.end[-1])
    return [chapter for chapter in single if (one := press.lay_out(chapter)[0]) and one.pages > 1]


def _lengths(made: Booklet, press: Press) -> tuple[list[int], tuple[Diagnostic, ...]]:
    lengths: list[int] = []
    faults: list[Diagnostic] = []
    for chapter in made.chapters:
        laid_out, found = press.lay_out(chapter)
        faults += found
        lengths.append(laid_out.pages if laid_out else 0)
    return lengths, tuple(faults)


def _in_order(made: Booklet, folded: Fold) -> Manuscript:
    chapters = (
        *made.front,
        *made.middle[: folded.split],
        *(made.memo,) * folded.before,
        *made.spread,
        *made.middle[folded.split :],
        *_interleaved(made.closing, made.memo, folded.after),
        *made.end,
    )
    return Manuscript(made.title, chapters, made.memo)


def _interleaved(chapters: Sequence[Chapter], memo: Chapter, count: int) -> Iterator[Chapter]:
    """The chapters with so many ruled pages between them, one at a time: room to go on writing."""
    for place, chapter in enumerate(chapters):
        yield chapter
        left = len(chapters) - place
        share = -(-count // left)
        yield from (memo,) * share
        count -= share


def _sheet(
    occasion: Occasion, press: Press, name: str, versions: Iterable[Chapter]
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """A single sheet as PDF: the first of its versions that fits one page. That none does is a fault."""
    for chapter in versions:
        laid_out, _ = press.lay_out(chapter)
        if laid_out is not None and laid_out.pages == 1:
            break
    metadata = replace(_metadata(occasion), title=f"{chapter.title} {occasion.title}")
    book, faults = print_book(Manuscript(metadata.title, (chapter,), chapter), press, metadata)
    if book is None:
        return b"", faults
    if book.pages > 1:
        return b"", (*faults, too_long(_where(occasion), chapter.title))
    expected = Expected(metadata.title, occasion.edition.language, _notice(occasion), ())
    return book.pdf, (*faults, *proof(book.pdf, f"print/{occasion.visit.id}/{name}", expected, SHEET_CHECKS))


def _where(occasion: Occasion, *path: str) -> Span:
    return occasion.edition.catalogue.where(occasion.visit, *path)


def _notice(occasion: Occasion) -> str:
    edition = occasion.edition
    return notice(edition.site, edition.language, edition.words)


def _metadata(occasion: Occasion) -> BookMetadata:
    edition, visit = occasion.edition, occasion.visit
    label = edition.words.gettext("{page}쪽")
    publisher, subject = edition.site.publisher.name, edition.site.description
    return BookMetadata(occasion.title, publisher, subject, edition.language, visit.edition_at[:10], label)


def _expected(occasion: Occasion, book: JoinedBook) -> Expected:
    bare = frozenset({1, book.pages})
    return Expected(occasion.title, occasion.edition.language, _notice(occasion), book.references, bare)
