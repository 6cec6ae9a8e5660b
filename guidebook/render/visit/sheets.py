"""The single sheets of a visit: schedule, the host's checklist, the welcome sign. Each is a document of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from guidebook.render.chapter import Chapter, chapter
from guidebook.render.itinerary_map import credit, itinerary_map
from guidebook.render.map.drawing import Size
from guidebook.render.visit.occasion import Occasion

NO_FURTHER: Mapping[str, int] = MappingProxyType({})
WIDTH = 493
"""Points between the margins of an A4 page."""
HEIGHTS = (380, 300, 220, 140)
"""Of the map on the schedule, in points: the largest that leaves it on one page is taken."""


def schedule_sheets(occasion: Occasion) -> Iterator[Chapter]:
    """일정표: one A4 page. In full with a map as large as can be, else without; then so with a line a stop."""
    edition, name = occasion.edition, occasion.visit.delegation
    title = edition.words.gettext("일정표")
    for dense in (False, True):
        for height in HEIGHTS:
            drawing = itinerary_map(edition, occasion.itinerary, Size(WIDTH, height), name, "schedule-map")
            yield _sheet(occasion, "schedule", title, drawing=drawing, credit=credit(edition), dense=dense)
        yield _sheet(occasion, "schedule", title, drawing="", credit="", dense=dense)


def checklist_sheets(
    occasion: Occasion, printing: Sequence[str], further: Mapping[str, int] = NO_FURTHER
) -> Iterator[Chapter]:
    """확인표: for the host alone. With opening hours, then without; the last, in full, may have several pages.

    `printing` has a line for each edition with what to set on the copier; `further` are the booklets beside the usual
    one, edition → copies.
    """
    title = occasion.edition.words.gettext("확인표")
    for dense, several in ((False, False), (True, False), (False, True)):
        yield _sheet(occasion, "checklist", title, printing=printing, further=further, dense=dense, several=several)


def welcome_sheet(occasion: Occasion) -> Chapter:
    """환영 안내판: to stand at the door, A4 landscape."""
    return _sheet(occasion, "welcome", occasion.edition.words.gettext("환영 안내판"))


def _sheet(occasion: Occasion, name: str, title: str, **values: Any) -> Chapter:
    return chapter(
        occasion.edition,
        f"visit/sheet-{name}",
        name,
        title,
        occasion.file,
        visit=occasion.visit,
        itinerary=occasion.itinerary,
        rides=occasion.rides,
        coaches=occasion.coaches,
        changed_head=occasion.changed_head,
        **values,
    )
