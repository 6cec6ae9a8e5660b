"""The guidebook's chapters in their order, and the style sheet they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guidebook.model.records.page import Page
from guidebook.model.wording.sample import title_suffix
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
from guidebook.render.book.parts import Part, opened, pages_of_parts
from guidebook.render.book.program import program_chapter
from guidebook.render.book.qr_link import qr_link
from guidebook.render.book.sources import sources_chapters, written_chapter
from guidebook.render.book.tour import places_chapter, route_chapter, towns_chapter
from guidebook.render.book.typesetting import spread_side
from guidebook.render.context import RenderContext

TOLD = 32
"""So many entries of the contents have room for a line about each, on two pages."""


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
        for entry in (Entry(part.id, part.title, str(number), part.line, opens=True), *part.entries)
        if entry.opens or part.listed
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
    """Reports, tour, towns, and what helps to find and to remember; a part without chapters is left out.

    What is written alone has the parts that its menu names.
    """
    if only_written(context.catalogue):
        return _written_parts(context)
    before, on_tour, after = pages_of_parts(context)
    parts = [part for part in (_cases(context, before), _tour(context, on_tour), _towns(context)) if part.chapters]
    return (*parts, _back(context, after, [chapter for part in parts for chapter in part.chapters]))


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


def _cases(context: RenderContext, pages: Sequence[Page]) -> Part:
    words, programs = context.words.gettext, context.catalogue.programs
    return Part(
        "part-cases",
        words("사례"),
        words("사업별 추진 내용과 성과"),
        (
            *(written_chapter(context, page) for page in pages),
            *(program_chapter(context, program, side=spread_side(context.print_format)) for program in programs),
        ),
        (
            *_entries(pages),
            *(Entry(f"program-{program.id}", program.name, program.mark, program.summary) for program in programs),
        ),
        scene="marks" if any(program.mark for program in programs) else "outlines",
    )


def _tour(context: RenderContext, pages: Sequence[Page]) -> Part:
    words, routes = context.words.gettext, context.catalogue.routes
    places = [places_chapter(context)] if context.catalogue.sites else []
    return Part(
        "part-tour",
        words("주민여행"),
        words("추천 코스와 볼거리·음식점"),
        (
            *(written_chapter(context, page) for page in pages),
            *(route_chapter(context, route) for route in routes),
            *places,
        ),
        (
            *_entries(pages),
            *(Entry(f"route-{route.id}", route.title, line=route.summary) for route in routes),
            *(Entry(chapter.id, chapter.title) for chapter in places),
        ),
        scene="ways",
    )


def _towns(context: RenderContext) -> Part:
    words, towns = context.words.gettext, context.catalogue.towns
    return Part(
        "part-towns",
        words("읍면동"),
        words("주민자치 사례와 행정복지센터"),
        (towns_chapter(context),) if towns else (),
        tuple(Entry(f"town-{town.id}", town.name) for town in towns),
        listed=False,
        scene="land",
    )


def _back(context: RenderContext, pages: Sequence[Page], before: Sequence[Chapter]) -> Part:
    words = context.words.gettext
    chapters = [written_chapter(context, page) for page in pages]
    index = index_chapter(context, [*before, *chapters])
    last = (*sources_chapters(context), index, *((_worksheet(context),) if context.catalogue.programs else ()))
    return Part(
        "part-back",
        words("부록"),
        words("용어, 출처, 찾아보기"),
        (*chapters, *last),
        (*_entries(pages), *(Entry(chapter.id, chapter.title) for chapter in last)),
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
