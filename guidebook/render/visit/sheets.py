"""The single sheets of a visit: schedule, the host's checklist, the welcome sign. Each is a document of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from guidebook.render.chapter import Chapter, chapter
from guidebook.render.itinerary_map import itinerary_map
from guidebook.render.map.drawing import Size
from guidebook.render.visit.occasion import Occasion

WIDTH = 493
"""Points between the margins of an A4 page."""
ROOM, ROW, SMALLEST = 520, 70, 140
"""Points below the heading, points that a stop takes of them, and the least that a map needs."""


@dataclass(frozen=True, slots=True)
class Print:
    """How the booklet is to be printed: what the copier's panel asks."""

    copies: int
    sheets: int
    """A4 sheets of one booklet."""
    colour: bool

    @property
    def paper(self) -> int:
        """A4 sheets of all copies."""
        return self.copies * self.sheets


def print_words(job: Print, occasion: Occasion) -> str:
    """What to set on the copier: `40부 = A4 320장, 흑백 가능, 양면(짧은 쪽), 한 부 8장, 가운데 철심`."""
    words = occasion.edition.words.gettext
    ink = words("색 있음") if job.colour else words("흑백 가능")
    return words("{copies}부 = A4 {paper}장, {ink}, 양면(짧은 쪽), 한 부 {sheets}장, 가운데 철심").format(
        copies=job.copies, paper=job.paper, ink=ink, sheets=job.sheets
    )


def schedule_sheet(occasion: Occasion) -> Chapter:
    """일정표: for everyone, one A4 page, with the map where the stops leave room for it."""
    edition, itinerary = occasion.edition, occasion.itinerary
    height = ROOM - ROW * len(itinerary.entries)
    drawing = (
        itinerary_map(edition, itinerary, Size(WIDTH, height), occasion.visit.delegation, "schedule-map")
        if height >= SMALLEST
        else ""
    )
    return _sheet(occasion, "schedule", edition.words.gettext("일정표"), drawing=drawing)


def checklist_sheet(occasion: Occasion, job: Print) -> Chapter:
    """확인표: for the host alone."""
    return _sheet(occasion, "checklist", occasion.edition.words.gettext("확인표"), printing=print_words(job, occasion))


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
        **values,
    )
