"""One case report as a book of its own: cover, the guidebook's chapter, colophon."""

from __future__ import annotations

from dataclasses import replace

from guidebook.model.colour import mix
from guidebook.model.program import Program
from guidebook.render.book import Manuscript
from guidebook.render.chapter import chapter, program_chapter, without_dangling_links
from guidebook.render.edition import Edition
from guidebook.render.front_matter import COVER_MAP
from guidebook.render.map.drawing import outline_map
from guidebook.render.notice import title_suffix
from guidebook.render.signpost import permanent, signpost


def report_book(edition: Edition, program: Program) -> Manuscript:
    """The book of one report. Links to what it does not hold are plain words; its numbers are its own."""
    words, boundaries = edition.words.gettext, edition.catalogue.boundaries
    file = edition.catalogue.source_map(program).file
    line = mix(edition.site.palette.primary, "#ffffff", 0.45)
    outline = outline_map(boundaries, COVER_MAP, line, None) if boundaries else ""
    report = program_chapter(edition, program)
    named = replace(report, html=report.html.replace("<body>", f'<body data-part="{edition.site.short_title}">', 1))
    sign = signpost(edition, program.name, permanent(program.id))
    chapters = [
        chapter(edition, "report-cover", "cover", program.title, file, "right", outline=outline, program=program),
        named,
        chapter(edition, "colophon", "colophon", words("판권지"), file, sign=sign),
    ]
    title = f"{program.mark} {program.name} {title_suffix(edition.site, edition.words)}".strip()
    return Manuscript(title, without_dangling_links(chapters), chapter(edition, "memo", "memo", words("메모"), file))
