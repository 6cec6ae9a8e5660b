"""The guidebook, one route or one report in the editions asked for: each in a folder of its own below `print/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from guidebook.books.assembly import metadata_of
from guidebook.books.edition_files import COPIED, PRINTING, Commission, copies_of, edition_files, one_print_sheet
from guidebook.books.print_formats import print_formats
from guidebook.commands.build import BOOK_STYLES, CACHE, CHECKOUT, TEMPLATES, edition_of
from guidebook.commands.examine import examine
from guidebook.images.published import print_pictures
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span, has_errors
from guidebook.model.outcome import Printed, PrintOutcome
from guidebook.model.print_format import PrintFormat
from guidebook.model.suggestion import closest
from guidebook.model.text import Text, text
from guidebook.output.manifest import NAME, is_ours, write_manifest
from guidebook.output.swap import replace_output
from guidebook.pdf.icc import OutputProfile, output_profile
from guidebook.render.book.guidebook import Manuscript, manuscript
from guidebook.render.book.print_instructions import print_words
from guidebook.render.book.report import report_book
from guidebook.render.book.route import route_book
from guidebook.render.context import RenderContext

WHOLE = "guidebook"
"""The folder of the whole book, beside those named after routes and reports."""
Faults = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class EditionRequest:
    """Which book in which editions. Without `route` and `program` it is the whole guidebook."""

    content: Path
    output: Path
    route: str | None = None
    program: str | None = None
    editions: tuple[str, ...] = ()
    size: str | None = None
    """Another trim size than A5, for editions that are not laid on office paper."""
    copies: Mapping[str, int] = field(default_factory=dict)
    """Edition → how many of it; under an empty name how many of each other one."""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _Subject:
    """What the books are of: the folder's name, the files' name, and how to write it in an edition."""

    id: str
    name: str
    write: Callable[[RenderContext], Manuscript]


def make_editions(request: EditionRequest, begin: Callable[[Text], None] = lambda _: None) -> PrintOutcome:
    """Every edition asked for into `print/<what>/<edition>/`; on any error what lies there stays as it was."""
    begin(text("콘텐츠 읽고 살피기"))
    everything, found = examine(request.content)
    asked, faults = print_formats(request.editions, TEMPLATES)
    subject, more = _subject(request, everything)
    condition, lacking = condition_for(asked, everything, request.content)
    # What is only good to know concerns visits and English pages, and belongs to `check`.
    found = (*(one for one in found if one.severity is not Severity.NOTE), *faults, *more, *lacking)
    if has_errors(found) or subject is None:
        return PrintOutcome(found)
    context = edition_of(everything.public(), request.language, None)
    wanted = tuple(_sized(print_format, request.size) for print_format in asked)
    papers = [print_format.sheet for print_format in wanted]
    prints = print_pictures(context.catalogue, request.content, CACHE, context.site.printing.dpi, papers)
    place, printed = f"print/{subject.id}", list[Printed]()
    commission = Commission(BOOK_STYLES, subject.name, place, 1, condition)
    together = sum(print_format.binding in COPIED for print_format in wanted) > 1

    def make(staging: Path) -> Faults:
        told: Faults = ()
        for print_format in wanted:
            begin(text("{title} 만들기", title=print_format.title))
            job = replace(commission, copies=copies_of(print_format.id, request.copies, 1))
            one, faults = _made(replace(context, prints=prints, print_format=print_format), subject, job, staging)
            told += tuple(fault for fault in faults if fault not in told)
            printed.extend([one] if one else ())
        if together and not has_errors(told):
            sheet = one_print_sheet(staging / place, wanted)
            (staging / place / PRINTING).write_bytes(sheet)
        if not ours:
            write_manifest(staging)
        return told

    ours = is_ours(request.output)
    sheets = (f"{place}/{PRINTING}",) if together else ()
    entries = (*(f"{place}/{print_format.id}" for print_format in wanted), *sheets, *(() if ours else (NAME,)))
    diagnostics = (*found, *replace_output(request.output, make, CHECKOUT, request.content, entries))
    shown_in = shown(request.output.absolute())
    told = tuple(replace(one, folder=f"{shown_in}/{one.folder}") for one in printed)
    return PrintOutcome(diagnostics, () if has_errors(diagnostics) else told)


def condition_for(
    wanted: Sequence[PrintFormat], catalogue: Catalogue, content: Path
) -> tuple[OutputProfile | None, Faults]:
    """What a press prints to, if any of the editions is for one. A fault of the city's own profile `examine` tells."""
    if not any(print_format.ink == "cmyk" for print_format in wanted) or catalogue.site is None:
        return None, ()
    condition, faults = output_profile(catalogue, content)
    return condition, () if catalogue.site.printing.icc else faults


def _made(
    context: RenderContext, subject: _Subject, commission: Commission, staging: Path
) -> tuple[Printed | None, Faults]:
    book, print_format = subject.write(context), context.print_format
    made, faults = edition_files(context, book, metadata_of(context, book.title), commission)
    if made is None:
        return None, faults
    place = f"{commission.place}/{print_format.id}"
    (staging / place).mkdir(parents=True)
    for name, octets in made.files.items():
        (staging / place / name).write_bytes(octets)
    said = print_words(made.job, context.words) if made.job else ""
    return Printed(print_format.title, place, tuple(sorted(made.files)), made.pages, said), faults


def _sized(print_format: PrintFormat, size: str | None) -> PrintFormat:
    fits = size is not None and print_format.paper == "a5" and not print_format.folded
    return print_format.model_copy(update={"paper": size}) if fits else print_format


def _subject(request: EditionRequest, catalogue: Catalogue) -> tuple[_Subject | None, Faults]:
    """What is to be printed; a name that nothing has is answered with the nearest."""
    if request.route is not None:
        route = catalogue.route(request.route)
        if route is None:
            return None, _unknown(request, "routes", request.route, [one.id for one in catalogue.routes])
        return _Subject(route.id, "안내책자", lambda context: route_book(context, route)), ()
    if request.program is not None:
        program = catalogue.program(request.program)
        if program is None:
            return None, _unknown(request, "programs", request.program, [one.id for one in catalogue.programs])
        return _Subject(program.id, "사례보고", lambda context: report_book(context, program)), ()
    return _Subject(WHOLE, "안내책자", manuscript), ()


def _unknown(request: EditionRequest, folder: str, id: str, known: Sequence[str]) -> Faults:
    near = closest(id, known)
    hint = (
        text("'{near}' 값을 뜻하셨나요?", near=near)
        if near
        else text("이 폴더에 있는 파일의 이름을 적으세요: {known}", known=", ".join(known) or "-")
    )
    place = Span(shown(request.content / folder))
    return (Diagnostic(place, "unknown-record", text("'{id}' 파일을 찾을 수 없습니다.", id=id), hint),)
