"""The leaflets of all routes, which lie in the site beside the guidebook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from guidebook.books.ahead import Ahead
from guidebook.books.assembly import SMALL, layout_engine, shared_out
from guidebook.books.papers import Paper
from guidebook.books.style_sheets import print_css
from guidebook.layout.low_pages import Engine
from guidebook.model.diagnostic import Faults
from guidebook.model.records.route import Route
from guidebook.preflight.checks import SHEET_CHECKS
from guidebook.preflight.links import links_are_alive
from guidebook.render.book.chapter import has_pictures, set_closer
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.leaflet import Form, leaflet
from guidebook.render.book.typesetting import coloured
from guidebook.render.context import RenderContext
from guidebook.storage.paths import Paths

CHECKS = (links_are_alive, *SHEET_CHECKS)
"""A leaflet refers to no page and counts its pages by itself."""
PAGES = {Form.FLOWING: 2, Form.OPEN: 3, Form.CLOSE: 3}
"""With so many pages a form is well filled: the first that has no more is taken."""
SHORT = 4
"""Routes of more stops are not tried on two pages: that costs time, and they need more."""


def leaflets_of(context: RenderContext, paths: Paths) -> tuple[tuple[Paper, ...], Faults]:
    """The leaflets, in the order of the routes, or what is missing for them."""
    routes = context.catalogue.routes
    if not routes:
        return (), ()
    css = coloured(print_css(paths.templates, "leaflet", context.design), context.site.palette, context.print_format)
    engine, faults = layout_engine(css, paths)
    if engine is None:
        return (), faults
    ahead = Ahead(engine)
    return tuple(Paper(leaflet_path(route), ahead, _writing(context, route), CHECKS) for route in routes), ()


def leaflet_path(route: Route) -> str:
    """Where the leaflet of a route lies in the site."""
    return f"guidebook/{route.id}.pdf"


def _steps(manuscript: Manuscript) -> Iterator[Manuscript]:
    """A leaflet as it is, then with its pictures set lower in two steps."""
    yield manuscript
    (chapter,) = manuscript.chapters
    if has_pictures(chapter):
        for closer in (set_closer(chapter), set_closer(chapter, SMALL)):
            yield replace(manuscript, chapters=(closer,), filler=closer)


def _writing(context: RenderContext, route: Route) -> Callable[[Engine], Manuscript]:
    """Writes the leaflet of a route in the first form that fills its pages well; each form is written once."""

    @cache
    def written(form: Form) -> Manuscript:
        return leaflet(context, route, form)

    def write(engine: Engine) -> Manuscript:
        for form, pages in PAGES.items():
            if form is Form.FLOWING and len(route.stops) > SHORT:
                continue
            for manuscript in _steps(written(form)):
                laid_out, _ = engine.lay_out(manuscript.chapters[0])
                if laid_out is not None and laid_out.pages <= pages:
                    return manuscript
        steps = {manuscript: engine.lay_out(manuscript.chapters[0])[0] for manuscript in _steps(written(Form.FLOWING))}
        made = {manuscript: laid_out for manuscript, laid_out in steps.items() if laid_out is not None}
        return min(made, key=lambda one: shared_out(made[one]), default=written(Form.FLOWING))

    return write
