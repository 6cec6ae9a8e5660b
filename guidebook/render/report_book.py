"""One case report as a book of its own: cover, the guidebook's chapter, colophon."""

from __future__ import annotations

from guidebook.model.program import Program
from guidebook.render.book import Manuscript
from guidebook.render.chapter import chapter, headed, memo_chapter, program_chapter, without_dangling_links
from guidebook.render.edition import Edition
from guidebook.render.front_matter import single_cover
from guidebook.render.notice import title_suffix
from guidebook.render.signpost import permanent, signpost


def report_book(edition: Edition, program: Program) -> Manuscript:
    """The book of one report. Links to what it does not hold are plain words; its numbers are its own."""
    words, file = edition.words.gettext, edition.catalogue.source_map(program).file
    line = f"{program.name} · {edition.words.gettext('%(year)s년 자료 기준') % {'year': program.as_of}}"
    sign = signpost(edition, program.name, permanent(program.id))
    chapters = [
        single_cover(edition, program.title, line, file, program.mark),
        headed(program_chapter(edition, program), edition.site.short_titled(edition.language)),
        chapter(edition, "colophon", "colophon", words("판권지"), file, sign=sign),
    ]
    title = f"{program.mark} {program.name} {title_suffix(edition.site, edition.words)}".strip()
    return Manuscript(title, without_dangling_links(chapters), memo_chapter(edition, file))
