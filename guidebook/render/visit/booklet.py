"""The delegation's booklet: its chapters, in the groups that folding needs (the map lies open in the middle)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from guidebook.render.chapter import (
    Chapter,
    Entry,
    chapter,
    contents_chapter,
    memo_chapter,
    program_chapter,
    referring,
    tabbed,
    without_dangling_links,
)
from guidebook.render.front_matter import cover_outline
from guidebook.render.itinerary_map import credit, itinerary_map
from guidebook.render.map.drawing import Size
from guidebook.render.questions import asked
from guidebook.render.signpost import permanent, signpost
from guidebook.render.typesetting import map_size
from guidebook.render.visit.occasion import Occasion

MAP_SIZE = Size(328, 386)
"""The map page between its margins, in points."""


@dataclass(frozen=True, slots=True)
class Booklet:
    """A booklet before it is laid out and folded."""

    title: str
    front: tuple[Chapter, ...]
    """Cover to schedule: these come first."""
    middle: tuple[Chapter, ...]
    """Reports and places: the spread may lie between any two of these."""
    spread: tuple[Chapter, Chapter]
    """The map and, facing it, its list: the two pages in the middle."""
    closing: tuple[Chapter, ...]
    """The worksheets."""
    end: tuple[Chapter, ...]
    """Index, colophon, back cover."""
    memo: Chapter
    """A page of ruled lines, for what folding leaves over."""
    entries: tuple[Entry, ...]
    """The lines of its contents."""

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All but the memo."""
        return (*self.front, *self.middle, *self.spread, *self.closing, *self.end)


def booklet(occasion: Occasion, dense: bool = False) -> Booklet:
    """The booklet of a visit. Links to what it does not hold are plain words.

    List of stops and back cover have one page each: `dense` leaves out details where there are many stops.
    """
    edition, words = occasion.edition, occasion.edition.words.gettext
    entries = _entries(occasion)
    made = Booklet(
        occasion.title,
        (
            _cover(occasion),
            contents_chapter(edition, entries, side=None),
            _goals(occasion),
            _part(occasion, "schedule", words("일정")),
        ),
        (
            *(
                tabbed(edition, program_chapter(edition, program, questions=False), program.mark, number)
                for number, program in enumerate(occasion.programs)
            ),
            _nearby(occasion),
        ),
        (_map(occasion), _part(occasion, "stops", words("들르는 곳"), dense=dense)),
        (
            _part(occasion, "emergency", words("급할 때")),
            _part(occasion, "report", words("결과보고 쓰기")),
            _part(occasion, "evaluation", words("방문을 마치며")),
        ),
        (_index(occasion), _back(occasion, dense)),
        memo_chapter(edition, occasion.file),
        entries,
    )
    return _without_dangling_links(made)


def _part(occasion: Occasion, name: str, title: str, **values: Any) -> Chapter:
    return chapter(
        occasion.edition,
        f"visit/{name}",
        name,
        title,
        occasion.file,
        visit=occasion.visit,
        itinerary=occasion.itinerary,
        **values,
    )


def _cover(occasion: Occasion) -> Chapter:
    return _part(occasion, "cover", occasion.title, outline=cover_outline(occasion.edition))


def _entries(occasion: Occasion) -> tuple[Entry, ...]:
    words = occasion.edition.words.gettext
    return (
        Entry("goals", words("알아볼 것과 물어볼 것")),
        Entry("schedule", words("일정")),
        Entry("map", words("지도와 들르는 곳")),
        *(Entry(f"program-{p.id}", p.name, p.mark, p.summary) for p in occasion.programs),
        Entry("nearby", words("가까운 볼거리와 음식점")),
        Entry("emergency", words("급할 때")),
        Entry("report", words("결과보고 쓰기")),
        Entry("evaluation", words("방문을 마치며")),
        Entry("index", words("찾아보기")),
    )


def _goals(occasion: Occasion) -> Chapter:
    edition, visit = occasion.edition, occasion.visit
    groups = [(f"{program.mark} {program.name}", asked(edition, program.questions)) for program in occasion.programs]
    if visit.questions:
        groups = [("", [("", question) for question in visit.questions])]
    return _part(
        occasion,
        "goals",
        edition.words.gettext("알아볼 것과 물어볼 것"),
        groups=[group for group in groups if group[1]],
    )


def _map(occasion: Occasion) -> Chapter:
    edition, visit = occasion.edition, occasion.visit
    drawing = itinerary_map(
        edition, occasion.itinerary, map_size(MAP_SIZE, edition.profile), visit.delegation, "visit-map"
    )
    title = occasion.edition.words.gettext("지도")
    return _part(occasion, "map", title, drawing=drawing, credit=credit(occasion.edition))


def _nearby(occasion: Occasion) -> Chapter:
    catalogue = occasion.edition.catalogue
    return _part(
        occasion,
        "nearby",
        occasion.edition.words.gettext("가까운 볼거리와 음식점"),
        sights=occasion.sights,
        restaurants=occasion.restaurants,
        lists=catalogue.lists,
        town_names={town.id: town.name for town in catalogue.towns},
    )


def _index(occasion: Occasion) -> Chapter:
    words = occasion.edition.words.gettext
    named = [
        *((f"program-{program.id}", program.name) for program in occasion.programs),
        *((f"stop-{entry.number}", entry.spot.name) for entry in occasion.itinerary.entries if entry.spot.id),
        *((f"site-{place.id}", place.name) for place, _ in occasion.sights),
        *((f"restaurant-{restaurant.id}", restaurant.name) for restaurant, _, _ in occasion.restaurants),
        ("emergency", words("급할 때")),
        ("report", words("결과보고 쓰기")),
        ("goals", words("물어볼 것")),
    ]
    entries = [
        Entry(anchor, name) for name, anchor in sorted({name: anchor for anchor, name in reversed(named)}.items())
    ]
    return referring(
        [entry.anchor for entry in entries],
        lambda reference: _part(
            occasion,
            "index",
            words("찾아보기"),
            entries=entries,
            page_ref=reference,
            credit=credit(occasion.edition),
        ),
    )


def _back(occasion: Occasion, dense: bool) -> Chapter:
    edition, words = occasion.edition, occasion.edition.words.gettext
    route = edition.catalogue.route(occasion.visit.route) if occasion.visit.route else None
    where = (route.title, permanent(route.id)) if route else (words("첫 쪽"), "")
    return _part(occasion, "back", words("오늘의 일정"), sign=signpost(edition, *where), dense=dense)


def _without_dangling_links(made: Booklet) -> Booklet:
    mended = dict(zip(made.chapters, without_dangling_links(made.chapters), strict=True))

    def all_of(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
        return tuple(mended[one] for one in chapters)

    left, right = made.spread
    return replace(
        made,
        front=all_of(made.front),
        middle=all_of(made.middle),
        spread=(mended[left], mended[right]),
        closing=all_of(made.closing),
        end=all_of(made.end),
    )
