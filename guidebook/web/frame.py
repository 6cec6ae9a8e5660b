"""Puts the page shell around finished bodies: one template of the theme, compiled once and rendered for each page.

Separate from `site`, which writes files, because plain `mkdocs` draws with the same environment and the same values.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from jinja2 import Environment, TemplateError, TemplateSyntaxError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text
from guidebook.render.addresses import NOT_FOUND
from guidebook.render.templates import strict_environment
from guidebook.render.text.kept_words import keep_words
from guidebook.render.text.korean_words import marked_korean
from guidebook.render.web.page import PageShell, SitePage
from guidebook.render.web.policy import POLICY
from guidebook.web.assets import Assets
from guidebook.words import DEFAULT_LANGUAGE, catalogue

TEMPLATE = "main.html"
"""The page shell, in the folder of the theme."""


@dataclass(frozen=True, slots=True)
class FramedPage:
    """What the template knows of a page."""

    record: SitePage
    canonical_url: str | None
    """Its full address, where that of the site is known; the page for unknown addresses has none."""

    @property
    def content(self) -> Markup:
        """The body, clean by the contract of SitePage; what belongs on one line is kept there."""
        return Markup(keep_words(self.record.body))


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around all pages of a site, in each of its languages."""

    shell: PageShell
    assets: Assets
    english: PageShell | None = None
    policy: str = POLICY
    """The Content-Security-Policy of every page; empty for none."""

    def values(self, page: SitePage) -> dict[str, Any]:
        """What the template is given for a page."""
        shell = self.english if page.language == "en" and self.english else self.shell
        address = None
        if shell.base_url and page.path != NOT_FOUND:
            address = urljoin(shell.base_url, quote(page.path))
        return {
            "page": FramedPage(page, address),
            "shell": shell,
            "assets": self.assets,
            "root": root_of(page.path, shell.base_url),
            "policy": self.policy,
        }


def framed(frame: Frame, theme: Path) -> Callable[[SitePage], str]:
    """The function that puts a page into its frame, by the template in the folder `theme`.

    It raises whatever the template does; `template_fault` tells what is to be said of that.
    """
    template = frame_environment(theme).get_template(TEMPLATE)
    return lambda page: template.render(frame.values(page))


def frame_environment(theme: Path) -> Environment:
    """The environment of the page shell, as strict as that of bodies; it speaks the language of each page."""
    jinja = strict_environment(theme, TEMPLATE)
    jinja.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]  # by its i18n
    jinja.filters["korean"] = _korean
    return jinja


@pass_context
def _korean(context: Context, name: str) -> Markup:
    """What the content calls something: on a page in another language marked as Korean where it is."""
    language = context["shell"].language
    return escape(name) if language == DEFAULT_LANGUAGE else marked_korean(escape(name), sentences=True)


@pass_context
def _gettext(context: Context, wording: str) -> str:
    """In the language of the page: one site may hold two."""
    return catalogue(context["shell"].language).gettext(wording)


@pass_context
def _ngettext(context: Context, singular: str, plural: str, count: int) -> str:
    return catalogue(context["shell"].language).ngettext(singular, plural, count)


def root_of(path: str, base_url: str | None) -> str:
    """What stands before an address relative to the site's root, on the page at `path`: `../../`, `./`, `/city/`."""
    if path == NOT_FOUND:
        return urlsplit(base_url or "/").path or "/"
    return "../" * path.count("/") or "./"


def template_fault(error: Exception, theme: Path) -> Diagnostic | None:
    """The place in `theme` where drawing failed; nothing if the error did not come out of a template."""
    place = _place(error, theme)
    if place is None and not isinstance(error, TemplateError):
        return None
    return Diagnostic(
        place or Span(shown(theme)),
        "site-template",
        text("웹사이트의 템플릿을 처리할 수 없습니다: {reason}", reason=f"{type(error).__name__}: {error}"),
        text("템플릿 파일의 이 줄을 수정하세요."),
    )


def _place(error: Exception, theme: Path) -> Span | None:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Span(shown(Path(error.filename)), error.lineno)
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if Path(frame.filename).is_relative_to(theme)]
    return Span(shown(Path(inside[-1].filename)), inside[-1].lineno or 1) if inside else None
