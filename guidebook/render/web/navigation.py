"""The structure of the site: its lists and their names, the menus, sections of pages, and the breadcrumbs of a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Generic, TypeVar

from guidebook.model.catalogue import Catalogue
from guidebook.model.kinds import Kinds, Listing
from guidebook.model.records.page import ENGLISH, Block, Page
from guidebook.render.addresses import CHANGES, DATA, FIGURES, INDEX, PROGRAMS, TOWNS, UNLISTED, address
from guidebook.render.context import RenderContext

HOME_IN_ENGLISH = address("page", ENGLISH)

Labelled = tuple[tuple[str, str], ...]
"""Pairs of a path below the site's root and what it is called."""


Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, eq=False)
class _Same(Generic[Asked]):
    """A value that nobody changes, known by being itself: to compare two catalogues is to read all of both."""

    value: Asked

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def asked_by_every_page(function: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """The function, which is answered once for each context or catalogue."""

    @lru_cache(maxsize=4)
    def answered(same: _Same[Asked]) -> Answer:
        return function(same.value)

    @wraps(function)
    def asked(value: Asked) -> Answer:
        return answered(_Same(value))

    return asked


@asked_by_every_page
def lists(context: RenderContext) -> Mapping[str, str]:
    """From path to name of every list page that has something to show."""
    catalogue, words = context.catalogue, context.words.gettext
    named = {
        kind.listing.path: kind.listing.label.into(words)
        for kind in catalogue.kinds
        if kind.listing and catalogue.of_kind(kind)
    }
    if any(program.indicators for program in catalogue.programs):
        named[FIGURES] = words("주요 통계")
    if context.downloads:
        named[DATA] = words("자료 내려받기")
    return named


def tour_lists(kinds: Kinds) -> tuple[Listing, ...]:
    """The lists of the tour: those in the menu first."""
    tour = (listing for listing in kinds.listings if listing.tour)
    return tuple(sorted(tour, key=lambda listing: not listing.menu))


@asked_by_every_page
def tour_front(catalogue: Catalogue) -> str | None:
    """The page that opens the tour: the written one that lists the routes, else the first list of the tour.

    Only lists that lead on to pages open it.
    """
    pages = (f"{page.id}/" for page in alone(catalogue) if page.asks_for(Block.ROUTES))
    filled = {kind.listing for kind in catalogue.kinds if kind.pages is not None and catalogue.of_kind(kind)}
    lists_of_tour = (listing.path for listing in tour_lists(catalogue.kinds) if listing in filled)
    return next((path for path in (*pages, *lists_of_tour)), None)


@asked_by_every_page
def menu(context: RenderContext) -> Labelled:
    """The main menu: what `site.yml` names, in its order; then what it does not name, lists before written pages.

    The tour has one entry, but for its lists that are named themselves.
    """
    catalogue, words = context.catalogue, context.words.gettext
    front = tour_front(catalogue) or ""
    pages = {f"{page.id}/": page.name or page.title for page in alone(catalogue) if not page.footer}
    labels = {**lists(context), INDEX: words("가나다 찾아보기"), **pages}
    if context.site.changes:
        labels[CHANGES] = words("업데이트 내역")
    if front in _tour_paths(context):
        labels[front] = words("주민여행")
    further = (listing.path for listing in catalogue.kinds.listings if listing.menu and not listing.tour)
    unnamed = (PROGRAMS, FIGURES, front, TOWNS, *further, *pages)
    named = (f"{name}/" for name in context.site.menu)
    return tuple((path, labels[path]) for path in dict.fromkeys((*named, *unnamed)) if path in labels)


def english_menu(context: RenderContext) -> Labelled:
    """The menu of the pages in English."""
    return tuple((address("page", page.id), page.name or page.title) for page in alone(context.catalogue, english=True))


def alone(catalogue: Catalogue, *, english: bool = False) -> tuple[Page, ...]:
    """The written pages of one language that are in no section."""
    return tuple(page for page in catalogue.sections.get(None, ()) if page.english is english)


def listing_page(catalogue: Catalogue, path: str) -> Page | None:
    """The written page whose list the page at `path` stands in, or is a further page of."""
    kinds = catalogue.kinds
    page = _page_at(catalogue, path)
    if page is not None:
        return _page_at(catalogue, kinds.address("page", page.section)) if page.section else None
    above, _, number = path.removesuffix("/").rpartition("/")
    return _page_at(catalogue, f"{above}/") if above and number.isdigit() else None


def _page_at(catalogue: Catalogue, path: str) -> Page | None:
    kind, id = catalogue.kinds.record_at(path)
    record = catalogue.record(id) if kind == "page" else None
    return record if isinstance(record, Page) else None


def section(context: RenderContext, path: str) -> str:
    """The entry of the menu that a page belongs to; empty for the home page and the one for unknown addresses."""
    if not path or path in UNLISTED:
        return ""
    listing = listing_page(context.catalogue, path)
    top = address("page", listing.id) if listing else path.split("/")[0] + "/"
    if path.startswith(HOME_IN_ENGLISH):
        return top if listing else path
    if top in _tour_paths(context) and top not in dict(menu(context)):
        return tour_front(context.catalogue) or top
    return top


def trail_of(context: RenderContext, path: str) -> Labelled:
    """The pages above a page, from the home page down."""
    if not path or path in UNLISTED:
        return ()
    listing = listing_page(context.catalogue, path)
    if path.startswith(HOME_IN_ENGLISH):
        home = () if path == HOME_IN_ENGLISH else english_menu(context)[:1]
        return (*home, *([(address("page", listing.id), listing.name or listing.title)] if listing else []))
    labels, above = {**lists(context), **dict(menu(context))}, [("", context.words.gettext("홈"))]
    top, front = path.split("/")[0] + "/", section(context, path)
    labels[INDEX] = context.words.gettext("가나다 찾아보기")
    if listing:
        top, labels[front] = front, listing.name or listing.title
    for step in (front, top):
        if step != path and step not in dict(above):
            above.append((step, labels.get(step, step)))
    return tuple(above)


def tour_pages(context: RenderContext, path: str) -> Labelled:
    """The pages of the tour, to go from one to the next; empty on pages that are not among them."""
    front, paths = tour_front(context.catalogue), _tour_paths(context)
    if front is None or section(context, path) != front:
        return ()
    labels = lists(context)
    opening = [(front, context.words.gettext("안내"))] if front not in paths else []
    return (*opening, *((there, labels[there]) for there in paths if there in labels))


def _tour_paths(context: RenderContext) -> tuple[str, ...]:
    return tuple(listing.path for listing in tour_lists(context.catalogue.kinds))
