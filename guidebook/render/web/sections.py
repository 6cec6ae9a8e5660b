"""How the pages hang together: which lists there are, what they are called, and what stands above what."""

from __future__ import annotations

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.page import ENGLISH, Block
from guidebook.render.addresses import (
    DATA,
    FIGURES,
    MENU_ORDER,
    PROGRAMS,
    RESTAURANTS,
    ROUTES,
    SITES,
    TOWNS,
    UNLISTED,
    VISITS,
    address,
)
from guidebook.render.context import RenderContext

TOUR = (ROUTES, SITES, RESTAURANTS, VISITS)
"""The lists of the tour: one entry of the menu leads to all of them."""

HOME_IN_ENGLISH = address("page", ENGLISH)

Labelled = tuple[tuple[str, str], ...]
"""Pairs of a path below the site's root and what it is called."""


def lists(context: RenderContext) -> dict[str, str]:
    """From path to name of every list page that has something to show."""
    catalogue, words = context.catalogue, context.words.gettext
    listed = {
        PROGRAMS: (words("사업"), catalogue.programs),
        FIGURES: (words("수치"), [program for program in catalogue.programs if program.indicators]),
        TOWNS: (words("읍면동"), catalogue.towns),
        ROUTES: (words("코스"), catalogue.routes),
        SITES: (words("볼거리"), catalogue.sites),
        RESTAURANTS: (words("음식점"), (*catalogue.restaurants, *catalogue.lists)),
        VISITS: (words("다녀간 방문단"), catalogue.visits),
        DATA: (words("자료 내려받기"), context.downloads),
    }
    return {path: label for path, (label, records) in listed.items() if records}


def tour_front(catalogue: Catalogue) -> str | None:
    """The page that opens the tour: the written one that lists the routes, else the first list of the tour."""
    pages = [f"{page.id}/" for page in catalogue.pages if page.asks_for(Block.ROUTES)]
    lists_of_tour = {ROUTES: catalogue.routes, SITES: catalogue.sites, RESTAURANTS: catalogue.restaurants}
    return next((path for path in (*pages, *(path for path in lists_of_tour if lists_of_tour[path]))), None)


def menu(context: RenderContext) -> Labelled:
    """The main menu: lists by their order, and the written pages. The tour has one entry."""
    front, labels = tour_front(context.catalogue), lists(context)
    entries = [(order, path, labels[path]) for path, order in MENU_ORDER.items() if path in labels and path not in TOUR]
    entries += [
        (page.order, f"{page.id}/", page.name or page.title) for page in context.catalogue.pages if not page.footer
    ]
    if front in TOUR:
        entries.append((MENU_ORDER[ROUTES], front, context.words.gettext("주민여행")))
    return tuple((path, label) for _, path, label in sorted(entries))


def english_menu(context: RenderContext) -> Labelled:
    """The menu of the pages in English."""
    return tuple((address("page", page.id), page.name or page.title) for page in context.catalogue.english)


def section(context: RenderContext, path: str) -> str:
    """The entry of the menu that a page belongs to; empty for the home page and the one for unknown addresses."""
    if not path or path in UNLISTED:
        return ""
    top = path.split("/")[0] + "/"
    if top == HOME_IN_ENGLISH:
        return path
    return (tour_front(context.catalogue) or top) if top in TOUR else top


def trail_of(context: RenderContext, path: str) -> Labelled:
    """The pages above a page, from the home page down."""
    if not path or path in UNLISTED:
        return ()
    if path.startswith(HOME_IN_ENGLISH):
        return () if path == HOME_IN_ENGLISH else english_menu(context)[:1]
    labels, above = lists(context), [("", context.words.gettext("첫 쪽"))]
    top, front = path.split("/")[0] + "/", section(context, path)
    for step in (front, top):
        if step != path and step not in dict(above):
            above.append((step, dict(menu(context)).get(step) or labels.get(step, step)))
    return tuple(above)


def tour_pages(context: RenderContext, path: str) -> Labelled:
    """The pages of the tour, to go from one to the next; empty on pages that are not among them."""
    front = tour_front(context.catalogue)
    if front is None or section(context, path) != front:
        return ()
    labels = lists(context)
    opening = [(front, context.words.gettext("안내"))] if front not in TOUR else []
    return (*opening, *((path_of_list, labels[path_of_list]) for path_of_list in TOUR if path_of_list in labels))
