"""The guidebook's chapters in their order, and the style sheet they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidebook.model.page import Page
from guidebook.render.book_index import index_chapter
from guidebook.render.chapter import (
    Chapter,
    Entry,
    chapter,
    contents_chapter,
    memo_chapter,
    page_chapter,
    program_chapter,
    without_dangling_links,
    worksheet_chapter,
)
from guidebook.render.edition import Edition
from guidebook.render.front_matter import front_matter
from guidebook.render.notice import title_suffix
from guidebook.render.part import Part, opened
from guidebook.render.signpost import signpost
from guidebook.render.tour import places_chapter, route_chapter, towns_chapter


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A book before it is laid out."""

    title: str
    chapters: tuple[Chapter, ...]
    filler: Chapter
    """A page of ruled lines, for the back of a leaf that would else be empty."""
    entries: tuple[Entry, ...] = ()
    """The lines of its contents."""
    numbered_back: bool = True
    """Whether the last page shows its number, as a back cover does not."""
    aside: Chapter | None = None
    """What fills the page before a chapter that must begin on the other side, where that is not the filler."""


def manuscript(edition: Edition) -> Manuscript:
    """The whole guidebook: cover, map, title page, contents, the parts, colophon."""
    words, file = edition.words.gettext, edition.catalogue.where_site().file
    parts = parts_of(edition)
    entries = [
        entry
        for number, part in enumerate(parts, start=1)
        for entry in (Entry(part.id, part.title, str(number), part.line, opens=True), *part.entries)
        if entry.opens or part.listed
    ]
    entries.append(Entry("colophon", words("판권지")))
    chapters = [
        *front_matter(edition),
        contents_chapter(edition, entries, side=None),
        *opened(edition, parts),
        chapter(edition, "colophon", "colophon", words("판권지"), file, sign=signpost(edition, words("첫 쪽"), "")),
    ]
    return Manuscript(
        book_title(edition), without_dangling_links(chapters), memo_chapter(edition, file), tuple(entries)
    )


def parts_of(edition: Edition) -> tuple[Part, ...]:
    """Reports, tour, towns, and what helps to find and to remember; a part without chapters is left out."""
    before, on_tour, after = _pages(edition)
    told = [part for part in (_cases(edition, before), _tour(edition, on_tour), _towns(edition)) if part.chapters]
    return (*told, _back(edition, after, [chapter for part in told for chapter in part.chapters]))


def _cases(edition: Edition, pages: Sequence[Page]) -> Part:
    words, programs = edition.words.gettext, edition.catalogue.programs
    return Part(
        "part-cases",
        words("사례"),
        words("무엇을 어떻게 했나"),
        (*(page_chapter(edition, page) for page in pages), *(program_chapter(edition, one) for one in programs)),
        (*_entries(pages), *(Entry(f"program-{one.id}", one.name, one.mark, one.summary) for one in programs)),
    )


def _tour(edition: Edition, pages: Sequence[Page]) -> Part:
    words, routes = edition.words.gettext, edition.catalogue.routes
    places = [places_chapter(edition)] if edition.catalogue.sites else []
    return Part(
        "part-tour",
        words("주민여행"),
        words("어디로 가서 무엇을 보나"),
        (*(page_chapter(edition, page) for page in pages), *(route_chapter(edition, one) for one in routes), *places),
        (
            *_entries(pages),
            *(Entry(f"route-{one.id}", one.title, line=one.summary) for one in routes),
            *(Entry(one.id, one.title) for one in places),
        ),
    )


def _towns(edition: Edition) -> Part:
    words, towns = edition.words.gettext, edition.catalogue.towns
    return Part(
        "part-towns",
        words("읍면동"),
        words("주민자치 사례와 행정복지센터"),
        (towns_chapter(edition),) if towns else (),
        tuple(Entry(f"town-{town.id}", town.name) for town in towns),
        listed=False,
    )


def _back(edition: Edition, pages: Sequence[Page], told: Sequence[Chapter]) -> Part:
    words = edition.words.gettext
    chapters = [page_chapter(edition, page) for page in pages]
    index = index_chapter(edition, [*told, *chapters])
    last = (index, *((worksheet_chapter(edition),) if edition.catalogue.programs else ()))
    return Part(
        "part-back",
        words("찾고 적기"),
        words("낱말, 출처, 찾아보기"),
        (*chapters, *last),
        (*_entries(pages), *(Entry(one.id, one.title) for one in last)),
    )


def _pages(edition: Edition) -> tuple[list[Page], list[Page], list[Page]]:
    """The written pages that belong to the reports, to the tour, and behind all: by the order of the menu."""
    pages, kinds = [page for page in edition.catalogue.pages if page.book], edition.catalogue.kinds
    routes, towns = kinds["route"].menu, kinds["town"].menu
    return (
        [page for page in pages if page.order < routes],
        [page for page in pages if routes <= page.order < towns],
        [page for page in pages if page.order >= towns],
    )


def _entries(pages: Sequence[Page]) -> Iterator[Entry]:
    return (Entry(f"page-{page.id}", page.title, line=page.summary) for page in pages)


def book_title(edition: Edition) -> str:
    """The title that the file carries; a sample says so."""
    return f"{edition.site.titled(edition.language)} {title_suffix(edition.site, edition.words)}".strip()
