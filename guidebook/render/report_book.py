"""One case report as a book of its own: cover, the guidebook's chapter, colophon."""

from __future__ import annotations

from dataclasses import replace

from guidebook.model.program import Program
from guidebook.render.book import Manuscript
from guidebook.render.chapter import chapter, memo_chapter, program_chapter, without_dangling_links
from guidebook.render.edition import Edition
from guidebook.render.front_matter import cover_outline
from guidebook.render.notice import title_suffix
from guidebook.render.signpost import permanent, signpost


def report_book(edition: Edition, program: Program) -> Manuscript:
    """The book of one report. Links to what it does not hold are plain words; its numbers are its own."""
    words, file = edition.words.gettext, edition.catalogue.source_map(program).file
    outline = cover_outline(edition)
    report = program_chapter(edition, program)
    named = replace(report, html=report.html.replace("<body>", f'<body data-part="{edition.site.short_title}">', 1))
    sign = signpost(edition, program.name, permanent(program.id))
    chapters = [
        chapter(edition, "report-cover", "cover", program.title, file, "right", outline=outline, program=program),
        named,
        chapter(edition, "colophon", "colophon", words("판권지"), file, sign=sign),
    ]
    title = f"{program.mark} {program.name} {title_suffix(edition.site, edition.words)}".strip()
    return Manuscript(title, without_dangling_links(chapters), memo_chapter(edition, file))
