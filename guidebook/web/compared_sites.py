"""Which pages differ between two builds of the website, but for what changed on all of them.

Lines are compared without what depends on where a page lies and on what styles and scripts are called. A line that
changed on nearly every page belongs to their frame (a date of review, an entry of the menu); who looks through a
proposal sees it once and not on a hundred pages. Names of pictures stay: another picture has another name.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebook.model.forge.compared import Change, FileChange, PageChange, SiteChanges

SHARED = re.compile(r"assets/([\w.-]{1,200})\.[0-9a-f]{8,64}\.(css|js|json|woff2)")
"""What all pages load, named by its content."""
FACE = re.compile(r"@font-face\{[^{}]{0,20000}\}")
OF_SLICE = re.compile(r'url\("?[\w.-]{1,200}\.woff2"?\)|unicode-range:[^;}]*')
"""What follows from the letters that the pages need: a name with a new syllable changes it, and looks the same."""
UPWARD = re.compile(r"(?<=[\"'(= ])(?:/|(?:\.{1,2}/)+)(?!/)")
SIZE = re.compile(r"(?:\bPDF, [\d,]{1,9} ?(?:쪽|pages?), )?\b[\d.,]{1,9} ?[KM]B\b")
"""How large a file is: it changes with each word of it, and tells nothing more."""
TITLE = re.compile(r"<title>([^<]{0,500})</title>")
PERMANENT = "q/"
"""Addresses that only lead on."""
DERIVED = ("worker.js", "sitemap.xml")
"""Made of all other files: they tell nothing more."""
NEARLY_ALL, AT_LEAST = 0.8, 3
"""The share of pages on which a line has changed that belongs to their frame, and how many that are at least."""


@dataclass(frozen=True, slots=True)
class _Page:
    lines: tuple[str, ...]
    title: str


def compared_sites(before: Path, after: Path) -> SiteChanges:
    """What differs between the websites in two folders."""
    old, new = _files(before), _files(after)
    pages, assets, others = _sorted(old, new)
    changed = {path: (_page(old[path]), _page(new[path])) for path in pages if path in old and path in new}
    differing = {path: _lines(*both) for path, both in changed.items() if both[0].lines != both[1].lines}
    framed = sum(not path.startswith(PERMANENT) for path in changed)
    counted = Counter(line for lines in differing.values() for line in lines)
    least = max(AT_LEAST, NEARLY_ALL * framed)
    common = {line for line, count in counted.items() if count >= least}
    own = {path for path, lines in differing.items() if not lines or lines - common}
    told = [PageChange(path, _title(old, new, path), change) for path, change in _changes(pages, old, new, own)]
    return SiteChanges(
        tuple(told),
        tuple(FileChange(path, change) for path, change in _changes(others, old, new, None)),
        bool(common) or _styled(assets, old) != _styled(assets, new),
    )


def _files(site: Path) -> dict[str, bytes]:
    found = sorted(path for path in site.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def _sorted(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[list[str], list[str], list[str]]:
    """The paths of pages, of what pages load, and of other files but books, which are compared page by page."""
    paths = sorted({*old, *new} - {*DERIVED})
    pages = [path for path in paths if path.endswith(".html")]
    assets = [path for path in paths if path.startswith("assets/")]
    rest = {*paths} - {*pages} - {*assets}
    return pages, assets, sorted(path for path in rest if not path.endswith(".pdf"))


def _page(octets: bytes) -> _Page:
    words = octets.decode("utf-8", "replace")
    title = TITLE.search(words)
    plain = SIZE.sub("", UPWARD.sub("", SHARED.sub(r"assets/\1.\2", words)))
    return _Page(
        tuple(line.strip() for line in plain.splitlines()),
        html.unescape(title[1]).partition(" | ")[0].strip() if title else "",
    )


def _lines(old: _Page, new: _Page) -> frozenset[tuple[str, str]]:
    """The lines that are gone and those that are new; none where they only changed places."""
    before, after = Counter(old.lines), Counter(new.lines)
    return frozenset((*(("-", line) for line in before - after), *(("+", line) for line in after - before)))


def _changes(
    paths: list[str], old: Mapping[str, bytes], new: Mapping[str, bytes], own: set[str] | None
) -> Iterator[tuple[str, Change]]:
    for path in paths:
        if path not in old:
            yield path, Change.NEW
        elif path not in new:
            yield path, Change.GONE
        elif path in own if own is not None else old[path] != new[path]:
            yield path, Change.CHANGED


def _title(old: Mapping[str, bytes], new: Mapping[str, bytes], path: str) -> str:
    return _page(new.get(path, old.get(path, b""))).title or path


def _styled(assets: list[str], files: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """Styles and scripts by their names without a hash, and what they say but for how fonts are cut."""
    these = [path for path in assets if path in files and path.endswith((".css", ".js"))]
    return {(SHARED.sub(r"\1.\2", path), _uncut(files[path])) for path in these}


def _uncut(octets: bytes) -> str:
    words = octets.decode("utf-8", "replace")
    faces = sorted({OF_SLICE.sub("", face) for face in FACE.findall(words)})
    return "\n".join((*faces, SHARED.sub(r"assets/\1.\2", FACE.sub("", words))))
