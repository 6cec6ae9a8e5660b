"""The page of changes, the newest first, and the news for the home page and the feed."""

from __future__ import annotations

from guidebook.model.settings.showing import Change
from guidebook.render.addresses import CHANGES
from guidebook.render.context import RenderContext
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.permanent import standing
from guidebook.render.web.pages.values import ChangesValues, News


def news(context: RenderContext) -> tuple[News, ...]:
    """The changes, the newest first; those of one day in the order they were written."""
    newest = sorted(context.site.changes, key=lambda change: change.date, reverse=True)
    return tuple(_placed(context, change) for change in newest)


def _placed(context: RenderContext, change: Change) -> News:
    catalogue = context.catalogue
    record = catalogue.record(change.record) if change.record else None
    target = standing(catalogue, record) if record else None
    return News(change, *target) if target else News(change)


def changes_page(context: RenderContext) -> SitePage:
    """The page itself."""
    words, file = context.words.gettext, context.catalogue.where_site().file
    description = words("새로 게재하거나 수정한 내용을 최신순으로 안내합니다.")
    return page_from(
        context,
        "changes",
        PageHead(CHANGES, words("업데이트 내역"), description, file),
        ChangesValues(news=news(context)),
    )
