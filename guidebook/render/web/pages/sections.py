"""The further pages of the list of a section: the first part stands on the page that the editor wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidebook.model.records.page import Page
from guidebook.render.addresses import address
from guidebook.render.context import RenderContext
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.values import SectionValues
from guidebook.render.web.section_parts import parts


def further_pages(context: RenderContext, page: Page) -> Iterator[SitePage]:
    """The pages behind the one that the editor wrote: `news/2/`, `news/3/`, …"""
    file, wording = context.catalogue.source_map(page).file, context.words.gettext("{title} ({number}/{count}쪽)")
    for part in parts(context.catalogue, page)[1:]:
        title = wording.format(title=page.title, number=part.number, count=part.of)
        head = PageHead(f"{address('page', page.id)}{part.number}/", title, page.summary, file)
        made = page_from(context, "section", head, SectionValues(page=page, part=part))
        yield replace(made, language="en") if page.english else made
