"""A page of the website from its template: what every body can use, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from guidebook.model.text import Text
from guidebook.render.addresses import links_from, url
from guidebook.render.context import RenderContext
from guidebook.render.text.bibliography import bibliography
from guidebook.render.text.prose import Heading
from guidebook.render.web.linked_data import Address, Data, breadcrumbs, written
from guidebook.render.web.page import SitePage
from guidebook.render.web.sections import section, tour_pages, trail
from guidebook.render.web.table_box import boxed_tables


def page_from(
    context: RenderContext,
    template: str,
    path: str,
    title: str,
    description: str,
    source: str,
    headings: tuple[Heading, ...] = (),
    *,
    data: Callable[[Address], Data] | None = None,
    scripts: tuple[str, ...] = (),
    style: str = "",
    **values: object,
) -> SitePage:
    """The page at `path` from `templates/pages/<template>.html.j2`.

    `data` says of what the page is for search engines, `scripts` are names of scripts of `theme/js/`, `style` is CSS
    for this page alone, and `values` are what its template needs beside the edition.
    """

    def to(there: str) -> str:
        return url(path, there, context.site.base_url)

    variables = {**_common(context, path, to), "title": title, "headings": headings, **values}
    body = context.templates.get_template(f"pages/{template}.html.j2").render(variables)
    body = boxed_tables(body, context.words.gettext("표"))
    above = trail(context, path)
    known = context.site.base_url
    absolute = (lambda there: known + there) if known else to
    things = [data(absolute)] if data else []
    if above:
        things.append(breadcrumbs(above, title, path, absolute))
    return SitePage(
        path,
        title,
        description,
        section(context, path),
        Markup(body),
        headings,
        source,
        above,
        tuple(written(thing) for thing in things),
        scripts,
        style,
    )


def _common(context: RenderContext, path: str, to: Address) -> Mapping[str, Any]:
    """What every template of a page can use."""
    return {
        "site": context.site,
        "catalogue": context.catalogue,
        "book": context.book,
        "pictures": context.pictures,
        "path": path,
        "link": links_from(path, context.site.base_url, context.catalogue.kinds),
        "to": to,
        "bibliography": bibliography,
        "tour_pages": tour_pages(context, path),
        "said": lambda text: said(context, text),
    }


def said(context: RenderContext, text: Text) -> str:
    """A translatable sentence in the language of the edition."""
    return text.into(context.words.gettext)
