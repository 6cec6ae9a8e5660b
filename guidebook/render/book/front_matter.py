"""What stands before the first part: the cover with outlines, the map, the title page, contents, reading aids."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.plan.written_only import only_written
from guidebook.render.book.chapter import Chapter, chapter
from guidebook.render.book.typesetting import map_size
from guidebook.render.context import RenderContext
from guidebook.render.map.drawing import draw_map, outline_map
from guidebook.render.map.itinerary import credit
from guidebook.render.map.look import MapLook, MapSizes, OutlineLook


def front_matter(context: RenderContext, contents: Chapter) -> Iterator[Chapter]:
    """The first pages, the title page on the right: it faces the map, or where there is none, how to read the book.

    The contents follow, so that two pages of them face each other.
    """
    words, file = context.words.gettext, context.catalogue.where_site().file
    title = context.site.titled(context.language)
    outline = cover_outline(context)
    yield chapter(context, "cover", "cover", title, file, "right", outline=outline)
    opening, reading = _frontispiece(context), chapter(context, "reading", "reading", words("일러두기"), file)
    told = () if only_written(context.catalogue) else (reading,)  # which tells of reports, places and their sources
    yield from (opening,) if opening else told
    yield chapter(context, "title", "title", title, file, "right")
    yield contents
    yield from told if opening else ()


def single_cover(context: RenderContext, title: str, line: str, source: str, mark: str = "") -> Chapter:
    """The cover of a book that holds one record: its title, a line about it, the emblem where it has one."""
    outline = cover_outline(context)
    return chapter(context, "single-cover", "cover", title, source, "right", outline=outline, line=line, mark=mark)


def cover_outline(context: RenderContext) -> str:
    """The city's outlines behind the title, on the city's blue, or on white where a copier prints the book."""
    boundaries, look = context.catalogue.boundaries, context.design.look(OutlineLook)
    colour = look.cover_plain if context.print_format.ink == "grey" else look.cover
    return outline_map(boundaries, context.design.look(MapSizes).cover, colour, look) if boundaries else ""


def _frontispiece(context: RenderContext) -> Chapter | None:
    """The city and its towns; None where there are no boundaries."""
    boundaries = context.catalogue.boundaries
    if boundaries is None:
        return None
    title = context.words.gettext("{city}의 읍면동").format(city=context.site.city.name)
    about = context.words.gettext("읍면동의 경계와 이름입니다.")
    look = context.design.look(MapLook)
    size = map_size(context.design.look(MapSizes).towns, context.print_format)
    drawn = draw_map(boundaries, (), size, look, context.words, title=title, description=about, ident="front-map")
    file = context.catalogue.where_site().file
    return chapter(context, "frontispiece", "front", title, file, drawing=drawn, credit=credit(context))
