"""One route as a book of its own: the route, its places and towns, the reports that it leads to."""

from __future__ import annotations

from guidebook.model.records.route import Route
from guidebook.model.wording.sample import title_suffix
from guidebook.plan.related import programs_of_route, towns_of_route
from guidebook.render.book.chapter import (
    Entry,
    chapter,
    contents_chapter,
    memo_chapter,
    with_running_head,
)
from guidebook.render.book.front_matter import single_cover
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.index import index_chapter
from guidebook.render.book.links import without_dangling_links
from guidebook.render.book.program import program_chapter
from guidebook.render.book.qr_link import permanent, qr_link
from guidebook.render.book.thumb_tab import with_thumb_tab
from guidebook.render.book.tour import places_chapter, route_chapter, towns_chapter
from guidebook.render.context import RenderContext


def route_book(context: RenderContext, route: Route) -> Manuscript:
    """The book of one route. Links to what it does not hold are plain words; its numbers are its own."""
    words, file = context.words.gettext, context.catalogue.source_map(route).file
    towns = towns_of_route(context.catalogue, route)
    held = {town.id for town in towns}
    programs = programs_of_route(context.catalogue, route)
    content = (
        route_chapter(context, route),
        *((places_chapter(context, held), towns_chapter(context, towns)) if towns else ()),
        *(
            with_thumb_tab(context, program_chapter(context, program), context.catalogue.emblems[program.id], step)
            for step, program in enumerate(programs)
        ),
    )
    index = index_chapter(context, content)
    entries = (
        *(Entry(chapter.id, chapter.title) for chapter in content[: len(content) - len(programs)]),
        *(Entry(f"program-{one.id}", one.name, context.catalogue.emblems[one.id], one.summary) for one in programs),
        Entry(index.id, index.title),
        Entry("colophon", words("판권지")),
    )
    chapters = (
        single_cover(context, route.title, route.summary, file),
        contents_chapter(context, entries, side=None),
        *(with_running_head(held, context.site.short_titled(context.language)) for held in (*content, index)),
        chapter(
            context,
            "colophon",
            "colophon",
            words("판권지"),
            file,
            sign=qr_link(context, route.title, permanent(route.id)),
        ),
    )
    title = f"{route.title} {title_suffix(context.site, context.words)}".strip()
    return Manuscript(title, without_dangling_links(chapters), memo_chapter(context, file), entries)
