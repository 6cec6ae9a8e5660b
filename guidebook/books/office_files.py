"""Office documents as files: text to paste, PDF to print, HWPX to fill in. What they hold is decided elsewhere.

Among them the two forms that go out with a finished book, which are made of what the book turned out to be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from guidebook.books.assembly import ink_of, layout_engine, metadata_of, print_book
from guidebook.books.expected import expected_of
from guidebook.books.kept_books import KeptBooks, kept_books
from guidebook.books.style_sheets import print_css
from guidebook.export.hwpx import OfficeLook, hwpx
from guidebook.export.plain import plain, text_file
from guidebook.layout.engine import LayoutEngine
from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.model.office import OfficeDocument
from guidebook.model.text import text
from guidebook.pdf.joining import JoinedBook
from guidebook.preflight.checks import SHEET_CHECKS
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.typesetting import coloured
from guidebook.render.context import RenderContext
from guidebook.render.office.orders import OrderDetails, order_document, registration_document
from guidebook.render.office.sheet import office_sheet
from guidebook.storage.paths import Paths

REGISTRATION, ORDER = "발간등록-신청", "인쇄-주문서"


def order_files(
    context: RenderContext, job: OrderDetails, moment: str, paths: Paths, *, ordered: bool = True
) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """File name → contents, three a form; none where anything is wrong.

    `moment` (`2026-11-23 00:00`, in Seoul) is what the files say of their age. What no printing house is to print
    (`ordered`) is registered alone.
    """
    forms = {REGISTRATION: registration_document(context, job)}
    if ordered:
        forms[ORDER] = order_document(context, job)
    return office_files(context, forms, moment, paths)


def office_files(
    context: RenderContext, documents: Mapping[str, OfficeDocument], moment: str, paths: Paths, *, long: bool = False
) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """File name → contents, three a document by its name; none where anything is wrong.

    `moment` (`2026-11-23 00:00`, in Seoul) is what the files say of their age. Only a `long` document may have more
    than one page.
    """
    css = coloured(print_css(paths.templates, "forms", context.design), context.site.palette, context.print_format)
    engine, faults = layout_engine(css, paths)
    if engine is None:
        return {}, faults
    files: dict[str, bytes] = {}
    books = kept_books(paths)
    for name, document in documents.items():
        files[f"{name}.txt"] = text_file(plain(document, context.words.gettext("(작성)")))
        files[f"{name}.hwpx"] = hwpx(document, moment, context.design.look(OfficeLook))
        files[f"{name}.pdf"], more = _printed(context, document, engine, name, moment, books, long)
        faults += more
    return ({} if has_errors(faults) else files), faults


def _printed(
    context: RenderContext,
    document: OfficeDocument,
    engine: LayoutEngine,
    name: str,
    moment: str,
    books: KeptBooks,
    long: bool,
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The document as tagged A4 pages. Where it has several, the first too says whose work it is."""
    metadata = replace(metadata_of(context, document.title), date=moment[:10])

    def laid_out(several: bool) -> tuple[JoinedBook | None, tuple[Diagnostic, ...]]:
        sheet = office_sheet(context, document, "office", several=several)
        manuscript = Manuscript(document.title, (sheet,), sheet)
        return print_book(manuscript, engine, metadata, ink_of(context.design), books)

    book, faults = laid_out(several=False)
    if book is not None and book.pages > 1 and long:
        book, faults = laid_out(several=True)
    if book is None:
        return b"", faults
    if book.pages > 1 and not long:
        return b"", (*faults, _too_long(context, name))
    expected = expected_of(context, document.title, book)
    return book.pdf, (*faults, *books.preflight(book.pdf, f"{name}.pdf", expected, SHEET_CHECKS))


def _too_long(context: RenderContext, name: str) -> Diagnostic:
    return Diagnostic(
        context.catalogue.where_site(),
        "page-too-full",
        text("'{title}' 부분이 한 쪽에 다 들어가지 않습니다.", title=name),
        text("site.yml의 description과 printing에 적은 글을 줄이세요."),
    )
