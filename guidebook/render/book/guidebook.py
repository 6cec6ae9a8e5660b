"""The guidebook's chapters in their order, and the style sheet they share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from guidebook.model.records.page import Page
from guidebook.model.settings.arrangement import PartName
from guidebook.model.wording.sample import title_suffix
from guidebook.plan.book_parts import PlannedPart, planned_parts
from guidebook.plan.written_only import chapters, only_written
from guidebook.render.book.chapter import (
    Chapter,
    Entry,
    chapter,
    contents_chapter,
    memo_chapter,
)
from guidebook.render.book.front_matter import front_matter
from guidebook.render.book.index import index_chapter
from guidebook.render.book.links import without_dangling_links
from guidebook.render.book.parts import MOST_MARKS, Part, opened, part_number
from guidebook.render.book.program import program_chapter
from guidebook.render.book.qr_link import qr_link
from guidebook.render.book.sources import sources_chapters, written_chapter
from guidebook.render.book.tour import places_chapter, route_chapter, towns_chapter
from guidebook.render.book.typesetting import spread_side
from guidebook.render.context import RenderContext

TOLD = 32
"""So many entries of the contents have room for a line about each, on two pages."""
WIDEST_MARK = 2
"""Letters of emblems that stand in rows behind the title of their part."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A book before it is laid out."""

    title: str
    chapters: tuple[Chapter, ...]
    filler: Chapter
    """A page of ruled lines, for the back of a leaf that would otherwise be blank."""
    entries: tuple[Entry, ...] = ()
    """The lines of its contents."""
    numbered_back: bool = True
    """Whether the last page shows its number, as a back cover does not."""
    aside: Chapter | None = None
    """What fills the page before a chapter that must begin on the other side, where that is not the filler."""


def manuscript(context: RenderContext) -> Manuscript:
    """The whole guidebook: cover, map, title page, contents, the parts, colophon."""
    context = replace(context, lists_sources=True)
    words, file = context.words.gettext, context.catalogue.where_site().file
    parts = parts_of(context)
    entries = [
        entry
        for number, part in enumerate(parts, start=1)
        for entry in (Entry(part.id, part.title, part_number(context, number), part.line, opens=True), *part.entries)
        if entry.opens or part.listed or entry.anchor.startswith("page-")
    ]
    entries.append(Entry("colophon", words("판권지")))
    chapters = [
        *front_matter(context, contents_chapter(context, _in_contents(entries), spread_side(context.print_format))),
        *opened(context, parts),
        chapter(context, "colophon", "colophon", words("판권지"), file, sign=qr_link(context, words("홈"), "")),
    ]
    return Manuscript(
        book_title(context), without_dangling_links(chapters), memo_chapter(context, file), tuple(entries)
    )


def _in_contents(entries: list[Entry]) -> list[Entry]:
    """The lines of the contents, which fill two facing pages: of many, the titles alone."""
    return [replace(entry, line="") for entry in entries] if len(entries) > TOLD else entries


def parts_of(context: RenderContext) -> tuple[Part, ...]:
    """The parts as the settings order them: reports, tour, towns, and what helps to find and to remember.

    A part without chapters is left out. The appendix is made last, wherever it stands, for it lists what is there.
    """
    if only_written(context.catalogue):
        return _written_parts(context)
    planned = planned_parts(context.catalogue)
    apart = any(part.name == "places" for part in planned)
    makers: Mapping[PartName, Callable[[RenderContext, PlannedPart], Part]] = {
        "programs": _cases,
        "routes": partial(_tour, with_places=not apart),
        "places": _places,
        "towns": _towns,
        "pages": _written,
    }
    made = {number: makers[part.name](context, part) for number, part in enumerate(planned) if part.name != "appendix"}
    told = [chapter for part in made.values() for chapter in part.chapters]
    made |= {number: _back(context, part, told) for number, part in enumerate(planned) if part.name == "appendix"}
    return tuple(made[number] for number in range(len(planned)) if made[number].chapters)


def _written_parts(context: RenderContext) -> tuple[Part, ...]:
    """Pages that stand alone open the book, those of the foot end it; between them the parts that the menu names."""
    catalogue, words = context.catalogue, context.words.gettext
    named = chapters(catalogue)
    fronts = {front.id for front, _ in named}
    alone = [page for page in catalogue.pages if page.section is None and page.id not in fronts]
    parts = (
        _written_part(context, "part-opening", words("안내"), "", [page for page in alone if not page.footer]),
        *(
            # The page that names a part is a chapter of it where it says more than its summary.
            _written_part(
                context,
                f"part-{front.id}",
                front.name or front.title,
                front.summary,
                [*([front] if front.body.strip() else []), *pages],
            )
            for front, pages in named
        ),
        _written_part(context, "part-back", words("부록"), "", [page for page in alone if page.footer]),
    )
    return tuple(part for part in parts if part.chapters)


def _written_part(context: RenderContext, id: str, title: str, line: str, pages: Sequence[Page]) -> Part:
    printed = [page for page in pages if page.book]
    chapters = tuple(written_chapter(context, page) for page in printed)
    return Part(id, title, line, chapters, tuple(_entries(printed)))


def _cases(context: RenderContext, planned: PlannedPart) -> Part:
    words, catalogue, programs = context.words.gettext, context.catalogue, context.catalogue.programs
    marks = [mark for mark in catalogue.emblems.values() if mark]
    return Part(
        "part-cases",
        planned.title or words("사례"),
        planned.line or words("사업별 추진 내용과 성과"),
        (
            *(written_chapter(context, page) for page in planned.pages),
            *(program_chapter(context, program, side=spread_side(context.print_format)) for program in programs),
        ),
        (
            *_entries(planned.pages),
            *(Entry(f"program-{one.id}", one.name, catalogue.emblems[one.id], one.summary) for one in programs),
        ),
        scene="marks" if 0 < len(marks) <= MOST_MARKS and max(map(len, marks)) <= WIDEST_MARK else "outlines",
    )


def _tour(context: RenderContext, planned: PlannedPart, with_places: bool) -> Part:
    words, routes = context.words.gettext, context.catalogue.routes
    places = [places_chapter(context)] if context.catalogue.sites and with_places else []
    return Part(
        "part-tour",
        planned.title or words("주민여행"),
        planned.line or (words("추천 코스와 볼거리·음식점") if with_places else words("추천 코스")),
        (
            *(written_chapter(context, page) for page in planned.pages),
            *(route_chapter(context, route) for route in routes),
            *places,
        ),
        (
            *_entries(planned.pages),
            *(Entry(f"route-{route.id}", route.title, line=route.summary) for route in routes),
            *(Entry(chapter.id, chapter.title) for chapter in places),
        ),
        scene="ways",
    )


def _places(context: RenderContext, planned: PlannedPart) -> Part:
    places = [places_chapter(context)] if context.catalogue.sites else []
    return Part(
        "part-places",
        planned.title or context.words.gettext("볼거리와 음식점"),
        planned.line or "",
        (*(written_chapter(context, page) for page in planned.pages), *places),
        (*_entries(planned.pages), *(Entry(chapter.id, chapter.title) for chapter in places)),
        scene="land",
    )


def _towns(context: RenderContext, planned: PlannedPart) -> Part:
    words, towns = context.words.gettext, context.catalogue.towns
    return Part(
        "part-towns",
        planned.title or words("읍면동"),
        planned.line or words("주민자치 사례와 행정복지센터"),
        (*(written_chapter(context, page) for page in planned.pages), *((towns_chapter(context),) if towns else ())),
        (*_entries(planned.pages), *(Entry(f"town-{town.id}", town.name) for town in towns)),
        listed=False,
        scene="land",
    )


def _written(context: RenderContext, planned: PlannedPart) -> Part:
    """A part of written pages alone, called as its first one where it has no title of its own."""
    first = planned.pages[0] if planned.pages else None
    return Part(
        f"part-pages-{first.id}" if first else "part-pages",
        planned.title or (first.name or first.title if first else ""),
        planned.line or "",
        tuple(written_chapter(context, page) for page in planned.pages),
        tuple(_entries(planned.pages)),
    )


def _back(context: RenderContext, planned: PlannedPart, told: Sequence[Chapter]) -> Part:
    words = context.words.gettext
    chapters = [written_chapter(context, page) for page in planned.pages]
    index = index_chapter(context, [*told, *chapters])
    last = (*sources_chapters(context), index, *((_worksheet(context),) if context.catalogue.programs else ()))
    return Part(
        "part-back",
        planned.title or words("부록"),
        planned.line or words("용어, 출처, 찾아보기"),
        (*chapters, *last),
        (*_entries(planned.pages), *(Entry(chapter.id, chapter.title) for chapter in last)),
    )


def _worksheet(context: RenderContext) -> Chapter:
    """Room to write down what can be learnt from each programme."""
    title, file = context.words.gettext("현장 기록"), context.catalogue.where_site().file
    return chapter(context, "worksheet", "worksheet", title, file)


def _entries(pages: Sequence[Page]) -> Iterator[Entry]:
    return (Entry(f"page-{page.id}", page.title, line=page.summary) for page in pages)


def book_title(context: RenderContext) -> str:
    """The title that the file carries; a sample says so."""
    return f"{context.site.titled(context.language)} {title_suffix(context.site, context.words)}".strip()
