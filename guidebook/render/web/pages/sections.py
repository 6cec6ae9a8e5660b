"""The list of the pages of a section: the first part on the page that the editor wrote, then pages of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidebook.model.records.page import Page
from guidebook.render.addresses import address
from guidebook.render.context import RenderContext
from guidebook.render.web.list_parts import Part, parts_of
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.values import SectionValues

AT_MOST = 50
"""How many pages of a section one page lists."""


def first_part(context: RenderContext, page: Page) -> Part[Page] | None:
    """What stands on the page itself; None where nothing names it as its section."""
    return next(iter(_parts(context, page)), None)


def further_pages(context: RenderContext, page: Page) -> Iterator[SitePage]:
    """The pages behind the one that the editor wrote: `news/2/`, `news/3/`, …"""
    file, wording = context.catalogue.source_map(page).file, context.words.gettext("{title} ({number}/{count}쪽)")
    for part in _parts(context, page)[1:]:
        title = wording.format(title=page.title, number=part.number, count=part.of)
        head = PageHead(part.path, title, page.summary, file)
        made = page_from(context, "section", head, SectionValues(page=page, part=part))
        yield replace(made, language="en") if page.english else made


def _parts(context: RenderContext, page: Page) -> tuple[Part[Page], ...]:
    return parts_of(context.catalogue.sections.get(page.id, ()), address("page", page.id), AT_MOST)
