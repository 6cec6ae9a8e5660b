"""The layout cache: chapters on their pages, kept between builds, so that only changed chapters are laid out again.

The key of a chapter covers all that its pages depend on: its document, its style sheet, the engine, and the code around
the engine. A damaged file counts as missing, and without a writable folder a build is only slower.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guidebook.render.book.chapter import Chapter
from guidebook.render.book.laid_out import Bookmark, LaidOut
from guidebook.storage.atomic import PRIVATE, write_atomically

KEPT = 3000
"""How many chapters are kept, some 20 KB each; those unused for longest are deleted first."""


@dataclass(frozen=True, slots=True)
class LayoutCache:
    """The cache in its folder."""

    folder: Path

    def find(self, key: str, chapter: Chapter) -> LaidOut | None:
        """The chapter as it was laid out under this key; None where it was not, or the file is damaged."""
        path = self.folder / key
        try:
            head, _, pdf = path.read_bytes().partition(b"\n")
            metadata = json.loads(head)
            if metadata.pop("sha256") != _checksum(metadata, pdf):
                return None
            os.utime(path)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        anchors = {name: (int(page), float(x), float(y)) for name, (page, x, y) in metadata["anchors"].items()}
        return LaidOut(chapter, pdf, metadata["pages"], anchors, _bookmarks(metadata["bookmarks"]), metadata["last"])

    def keep(self, key: str, laid_out: LaidOut) -> None:
        """Keep a chapter under a key, whole or not at all."""
        metadata = {
            "pages": laid_out.pages,
            "anchors": laid_out.anchors,
            "bookmarks": [_plain(bookmark) for bookmark in laid_out.bookmarks],
            "last": laid_out.last,
        }
        try:
            head = json.dumps({"sha256": _checksum(metadata, laid_out.pdf), **metadata}).encode()
            write_atomically(self.folder / key, head + b"\n" + laid_out.pdf, mode=PRIVATE)
            self._delete_oldest()
        except OSError:
            return

    def _delete_oldest(self) -> None:
        kept = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in kept[: max(0, len(kept) - KEPT)]:
            path.unlink(missing_ok=True)


def key_of(parts: Iterable[bytes]) -> str:
    """The key of what depends on these parts, in which each is delimited by its length."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _checksum(metadata: dict[str, object], pdf: bytes) -> str:
    """The checksum of a cached chapter; it covers metadata and PDF."""
    return key_of((json.dumps(metadata, sort_keys=True).encode(), pdf))


def _plain(bookmark: Bookmark) -> list[object]:
    return [bookmark.label, bookmark.page, bookmark.x, bookmark.y, [_plain(child) for child in bookmark.children]]


def _bookmarks(lines: list[list[object]]) -> tuple[Bookmark, ...]:
    return tuple(Bookmark(label, page, x, y, _bookmarks(children)) for label, page, x, y, children in lines)  # type: ignore[arg-type]
