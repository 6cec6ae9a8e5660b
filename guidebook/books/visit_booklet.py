"""A delegation's booklet put in order: around its map where it is folded once, else one chapter after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial

from guidebook.books.ahead import Ahead, LackingError, Wish, lay_out_ahead, length
from guidebook.books.assembly import layout_engine, well_filled
from guidebook.books.pack_faults import fullest, too_long, too_thick
from guidebook.books.style_sheets import print_css
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.low_pages import Engine
from guidebook.layout.tables.arrange import LEAST
from guidebook.model.diagnostic import Faults, Span, has_errors
from guidebook.pdf.folding import Fold, fold
from guidebook.render.book.chapter import Chapter, Side
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.visit.booklet import Booklet, booklet, densities, in_order
from guidebook.render.visit.context import VisitContext
from guidebook.storage.paths import Paths
from guidebook.storage.workers import Workers

STYLE = "booklet"
"""The style sheet of `templates/print` that booklets are set with."""

Writing = Callable[[int], Booklet]
"""Writes the booklet as dense as asked (`densities`)."""


def visit_book(visit_context: VisitContext, paths: Paths, workers: Workers) -> tuple[Manuscript | None, Faults]:
    """The booklet with its map open in the middle; where that is more than can be stitched, in its plain order.

    List of stops and back cover must each fit their page: too much of them is a fault.
    """
    engine, faults = _engine(visit_context, paths)
    if engine is None:
        return None, faults
    written = cache(partial(booklet, visit_context))
    lay_out_ahead(engine, partial(_lacking, visit_context, written, _of_known_side), workers)
    book, faults = _fitting(visit_context, written, engine)
    if book is None:
        return None, faults
    lengths, faults = _lengths(book, engine)
    if has_errors(faults):
        return None, faults
    folded = _fold(book, lengths)
    limit = visit_context.context.site.printing.staple_sheets
    if folded.sheets > limit:
        place, reports = place_of(visit_context, "programs"), [lengths[chapter] for chapter in book.reports]
        warning = too_thick(place, visit_context.programs, reports, folded.sheets, limit)
        return one_after_the_other(visit_context, book), (warning,)
    return _folded(visit_context, book, folded), faults


def plain_book(visit_context: VisitContext, paths: Paths, workers: Workers) -> tuple[Manuscript | None, Faults]:
    """The booklet for paper that is not folded: in its plain order, with the same single pages."""
    engine, faults = _engine(visit_context, paths)
    if engine is None:
        return None, faults
    written = cache(partial(booklet, visit_context))
    lay_out_ahead(engine, partial(_lacking, visit_context, written, _single), workers)
    book, faults = _fitting(visit_context, written, engine)
    return (one_after_the_other(visit_context, book) if book else None), faults


def _engine(visit_context: VisitContext, paths: Paths) -> tuple[LayoutEngine | None, Faults]:
    context, print_format = visit_context.context, visit_context.context.print_format
    style = print_css(paths.templates, STYLE, context.design)
    css = stylesheet(style, context.site.palette, print_format)
    return layout_engine(css, paths, max(LEAST, print_format.least))


def _fitting(visit_context: VisitContext, written: Writing, engine: LayoutEngine) -> tuple[Booklet | None, Faults]:
    """The booklet whose single pages fit this paper: with all details, else with fewer."""
    for dense in densities(visit_context):
        book = written(dense)
        spilling = _spilling(book, engine)
        if not spilling:
            return book, ()
    place = place_of(visit_context, *fullest(visit_context.visit))
    return None, tuple(too_long(place, chapter.title) for chapter in spilling)


def one_after_the_other(visit_context: VisitContext, book: Booklet) -> Manuscript:
    """The booklet in the order in which it is read; where pages face each other, the map faces its list.

    Without a map the list needs nothing to face.
    """
    left, right = book.spread
    openers = visit_context.context.print_format.openers
    before = (replace(left, side="left") if openers else left,) if book.mapped else ()
    after = (book.nearby, book.emergency)
    return in_order(visit_context, book, (*book.front, *before, right, *book.reports, *after, *book.closing, *book.end))


def place_of(visit_context: VisitContext, *path: str) -> Span:
    """Where the visit's file says something."""
    return visit_context.context.catalogue.where(visit_context.visit, *path)


def _spilling(book: Booklet, engine: Engine) -> list[Chapter]:
    """Of the chapters that must have one page, those that have more. Faults of laying them out come later."""
    laid_out = (engine.measure(chapter, _side(book, chapter))[0] for chapter in _single(book))
    return [one.chapter for one in laid_out if one and one.pages > 1]


def _single(book: Booklet) -> tuple[Chapter, ...]:
    """The chapters that must have one page."""
    return book.front[0], *book.spread, book.end[-1]


def _lacking(
    visit_context: VisitContext, written: Writing, parts: Callable[[Booklet], Iterable[Chapter]], ahead: Ahead
) -> Iterator[Wish]:
    """What is lacking of these parts of the booklet to put it in order."""
    for dense in densities(visit_context):
        wishes: list[Wish] = []
        for chapter in parts(written(dense)):
            try:
                well_filled(ahead, chapter, _side(written(dense), chapter))
            except LackingError:
                wishes.append(Wish(length(chapter), chapter, _side(written(dense), chapter)))
        yield from wishes
        if wishes or not _spilling(written(dense), ahead):
            return


def _of_known_side(book: Booklet) -> tuple[Chapter, ...]:
    """All chapters but the index."""
    return tuple(chapter for chapter in book.chapters if chapter is not book.end[0])


def _side(book: Booklet, chapter: Chapter) -> Side:
    """On which side a chapter of a folded booklet begins, as far as that is known before it is folded.

    A chapter has as many pages on either side; on the right one it need not be laid out again.
    """
    return "left" if chapter in (book.spread[0], book.end[-1]) else "right"


def _lengths(book: Booklet, engine: LayoutEngine) -> tuple[Mapping[Chapter, int], Faults]:
    """The pages of each chapter as the book will have them."""
    index = book.end[0]
    lengths = {index: 1}
    faults: Faults = ()

    def look(chapter: Chapter, side: Side) -> None:
        nonlocal faults
        laid_out, found = well_filled(engine, chapter, side)
        faults += found
        lengths[chapter] = laid_out.pages if laid_out else 0

    for chapter in _of_known_side(book):
        look(chapter, _side(book, chapter))
    # The index comes last before what folding leaves over and the back; as a rule it has one page.
    look(index, "left" if _fold(book, lengths).after % 2 else "right")
    return lengths, faults


def _fold(book: Booklet, lengths: Mapping[Chapter, int]) -> Fold:
    """How these chapters are folded around the map."""
    return fold(
        sum(lengths[chapter] for chapter in book.front),
        [lengths[chapter] for chapter in book.reports],
        (lengths[book.emergency], lengths[book.nearby]),
        sum(lengths[chapter] for chapter in (*book.closing, *book.end)),
    )


def _folded(visit_context: VisitContext, book: Booklet, folded: Fold) -> Manuscript:
    """The chapters around the map; what folding leaves over is ruled pages at the end, before the back cover."""
    emergency, nearby = (
        ((one,), ()) if is_early else ((), (one,))
        for one, is_early in zip((book.emergency, book.nearby), folded.early, strict=True)
    )
    *end, back = book.end
    *opening, schedule = book.front
    chapters = (
        *opening,
        *(book.answers,) * folded.spare,
        schedule,
        *emergency[0],
        *book.reports[: folded.split],
        *nearby[0],
        *book.spread,
        *book.reports[folded.split :],
        *nearby[1],
        *emergency[1],
        *book.closing,
        *end,
        *(book.memo,) * folded.after,
        back,
    )
    return in_order(visit_context, book, chapters)
