"""The booklet of a delegation: its chapters, in the groups that folding needs (the map opens in the middle)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from guidebook.render.book.chapter import (
    Chapter,
    Entry,
    chapter,
    contents_chapter,
    memo_chapter,
    referring,
)
from guidebook.render.book.front_matter import cover_outline
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.links import anchors_in, without_dangling_links
from guidebook.render.book.program import program_chapter
from guidebook.render.book.qr_link import permanent, qr_link
from guidebook.render.book.questions import asked
from guidebook.render.book.thumb_tab import with_thumb_tab
from guidebook.render.book.typesetting import map_size, ruled_lines
from guidebook.render.map.itinerary import credit, has_map, itinerary_map
from guidebook.render.map.look import MapSizes
from guidebook.render.text.korean import in_index
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.foreign import report_remark

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
    """The map and, facing it, its list: the two pages in the middle. Without a map ruled lines face the list."""
    closing: tuple[Chapter, ...]
    """The worksheets."""
    end: tuple[Chapter, ...]
    """Index, colophon, back cover."""
    answers: Chapter
    """A page to write questions and answers on, for where one is wanting before the map."""
    memo: Chapter
    """A page of ruled lines, for what folding leaves over at the end."""
    mapped: bool = True
    """Whether there is a map."""

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


def densities(visit_context: VisitContext) -> range:
    """How dense list of stops and back cover may be: in full, with fewer details; of several days also in brief."""
    return range(3 if visit_context.itinerary.several else 2)


def booklet(visit_context: VisitContext, dense: int = 0) -> Booklet:
    """The booklet of a visit. Links to what it does not hold are plain words.

    List of stops and back cover have one page each: where there are many stops they are written `dense` (`densities`).
    """
    context, words = visit_context.context, visit_context.context.words.gettext
    remark = report_remark(words) if visit_context.foreign else ""
    emblems = context.catalogue.emblems
    memo = memo_chapter(context, visit_context.file)
    with_links = Booklet(
        visit_context.title,
        (
            _cover(visit_context),
            contents_chapter(context, _entries(visit_context), side=None),
            _goals(visit_context),
            _part(visit_context, "schedule", words("일정")),
        ),
        _emergency(visit_context),
        tuple(
            with_thumb_tab(
                context, program_chapter(context, program, questions=False, remark=remark), emblems[program.id], number
            )
            for number, program in enumerate(visit_context.programs)
        ),
        _nearby(visit_context),
        (
            _map(visit_context) if _mapped(visit_context) else memo,
            _part(visit_context, "stops", words("방문지"), dense=dense),
        ),
        (_report(visit_context), _part(visit_context, "evaluation", words("방문 평가"))),
        (_index(visit_context), _back(visit_context, dense)),
        _part(
            visit_context,
            "answers",
            words("질의응답"),
            blocks=ruled_lines(context.print_format) // LINES_OF_AN_ANSWER - 1,
        ),
        memo,
        _mapped(visit_context),
    )
    return _without_dangling_links(with_links)


def in_order(visit_context: VisitContext, booklet: Booklet, chapters: Sequence[Chapter]) -> Manuscript:
    """The chapters as a book whose contents list them in this very order."""
    place = {anchor: number for number, chapter in enumerate(chapters) for anchor in anchors_in((chapter,))}
    entries = sorted(_entries(visit_context), key=lambda entry: place[entry.anchor])
    contents = contents_chapter(visit_context.context, entries, side=None)
    ordered = tuple(contents if chapter.id == contents.id else chapter for chapter in chapters)
    return Manuscript(booklet.title, ordered, booklet.memo, tuple(entries), numbered_back=False, aside=booklet.answers)


def _part(visit_context: VisitContext, name: str, title: str, **values: Any) -> Chapter:
    return chapter(
        visit_context.context,
        f"visit/{name}",
        name,
        title,
        visit_context.file,
        visit=visit_context.visit,
        itinerary=visit_context.itinerary,
        rides=visit_context.rides,
        changed_head=visit_context.changed_head,
        **values,
    )


def _cover(visit_context: VisitContext) -> Chapter:
    return _part(visit_context, "cover", visit_context.title, outline=cover_outline(visit_context.context))


def _entries(visit_context: VisitContext) -> list[Entry]:
    words, visit = visit_context.context.words.gettext, visit_context.visit
    emblems = visit_context.context.catalogue.emblems
    changed = [Entry("changed", visit_context.changed_head)] if visit.changed else []
    return [
        Entry("goals", words("조사·질의 사항")),
        Entry("schedule", words("일정")),
        *changed,
        Entry("map", words("지도와 방문지")) if _mapped(visit_context) else Entry("stops", words("방문지")),
        *(Entry(f"program-{p.id}", p.name, emblems[p.id], p.summary) for p in visit_context.programs),
        Entry("nearby", words("가까운 볼거리와 음식점")),
        Entry("emergency", words("긴급 연락처")),
        Entry("report", visit_context.report.title),
        Entry("evaluation", words("방문 평가")),
        Entry("index", words("찾아보기")),
    ]


def _report(visit_context: VisitContext) -> Chapter:
    """The delegation's report at home, to be written by hand: the same document as its office file."""
    return _part(visit_context, "report", visit_context.report.title, document=visit_context.report)


def _goals(visit_context: VisitContext) -> Chapter:
    context, visit = visit_context.context, visit_context.visit
    groups = [
        (context.catalogue.emblazoned(program), asked(context, program.questions)) for program in visit_context.programs
    ]
    if visit.questions:
        groups = [("", [("", question) for question in visit.questions])]
    return _part(
        visit_context,
        "goals",
        context.words.gettext("조사·질의 사항"),
        groups=[group for group in groups if group[1]],
    )


def _mapped(visit_context: VisitContext) -> bool:
    """Whether there is anything to draw: a map of nothing is an empty frame."""
    return has_map(visit_context.context, visit_context.itinerary)


def _map(visit_context: VisitContext) -> Chapter:
    context, visit = visit_context.context, visit_context.visit
    size = map_size(context.design.look(MapSizes).visit, context.print_format)
    drawing = itinerary_map(context, visit_context.itinerary, size, visit.delegation, "visit-map")
    title = visit_context.context.words.gettext("지도")
    return _part(visit_context, "map", title, drawing=drawing, credit=credit(visit_context.context))


def _emergency(visit_context: VisitContext) -> Chapter:
    """One page: what the telephones leave of it is ruled."""
    context, visit = visit_context.context, visit_context.visit
    numbers = len(context.site.emergency) + 2 + (visit.contact is not None)
    left = ruled_lines(context.print_format) - LINES_OF_HEADS - LINES_OF_A_NUMBER * numbers
    title = context.words.gettext("긴급 연락처")
    return _part(visit_context, "emergency", title, lines=max(2, min(MOST_LINES, left)))


def _nearby(visit_context: VisitContext) -> Chapter:
    catalogue = visit_context.context.catalogue
    return _part(
        visit_context,
        "nearby",
        visit_context.context.words.gettext("가까운 볼거리와 음식점"),
        sights=visit_context.sights,
        restaurants=visit_context.restaurants,
        lines=ruled_lines(visit_context.context.print_format) - 5,
        town_names={town.id: town.name for town in catalogue.towns},
    )


def _index(visit_context: VisitContext) -> Chapter:
    words = visit_context.context.words.gettext
    names_by_anchor = [
        *((f"program-{program.id}", program.name) for program in visit_context.programs),
        *((f"stop-{entry.number}", entry.spot.name) for entry in visit_context.itinerary.entries if entry.spot.id),
        *((f"site-{place.id}", place.name) for place, _ in visit_context.sights),
        *((f"restaurant-{restaurant.id}", restaurant.name) for restaurant, _, _ in visit_context.restaurants),
        ("emergency", words("긴급 연락처")),
        ("report", words("결과보고")),
        ("goals", words("질의 사항")),
    ]
    entries = [
        Entry(anchor, name)
        for name, anchor in sorted(
            {name: anchor for anchor, name in reversed(names_by_anchor)}.items(), key=lambda entry: in_index(entry[0])
        )
    ]
    return referring(
        [entry.anchor for entry in entries],
        lambda reference: _part(
            visit_context,
            "index",
            words("찾아보기"),
            entries=entries,
            page_ref=reference,
            book_title=visit_context.book_title,
            credit=credit(visit_context.context),
        ),
    )


def _back(visit_context: VisitContext, dense: int) -> Chapter:
    context, words = visit_context.context, visit_context.context.words.gettext
    route = context.catalogue.route(visit_context.visit.route) if visit_context.visit.route else None
    where = (route.title, permanent(route.id)) if route else (words("홈"), "")
    return _part(visit_context, "back", _today(visit_context), sign=qr_link(context, *where), dense=dense)


def _today(visit_context: VisitContext) -> str:
    """What heads the schedule on the back: of several days none is today."""
    words = visit_context.context.words.gettext
    return words("일정") if visit_context.itinerary.several else words("오늘의 일정")


def _without_dangling_links(booklet: Booklet) -> Booklet:
    mended = dict(zip(booklet.chapters, without_dangling_links(booklet.chapters), strict=True))

    def all_of(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
        return tuple(mended[chapter] for chapter in chapters)

    left, right = booklet.spread
    return replace(
        booklet,
        front=all_of(booklet.front),
        emergency=mended[booklet.emergency],
        reports=all_of(booklet.reports),
        nearby=mended[booklet.nearby],
        spread=(mended[left], mended[right]),
        closing=all_of(booklet.closing),
        end=all_of(booklet.end),
    )
