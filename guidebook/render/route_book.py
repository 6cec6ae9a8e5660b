"""One route as a book of its own: the route, its places and towns, the reports told of on it."""

from __future__ import annotations

from guidebook.model.route import Route
from guidebook.plan.related import programs_of_route, towns_of_route
from guidebook.render.book import Manuscript
from guidebook.render.book_index import index_chapter
from guidebook.render.chapter import (
    Entry,
    chapter,
    contents_chapter,
    headed,
    memo_chapter,
    program_chapter,
    tabbed,
    without_dangling_links,
)
from guidebook.render.edition import Edition
from guidebook.render.front_matter import single_cover
from guidebook.render.notice import title_suffix
from guidebook.render.signpost import permanent, signpost
from guidebook.render.tour import places_chapter, route_chapter, towns_chapter


def route_book(edition: Edition, route: Route) -> Manuscript:
    """The book of one route. Links to what it does not hold are plain words; its numbers are its own."""
    words, file = edition.words.gettext, edition.catalogue.source_map(route).file
    towns = towns_of_route(edition.catalogue, route)
    held = {town.id for town in towns}
    programs = programs_of_route(edition.catalogue, route)
    told = (
        route_chapter(edition, route),
        *((places_chapter(edition, held), towns_chapter(edition, towns)) if towns else ()),
        *(tabbed(edition, program_chapter(edition, one), one.mark, step) for step, one in enumerate(programs)),
    )
    index = index_chapter(edition, told)
    entries = (
        *(Entry(one.id, one.title) for one in told[: len(told) - len(programs)]),
        *(Entry(f"program-{one.id}", one.name, one.mark, one.summary) for one in programs),
        Entry(index.id, index.title),
        Entry("colophon", words("판권지")),
    )
    chapters = (
        single_cover(edition, route.title, route.summary, file),
        contents_chapter(edition, entries, side=None),
        *(headed(one, edition.site.short_titled(edition.language)) for one in (*told, index)),
        chapter(
            edition,
            "colophon",
            "colophon",
            words("판권지"),
            file,
            sign=signpost(edition, route.title, permanent(route.id)),
        ),
    )
    title = f"{route.title} {title_suffix(edition.site, edition.words)}".strip()
    return Manuscript(title, without_dangling_links(chapters), memo_chapter(edition, file), entries)
