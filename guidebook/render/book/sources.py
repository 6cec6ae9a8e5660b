"""The list of sources of a book: each once and whole, with the pages whose notes name it shortly."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from guidebook.model.records.page import Block, Page
from guidebook.plan.book_parts import anchors_in_order
from guidebook.render.book.chapter import Chapter, chapter, page_chapter, referring
from guidebook.render.book.links import see_pages
from guidebook.render.context import RenderContext
from guidebook.render.text.bibliography import Entry

MOST = 6
"""Pages that a source names; one that is used on more of them says so instead."""


def written_chapter(context: RenderContext, page: Page) -> Chapter:
    """A written page of the guidebook, which may ask for the list."""
    if not page.asks_for(Block.SOURCES):
        return page_chapter(context, page)
    return referring(
        anchors_in_order(context.catalogue),
        lambda reference: page_chapter(context, page, see_source=_see(context, reference)),
    )


def sources_chapters(context: RenderContext) -> tuple[Chapter, ...]:
    """The list as a chapter of its own, where no page of the book asks for it."""
    if any(page.book and page.asks_for(Block.SOURCES) for page in context.catalogue.pages):
        return ()
    title, file = context.words.gettext("출처 목록"), context.catalogue.where_site().file
    return (
        referring(
            anchors_in_order(context.catalogue),
            lambda reference: chapter(context, "sources", "sources", title, file, see_source=_see(context, reference)),
        ),
    )


def _see(context: RenderContext, reference: Callable[[str], Markup]) -> Callable[[Entry], Markup]:
    """What the list says behind a source: the pages that use it, from front to back."""
    order = anchors_in_order(context.catalogue)

    def see(entry: Entry) -> Markup:
        used = {"towns" if kind == "town" else f"{kind}-{id}" for kind, id, _ in entry.used_by}
        anchors = [anchor for anchor in order if anchor in used]
        if len(anchors) > MOST:
            return Markup(' <span class="quiet">({})</span>').format(context.words.gettext("여러 쪽"))
        return Markup(" {}").format(see_pages(context, map(reference, anchors))) if anchors else Markup()

    return see
