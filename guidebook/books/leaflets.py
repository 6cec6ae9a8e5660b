"""The leaflets of all routes: laid out, read back, ready to lie in the site beside the guidebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidebook.books.assembly import ink_of, layout_engine, metadata_of, print_book
from guidebook.books.expected import expected_of
from guidebook.books.kept_books import KeptBooks, kept_books
from guidebook.books.style_sheets import print_css
from guidebook.layout.engine import LayoutEngine
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.records.route import Route
from guidebook.pdf.joining import JoinedBook
from guidebook.preflight.checks import SHEET_CHECKS
from guidebook.preflight.links import links_are_alive
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.leaflet import Form, leaflet
from guidebook.render.book.typesetting import coloured
from guidebook.render.context import BookFile, RenderContext
from guidebook.storage.paths import Paths

BOOK = "guidebook/guidebook.pdf"
"""Where the guidebook lies in the site."""
CHECKS = (links_are_alive, *SHEET_CHECKS)
"""A leaflet refers to no page and counts its pages by itself."""
PAGES = {Form.FLOWING: 2, Form.OPEN: 3, Form.CLOSE: 3}
"""With so many pages a form is well filled: the first that has no more is taken."""
SHORT = 4
"""Routes of more stops are not tried on two pages: that costs time, and they need more."""


@dataclass(frozen=True, slots=True)
class Leaflets:
    """One PDF a route. Where one fails, it is left out and `faults` say why."""

    files: Mapping[str, bytes]
    """Path below the site's root → PDF."""
    books: tuple[BookFile, ...]
    faults: tuple[Diagnostic, ...]


def leaflets_of(context: RenderContext, paths: Paths) -> Leaflets:
    """The leaflets, in the order of the routes."""
    routes = context.catalogue.routes
    if not routes:
        return Leaflets({}, (), ())
    css = coloured(print_css(paths.templates, "leaflet", context.design), context.site.palette, context.print_format)
    engine, faults = layout_engine(css, paths)
    if engine is None:
        return Leaflets({}, (), faults)
    books = kept_books(paths)
    files: dict[str, bytes] = {}
    leaflets: list[BookFile] = []
    for route in routes:
        book, more = _print(context, route, engine, books)
        faults += more
        if book is not None:
            path = leaflet_path(route)
            files[path] = book.pdf
            leaflets.append(BookFile(path, book.pages, len(book.pdf)))
    return Leaflets(files, tuple(leaflets), faults)


def leaflet_path(route: Route) -> str:
    """Where the leaflet of a route lies in the site."""
    return f"guidebook/{route.id}.pdf"


def _print(
    context: RenderContext, route: Route, engine: LayoutEngine, books: KeptBooks
) -> tuple[JoinedBook | None, tuple[Diagnostic, ...]]:
    path = leaflet_path(route)
    manuscript = _arranged(context, route, engine)
    book, faults = print_book(manuscript, engine, metadata_of(context, manuscript.title), ink_of(context.design), books)
    if book is None:
        return None, faults
    expected = expected_of(context, manuscript.title, book)
    return book, (*faults, *books.preflight(book.pdf, f"site/{path}", expected, CHECKS))


def _arranged(context: RenderContext, route: Route, engine: LayoutEngine) -> Manuscript:
    for form, pages in PAGES.items():
        if form is Form.FLOWING and len(route.stops) > SHORT:
            continue
        manuscript = leaflet(context, route, form)
        laid_out, _ = engine.lay_out(manuscript.chapters[0])
        if laid_out is not None and laid_out.pages <= pages:
            return manuscript
    return leaflet(context, route, Form.FLOWING)
