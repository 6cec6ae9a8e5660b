"""In which order the parts of the guidebook hold what is written."""

from __future__ import annotations

from guidebook.model.records.page import Page
from guidebook.render.context import RenderContext


def pages_of_parts(context: RenderContext) -> tuple[list[Page], list[Page], list[Page]]:
    """The written pages that belong to the reports, to the tour, and behind all: by the order of the menu."""
    pages, kinds = [page for page in context.catalogue.pages if page.book], context.catalogue.kinds
    routes, towns = kinds["route"].menu, kinds["town"].menu
    return (
        [page for page in pages if page.order < routes],
        [page for page in pages if routes <= page.order < towns],
        [page for page in pages if page.order >= towns],
    )


def anchors_in_order(context: RenderContext) -> list[str]:
    """Where reports, written pages and the chapter of towns begin, from front to back."""
    before, on_tour, after = ([f"page-{page.id}" for page in pages] for pages in pages_of_parts(context))
    programs = [f"program-{program.id}" for program in context.catalogue.programs]
    return [*before, *programs, *on_tour, "towns", *after]
