"""A delegation's booklet put in order: around its map where it is folded once, else one chapter after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from guidebook.books.assembly import press_of, well_filled
from guidebook.books.pack_faults import fullest, too_long, too_thick
from guidebook.commands.build import WORKSHOP, print_css
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.tables.arrange import LEAST
from guidebook.model.diagnostic import Diagnostic, Span, has_errors
from guidebook.pdf.folding import Fold, fold
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.visit.booklet import Booklet, booklet, in_order
from guidebook.render.visit.context import VisitContext

STYLE = "booklet"
"""The style sheet of `templates/print` that booklets are set with."""
Faults = tuple[Diagnostic, ...]


def visit_book(visit_context: VisitContext) -> tuple[Manuscript | None, Faults]:
    """The booklet with its map open in the middle; where that is more than can be stitched, in its plain order.

    List of stops and back cover must each fit their page: too much of them is a fault.
    """
    press, faults = _press(visit_context)
    if press is None:
        return None, faults
    made, faults = _fitting(visit_context, press)
    if made is None:
        return None, faults
    lengths, faults = _lengths(made, press)
    if has_errors(faults):
        return None, faults
    folded = fold(
        sum(lengths[one] for one in made.front),
        [lengths[one] for one in made.reports],
        (lengths[made.emergency], lengths[made.nearby]),
        sum(lengths[one] for one in (*made.closing, *made.end)),
    )
    limit = visit_context.context.site.printing.staple_sheets
    if folded.sheets > limit:
        place, reports = place_of(visit_context, "programs"), [lengths[one] for one in made.reports]
        warning = too_thick(place, visit_context.programs, reports, folded.sheets, limit)
        return one_after_the_other(visit_context, made), (warning,)
    return _folded(visit_context, made, folded), faults


def plain_book(visit_context: VisitContext) -> tuple[Manuscript | None, Faults]:
    """The booklet for paper that is not folded: in its plain order, with the same single pages."""
    press, faults = _press(visit_context)
    if press is None:
        return None, faults
    made, faults = _fitting(visit_context, press)
    return (one_after_the_other(visit_context, made) if made else None), faults


def _press(visit_context: VisitContext) -> tuple[LayoutEngine | None, Faults]:
    context, print_format = visit_context.context, visit_context.context.print_format
    css = stylesheet(print_css(STYLE, context.design), context.site.palette, print_format)
    return press_of(css, WORKSHOP, max(LEAST, print_format.least))


def _fitting(visit_context: VisitContext, press: LayoutEngine) -> tuple[Booklet | None, Faults]:
    """The booklet whose single pages fit this paper: with all details, else with fewer."""
    for dense in (False, True):
        made = booklet(visit_context, dense)
        spilling = _spilling(made, press)
        if not spilling:
            return made, ()
    place = place_of(visit_context, *fullest(visit_context.visit))
    return None, tuple(too_long(place, chapter.title) for chapter in spilling)


def one_after_the_other(visit_context: VisitContext, made: Booklet) -> Manuscript:
    """The booklet in the order in which it is read; where pages face each other, the map faces its list."""
    left, right = made.spread
    opening = (replace(left, side="left") if visit_context.context.print_format.openers else left, right)
    after = (made.nearby, made.emergency)
    return in_order(visit_context, made, (*made.front, *opening, *made.reports, *after, *made.closing, *made.end))


def place_of(visit_context: VisitContext, *path: str) -> Span:
    """Where the visit's file says something."""
    return visit_context.context.catalogue.where(visit_context.visit, *path)


def _spilling(made: Booklet, press: LayoutEngine) -> list[Chapter]:
    """Of the chapters that must have one page, those that have more. Faults of laying them out come later."""
    single = (made.front[0], *made.spread, made.end[-1])
    return [chapter for chapter in single if (one := press.lay_out(chapter)[0]) and one.pages > 1]


def _lengths(made: Booklet, press: LayoutEngine) -> tuple[Mapping[Chapter, int], Faults]:
    """The pages of each chapter as the book will have them."""
    lengths: dict[Chapter, int] = {}
    faults: Faults = ()
    for chapter in made.chapters:
        laid_out, found = well_filled(press, chapter, "right")
        faults += found
        lengths[chapter] = laid_out.pages if laid_out else 0
    return lengths, faults


def _folded(visit_context: VisitContext, made: Booklet, folded: Fold) -> Manuscript:
    """The chapters around the map; what folding leaves over is ruled pages at the end, before the back cover."""
    emergency, nearby = (
        ((one,), ()) if is_early else ((), (one,))
        for one, is_early in zip((made.emergency, made.nearby), folded.early, strict=True)
    )
    *end, back = made.end
    *opening, schedule = made.front
    chapters = (
        *opening,
        *(made.answers,) * folded.spare,
        schedule,
        *emergency[0],
        *made.reports[: folded.split],
        *nearby[0],
        *made.spread,
        *made.reports[folded.split :],
        *nearby[1],
        *emergency[1],
        *made.closing,
        *end,
        *(made.memo,) * folded.after,
        back,
    )
    return in_order(visit_context, made, chapters)
