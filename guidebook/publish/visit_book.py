"""A delegation's booklet put in order: around its map where it is folded once, else one chapter after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guidebook.model.diagnostic import Diagnostic, Span, has_errors
from guidebook.publish.book import press_of
from guidebook.publish.fold import Fold, fold
from guidebook.publish.pack_faults import too_long, too_thick
from guidebook.publish.pdf import Press
from guidebook.publish.pipeline import WORKSHOP, print_css
from guidebook.render.book import Manuscript
from guidebook.render.chapter import Chapter
from guidebook.render.typesetting import stylesheet
from guidebook.render.visit.booklet import Booklet, booklet
from guidebook.render.visit.occasion import Occasion

STYLES = ("book.css", "itinerary.css", "tour.css", "page.css", "visit.css", "close-set.css")
"""The style sheets of `templates/print` that booklets are set with."""
Faults = tuple[Diagnostic, ...]


def visit_book(occasion: Occasion) -> tuple[Manuscript | None, Faults]:
    """The booklet with its map open in the middle; where that is more than can be stitched, in its plain order.

    List of stops and back cover must each fit their page: too much of them is a fault.
    """
    palette, profile = occasion.edition.site.palette, occasion.edition.profile
    press, faults = press_of(stylesheet(print_css(*STYLES), palette, profile), WORKSHOP)
    if press is None:
        return None, faults
    made = booklet(occasion)
    if _spilling(made, press):
        made = booklet(occasion, dense=True)
    spilling = _spilling(made, press)
    if spilling:
        return None, tuple(too_long(place_of(occasion), chapter.title) for chapter in spilling)
    lengths, faults = _lengths(made, press)
    if has_errors(faults):
        return None, faults
    front, middle = sum(lengths[: len(made.front)]), lengths[len(made.front) : len(made.front) + len(made.middle)]
    folded = fold(front, middle, sum(lengths[len(made.front) + len(made.middle) + 2 :]))
    limit = occasion.edition.site.printing.staple_sheets
    if folded.sheets > limit:
        place = place_of(occasion, "programs")
        return one_after_the_other(occasion, made), (too_thick(place, occasion.programs, middle, folded.sheets, limit),)
    return _in_order(made, folded), faults


def one_after_the_other(occasion: Occasion, made: Booklet) -> Manuscript:
    """The booklet in the order in which it is read; where pages face each other, the map faces its list."""
    left, right = made.spread
    opening = (replace(left, side="left") if occasion.edition.profile.openers else left, right)
    chapters = (*made.front, *opening, *made.middle, *made.closing, *made.end)
    return Manuscript(made.title, chapters, made.memo, made.entries, numbered_back=False)


def place_of(occasion: Occasion, *path: str) -> Span:
    """Where the visit's file says something."""
    return occasion.edition.catalogue.where(occasion.visit, *path)


def _spilling(made: Booklet, press: Press) -> list[Chapter]:
    """Of the chapters that must have one page, those that have more. Faults of laying them out come later."""
    single = (made.front[0], *made.spread, made.end[-1])
    return [chapter for chapter in single if (one := press.lay_out(chapter)[0]) and one.pages > 1]


def _lengths(made: Booklet, press: Press) -> tuple[list[int], Faults]:
    lengths: list[int] = []
    faults: list[Diagnostic] = []
    for chapter in made.chapters:
        laid_out, found = press.lay_out(chapter)
        faults += found
        lengths.append(laid_out.pages if laid_out else 0)
    return lengths, tuple(faults)


def _in_order(made: Booklet, folded: Fold) -> Manuscript:
    chapters = (
        *made.front,
        *made.middle[: folded.split],
        *(made.memo,) * folded.before,
        *made.spread,
        *made.middle[folded.split :],
        *_interleaved(made.closing, made.memo, folded.after),
        *made.end,
    )
    return Manuscript(made.title, chapters, made.memo, made.entries, numbered_back=False)


def _interleaved(chapters: Sequence[Chapter], memo: Chapter, count: int) -> Iterator[Chapter]:
    """The chapters with so many ruled pages between them, one at a time: room to go on writing."""
    for place, chapter in enumerate(chapters):
        yield chapter
        left = len(chapters) - place
        share = -(-count // left)
        yield from (memo,) * share
        count -= share
