"""The guidebook's chapters in their order, and the style sheet they share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guidebook.model.colour import mix
from guidebook.model.placeholder import margin_boxes
from guidebook.model.site import Palette
from guidebook.render.addresses import TOWNS
from guidebook.render.chapter import Chapter, Entry, chapter, contents_chapter, page_chapter, program_chapter
from guidebook.render.edition import Edition
from guidebook.render.notice import title_suffix
from guidebook.render.sections import ORDER
from guidebook.render.signpost import signpost
from guidebook.render.tour import places_chapter, route_chapter, towns_chapter, towns_title

AFTER_PROGRAMS = ORDER[TOWNS]
"""Pages whose order is beyond that of the towns stand behind them in the book too."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A book before it is laid out."""

    title: str
    chapters: tuple[Chapter, ...]
    filler: Chapter
    """A page of ruled lines, for the back of a leaf that would else be empty."""


def manuscript(edition: Edition) -> Manuscript:
    """The whole guidebook: cover, contents, pages, reports, towns, sources, colophon."""
    words, catalogue = edition.words.gettext, edition.catalogue
    pages = [page for page in catalogue.pages if page.book]
    before = [page for page in pages if page.order < AFTER_PROGRAMS]
    after = [page for page in pages if page.order >= AFTER_PROGRAMS]
    towns = towns_title(edition)
    entries = [
        *(Entry(f"page-{page.id}", page.title, line=page.summary) for page in before),
        *(Entry(f"program-{p.id}", p.name, p.mark, p.summary) for p in catalogue.programs),
        *(Entry(f"route-{route.id}", route.title, line=route.summary) for route in catalogue.routes),
        *([Entry("places", words("볼거리와 음식점"))] if catalogue.sites else []),
        *([Entry("towns", towns, line=words("주민자치 사례와 행정복지센터"))] if catalogue.towns else []),
        *(Entry(f"page-{page.id}", page.title, line=page.summary) for page in after),
        Entry("colophon", words("판권지")),
    ]
    file = catalogue.where_site().file
    chapters = [
        chapter(edition, "cover", "cover", edition.site.titled(edition.language), file, recto=True),
        chapter(edition, "reading", "reading", words("일러두기"), file),
        contents_chapter(edition, entries),
        *(page_chapter(edition, page) for page in before),
        *(program_chapter(edition, program, number) for number, program in enumerate(catalogue.programs)),
        *(route_chapter(edition, route) for route in catalogue.routes),
        *([places_chapter(edition)] if catalogue.sites else []),
        *([towns_chapter(edition)] if catalogue.towns else []),
        *(page_chapter(edition, page) for page in after),
        chapter(edition, "colophon", "colophon", words("판권지"), file, sign=signpost(edition, words("첫 쪽"), "")),
    ]
    return Manuscript(book_title(edition), tuple(chapters), chapter(edition, "memo", "memo", words("메모"), file))


def book_title(edition: Edition) -> str:
    """The title that the file carries; a sample says so."""
    return f"{edition.site.titled(edition.language)} {title_suffix(edition.site, edition.words)}".strip()


def stylesheet(css: str, palette: Palette) -> str:
    """The book's style sheet with the city's colours written in and room for its page numbers."""
    return margin_boxes() + coloured(css, palette)


def coloured(css: str, palette: Palette) -> str:
    """A style sheet for paper with the city's colours written in: page boxes know no custom properties."""
    primary = palette.primary
    colours = {
        "--city-primary": primary,
        "--city-primary-tint": mix(primary, "#ffffff", 0.93),
        "--city-primary-line": mix(primary, "#ffffff", 0.7),
        "--city-primary-cover": mix(primary, "#ffffff", 0.22),
        "--city-signal": palette.signal,
    }
    return re.sub(r"var\((--city-[a-z-]+)[^)]*\)", lambda found: colours[found[1]], css)
