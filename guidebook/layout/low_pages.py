"""Pages of a chapter that hold little, and the ways to have none: set closer, shared out otherwise, a graphic moved on.

Separate from the assembly, which says on which side a chapter lies and what fills a spread; this tries ways out of one
fault and takes the loosest that helps most.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol
from xml.etree.ElementTree import Element

from guidebook.model.diagnostic import Faults
from guidebook.render.book.chapter import Chapter, Side, has_pictures, set_closer
from guidebook.render.book.footnotes import begun_earlier
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.text.html_tree import HtmlTree, parents_in

HALF = 0.5
"""With less than this share used, a page holds little."""
COMPACT, TIGHT = "compact", "tight"
"""The steps in which a report is set still closer: of the second, the first is a part."""
PLACES = 4
"""So many places at most are tried for a graphic that does not fit beneath its head."""


class Engine(Protocol):
    """What lays out a chapter."""

    def lay_out(self, chapter: Chapter, side: Side = "right") -> tuple[LaidOut | None, Faults]:
        """The chapter on its pages, beginning on this side."""

    def measure(self, chapter: Chapter, side: Side = "right") -> tuple[LaidOut | None, Faults]:
        """The same, as far as it takes to compare settings."""


def with_little(laid_out: LaidOut) -> int:
    """How many of its pages hold little; a chapter of one page is as long as it is."""
    return sum(share < HALF for share in laid_out.used) if laid_out.pages > 1 else 0


def without_little(engine: Engine, chapter: Chapter, made: LaidOut, side: Side) -> LaidOut:
    """The chapter as it was `made`, or in the first way in which the fewest of its pages hold little."""
    best = made
    if not with_little(best):
        return best
    for other in _ways(chapter, made):
        laid_out, _ = engine.measure(other, side)
        if laid_out is not None and _held(laid_out) < _held(best):
            best = laid_out
        if not with_little(best):
            break
    return best


def _held(laid_out: LaidOut) -> tuple[int, int]:
    """How many pages hold little, and how many leaves of paper there are: the less of both, the better."""
    pages = laid_out.pages
    return with_little(laid_out), pages + pages % 2 if laid_out.chapter.side == "left" else pages


def _ways(chapter: Chapter, made: LaidOut) -> Iterator[Chapter]:
    """The chapter in the ways that may help, from the one that changes least."""
    report = _graphic_and_rest(chapter.body.root) is not None or any(
        one.get("class") == "report" for one in chapter.body.root.iter("article")
    )
    steps = [(), (COMPACT,), (COMPACT, TIGHT)] if report else [()]
    if has_pictures(chapter) and not report:
        steps = []  # the assembly has tried them, and shared the pages out by its own measure
    yield from (set_closer(chapter, *one) for one in steps)
    if made.used[0] < HALF:
        for body in graphic_later(chapter.body):
            moved = replace(chapter, body=body)
            yield moved
            yield from (set_closer(moved, *one) for one in steps)
    before = [id for id, (page, _, _) in made.anchors.items() if page == made.pages - 2]
    yield from (replace(made.chapter, body=body) for body in begun_earlier(made.chapter.body, before))


def graphic_later(body: HtmlTree) -> Iterator[HtmlTree]:
    """The body of a report with its graphic below the facts, then before one heading of its text after the other."""
    for place in range(PLACES + 1):
        root = body.copy()
        found = _graphic_and_rest(root)
        if found is None:
            return
        parent, graphic, facts, headings = found
        if place > len(headings):
            return
        parent.remove(graphic)
        into, at = (parent, list(parent).index(facts) + 1) if not place else headings[place - 1]
        into.insert(at, graphic)
        yield HtmlTree(root)


def _graphic_and_rest(root: Element) -> tuple[Element, Element, Element, list[tuple[Element, int]]] | None:
    """The element that a report's graphic stands in before its facts, both, and the places of headings in its text."""
    parents = parents_in(root)
    graphic = next((one for one in root.iter("figure") if one.get("class") == "graphic"), None)
    if graphic is None or graphic not in parents or parents[graphic] not in parents:
        return None
    moved = parents[graphic]
    siblings = list(parents[moved])
    facts = next((one for one in siblings[siblings.index(moved) + 1 :] if one.get("class") == "whole"), None)
    if facts is None:
        return None
    prose = next((one for one in root.iter("div") if one.get("class") == "prose"), None)
    headings = [] if prose is None else [(prose, at) for at, one in enumerate(prose) if at and one.tag == "h2"]
    return parents[moved], moved, facts, headings
