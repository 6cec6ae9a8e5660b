"""The MkDocs adapter: lets plain `mkdocs build` and `mkdocs serve` make the same website as `build.py`.

Separate and imported by nothing but MkDocs' hook, so that a build neither waits for MkDocs nor depends on it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from jinja2 import Environment
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.render.text.kept_words import keep_words
from guidebook.render.web.page import SitePage
from guidebook.render.web.policy import POLICY
from guidebook.web.frame import frame_environment
from guidebook.web.markup import read_page
from guidebook.web.site import SiteInput, add_worker, file_of, same_addresses
from guidebook.words import catalogue

PLUGIN = "guidebook"

log = logging.getLogger(f"mkdocs.plugins.{PLUGIN}")


def attach(config: Any, site: SiteInput | tuple[Diagnostic, ...], language: str, policy: str = POLICY) -> Any:
    """Let plain `mkdocs` build `site`; errors, or nothing but diagnostics, stop it with all their messages.

    `policy` is empty where `mkdocs serve` puts its own script into every page.
    """
    diagnostics = (*site.diagnostics, *same_addresses(site)) if isinstance(site, SiteInput) else site
    translate = catalogue(language).gettext
    lines = [as_line(diagnostic, translate) for diagnostic in diagnostics]
    if has_errors(diagnostics) or not isinstance(site, SiteInput):
        raise PluginError("\n" + "\n".join(lines))
    for line in lines:
        log.warning(line)
    config.site_name = site.shell.site_title
    config.theme.static_templates.discard("sitemap.xml")  # MkDocs' own carries the date of the clock
    config.plugins[PLUGIN] = _Events(site, policy)
    return config


def as_line(diagnostic: Diagnostic, translate: Callable[[str], str]) -> str:
    """A diagnostic for MkDocs' own output, which knows nothing of `report`."""
    head = f"{diagnostic.span}: {diagnostic.severity}[{diagnostic.code}] {diagnostic.message.into(translate)}"
    return f"{head} ({diagnostic.hint.into(translate)})"


@dataclass(frozen=True, eq=False)  # MkDocs uses the methods as keys, so they must be hashable
class _Events:
    """What MkDocs calls while it builds."""

    site: SiteInput
    policy: str
    """The Content-Security-Policy of every page; empty for none."""

    def on_files(self, files: Any, *, config: Any) -> Any:
        """Publish our pages and files, and none that MkDocs found by itself."""
        published = [_page_file(page, config) for page in self.site.pages]
        published += [
            File.generated(config, path, content=octets, inclusion=InclusionLevel.NOT_IN_NAV)
            for path, octets in self.site.files.items()
        ]
        published += [
            File.generated(config, path, abs_src_path=str(source), inclusion=InclusionLevel.NOT_IN_NAV)
            for path, source in self.site.copies.items()
        ]
        return Files(published)

    def on_env(self, env: Environment, *, config: Any, files: Any) -> Environment:
        """Draw with our environment: MkDocs' own neither escapes nor minds undefined names."""
        return frame_environment(Path(config.theme.custom_dir))

    def on_page_context(self, context: dict[str, Any], *, page: Any, config: Any, nav: Any) -> dict[str, Any]:
        """Give the template the values of a build and no others; some of MkDocs' change from day to day."""
        return self.site.frame(self.policy).values(page.record)

    def on_post_build(self, *, config: Any) -> None:
        """The pages are whole now."""
        add_worker(self.site, Path(config.theme.custom_dir), Path(config.site_dir))


class _ReadyPage(Page):
    """A page whose body is there already, so that MkDocs keeps its title and anchors without Markdown."""

    def __init__(self, record: SitePage, file: Any, config: Any) -> None:
        super().__init__(record.title, file, config)
        self.record = record

    def read_source(self, config: Any) -> None:
        """Nothing to read; MkDocs asks for both values."""
        self.markdown = ""
        self.meta = {"title": self.record.title, "description": self.record.description}

    def render(self, config: Any, files: Any) -> None:
        """Take the body as it is, and tell MkDocs of its anchors, which it checks."""
        self.content = keep_words(self.record.body)
        self.toc = TableOfContents([])
        facts = read_page(self.record.body)
        self.present_anchor_ids = {*facts.ids, *facts.names}
        self.links_to_anchors = {}
        for link in (address.url for address in facts.addresses if "#" in address.url and _is_relative(address.url)):
            address = urlsplit(urljoin("/" + self.url, link))
            target = files.get_file_from_path(_source_uri(address.path[1:]))
            if target is not None and address.fragment:
                self.links_to_anchors.setdefault(target, {})[unquote(address.fragment)] = link


def _is_relative(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:  # the link check will name it
        return False
    return not (parts.scheme or parts.netloc)


def _source_uri(path: str) -> str:
    """The name under which MkDocs knows the page at `path`: it wants every page to be a Markdown file."""
    path = unquote(path)
    return path.removesuffix(".html") + ".md" if path.endswith(".html") else path + "index.md"


def _page_file(record: SitePage, config: Any) -> Any:
    file = File.generated(config, _source_uri(record.path), content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = file_of(record)
    _ReadyPage(record, file, config)
    return file
