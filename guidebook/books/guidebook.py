"""The guidebook for screens, as it lies in the site."""

from __future__ import annotations

from guidebook.books.assembly import layout_engine
from guidebook.books.kept_books import kept_books
from guidebook.books.leaflets import BOOK
from guidebook.books.papers import Ahead, Paper, make_papers
from guidebook.books.style_sheets import print_css
from guidebook.model.diagnostic import Faults
from guidebook.pdf.joining import JoinedBook
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.storage.paths import Paths
from guidebook.storage.workers import Workers


def guidebook_of(context: RenderContext, paths: Paths) -> tuple[Paper | None, Faults]:
    """The guidebook, or what is missing for it."""
    style = print_css(paths.templates, "guidebook", context.design)
    engine, faults = layout_engine(stylesheet(style, context.site.palette, context.print_format), paths)
    if engine is None:
        return None, faults
    book = manuscript(context)
    return Paper(BOOK, Ahead(engine), lambda _: book, print_format=context.print_format), ()


def make_guidebook(context: RenderContext, paths: Paths) -> tuple[JoinedBook | None, Faults]:
    """The finished guidebook alone, made in this process, or why there is none."""
    paper, faults = guidebook_of(context, paths)
    if paper is None:
        return None, faults
    with Workers(1) as workers:
        (made,) = make_papers(context, [paper], kept_books(paths), workers)
    return made.book, made.faults
