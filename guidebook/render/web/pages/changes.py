"""What changed on the site, the newest first: the page, and what the home page and the feed tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from guidebook.model.settings.showing import Change
from guidebook.render.addresses import CHANGES
from guidebook.render.context import RenderContext
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import page_from
from guidebook.render.web.pages.permanent import standing


@dataclass(frozen=True, slots=True)
class News:
    """A change with where to read on: path below the site's root and its name, empty for the site as a whole."""

    change: Change
    path: str = ""
    name: str = ""


def news(context: RenderContext) -> tuple[News, ...]:
    """The changes, the newest first; those of one day in the order they were written."""
    newest = sorted(context.site.changes, key=lambda change: change.date, reverse=True)
    return tuple(_placed(context, change) for change in newest)


def _placed(context: RenderContext, change: Change) -> News:
    catalogue = context.catalogue
    record = catalogue.record(change.record) if change.record else None
    there = standing(catalogue, record) if record else None
    return News(change, *there) if there else News(change)


def changes_page(context: RenderContext) -> SitePage:
    """The page itself."""
    words, file = context.words.gettext, context.catalogue.where_site().file
    description = words("새로 실었거나 고친 것을 최근 것부터 적었습니다.")
    return page_from(context, "changes", CHANGES, words("달라진 점"), description, file, news=news(context))
