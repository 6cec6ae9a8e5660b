"""The values that a rendered page consists of: the page itself and the page shell around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guidebook.render.text.licence import Licence
from guidebook.render.text.prose import Heading
from guidebook.words import DEFAULT_LANGUAGE, traits


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page, ready but for the page shell. All HTML in it is clean; all other strings are plain text."""

    path: str
    """Its address below the site's root: `programs/uridongnet/`; empty for the home page."""
    title: str
    description: str
    section: str
    """The menu entry that it belongs to: a path, or empty."""
    body: str
    """HTML that goes into <main>, its own h1 included. Links are relative to the page."""
    headings: tuple[Heading, ...]
    source: str
    """The content file it is made of, for diagnostics."""
    trail: tuple[tuple[str, str], ...] = ()
    """The pages above it, from the home page down: pairs of path and label."""
    linked_data: tuple[str, ...] = ()
    """JSON-LD, safe inside a script element."""
    scripts: tuple[str, ...] = ()
    """Names of the scripts of `theme/js/` that it needs; it works without them."""
    style: str = ""
    """CSS for this page alone."""
    language: str = ""
    """Where it is not the site's own."""
    twins: tuple[tuple[str, str], ...] = ()
    """The same page in the site's languages, its own included: pairs of language and path."""
    card: str = ""
    """The picture that goes along when it is shared: its path below the site's root."""
    redirect: str = ""
    """The target of a page that only redirects: an address relative to it."""


@dataclass(frozen=True, slots=True)
class PageShell:
    """The parts of a page that are the same on all: plain text and addresses relative to the site's root."""

    language: str
    site_title: str
    short_title: str
    title_suffix: str
    """`(견본)` while the site is not official, else empty."""
    notice: str
    """The sample notice; empty on an official site."""
    menu: tuple[tuple[str, str], ...]
    """Pairs of path and label."""
    links: tuple[tuple[str, str], ...]
    """Of the footer: pairs of path and label."""
    publisher: str
    footer: tuple[str, ...]
    """Lines of plain text."""
    licence: Licence
    feed: str | None
    """Where the feed of changes is, if there is one."""
    report: str | None
    """Where readers tell of a mistake; `{page}` in it stands for the page's address."""
    operator: str
    """The body that operates an official site; empty otherwise."""
    base_url: str | None
    colours: str
    """CSS custom properties that set the city's colours."""
    labels: Mapping[str, str]
    """Labels of its parts: skip, menu, publisher, trail."""
    kinds: tuple[str, ...] = ()
    """What search calls each kind of result, by its number."""
    home: str = ""
    """The first page of this language."""
    english: str = ""
    """The first page in English, for shells in the other language; empty where there is none."""
    own: tuple[str, str] = (DEFAULT_LANGUAGE, traits(DEFAULT_LANGUAGE).name)
    """Code and name of the language of all other pages."""
    browser: tuple[str, str] = ("", "")
    """The colours that browsers draw around a page, in the light and in the dark mode."""
    card: tuple[int, int] = (0, 0)
    """Width and height of the pictures for sharing, in pixels."""

    @property
    def text(self) -> str:
        """Every character that it shows, for whoever picks fonts."""
        menu_labels = (label for _, label in (*self.menu, *self.links))
        names = (self.site_title, self.short_title, self.title_suffix, self.notice, self.publisher, self.operator)
        terms = (self.licence.name, self.licence.terms)
        return "".join((*names, *terms, self.own[1], *self.footer, *menu_labels, *self.labels.values(), *self.kinds))
