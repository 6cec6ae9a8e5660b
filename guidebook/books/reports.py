"""Every case report as a PDF of its own, for those who need one and not the whole guidebook."""

from __future__ import annotations

from collections.abc import Callable

from guidebook.books.assembly import Engine, layout_engine
from guidebook.books.papers import Ahead, Paper
from guidebook.books.style_sheets import print_css
from guidebook.model.diagnostic import Faults
from guidebook.model.records.program import Program
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.report import report_book
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.storage.paths import Paths


def reports_of(context: RenderContext, paths: Paths) -> tuple[tuple[Paper, ...], Faults]:
    """The reports, in the order of their marks, or what is missing for them."""
    programs = context.catalogue.programs
    if not programs:
        return (), ()
    style = print_css(paths.templates, "guidebook", context.design)
    engine, faults = layout_engine(stylesheet(style, context.site.palette, context.print_format), paths)
    if engine is None:
        return (), faults
    ahead = Ahead(engine)
    return tuple(Paper(report_path(program), ahead, _writing(context, program)) for program in programs), ()


def report_path(program: Program) -> str:
    """Where the PDF of a report lies in the site."""
    return f"guidebook/{program.id}.pdf"


def _writing(context: RenderContext, program: Program) -> Callable[[Engine], Manuscript]:
    book = report_book(context, program)
    return lambda _: book
