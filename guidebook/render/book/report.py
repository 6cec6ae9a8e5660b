"""One case report as a book of its own: cover, the guidebook's chapter, colophon."""

from __future__ import annotations

from guidebook.model.records.program import Program
from guidebook.model.wording.sample import title_suffix
from guidebook.render.book.chapter import chapter, memo_chapter, with_running_head
from guidebook.render.book.front_matter import single_cover
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.links import without_dangling_links
from guidebook.render.book.program import program_chapter
from guidebook.render.book.qr_link import permanent, qr_link
from guidebook.render.book.typesetting import spread_side
from guidebook.render.context import RenderContext


def report_book(context: RenderContext, program: Program) -> Manuscript:
    """The book of one report. Links to what it does not hold are plain words; its numbers are its own."""
    words, file = context.words.gettext, context.catalogue.source_map(program).file
    line = f"{program.name} · {context.words.gettext('%(year)s년 자료 기준') % {'year': program.as_of}}"
    sign = qr_link(context, program.name, permanent(program.id))
    chapters = [
        single_cover(context, program.title, line, file, context.catalogue.emblems[program.id]),
        with_running_head(
            program_chapter(context, program, side=spread_side(context.print_format)),
            context.site.short_titled(context.language),
        ),
        chapter(context, "colophon", "colophon", words("판권지"), file, sign=sign),
    ]
    title = f"{context.catalogue.emblazoned(program)} {title_suffix(context.site, context.words)}".strip()
    return Manuscript(title, without_dangling_links(chapters), memo_chapter(context, file))
