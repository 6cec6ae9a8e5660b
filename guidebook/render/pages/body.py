"""A page of the website from its template: what every body can use, and what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from guidebook.render.addresses import NOT_FOUND, links_from, url
from guidebook.render.bibliography import bibliography
from guidebook.render.edition import Edition
from guidebook.render.page import Heading, SitePage


def page_from(
    edition: Edition,
    template: str,
    path: str,
    title: str,
    description: str,
    source: str,
    headings: tuple[Heading, ...] = (),
    **values: object,
) -> SitePage:
    """The page at `path` from `templates/pages/<template>.html.j2`; `values` are what it needs beside the edition."""
    context: Mapping[str, Any] = {
        "site": edition.site,
        "catalogue": edition.catalogue,
        "book": edition.book,
        "title": title,
        "headings": headings,
        "link": links_from(path, edition.site.base_url),
        "to": lambda there: url(path, there, edition.site.base_url),
        "bibliography": bibliography,
        **values,
    }
    body = edition.templates.get_template(f"pages/{template}.html.j2").render(context)
    section = path.split("/")[0] + "/" if path and path != NOT_FOUND else ""
    return SitePage(path, title, description, section, Markup(body), headings, source)
