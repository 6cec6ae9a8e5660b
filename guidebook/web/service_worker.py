"""The service worker of the site: a route that was visited once opens without a network.

It keeps files by the hashes of this very build and refuses all others, so that two releases never mix. While there is a
network it is asked first: nobody reads an old page because a newer one is far away.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from guidebook.render.addresses import OFFLINE
from guidebook.web.markup import LINK, RESOURCE, Markup, addresses_in_css, read_page

WORKER = "worker.js"
KEPT_FORMAT, KEPT_WIDTH = ".webp", 800
"""Which version of a picture is kept: read by every browser that has workers, wide enough for a phone."""
_PICTURE = re.compile(r"<picture>.*?</picture>", re.DOTALL)
_VERSION = re.compile(r'([^\s",]+) (\d+)w')
BUILD = "__BUILD__"
"""Stands in the worker's code for what this build consists of."""


def write_worker(site: Path, code: str, routes: Iterable[str]) -> None:
    """Put the worker with the hashes of this build's files into the finished site; `routes` are paths of pages."""
    pages: dict[str, Markup] = {}
    instead: dict[str, str] = {}
    cached: dict[str, list[str]] = {}
    for route in routes:
        needed = _needed(site, route, pages)
        instead |= _stand_ins(site, (path for path in needed if _file(path).endswith(".html")))
        cached[route] = sorted({instead.get(path, path) for path in needed})
    files = {path: _digest((site / _file(path)).read_bytes()) for paths in cached.values() for path in paths}
    build = {"files": files, "routes": cached, "instead": instead, "offline": OFFLINE}
    versions = json.dumps(build, separators=(",", ":"), sort_keys=True)
    version = hashlib.sha256(versions.encode()).hexdigest()[:12]
    hashes = f'{{"version":"{version}",{versions[1:]}'
    (site / WORKER).write_text(code.replace(BUILD, hashes), encoding="utf-8")


def _needed(site: Path, route: str, read: dict[str, Markup]) -> set[str]:
    """A route's page, those that its text leads to, the one that says there is no network, and all they load."""
    leads = (path for path in _addresses(site, route, read, LINK) if not path or path.endswith("/"))
    pages = {"", OFFLINE, route, *leads}
    needed = set(pages)
    for page in pages:
        for path in _addresses(site, page, read, RESOURCE):
            needed.add(path)
            if path.endswith(".css"):
                css = (site / path).read_text(encoding="utf-8")
                needed |= {
                    urljoin(path, address.url) for address in addresses_in_css(css) if not urlsplit(address.url).scheme
                }
    return needed


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


def _addresses(site: Path, page: str, read: dict[str, Markup], kind: str) -> set[str]:
    """What a page of the site loads or leads to within the site: paths below its root."""
    if page not in read:
        read[page] = read_page((site / _file(page)).read_text(encoding="utf-8"))
    found = set()
    for address in read[page].addresses:
        parts = urlsplit(address.url)
        if address.kind == kind and not parts.scheme and not parts.netloc and parts.path:
            path = unquote(urljoin("/" + page, parts.path))[1:]
            if (site / _file(path)).is_file():
                found.add(path)
    return found


def _file(path: str) -> str:
    return path if path and not path.endswith("/") else path + "index.html"


def _digest(octets: bytes) -> str:
    """As the worker computes it: the first half of SHA-256, in base64."""
    return base64.b64encode(hashlib.sha256(octets).digest()[:16]).decode()
