"""The PDFs that lie in the website: the guidebook, a leaflet for each route, each case report by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from guidebook.books.earlier_books import earlier_book
from guidebook.books.guidebook import guidebook_and_reports, report_path
from guidebook.books.kept_books import kept_books
from guidebook.books.leaflets import leaflet_path, leaflets_of
from guidebook.books.papers import make_papers
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.pdf.joining import JoinedBook
from guidebook.render.addresses import GUIDEBOOK_PDF
from guidebook.render.context import BookFile, RenderContext
from guidebook.storage.paths import Paths
from guidebook.storage.workers import Workers


@dataclass(frozen=True, slots=True)
class SitePapers:
    """The finished files; what reads them back may still be going on."""

    guidebook: JoinedBook
    others: tuple[BookFile, ...]
    """Leaflets, then reports."""
    files: Mapping[str, bytes]
    """Path below the site's root → PDF."""
    failed: bool
    """Whether one of them could not be made."""
    told: Callable[[], Faults]
    """What is wrong with them but for the guidebook's verdict. To be asked for once; waits for all verdicts."""
    verdict: Callable[[], Faults]
    """What is wrong with the guidebook, read back. To be asked for once."""


def make_site_papers(context: RenderContext, paths: Paths, workers: Workers) -> tuple[SitePapers | None, Faults]:
    """All PDFs of the website, or why there are none."""
    books, faults = guidebook_and_reports(context, paths, workers)
    if not books:
        return None, faults
    guidebook, *reports = books
    leaflets, lacking = leaflets_of(context, paths)
    book, *others = make_papers(context, (guidebook, *leaflets, *reports), kept_books(paths), workers)
    if book.book is None or book.verdict is None:
        return None, book.faults
    made = [(paper.path, paper.book) for paper in others if paper.book is not None]
    files = {GUIDEBOOK_PDF: book.book.pdf, **{path: other.pdf for path, other in made}}

    def told() -> Faults:
        return (*book.faults, *lacking, *(fault for paper in others for fault in paper.told()))

    return SitePapers(
        book.book,
        tuple(BookFile(path, other.pages, len(other.pdf)) for path, other in made),
        files,
        has_errors((*lacking, *(fault for paper in others for fault in paper.faults))),
        told,
        book.verdict.result,
    ), ()


def linked_to(context: RenderContext, papers: SitePapers) -> RenderContext:
    """The context whose pages link to these PDFs."""
    book = BookFile(GUIDEBOOK_PDF, papers.guidebook.pages, len(papers.guidebook.pdf))
    return replace(context, book=book, papers=papers.others)


def linked_to_earlier(context: RenderContext, catalogue: Catalogue, output: Path) -> RenderContext:
    """The context whose pages link to the PDFs that the last build left in `output`."""
    places = [*map(leaflet_path, catalogue.routes), *map(report_path, catalogue.programs)]
    papers = (earlier_book(output, place) for place in places)
    return replace(context, book=earlier_book(output, GUIDEBOOK_PDF), papers=tuple(paper for paper in papers if paper))


def write_papers(papers: SitePapers, site: Path) -> None:
    """Put the files into the folder of the website."""
    for place, octets in papers.files.items():
        (site / place).parent.mkdir(parents=True, exist_ok=True)
        (site / place).write_bytes(octets)
