"""Every case report as a PDF of its own, for those who need one and not the whole guidebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidebook.books.assembly import ink_of, layout_engine, metadata_of, print_book
from guidebook.books.expected import expected_of
from guidebook.books.kept_books import kept_books
from guidebook.books.style_sheets import print_css
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.records.program import Program
from guidebook.render.book.report import report_book
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import BookFile, RenderContext
from guidebook.storage.paths import Paths


@dataclass(frozen=True, slots=True)
class Reports:
    """One PDF a programme. Where one fails, it is left out and `faults` say why."""

    files: Mapping[str, bytes]
    """Path below the site's root → PDF."""
    books: tuple[BookFile, ...]
    faults: tuple[Diagnostic, ...]


def reports_of(context: RenderContext, paths: Paths) -> Reports:
    """The reports, in the order of their marks."""
    programs = context.catalogue.programs
    if not programs:
        return Reports({}, (), ())
    css = stylesheet(
        print_css(paths.templates, "guidebook", context.design), context.site.palette, context.print_format
    )
    engine, faults = layout_engine(css, paths)
    if engine is None:
        return Reports({}, (), faults)
    ink = ink_of(context.design)
    books = kept_books(paths)
    files: dict[str, bytes] = {}
    reports: list[BookFile] = []
    for program in programs:
        path = report_path(program)
        manuscript = report_book(context, program)
        book, more = print_book(manuscript, engine, metadata_of(context, manuscript.title), ink, books)
        faults += more
        if book is not None:
            faults += books.preflight(book.pdf, f"site/{path}", expected_of(context, manuscript.title, book))
            files[path] = book.pdf
            reports.append(BookFile(path, book.pages, len(book.pdf)))
    return Reports(files, tuple(reports), faults)


def report_path(program: Program) -> str:
    """Where the PDF of a report lies in the site."""
    return f"guidebook/{program.id}.pdf"
