"""The service worker of the site: a route that was visited once opens without a network.

It keeps files by the hashes of this very build and refuses all others, so that two releases never mix. While there is a
network it is asked first: nobody reads an old page because a newer one is far away.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from guidebook.render.addresses import OFFLINE
from guidebook.web.markup import LINK, RESOURCE, addresses_in_css, read_page

WORKER = "worker.js"
KEPT_FORMAT, KEPT_WIDTH = ".webp", 800
"""Which version of a picture is kept: read by every browser that has workers, wide enough for a phone."""
_PICTURE = re.compile(r"<picture>.*?</picture>", re.DOTALL)
_VERSION = re.compile(r'([^\s",]+) (\d+)w')
BUILD = "__BUILD__"
"""Stands in the worker's code for what this build consists of."""


class _Pages:
    """The pages of a finished site, each read once, and what they load and lead to within the site."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._known: dict[str, Mapping[str, frozenset[str]]] = {}
        self._styles: dict[str, frozenset[str]] = {}
        self._is_there: dict[str, bool] = {}

    def led_to(self, page: str) -> frozenset[str]:
        """The pages that a page leads to."""
        return frozenset(path for path in self._of(page)[LINK] if not path or path.endswith("/"))

    def loaded(self, page: str) -> frozenset[str]:
        """What a page loads, and what its style sheets do."""
        loads = self._of(page)[RESOURCE]
        return loads.union(*(self._of_style(path) for path in loads if path.endswith(".css")))

    def _of(self, page: str) -> Mapping[str, frozenset[str]]:
        if page not in self._known:
            addresses = read_page((self._site / _file(page)).read_text(encoding="utf-8")).addresses
            found: dict[str, set[str]] = {LINK: set(), RESOURCE: set()}
            for address in dict.fromkeys(addresses):
                parts = urlsplit(address.url)
                if not parts.scheme and not parts.netloc and parts.path:
                    path = unquote(urljoin("/" + page, parts.path))[1:]
                    found[address.kind] |= {path} if self._is_file(path) else set()
            self._known[page] = {kind: frozenset(paths) for kind, paths in found.items()}
        return self._known[page]

    def _of_style(self, path: str) -> frozenset[str]:
        if path not in self._styles:
            loads = addresses_in_css((self._site / path).read_text(encoding="utf-8"))
            here = (address.url for address in loads if not urlsplit(address.url).scheme)
            self._styles[path] = frozenset(urljoin(path, url) for url in here)
        return self._styles[path]

    def _is_file(self, path: str) -> bool:
        if path not in self._is_there:
            self._is_there[path] = (self._site / _file(path)).is_file()
        return self._is_there[path]


def write_worker(site: Path, code: str, routes: Iterable[str]) -> None:
    """Put the worker with the hashes of this build's files into the finished site; `routes` are paths of pages."""
    pages = _Pages(site)
    instead: dict[str, str] = {}
    cached: dict[str, list[str]] = {}
    for route in routes:
        needed = _needed(pages, route)
        instead |= _stand_ins(site, (path for path in needed if _file(path).endswith(".html")))
        cached[route] = sorted({instead.get(path, path) for path in needed})
    needed_files = sorted({path for paths in cached.values() for path in paths})
    files = {path: _digest((site / _file(path)).read_bytes()) for path in needed_files}
    build = {"files": files, "routes": cached, "instead": instead, "offline": OFFLINE}
    versions = json.dumps(build, separators=(",", ":"), sort_keys=True)
    version = hashlib.sha256(versions.encode()).hexdigest()[:12]
    hashes = f'{{"version":"{version}",{versions[1:]}'
    (site / WORKER).write_text(code.replace(BUILD, hashes), encoding="utf-8")


def _needed(pages: _Pages, route: str) -> set[str]:
    """A route's page, those that its text leads to, the one that says there is no network, and all they load."""
    shown = {"", OFFLINE, route, *pages.led_to(route)}
    return shown.union(*(pages.loaded(page) for page in shown))


def _stand_ins(site: Path, pages: Iterable[str]) -> dict[str, str]:
    """Of every picture the one version that is kept, by all its versions: a device would not keep them all."""
    found: dict[str, str] = {}
    for page in pages:
        for picture in _PICTURE.findall((site / _file(page)).read_text(encoding="utf-8")):
            widths = {unquote(urljoin("/" + page, url))[1:]: int(width) for url, width in _VERSION.findall(picture)}
            known = [path for path in widths if path.endswith(KEPT_FORMAT)]
            best = min(known, key=lambda path: abs(widths[path] - KEPT_WIDTH))
            found |= dict.fromkeys(widths, best)
    return found


def _file(path: str) -> str:
    return path if path and not path.endswith("/") else path + "index.html"


def _digest(octets: bytes) -> str:
    """As the worker computes it: the first half of SHA-256, in base64."""
    return base64.b64encode(hashlib.sha256(octets).digest()[:16]).decode()
