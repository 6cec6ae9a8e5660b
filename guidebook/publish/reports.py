"""Every case report as a PDF of its own, for those who need one and not the whole guidebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidebook.model.diagnostic import Diagnostic
from guidebook.model.program import Program
from guidebook.publish.book import Workshop, metadata_of, press_of, print_book
from guidebook.publish.proof import proof
from guidebook.publish.proof_book import Expected
from guidebook.render.edition import BookFile, Edition
from guidebook.render.notice import notice
from guidebook.render.report_book import report_book
from guidebook.render.typesetting import stylesheet


@dataclass(frozen=True, slots=True)
class Reports:
    """One PDF a programme. Where one fails, it is left out and `faults` say why."""

    files: Mapping[str, bytes]
    """Path below the site's root → PDF."""
    books: tuple[BookFile, ...]
    faults: tuple[Diagnostic, ...]


def reports_of(edition: Edition, css: str, workshop: Workshop) -> Reports:
    """The reports of an edition in the order of their marks; `css` is that of the guidebook."""
    programs = edition.catalogue.programs
    if not programs:
        return Reports({}, (), ())
    press, faults = press_of(stylesheet(css, edition.site.palette, edition.profile), workshop)
    if press is None:
        return Reports({}, (), faults)
    said = notice(edition.site, edition.language, edition.words)
    files: dict[str, bytes] = {}
    books: list[BookFile] = []
    for program in programs:
        path = report_path(program)
        manuscript = report_book(edition, program)
        book, more = print_book(manuscript, press, metadata_of(edition, manuscript.title))
        faults += more
        if book is not None:
            expected = Expected(manuscript.title, edition.language, said, book.references, chapters=book.chapters)
            faults += proof(book.pdf, f"site/{path}", expected)
            files[path] = book.pdf
            books.append(BookFile(path, book.pages, len(book.pdf)))
    return Reports(files, tuple(books), faults)


def report_path(program: Program) -> str:
    """Where the PDF of a report lies in the site."""
    return f"guidebook/{program.id}.pdf"
