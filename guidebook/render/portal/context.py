"""What the pages of a portal are rendered with, and one page made of its template."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from guidebook.model.portal.cases import Cases, PublishedCity
from guidebook.render.addresses import url
from guidebook.render.design.tokens import read_tokens
from guidebook.render.design.values import Design
from guidebook.render.templates import environment
from guidebook.render.web.linked_data import breadcrumbs, script_text
from guidebook.render.web.page import SitePage
from guidebook.words import catalogue

SCRIPT = "portal.js"
"""The portal's one script."""
Trail = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PortalContext:
    """The cases, their language and the templates."""

    cases: Cases
    file: str
    """The list of cities, as diagnostics name it."""
    templates: Environment
    words: gettext.NullTranslations
    language: str
    design: Design


def portal_context(cases: Cases, file: str, templates: Path, packages: Path, language: str | None) -> PortalContext:
    """The cases ready to be rendered; without `language` in that of the portal."""
    spoken = language or cases.portal.language
    words = catalogue(spoken)
    design = Design(read_tokens(templates, packages), cases.portal.palette)
    return PortalContext(cases, file, environment(templates, spoken, words, design.written), words, spoken, design)


def licence_words(context: PortalContext, city: PublishedCity) -> str:
    """The terms of a city as people call them: `KOGL-1` → `공공누리 제1유형`, `CC-BY-4.0` → `CC BY 4.0`."""
    name, _, number = city.licence.upper().partition("-")
    if name == "KOGL" and number.isdigit():
        return context.words.gettext("공공누리 제{number}유형").format(number=number)
    return city.licence.replace("-", " ") if name == "CC" else city.licence


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself."""

    path: str
    title: str
    description: str
    section: str = ""
    """The menu entry that it belongs to."""
    above: Trail = ()
    """The pages between the first one and this."""
    source: str = ""
    """The file that it is made of, where that is not the list of cities."""


def page_of(context: PortalContext, template: str, head: Head, values: Mapping[str, Any]) -> SitePage:
    """The page with a body from `templates/portal/<template>.html.j2`."""
    base_url = context.cases.portal.base_url

    def to(target: str) -> str:
        return url(head.path, target, base_url)

    drawn = context.templates.get_template(f"portal/{template}.html.j2")
    own = {"path": head.path, "title": head.title, "to": to, "licence": partial(licence_words, context)}
    rendered = drawn.render(**own, portal=context.cases.portal, **values)
    trail = (("", context.words.gettext("홈")), *head.above) if head.path else ()
    absolute = (lambda path: base_url + path) if base_url else to
    return SitePage(
        head.path,
        head.title,
        head.description,
        head.section,
        Markup(rendered),
        (),
        head.source or context.file,
        trail,
        (script_text(breadcrumbs(trail, head.title, head.path, absolute)),) if trail else (),
        (SCRIPT,),
    )
