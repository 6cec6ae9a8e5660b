"""The delegation's booklet: its chapters, in the groups that folding needs (the map lies open in the middle)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from guidebook.render.book import Manuscript
from guidebook.render.chapter import (
    Chapter,
    Entry,
    anchors_in,
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
from guidebook.render.typesetting import map_size, ruled_lines
from guidebook.render.visit.occasion import Occasion

MAP_SIZE = Size(328, 386)
"""The map page between its margins, in points."""
LINES_OF_AN_ANSWER = 5
"""Ruled lines for a question and its answer, the words that head them included."""
LINES_OF_HEADS, LINES_OF_A_NUMBER, MOST_LINES = 7, 3, 9
"""Of the page with telephones: the room of its headings and of each number, and the most ruled lines under them."""


@dataclass(frozen=True, slots=True)
class Booklet:
    """A booklet before it is laid out and folded."""

    title: str
    front: tuple[Chapter, ...]
    """Cover to schedule: these come first."""
    emergency: Chapter
    """Whom to call: it may also stand right after the schedule."""
    reports: tuple[Chapter, ...]
    """The spread may lie between any two of these."""
    nearby: Chapter
    """Sights and restaurants: after the reports, or right before the map."""
    spread: tuple[Chapter, Chapter]
    """The map and, facing it, its list: the two pages in the middle."""
    closing: tuple[Chapter, ...]
    """The worksheets."""
    end: tuple[Chapter, ...]
    """Index, colophon, back cover."""
    answers: Chapter
    """A page to write questions and answers on, for where one is wanting before the map."""
    memo: Chapter
    """A page of ruled lines, for what folding leaves over at the end."""

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All but those that only fill up."""
        return (
            *self.front,
            *self.reports,
            self.nearby,
            *self.spread,
            self.emergency,
            *self.closing,
            *self.end,
        )


def booklet(occasion: Occasion, dense: bool = False) -> Booklet:
    """The booklet of a visit. Links to what it does not hold are plain words.

    List of stops and back cover have one page each: `dense` leaves out details where there are many stops.
    """
    edition, words = occasion.edition, occasion.edition.words.gettext
    made = Booklet(
        occasion.title,
        (
            _cover(occasion),
            contents_chapter(edition, _entries(occasion), side=None),
            _goals(occasion),
            _part(occasion, "schedule", words("일정")),
        ),
        _emergency(occasion),
        tuple(
            tabbed(edition, program_chapter(edition, program, questions=False), program.mark, number)
            for number, program in enumerate(occasion.programs)
        ),
        _nearby(occasion),
        (_map(occasion), _part(occasion, "stops", words("방문지"), dense=dense)),
        (_report(occasion), _part(occasion, "evaluation", words("방문을 마치며"))),
        (_index(occasion), _back(occasion, dense)),
        _part(occasion, "answers", words("질의응답"), blocks=ruled_lines(edition.profile) // LINES_OF_AN_ANSWER - 1),
        memo_chapter(edition, occasion.file),
    )
    return _without_dangling_links(made)


def in_order(occasion: Occasion, made: Booklet, chapters: Sequence[Chapter]) -> Manuscript:
    """The chapters as a book whose contents list them in this very order."""
    place = {anchor: number for number, one in enumerate(chapters) for anchor in anchors_in((one,))}
    entries = sorted(_entries(occasion), key=lambda entry: place[entry.anchor])
    contents = contents_chapter(occasion.edition, entries, side=None)
    ordered = tuple(contents if one.id == contents.id else one for one in chapters)
    return Manuscript(made.title, ordered, made.memo, tuple(entries), numbered_back=False, aside=made.answers)


def _part(occasion: Occasion, name: str, title: str, **values: Any) -> Chapter:
    return chapter(
        occasion.edition,
        f"visit/{name}",
        name,
        title,
        occasion.file,
        visit=occasion.visit,
        itinerary=occasion.itinerary,
        rides=occasion.rides,
        changed_head=occasion.changed_head,
        **values,
    )


def _cover(occasion: Occasion) -> Chapter:
    return _part(occasion, "cover", occasion.title, outline=cover_outline(occasion.edition))


def _entries(occasion: Occasion) -> list[Entry]:
    words, visit = occasion.edition.words.gettext, occasion.visit
    changed = [Entry("changed", occasion.changed_head)] if visit.changed else []
    return [
        Entry("goals", words("조사·질의 사항")),
        Entry("schedule", words("일정")),
        *changed,
        Entry("map", words("지도와 방문지")),
        *(Entry(f"program-{p.id}", p.name, p.mark, p.summary) for p in occasion.programs),
        Entry("nearby", words("가까운 볼거리와 음식점")),
        Entry("emergency", words("긴급 연락처")),
        Entry("report", occasion.report.title),
        Entry("evaluation", words("방문을 마치며")),
        Entry("index", words("찾아보기")),
    ]


def _report(occasion: Occasion) -> Chapter:
    """The delegation's report at home, to be written by hand: the same document as its office file."""
    return _part(occasion, "report", occasion.report.title, document=occasion.report)


def _goals(occasion: Occasion) -> Chapter:
    edition, visit = occasion.edition, occasion.visit
    groups = [(f"{program.mark} {program.name}", asked(edition, program.questions)) for program in occasion.programs]
    if visit.questions:
        groups = [("", [("", question) for question in visit.questions])]
    return _part(
        occasion,
        "goals",
        edition.words.gettext("조사·질의 사항"),
        groups=[group for group in groups if group[1]],
    )


def _map(occasion: Occasion) -> Chapter:
    edition, visit = occasion.edition, occasion.visit
    drawing = itinerary_map(
        edition, occasion.itinerary, map_size(MAP_SIZE, edition.profile), visit.delegation, "visit-map"
    )
    title = occasion.edition.words.gettext("지도")
    return _part(occasion, "map", title, drawing=drawing, credit=credit(occasion.edition))


def _emergency(occasion: Occasion) -> Chapter:
    """One page: what the telephones leave of it is ruled."""
    edition, visit = occasion.edition, occasion.visit
    numbers = len(edition.site.emergency) + 2 + (visit.contact is not None)
    left = ruled_lines(edition.profile) - LINES_OF_HEADS - LINES_OF_A_NUMBER * numbers
    title = edition.words.gettext("긴급 연락처")
    return _part(occasion, "emergency", title, lines=max(2, min(MOST_LINES, left)))


def _nearby(occasion: Occasion) -> Chapter:
    catalogue = occasion.edition.catalogue
    return _part(
        occasion,
        "nearby",
        occasion.edition.words.gettext("가까운 볼거리와 음식점"),
        sights=occasion.sights,
        restaurants=occasion.restaurants,
        town_names={town.id: town.name for town in catalogue.towns},
    )


def _index(occasion: Occasion) -> Chapter:
    words = occasion.edition.words.gettext
    named = [
        *((f"program-{program.id}", program.name) for program in occasion.programs),
        *((f"stop-{entry.number}", entry.spot.name) for entry in occasion.itinerary.entries if entry.spot.id),
        *((f"site-{place.id}", place.name) for place, _ in occasion.sights),
        *((f"restaurant-{restaurant.id}", restaurant.name) for restaurant, _, _ in occasion.restaurants),
        ("emergency", words("긴급 연락처")),
        ("report", words("결과보고")),
        ("goals", words("질의 사항")),
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
            delegation=occasion.title,
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
        emergency=mended[made.emergency],
        reports=all_of(made.reports),
        nearby=mended[made.nearby],
        spread=(mended[left], mended[right]),
        closing=all_of(made.closing),
        end=all_of(made.end),
    )
