"""The host's pack for one delegation, from beginning to end: what is printed, sent and pasted for a visit."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from guidebook.export.calendar import visit_calendar
from guidebook.export.hwpx import hwpx
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.model.outcome import Packed, PackOutcome
from guidebook.model.profile import Profile
from guidebook.model.text import Text, text
from guidebook.model.visit import Visit
from guidebook.publish.book import press_of, print_book
from guidebook.publish.earlier_pack import examine_visits
from guidebook.publish.edition_files import (
    PRINTING,
    Commission,
    EditionFiles,
    copies_of,
    edition_files,
    one_print_sheet,
)
from guidebook.publish.editions import condition_for
from guidebook.publish.icc import OutputProfile
from guidebook.publish.join import BookMetadata
from guidebook.publish.manifest import NAME, is_ours, write_manifest
from guidebook.publish.pack_faults import fullest, too_long, unknown_visit
from guidebook.publish.pdf import Press
from guidebook.publish.pictures import print_pictures
from guidebook.publish.pipeline import CACHE, CHECKOUT, TEMPLATES, WORKSHOP, edition_of, print_css
from guidebook.publish.profiles import USUAL, profiles
from guidebook.publish.proof import SHEET_CHECKS, proof
from guidebook.publish.proof_book import Expected
from guidebook.publish.swap import replace_output
from guidebook.publish.visit_book import STYLES, place_of, plain_book, visit_book
from guidebook.render.book import Manuscript
from guidebook.render.chapter import Chapter
from guidebook.render.message import message
from guidebook.render.notice import notice
from guidebook.render.office_documents import schedule_document
from guidebook.render.office_sheet import office_sheet
from guidebook.render.printing import Print, print_words
from guidebook.render.typesetting import coloured
from guidebook.render.visit.occasion import Occasion
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
    if visit is None and ("visit", request.visit) not in catalogue.declared:
        found = (*found, unknown_visit(request.visit, catalogue, shown(request.content / "visits")))
    further = visit.editions if visit is not None else {}
    wanted, faults = profiles((*USUAL, *request.editions, *further), TEMPLATES)
    condition, lacking = condition_for(wanted, catalogue, request.content)
    found += (*faults, *lacking)
    if visit is None or has_errors(found):
        return PackOutcome(found)
    occasion = _occasion(request, catalogue, visit, wanted)
    packed: Packed | None = None

    def make(staging: Path) -> Faults:
        nonlocal packed
        folder = staging / "print" / request.visit
        folder.mkdir(parents=True)
        packed, faults = _fill(folder, occasion, wanted, condition, begin)
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


def _occasion(request: PackRequest, catalogue: Catalogue, visit: Visit, wanted: tuple[Profile, ...]) -> Occasion:
    """The visit as it is asked for: so many copies, on a copier that prints colour or not."""
    edition = edition_of(catalogue, request.language, None)
    printing = edition.site.printing
    papers = [profile.sheet for profile in wanted]
    prints = print_pictures(catalogue, request.content, CACHE, printing.dpi, papers)
    printing = printing.model_copy(update={"colour": printing.colour or visit.colour})
    site = edition.site.model_copy(update={"printing": printing})
    # The command's number for all is not for an edition that the visit has a number for; its number for one is.
    numbers = {str(edition): count for edition, count in visit.editions.items()}
    numbers |= {edition: count for edition, count in request.copies.items() if edition}
    copies = copies_of("office", request.copies, visit.copies)
    others = {edition: count for edition, count in numbers.items() if edition != "office"}
    asked = visit.model_copy(update={"copies": copies, "editions": others})
    return Occasion(replace(edition, prints=prints, site=site), asked)


def _fill(
    folder: Path,
    occasion: Occasion,
    wanted: tuple[Profile, ...],
    condition: OutputProfile | None,
    begin: Callable[[Text], None],
) -> tuple[Packed | None, Faults]:
    begin(text("안내책자 조판"))
    book, faults = visit_book(occasion)
    if book is None:
        return None, faults
    pages, job, others = 0, None, list[tuple[Profile, Print]]()
    for profile in wanted:
        made, more = _edition(occasion, profile, book, condition)
        faults += tuple(fault for fault in more if fault not in faults)
        if made is None:
            return None, faults
        _put(folder if profile.id in USUAL else folder / profile.id, profile, made)
        if profile.folded:
            pages, job = made.pages, made.job
        elif made.job is not None:
            others.append((profile, made.job))
    if others:
        own = (folder / PRINTING).read_bytes()
        (folder / PRINTING).write_bytes(own + b"\r\n" + one_print_sheet(folder, wanted).removeprefix(BOM_UTF8))
    assert job is not None, "every pack has the booklet for the copier"
    begin(text("일정표와 나머지"))
    words = occasion.edition.words
    further = tuple(f"{profile.title} {print_words(one, words)}" for profile, one in others)
    shelf = {profile.title: one.copies for profile, one in others}
    faults += _sheets(folder, occasion, checklist_sheets(occasion, (print_words(job, words), *further), shelf))
    _office(folder, occasion)
    files = tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))
    return Packed("", files, pages, sum(job.sheets), print_words(job, words), further), faults


def _edition(
    occasion: Occasion, profile: Profile, book: Manuscript, condition: OutputProfile | None
) -> tuple[EditionFiles | None, Faults]:
    """The booklet in one edition; on other paper it is written anew, in its plain order."""
    edition = replace(occasion.edition, profile=profile)
    if profile.sheet != occasion.edition.profile.sheet:
        other, faults = plain_book(replace(occasion, edition=edition))
        if other is None:
            return None, faults
        book = other
    place = f"print/{occasion.visit.id}"
    visit = occasion.visit
    commission = Commission(STYLES, BOOKLET, place, visit.copies_of(profile.id), condition)
    return edition_files(edition, book, _metadata(occasion), commission)


def _put(folder: Path, profile: Profile, made: EditionFiles) -> None:
    """A pack's own two books lie among its papers, without what only helps to look a book through."""
    folder.mkdir(exist_ok=True)
    for name, octets in made.files.items():
        if profile.id not in USUAL or name == PRINTING or name.startswith(BOOKLET):
            (folder / name).write_bytes(octets)


def _sheets(folder: Path, occasion: Occasion, checklist: Iterable[Chapter]) -> Faults:
    edition = occasion.edition
    sheets: tuple[tuple[str, Iterable[Chapter]], ...] = (
        (SCHEDULE, schedule_sheets(occasion)),
        (CHECKLIST, checklist),
        (WELCOME, (welcome_sheet(occasion),)),
    )
    css = coloured(print_css("itinerary.css", "sheet.css"), edition.site.palette, edition.profile)
    press, faults = press_of(css, WORKSHOP)
    if press is None:
        return faults
    for name, versions in sheets:
        octets, more = _sheet(occasion, press, name, versions, several=name == CHECKLIST)
        faults += more
        (folder / name).write_bytes(octets)
    report = office_sheet(edition, occasion.report, "office", several=True)
    octets, more = _printed(occasion, press, REPORT, report)
    (folder / REPORT).write_bytes(octets)
    return (*faults, *more)


def _office(folder: Path, occasion: Occasion) -> None:
    visit, edition, itinerary = occasion.visit, occasion.edition, occasion.itinerary
    site, words = edition.site, edition.words
    schedule = schedule_document(visit, itinerary, site, words, edition.language)
    (folder / SCHEDULE_OFFICE).write_bytes(hwpx(schedule, visit.edition_at))
    (folder / REPORT_OFFICE).write_bytes(hwpx(occasion.report, visit.edition_at))
    (folder / CALENDAR).write_bytes(visit_calendar(visit, itinerary, site, words))
    # Windows' editor tells UTF-8 by its mark.
    (folder / MESSAGE).write_text(
        message(visit, itinerary, site, words, edition.language), encoding="utf-8-sig", newline="\r\n"
    )


def _sheet(
    occasion: Occasion, press: Press, name: str, versions: Iterable[Chapter], several: bool
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
            return b"", (too_long(place_of(occasion, *fullest(occasion.visit)), chapter.title),)
    return _printed(occasion, press, name, chapter)


def _printed(occasion: Occasion, press: Press, name: str, chapter: Chapter) -> tuple[bytes, Faults]:
    """A chapter as a PDF of its own, read back."""
    metadata = replace(_metadata(occasion), title=f"{chapter.title} {occasion.title}")
    book, faults = print_book(Manuscript(metadata.title, (chapter,), chapter), press, metadata)
    if book is None:
        return b"", faults
    edition = occasion.edition
    said = notice(edition.site, edition.language, edition.words)
    expected = Expected(metadata.title, edition.language, said, (), chapters=book.chapters)
    return book.pdf, (*faults, *proof(book.pdf, f"print/{occasion.visit.id}/{name}", expected, SHEET_CHECKS))


def _metadata(occasion: Occasion) -> BookMetadata:
    edition, visit = occasion.edition, occasion.visit
    label = edition.words.gettext("{page}쪽")
    publisher, subject = edition.site.publisher.name, edition.site.description
    return BookMetadata(occasion.title, publisher, subject, edition.language, visit.edition_at[:10], label)
