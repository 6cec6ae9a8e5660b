"""The parts of the guidebook: an opening page each, a name in the running head, a step of the thumb tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from markupsafe import Markup

from guidebook.plan.itinerary import plan_route
from guidebook.render.book.chapter import Chapter, Entry, chapter, referring, with_running_head
from guidebook.render.book.thumb_tab import with_thumb_tab
from guidebook.render.context import RenderContext
from guidebook.render.map.grounds import city_ground
from guidebook.render.map.itinerary import markers_of
from guidebook.render.map.look import MapSizes, OutlineLook
from guidebook.render.text.word_width import set_width

FEW = 8
"""So many entries stand in one column, below which emblems have room."""
ENTRY = (29.0, 10.5)
"""Ems of a line of the list in one column and in two, beside its emblem and its page."""
MOST_MARKS = 14
"""So many emblems have room behind a title, in two rows."""
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"


@dataclass(frozen=True, slots=True)
class Part:
    """Chapters that belong together, and the lines that contents and opening page have for them."""

    id: str
    title: str
    line: str
    chapters: tuple[Chapter, ...]
    entries: tuple[Entry, ...]
    listed: bool = True
    """Whether the contents have these lines too, or but those of written pages, and the opening page alone the rest."""
    scene: Literal["outlines", "land", "marks", "ways"] = "outlines"
    """What lies behind its title: the city's outlines, its land, the emblems of its reports, the ways of its routes."""


def opened(context: RenderContext, parts: Sequence[Part]) -> tuple[Chapter, ...]:
    """The chapters of all parts, each part behind its opening page on the right."""
    return tuple(
        opened_chapter
        for step, part in enumerate(parts)
        for opened_chapter in (
            _opener(context, part, step + 1),
            *(
                with_running_head(
                    with_thumb_tab(context, chapter, _mark(context, part, chapter, step), step), part.title
                )
                for chapter in part.chapters
            ),
        )
    )


def _opener(context: RenderContext, part: Part, number: int) -> Chapter:
    ground = _ground(context, part)
    columns, rows = _list_of(part, context)
    file = context.catalogue.where_site().file

    def set_page(reference: Callable[[str], Markup]) -> Chapter:
        return chapter(
            context,
            "part",
            part.id,
            part.title,
            file,
            "right" if context.print_format.openers else None,
            part=part,
            number=part_number(context, number),
            ground=ground,
            columns=columns,
            rows=rows,
            page_ref=reference,
        )

    return referring([entry.anchor for entry in part.entries], set_page)


def _list_of(part: Part, context: RenderContext) -> tuple[int, int]:
    """In how many columns the entries stand, and how many lines that takes about; in large print twice as many."""
    columns = 2 if len(part.entries) > FEW else 1
    lines = [ceil(set_width(entry.title) / ENTRY[columns - 1]) for entry in part.entries]
    apart = (max(lines, default=1) - 1) / 2 if columns > 1 else 0  # an entry of many lines stands in one column whole
    return columns, ceil(sum(lines) / columns + apart) * (2 if context.print_format.least else 1)


def _ground(context: RenderContext, part: Part) -> Markup:
    boundaries, look = context.catalogue.boundaries, context.design.look(OutlineLook)
    if boundaries is None or part.scene == "marks":
        return Markup()
    routes = context.catalogue.routes if part.scene == "ways" else ()
    ways = [markers_of(plan_route(route, context.catalogue)) for route in routes]
    land = look.land if part.scene in ("land", "ways") else "none"
    stops = [[marker.point for marker in way] for way in ways if len(way) > 1]
    return city_ground(boundaries, context.design.look(MapSizes).part, look, stops, land)


def _mark(context: RenderContext, part: Part, chapter: Chapter, step: int) -> str:
    """What the tab shows: the emblem of a programme, else the number of the part."""
    marks = {entry.anchor: entry.mark for entry in part.entries}
    return marks.get(chapter.id) or part_number(context, step + 1)


def part_number(context: RenderContext, number: int) -> str:
    """The number of a part; a Roman one where programmes are known by numbers, or two things would have the same."""
    numbered = any(emblem.isdecimal() for emblem in context.catalogue.emblems.values())
    return ROMAN[number - 1] if numbered and number <= len(ROMAN) else str(number)
