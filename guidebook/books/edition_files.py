"""Every file of one book in one edition: PDFs, how to print them, forms to go with them, pictures of all pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from guidebook.books.ahead import lacking_of, lay_out_ahead
from guidebook.books.assembly import layout_engine
from guidebook.books.binding import bind
from guidebook.books.contact_sheets import SheetLook, contact_sheets
from guidebook.books.expected import expected_of
from guidebook.books.finishing import blacks_of, finished, in_grey
from guidebook.books.kept_books import Pending, kept_books
from guidebook.books.office_files import order_files
from guidebook.books.style_sheets import print_css
from guidebook.export.plain import text_file
from guidebook.layout.tables.arrange import LEAST
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.print_format import PrintFormat
from guidebook.pdf.icc import OutputProfile
from guidebook.pdf.metadata import BookMetadata
from guidebook.preflight.checks import PRINT_CHECKS, SCREEN_CHECKS
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.office.orders import OrderDetails
from guidebook.render.office.print_instructions import CopierJob, job_of, print_lines
from guidebook.storage.paths import Paths
from guidebook.storage.workers import Workers

PRINTING = "인쇄-방법.txt"
COPIED = ("stitch", "corner")
"""How what a copier prints is bound."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What a book is made for, beside its words: the same for all its editions."""

    style: str
    """Its style sheet of `templates/print`."""
    name: str
    """What its files are called, before their edition."""
    place: str
    """Where they will lie, for diagnostics."""
    copies: int
    condition: OutputProfile | None
    """What a press prints to, where one does."""
    accompanied: bool = True
    """Whether forms that order it and pictures of all its pages are made, too."""
    title: str = ""
    """Its title on those forms, where that is not the title of its files."""


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """File name → contents."""

    files: Mapping[str, bytes]
    pages: int
    copier_job: CopierJob | None
    """For the copier, where one prints it."""
    verdict: Pending[Faults]
    """What is wrong with its pages, read back. To be asked for once."""


def edition_files(
    context: RenderContext,
    book: Manuscript,
    metadata: BookMetadata,
    commission: PrintOrder,
    paths: Paths,
    workers: Workers,
) -> tuple[EditionFiles | None, Faults]:
    """The edition in the format of the context; none where anything is wrong but what its verdict will tell."""
    print_format, printing = context.print_format, context.site.printing
    css = stylesheet(print_css(paths.templates, commission.style, context.design), context.site.palette, print_format)
    engine, faults = layout_engine(css, paths, max(LEAST, print_format.least))
    if engine is None:
        return None, faults
    books = kept_books(paths)
    lay_out_ahead(engine, partial(lacking_of, lambda _: book), workers)
    bound, faults = bind(context, book, engine, metadata, books)
    if bound is None:
        return None, faults
    checks = SCREEN_CHECKS if print_format.heard else PRINT_CHECKS
    expected = expected_of(context, book.title, bound.book, print_format, bound.covers)
    verdict = books.verdict(bound.book.pdf, f"{commission.place}/{print_format.id}", expected, checks)
    workers.give([verdict.task] if verdict.task is not None else [])
    files, more = finished(context, bound, metadata, commission.name, commission.condition)
    faults += more
    colour = printing.colour or print_format.ink != "grey"
    copier_job = job_of(print_format, commission.copies, bound.pages, colour, printing.staple_sheets)
    copied = print_format.binding in COPIED
    texts: dict[str, bytes] = {}
    if copied:
        texts[PRINTING] = text_file(print_lines(copier_job, book.title, tuple(files), context.words))
    if commission.accompanied:
        forms, more = _forms(context, _Order(metadata, tuple(files), bound.book.pages), commission, paths)
        texts |= {**forms, **_pictures(context, bound.book.pdf, files, colour)}
        faults += more
    edition = EditionFiles({**files, **texts}, bound.book.pages, copier_job if copied else None, verdict)
    return (None if has_errors(faults) else edition), faults


def _pictures(context: RenderContext, pdf: bytes, files: Mapping[str, bytes], colour: bool) -> Mapping[str, bytes]:
    """Contact sheets of the pages in the order of reading, in the ink that they are printed in."""
    print_format = context.print_format
    unfolded = pdf if colour else in_grey(pdf, blacks_of(context.design))
    seen = unfolded if print_format.folded else next(iter(files.values()))
    return contact_sheets(seen, context.design.look(SheetLook), opening=print_format.binding != "corner")


def copies_of(edition: str, copies: Mapping[str, int], otherwise: int) -> int:
    """How many of an edition: its own number, else that of all, else `otherwise`."""
    return copies.get(edition, copies.get("", otherwise))


def one_print_sheet(folder: Path, wanted: Sequence[PrintFormat]) -> bytes:
    """How to print all editions that lie in folders of their own below `folder`, one after the other."""
    sheets = ((print_format, folder / print_format.id / PRINTING) for print_format in wanted)
    parts = [
        f"[{print_format.title}] {print_format.id}/\n{_plain(path)}" for print_format, path in sheets if path.is_file()
    ]
    return text_file("\n".join(parts))


def _plain(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class _Order:
    """The finished book, as the forms that go with it describe it."""

    metadata: BookMetadata
    files: Sequence[str]
    pages: int


def _forms(
    context: RenderContext, order: _Order, commission: PrintOrder, paths: Paths
) -> tuple[Mapping[str, bytes], Faults]:
    """The archive's form for what is printed in numbers, and the order for what a press prints."""
    print_format, copies = context.print_format, commission.copies
    ordered = print_format.binding == "press"
    if print_format.binding not in ("stitch", "press"):
        return {}, ()
    metadata = order.metadata
    title = commission.title or metadata.title
    condition = commission.condition.condition if commission.condition and ordered else ""
    details = OrderDetails(
        title,
        ", ".join(order.files),
        print_format,
        order.pages,
        copies if copies > 1 else None,
        ordered,
        condition,
        metadata.subject,
    )
    return order_files(context, details, f"{metadata.date} 00:00", paths, ordered=ordered)
