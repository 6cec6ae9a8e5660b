"""The leaflets of all routes, from one press: laid out, read back, ready to lie in the site beside the guidebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidebook.model.diagnostic import Diagnostic
from guidebook.model.route import Route
from guidebook.publish.book import Workshop, metadata_of, press_of, print_book
from guidebook.publish.join import JoinedBook
from guidebook.publish.pdf import Press
from guidebook.publish.proof import SHEET_CHECKS, links_are_alive, proof
from guidebook.publish.proof_book import Expected
from guidebook.render.book import Manuscript
from guidebook.render.edition import BookFile, Edition
from guidebook.render.leaflet import Form, leaflet
from guidebook.render.notice import notice
from guidebook.render.typesetting import coloured

BOOK = "guidebook/guidebook.pdf"
"""Where the guidebook lies in the site."""
STYLES = ("book.css", "itinerary.css", "tour.css", "leaflet.css")
"""The style sheets of `templates/print` that leaflets are set with."""
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


def leaflets_of(edition: Edition, css: str, workshop: Workshop) -> Leaflets:
    """The leaflets of an edition, in the order of its routes; `css` is that of `STYLES`."""
    routes = edition.catalogue.routes
    if not routes:
        return Leaflets({}, (), ())
    press, faults = press_of(coloured(css, edition.site.palette, edition.profile), workshop)
    if press is None:
        return Leaflets({}, (), faults)
    files: dict[str, bytes] = {}
    books: list[BookFile] = []
    for route in routes:
        book, more = _print(edition, route, press)
        faults += more
        if book is not None:
            path = leaflet_path(route)
            files[path] = book.pdf
            books.append(BookFile(path, book.pages, len(book.pdf)))
    return Leaflets(files, tuple(books), faults)


def leaflet_path(route: Route) -> str:
    """Where the leaflet of a route lies in the site."""
    return f"guidebook/{route.id}.pdf"


def _print(edition: Edition, route: Route, press: Press) -> tuple[JoinedBook | None, tuple[Diagnostic, ...]]:
    path = leaflet_path(route)
    manuscript = _arranged(edition, route, press)
    book, faults = print_book(manuscript, press, metadata_of(edition, manuscript.title))
    if book is None:
        return None, faults
    said = notice(edition.site, edition.language, edition.words)
    expected = Expected(manuscript.title, edition.language, said, (), chapters=book.chapters)
    return book, (*faults, *proof(book.pdf, f"site/{path}", expected, CHECKS))


def _arranged(edition: Edition, route: Route, press: Press) -> Manuscript:
    for form, pages in PAGES.items():
        if form is Form.FLOWING and len(route.stops) > SHORT:
            continue
        manuscript = leaflet(edition, route, form)
        laid_out, _ = press.lay_out(manuscript.chapters[0])
        if laid_out is not None and laid_out.pages <= pages:
            return manuscript
    return leaflet(edition, route, Form.FLOWING)
