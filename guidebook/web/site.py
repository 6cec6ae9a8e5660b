"""Writes the website: every page in its frame, what pages load, files to take home, and what robots read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urljoin
from xml.sax.saxutils import escape

from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.text import text
from guidebook.render.addresses import ROUTES, UNLISTED
from guidebook.render.web.page import PageShell, SitePage
from guidebook.render.web.policy import POLICY
from guidebook.web.assets import Assets
from guidebook.web.frame import Frame, framed, template_fault
from guidebook.web.service_worker import WORKER, write_worker


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

    def frame(self, policy: str = POLICY) -> Frame:
        """What stands around every page."""
        return Frame(self.shell, self.assets, self.english, policy)

    @property
    def files(self) -> Mapping[str, bytes]:
        """Every file that is neither page nor copy: path below the site's root → content."""
        return {**self.assets.files, **_for_robots(self)}


def build_site(site: SiteInput, theme: Path, destination: Path) -> Faults:
    """Write the website into `destination`, which is empty or not there, with the page shell of the folder `theme`."""
    faults = same_addresses(site)
    if faults:
        return faults
    try:
        frame = framed(site.frame(), theme)
        pages = ((file_of(page), frame(page).encode("utf-8", "xmlcharrefreplace")) for page in site.pages)
        _write(destination, pages)
    except Exception as error:
        fault = template_fault(error, theme)
        if fault is None:
            raise  # a full disk is for `swap` to explain
        return (fault,)
    _write(destination, site.files.items())
    for path, source in site.copies.items():
        (destination / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, destination / path)
    add_worker(site, theme, destination)
    return ()


def add_worker(site: SiteInput, theme: Path, destination: Path) -> None:
    """Write the service worker, where there is a route: the pages are whole now, and it tells them by their hashes."""
    routes = [page.path for page in site.pages if re.fullmatch(f"{ROUTES}[^/]+/", page.path)]
    code = theme / WORKER
    if routes and code.is_file():
        write_worker(destination, code.read_text(encoding="utf-8"), routes)


def file_of(page: SitePage) -> str:
    """The file of a page, below the site's root."""
    return page.path if page.path.endswith(".html") else page.path + "index.html"


def same_addresses(site: SiteInput) -> Faults:
    """Pages and files that would overwrite one another, at the content file of the later one."""
    return tuple(
        Diagnostic(
            Span(source),
            "same-address",
            text("한 주소를 두 페이지나 파일이 함께 씁니다: {path}", path=path),
            text("둘 중 하나의 이름을 바꾸세요."),
        )
        for path, source in _taken_twice(site)
    )


def _taken_twice(site: SiteInput) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    pages = ((file_of(page), page.source) for page in site.pages)
    copies = ((path, shown(source)) for path, source in site.copies.items())
    for path, source in (*((path, "content/site.yml") for path in site.files), *pages, *copies):
        if path in taken:
            yield path, source
        taken.add(path)


def _write(destination: Path, files: Iterable[tuple[str, bytes]]) -> None:
    made: set[Path] = set()
    for path, octets in files:
        place = destination / path
        if place.parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        place.write_bytes(octets)


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
