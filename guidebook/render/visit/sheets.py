"""The single sheets of a visit: schedule, the host's checklist, the welcome sign. Each is a document of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from guidebook.render.book.chapter import Chapter, chapter
from guidebook.render.book.front_matter import cover_outline
from guidebook.render.design.values import Size
from guidebook.render.map.itinerary import credit, has_map, itinerary_map
from guidebook.render.map.look import MapSizes
from guidebook.render.visit.context import VisitContext

NO_FURTHER: Mapping[str, int] = MappingProxyType({})


def schedule_sheets(visit_context: VisitContext) -> Iterator[Chapter]:
    """일정표: one A4 page. In full with a map as large as can be, else without; then so with a line a stop.

    Where no place is known there is no map. Where several days have more stops than that, each day is a paragraph.
    """
    context, name, sizes = (
        visit_context.context,
        visit_context.visit.delegation,
        visit_context.context.design.look(MapSizes),
    )
    title = context.words.gettext("일정표")
    for dense in (0, 1):
        for height in sizes.schedule_heights if has_map(context, visit_context.itinerary) else ():
            size = Size(sizes.schedule_width, height)
            drawing = itinerary_map(context, visit_context.itinerary, size, name, "schedule-map")
            yield _sheet(visit_context, "schedule", title, drawing=drawing, credit=credit(context), dense=dense)
        yield _sheet(visit_context, "schedule", title, drawing="", credit="", dense=dense)
    if visit_context.itinerary.several:
        yield _sheet(visit_context, "schedule", title, drawing="", credit="", dense=2)


def checklist_sheets(
    visit_context: VisitContext, printing: Sequence[str], further: Mapping[str, int] = NO_FURTHER
) -> Iterator[Chapter]:
    """확인표: for the host alone. With opening hours, then without; the last, in full, may have several pages.

    `printing` has a line for each print format: what to set on the copier. `further` are the booklets in other formats
    than the usual one: print format → copies.
    """
    title = visit_context.context.words.gettext("확인표")
    for dense, several in ((False, False), (True, False), (False, True)):
        yield _sheet(
            visit_context, "checklist", title, printing=printing, further=further, dense=dense, several=several
        )


def welcome_sheet(visit_context: VisitContext) -> Chapter:
    """환영 안내판: to stand at the door, A4 landscape."""
    context = visit_context.context
    return _sheet(visit_context, "welcome", context.words.gettext("환영 안내판"), outline=cover_outline(context))


def _sheet(visit_context: VisitContext, name: str, title: str, **values: Any) -> Chapter:
    return chapter(
        visit_context.context,
        f"visit/sheet-{name}",
        name,
        title,
        visit_context.file,
        visit=visit_context.visit,
        itinerary=visit_context.itinerary,
        rides=visit_context.rides,
        coaches=visit_context.coaches,
        groups=visit_context.groups,
        bills=visit_context.bills,
        changed_head=visit_context.changed_head,
        **values,
    )
