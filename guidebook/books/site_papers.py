"""The PDFs that lie in the website: the guidebook, a leaflet for each route, each case report by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from guidebook.books.earlier_books import earlier_book
from guidebook.books.guidebook import make_guidebook
from guidebook.books.leaflets import BOOK, leaflet_path, leaflets_of
from guidebook.books.reports import report_path, reports_of
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.pdf.joining import JoinedBook
from guidebook.render.context import BookFile, RenderContext
from guidebook.storage.paths import Paths


@dataclass(frozen=True, slots=True)
class SitePapers:
    """The finished files."""

    guidebook: JoinedBook
    others: tuple[BookFile, ...]
    """Leaflets, then reports."""
    files: Mapping[str, bytes]
    """Path below the site's root → PDF."""


def make_site_papers(context: RenderContext, paths: Paths) -> tuple[SitePapers | None, tuple[Diagnostic, ...]]:
    """All PDFs of the website, or why there are none."""
    book, faults = make_guidebook(context, paths)
    if book is None:
        return None, faults
    leaflets, reports = leaflets_of(context, paths), reports_of(context, paths)
    files = {BOOK: book.pdf, **leaflets.files, **reports.files}
    papers = SitePapers(book, (*leaflets.books, *reports.books), files)
    return papers, (*faults, *leaflets.faults, *reports.faults)


def linked_to(context: RenderContext, papers: SitePapers) -> RenderContext:
    """The context whose pages link to these PDFs."""
    book = BookFile(BOOK, papers.guidebook.pages, len(papers.guidebook.pdf))
    return replace(context, book=book, papers=papers.others)


def linked_to_earlier(context: RenderContext, catalogue: Catalogue, output: Path) -> RenderContext:
    """The context whose pages link to the PDFs that the last build left in `output`."""
    places = [*map(leaflet_path, catalogue.routes), *map(report_path, catalogue.programs)]
    papers = (earlier_book(output, place) for place in places)
    return replace(context, book=earlier_book(output, BOOK), papers=tuple(paper for paper in papers if paper))


def write_papers(papers: SitePapers, site: Path) -> None:
    """Put the files into the folder of the website."""
    for place, octets in papers.files.items():
        (site / place).parent.mkdir(parents=True, exist_ok=True)
        (site / place).write_bytes(octets)
