"""Chapters that were laid out before, kept between builds, so that a change lays out only what it changed.

A chapter is known by all that its pages depend on: its words, its style sheet, the engine, and the code that drives it.
What cannot be read back whole is laid out again, and where nothing can be kept a build is only slower.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guidebook.render.book.chapter import Chapter
from guidebook.render.book.laid_out import Bookmark, LaidOut
from guidebook.storage.atomic import PRIVATE, write_atomically

KEPT = 3000
"""So many chapters are kept, some 20 kB each; the longest unused go first."""

_LINE = re.compile(r'(<[a-z][^<>]*?) data-line="\d+"')


@dataclass(frozen=True, slots=True)
class LayoutCache:
    """A folder of the cache."""

    folder: Path

    def find(self, key: str, chapter: Chapter) -> LaidOut | None:
        """The chapter as it was laid out under this key."""
        path = self.folder / key
        try:
            head, _, pdf = path.read_bytes().partition(b"\n")
            told = json.loads(head)
            if told.pop("sha256") != _digest(told, pdf):
                return None
            os.utime(path)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        anchors = {name: (int(page), float(x), float(y)) for name, (page, x, y) in told["anchors"].items()}
        return LaidOut(chapter, pdf, told["pages"], anchors, _bookmarks(told["bookmarks"]), told["last"])

    def keep(self, key: str, one: LaidOut) -> None:
        """Keep a chapter under a key, whole or not at all."""
        told = {
            "pages": one.pages,
            "anchors": one.anchors,
            "bookmarks": [_plain(bookmark) for bookmark in one.bookmarks],
            "last": one.last,
        }
        try:
            whole = json.dumps({"sha256": _digest(told, one.pdf), **told}).encode() + b"\n" + one.pdf
            write_atomically(self.folder / key, whole, mode=PRIVATE)
            self._clear()
        except OSError:
            return

    def _clear(self) -> None:
        kept = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in kept[: max(0, len(kept) - KEPT)]:
            path.unlink(missing_ok=True)


def key_of(parts: Iterable[bytes]) -> str:
    """The key of what depends on these parts."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def without_lines(html: str) -> str:
    """The chapter without the lines of the content that its blocks come from, on which no page depends."""
    return _LINE.sub(r"\1", html)


def _digest(told: dict[str, object], pdf: bytes) -> str:
    """Of all that is kept of a chapter, so that nothing of it can be another's."""
    return key_of((json.dumps(told, sort_keys=True).encode(), pdf))


def _plain(bookmark: Bookmark) -> list[object]:
    return [bookmark.label, bookmark.page, bookmark.x, bookmark.y, [_plain(child) for child in bookmark.children]]


def _bookmarks(told: list[list[object]]) -> tuple[Bookmark, ...]:
    return tuple(Bookmark(label, page, x, y, _bookmarks(children)) for label, page, x, y, children in told)  # type: ignore[arg-type]
