"""A page of the website from its template: what every body can use, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from guidebook.model.text import Text
from guidebook.render.addresses import links_from, url
from guidebook.render.bibliography import bibliography
from guidebook.render.edition import Edition
from guidebook.render.linked_data import Address, Data, breadcrumbs, written
from guidebook.render.page import Heading, SitePage
from guidebook.render.sections import section, tour_pages, trail
from guidebook.render.table_box import boxed_tables


def page_from(
    edition: Edition,
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
        return url(path, there, edition.site.base_url)

    context = {**_common(edition, path, to), "title": title, "headings": headings, **values}
    body = edition.templates.get_template(f"pages/{template}.html.j2").render(context)
    body = boxed_tables(body, edition.words.gettext("표"))
    above = trail(edition, path)
    known = edition.site.base_url
    absolute = (lambda there: known + there) if known else to
    things = [data(absolute)] if data else []
    if above:
        things.append(breadcrumbs(above, title, path, absolute))
    return SitePage(
        path,
        title,
        description,
        section(edition, path),
        Markup(body),
        headings,
        source,
        above,
        tuple(written(thing) for thing in things),
        scripts,
        style,
    )


def _common(edition: Edition, path: str, to: Address) -> Mapping[str, Any]:
    """What every template of a page can use."""
    return {
        "site": edition.site,
        "catalogue": edition.catalogue,
        "book": edition.book,
        "pictures": edition.pictures,
        "path": path,
        "link": links_from(path, edition.site.base_url, edition.catalogue.kinds),
        "to": to,
        "bibliography": bibliography,
        "tour_pages": tour_pages(edition, path),
        "said": lambda text: said(edition, text),
    }


def said(edition: Edition, text: Text) -> str:
    """A translatable sentence in the language of the edition."""
    return text.into(edition.words.gettext)
