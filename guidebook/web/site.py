"""The MkDocs adapter: puts the page shell around finished bodies and writes the site.

Separate, so that MkDocs, whose version 1.6 is frozen upstream, can be replaced: no other module imports its builder.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.sax.saxutils import escape

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.render.addresses import NOT_FOUND, ROUTES, UNLISTED
from guidebook.render.text.prose import Heading
from guidebook.render.web.page import PageShell, SitePage
from guidebook.render.web.policy import POLICY
from guidebook.web.assets import Assets
from guidebook.web.mkdocs_messages import as_line, complaint, listening, template_fault
from guidebook.web.service_worker import WORKER, write_worker
from guidebook.words import catalogue

PLUGIN = "guidebook"

log = logging.getLogger(f"mkdocs.plugins.{PLUGIN}")


@dataclass(frozen=True, slots=True)
class SiteInput:
    """Everything that the website is written from, and the diagnostics of collecting it."""

    pages: tuple[SitePage, ...]
    shell: PageShell
    assets: Assets
    diagnostics: tuple[Diagnostic, ...] = ()
    english: PageShell | None = None
    """The shell of the pages in English, where there are any."""
    copies: Mapping[str, Path] = field(default_factory=dict)
    """Files that are published as they are: path below the site's root → where they lie."""

    def shell_of(self, page: SitePage) -> PageShell:
        """The page shell in the language of a page."""
        return self.english if page.language == "en" and self.english else self.shell


def build_site(site: SiteInput, configuration: Path, theme: Path, destination: Path) -> tuple[Diagnostic, ...]:
    """Write the website into `destination`, which is emptied first. Whatever MkDocs warns of is an error.

    `configuration` is that of MkDocs, which plain `mkdocs` reads too.
    """
    sources = {_source_uri(page.path): page.source for page in site.pages}
    with listening() as records:
        try:
            build(_attached(_loaded(configuration, theme, destination), site))
        except MkDocsException as error:
            if not records:
                return (complaint(str(error), sources),)
        except Exception as error:
            fault = template_fault(error, theme)
            if fault is None:
                raise  # a full disk is for `swap` to explain
            return (fault,)
    return tuple(complaint(record.getMessage(), sources) for record in records)


def attach(config: Any, site: SiteInput | tuple[Diagnostic, ...], language: str, policy: str = POLICY) -> Any:
    """Let plain `mkdocs` build `site`; errors, or nothing but diagnostics, stop it with all their messages.

    `policy` is empty where `mkdocs serve` puts its own script into every page.
    """
    diagnostics = site.diagnostics if isinstance(site, SiteInput) else site
    translate = catalogue(language).gettext
    lines = [as_line(diagnostic, translate) for diagnostic in diagnostics]
    if has_errors(diagnostics) or not isinstance(site, SiteInput):
        raise PluginError("\n" + "\n".join(lines))
    for line in lines:
        log.warning(line)
    return _attached(config, site, policy)


def _loaded(configuration: Path, theme: Path, destination: Path) -> Any:
    return load_config(
        str(configuration),
        config_file_path=str(configuration),
        docs_dir=str(theme),  # must exist; nothing in it is published
        site_dir=str(destination.absolute()),  # a relative one would be looked for beside the configuration
        theme={"name": None, "custom_dir": str(theme)},
        hooks=[],
        watch=[],
    )


def _attached(config: Any, site: SiteInput, policy: str = POLICY) -> Any:
    config.site_name = site.shell.site_title
    config.theme.static_templates.discard("sitemap.xml")  # MkDocs' own carries the date of the clock
    config.plugins[PLUGIN] = _Events(site, policy)
    return config


@dataclass(frozen=True, eq=False)  # MkDocs uses the methods as keys, so they must be hashable
class _Events:
    """What MkDocs calls while it builds."""

    site: SiteInput
    policy: str
    """The Content-Security-Policy of every page; empty for none."""

    def on_files(self, files: Any, *, config: Any) -> Any:
        """Publish our pages and files, and none that MkDocs found by itself."""
        published = [_page_file(page, self.site.shell, config) for page in self.site.pages]
        published += [
            File.generated(config, path, content=octets, inclusion=InclusionLevel.NOT_IN_NAV)
            for path, octets in {**self.site.assets.files, **_for_robots(self.site)}.items()
        ]
        published += [
            File.generated(config, path, abs_src_path=str(source), inclusion=InclusionLevel.NOT_IN_NAV)
            for path, source in self.site.copies.items()
        ]
        addresses: set[str] = set()
        for file in published:
            if file.dest_uri in addresses:
                log.warning(f"Two pages or files want to be '{file.src_uri}'.")
            addresses.add(file.dest_uri)
        return Files(published)

    def on_env(self, env: Environment, *, config: Any, files: Any) -> Environment:
        """Make MkDocs' environment as strict as our own: it neither escapes nor minds undefined names."""
        env.autoescape = True
        env.undefined = StrictUndefined
        env.trim_blocks = True
        env.lstrip_blocks = True
        env.add_extension("jinja2.ext.i18n")  # MkDocs has its own only where Babel is installed
        env.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]  # by its i18n
        return env

    def on_post_build(self, *, config: Any) -> None:
        """The pages are whole now, and the worker can tell them by their hashes."""
        routes = [page.path for page in self.site.pages if re.fullmatch(f"{ROUTES}[^/]+/", page.path)]
        code = Path(config.theme.custom_dir) / WORKER
        if routes and code.is_file():
            write_worker(Path(config.site_dir), code.read_text(encoding="utf-8"), routes)

    def on_page_context(self, context: dict[str, Any], *, page: Any, config: Any, nav: Any) -> dict[str, Any]:
        """Give the template its values, and take away those that change from build to build."""
        shell = self.site.shell_of(page.record)
        values = {name: value for name, value in context.items() if name != "build_date_utc"}
        root = root_of(page.record.path, shell.base_url)
        return {**values, "shell": shell, "assets": self.site.assets, "root": root, "policy": self.policy}


@pass_context
def _gettext(context: Context, wording: str) -> str:
    """In the language of the page: one site may hold two."""
    return catalogue(context["shell"].language).gettext(wording)


@pass_context
def _ngettext(context: Context, singular: str, plural: str, count: int) -> str:
    return catalogue(context["shell"].language).ngettext(singular, plural, count)


class _ReadyPage(Page):
    """A page whose body is there already, so that MkDocs keeps its title, contents and anchors without Markdown."""

    def __init__(self, record: SitePage, base_url: str | None, file: Any, config: Any) -> None:
        super().__init__(record.title, file, config)
        self.record = record
        self.canonical_url = urljoin(base_url, file.url) if base_url and record.path != NOT_FOUND else None
        self.abs_url = urlsplit(self.canonical_url).path if self.canonical_url else None

    def read_source(self, config: Any) -> None:
        """Nothing to read; MkDocs asks for both values."""
        self.markdown = ""
        self.meta = {"title": self.record.title, "description": self.record.description}

    def render(self, config: Any, files: Any) -> None:
        """Take the body as it is."""
        self.content = Markup(self.record.body)  # clean by the contract of SitePage
        self.toc = _contents(self.record.headings)
        anchors = _Anchors()
        anchors.feed(self.record.body)
        self.present_anchor_ids = anchors.ids
        self.links_to_anchors = {}
        for link in anchors.links:
            address = urlsplit(urljoin("/" + self.url, link))
            target = files.get_file_from_path(_source_uri(address.path[1:]))
            if target is not None and address.fragment:
                self.links_to_anchors.setdefault(target, {})[unquote(address.fragment)] = link


class _Anchors(HTMLParser):
    """The ids of a body and its links to ids."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note id, name and href."""
        for name, value in attrs:
            if value and (name == "id" or (name == "name" and tag == "a")):
                self.ids.add(value)
            elif value and name == "href" and "#" in value and _is_relative(value):
                self.links.append(value)


def _is_relative(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:  # the link check will name it
        return False
    return not (parts.scheme or parts.netloc)


def root_of(path: str, base_url: str | None) -> str:
    """What stands before an address relative to the site's root, on the page at `path`: `../../`, `./`, `/city/`."""
    if path == NOT_FOUND:
        return urlsplit(base_url or "/").path or "/"
    return "../" * path.count("/") or "./"


def _source_uri(path: str) -> str:
    """The name under which MkDocs knows the page at `path`: it wants every page to be a Markdown file."""
    path = unquote(path)
    return path.removesuffix(".html") + ".md" if path.endswith(".html") else path + "index.md"


def _page_file(record: SitePage, shell: PageShell, config: Any) -> Any:
    file = File.generated(config, _source_uri(record.path), content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = record.path if record.path.endswith(".html") else record.path + "index.html"
    _ReadyPage(record, shell.base_url, file, config)
    return file


def _contents(headings: Sequence[Heading]) -> Any:
    top: list[Any] = []
    open_items: list[Any] = []
    for heading in headings:
        item = AnchorLink(heading.title, heading.id, heading.level)
        while open_items and open_items[-1].level >= heading.level:
            open_items.pop()
        (open_items[-1].children if open_items else top).append(item)
        open_items.append(item)
    return TableOfContents(top)


def _for_robots(site: SiteInput) -> Mapping[str, bytes]:
    """robots.txt, and a sitemap where the site's address is known: a sitemap must not hold relative ones."""
    base_url = site.shell.base_url
    if base_url is None:
        return {"robots.txt": b"User-agent: *\nAllow: /\n"}
    listed = (page for page in site.pages if page.path not in UNLISTED and not page.redirect)
    addresses = sorted(urljoin(base_url, quote(page.path)) for page in listed)
    entries = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    sitemap = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )
    robots = f"User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n"
    return {"robots.txt": robots.encode(), "sitemap.xml": sitemap.encode()}
