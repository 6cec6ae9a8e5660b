"""Renders a page of the website from its template, with its head, breadcrumbs and linked data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from guidebook.model.text import Text
from guidebook.render.addresses import links_from, url
from guidebook.render.context import RenderContext
from guidebook.render.text.bibliography import bibliography
from guidebook.render.text.doubts import counted_doubts
from guidebook.render.text.prose import Heading
from guidebook.render.web.linked_data import Address, Data, breadcrumbs, script_text
from guidebook.render.web.navigation import section, tour_pages, trail_of
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.values import CommonValues, PageValues
from guidebook.render.web.table_box import boxed_tables


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says of itself to readers, search engines and diagnostics."""

    path: str
    """Its address below the site's root."""
    title: str
    description: str
    source: str
    """The content file it is made of."""
    headings: tuple[Heading, ...] = ()
    data: Callable[[Address], Data] | None = None
    """The record of the page in the terms of schema.org, for search engines."""
    style: str = ""
    """CSS for this page alone."""


def page_from(context: RenderContext, template: str, head: PageHead, values: PageValues | None = None) -> SitePage:
    """The page with a body from `templates/pages/<template>.html.j2`, which is rendered with `values`.

    Which scripts of `theme/js/` the page needs, its template says in `scripts`.
    """
    base_url = context.site.base_url
    common = _common(context, head)
    rendered = context.templates.get_template(f"pages/{template}.html.j2").make_module({**common, **(values or {})})
    trail = trail_of(context, head.path)
    absolute = (lambda path: base_url + path) if base_url else common["to"]
    linked_data = [head.data(absolute)] if head.data else []
    if trail:
        linked_data.append(breadcrumbs(trail, head.title, head.path, absolute))
    return SitePage(
        head.path,
        head.title,
        head.description,
        section(context, head.path),
        Markup(boxed_tables(counted_doubts(str(rendered), context.words.gettext), context.words.gettext("표"))),
        head.headings,
        head.source,
        trail,
        tuple(script_text(data) for data in linked_data),
        tuple(getattr(rendered, "scripts", ())),
        head.style,
    )


def _common(context: RenderContext, head: PageHead) -> CommonValues:
    base_url = context.site.base_url
    return CommonValues(
        site=context.site,
        catalogue=context.catalogue,
        book=context.book,
        pictures=context.pictures,
        path=head.path,
        title=head.title,
        headings=head.headings,
        link=links_from(head.path, base_url, context.catalogue.kinds),
        to=lambda target: url(head.path, target, base_url),
        bibliography=bibliography,
        tour_pages=tour_pages(context, head.path),
        translated=lambda text: translated(context, text),
    )


def translated(context: RenderContext, text: Text) -> str:
    """A translatable sentence in the language of the context."""
    return text.into(context.words.gettext)
