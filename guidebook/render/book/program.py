"""The chapter of one case report.

Separate from the making of chapters in general: it gathers graphics, figures and years of a programme.
"""

from __future__ import annotations

from guidebook.model.records.emblem import name_among
from guidebook.model.records.program import Program
from guidebook.plan.related import years_of_program
from guidebook.render.book.chapter import Chapter, Side, chapter, link
from guidebook.render.book.footnotes import footnotes
from guidebook.render.book.qr_link import permanent, qr_link
from guidebook.render.book.questions import asked
from guidebook.render.context import RenderContext
from guidebook.render.graphic.figure import page_figure, page_series, untold
from guidebook.render.text.embedded import apart_from_body, in_book
from guidebook.render.text.written import written

SHOWN = 3
"""Years that stand side by side on a page; of more, the latest."""


def program_chapter(
    context: RenderContext, program: Program, questions: bool = True, side: Side | None = None, remark: str = ""
) -> Chapter:
    """A case report, with what can be asked about it where no other page of the book has that; a spread on the left.

    A `remark` says to readers of another language that it is Korean; its name, which they can read, then heads it.
    """
    anchor, figure = f"program-{program.id}", page_figure(context, program)
    years = years_of_program(context.catalogue, program)
    body = written(context, program, link, in_book(context, program), f"{anchor}-", lines=True)
    return chapter(
        context,
        "program",
        anchor,
        name_among(program, context.catalogue.programs),
        context.catalogue.source_map(program).file,
        side,
        foot=footnotes(context, program, f"{anchor}-"),
        program=program,
        remark=remark,
        anchor=anchor,
        figure=figure,
        series=page_series(context, program),
        years=years[-SHOWN:] if len(years) > 1 else (),
        indicators=untold(program, figure),
        prose=body.html,
        apart=apart_from_body(program),
        questions=asked(context, program.questions) if questions else (),
        sign=qr_link(context, program.name, permanent(program.id)),
    )
