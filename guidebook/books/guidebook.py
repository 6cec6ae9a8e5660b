"""The guidebook for screens and every case report by itself, set with the same style sheet."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from guidebook.books.ahead import Ahead, prepare
from guidebook.books.assembly import layout_engine
from guidebook.books.papers import Paper
from guidebook.books.style_sheets import print_css
from guidebook.layout.low_pages import Engine
from guidebook.model.diagnostic import Faults
from guidebook.model.records.program import Program
from guidebook.render.addresses import GUIDEBOOK_PDF
from guidebook.render.book.guidebook import Manuscript, manuscript
from guidebook.render.book.report import report_book
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.storage.paths import Paths
from guidebook.storage.workers import Workers


def guidebook_and_reports(context: RenderContext, paths: Paths, workers: Workers) -> tuple[tuple[Paper, ...], Faults]:
    """The guidebook, then the reports in the order of their marks; or what is missing for them."""
    style = print_css(paths.templates, "guidebook", context.design)
    engine, faults = layout_engine(stylesheet(style, context.site.palette, context.print_format), paths)
    if engine is None:
        return (), faults
    prepare(engine, workers)
    ahead = Ahead(engine)
    book = Paper(GUIDEBOOK_PDF, ahead, _once(lambda: manuscript(context)), print_format=context.print_format)
    return (book, *(_report(context, program, ahead) for program in context.catalogue.programs)), ()


def report_path(program: Program) -> str:
    """Where the PDF of a report lies in the site."""
    return f"guidebook/{program.id}.pdf"


def _report(context: RenderContext, program: Program, ahead: Ahead) -> Paper:
    return Paper(report_path(program), ahead, _once(lambda: report_book(context, program)))


def _once(write: Callable[[], Manuscript]) -> Callable[[Engine], Manuscript]:
    """Writes a book when it is first asked for, and only then."""
    written = cache(write)
    return lambda _: written()
