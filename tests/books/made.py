"""Books made in this process, for tests that look at what was made."""

from __future__ import annotations

from dataclasses import dataclass

from guidebook.books.assembly import layout_engine, print_book
from guidebook.books.guidebook import guidebook_and_reports
from guidebook.books.kept_books import kept_books
from guidebook.books.leaflets import leaflets_of
from guidebook.books.papers import make_papers
from guidebook.model.diagnostic import Faults
from guidebook.pdf.joining import JoinedBook
from guidebook.pdf.metadata import BookMetadata
from guidebook.pdf.page_numbers import Ink
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.context import BookFile, RenderContext
from guidebook.storage.paths import Paths
from guidebook.storage.workers import Workers


@dataclass(frozen=True)
class Leaflets:
    """The leaflets of a city by their places in the site."""

    files: dict[str, bytes]
    books: tuple[BookFile, ...]
    faults: Faults


def made_guidebook(context: RenderContext, paths: Paths) -> tuple[JoinedBook | None, Faults]:
    """The guidebook, or why there is none; it is not read back."""
    with Workers(1) as workers:
        papers, faults = guidebook_and_reports(context, paths, workers)
        if not papers:
            return None, faults
        (made,) = make_papers(context, papers[:1], kept_books(paths), workers)
    return made.book, made.faults


def made_leaflets(context: RenderContext, paths: Paths) -> Leaflets:
    """All leaflets, read back."""
    papers, lacking = leaflets_of(context, paths)
    with Workers(1) as workers:
        made = make_papers(context, papers, kept_books(paths), workers)
        faults = (*lacking, *(fault for paper in made for fault in paper.told()))
    books = {paper.path: paper.book for paper in made if paper.book is not None}
    sizes = tuple(BookFile(path, book.pages, len(book.pdf)) for path, book in books.items())
    return Leaflets({path: book.pdf for path, book in books.items()}, sizes, faults)


def made_book(
    manuscript: Manuscript, css: str, metadata: BookMetadata, ink: Ink, paths: Paths
) -> tuple[JoinedBook | None, Faults]:
    """Any book, or why there is none."""
    engine, faults = layout_engine(css, paths)
    return print_book(manuscript, engine, metadata, ink, kept_books(paths)) if engine else (None, faults)
