"""Pictures as they are published: drawn anew, so that no camera's place, name or hour goes out with them.

Each is drawn once and kept in the cache: in several widths and formats for pages, in one size for paper. Never cropped.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Condition
from typing import TypeVar

from guidebook.images.variants import Original
from guidebook.load.assets import FOLDER, MOST_OCTETS, stored
from guidebook.load.decoding import without_warnings
from guidebook.load.regular_files import read_octets
from guidebook.model.catalogue import Catalogue
from guidebook.model.print_format import PAPERS, Paper
from guidebook.render.context import PrintPicture, WebPicture

WIDTHS = (480, 800, 1200, 1600)
"""Pixels of the versions for screens; the widest is twice the widest column."""
FORMATS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "avif": ("image/avif", {"quality": 60, "speed": 6}),
    "webp": ("image/webp", {"quality": 80, "method": 4}),
    "jpg": ("image/jpeg", {"quality": 82, "optimize": True, "progressive": True}),
}
"""Ending → media type and how it is written; the best first, the one that every browser reads last."""
PAPER: Mapping[str, object] = {"quality": 92, "optimize": True}
MILLIMETRES = 25.4
"""An inch."""

AT_ONCE = 30_000_000
"""Pixels that are unpacked at a time, which take some 250 megabytes."""

Made = TypeVar("Made")


def web_pictures(
    catalogue: Catalogue, content: Path, cache: Path
) -> tuple[Mapping[str, WebPicture], Mapping[str, bytes]]:
    """From file name to the picture of the page, and from path to bytes, of every picture that a record shows."""
    files: dict[str, bytes] = {}

    def versions(original: Original) -> WebPicture:
        ways = []
        widths = sorted({min(width, original.width) for width in WIDTHS})
        for ending, (media, settings) in FORMATS.items():
            paths = []
            for width in widths:
                octets = original.version(width, f"{width}.{ending}", settings)
                path = f"assets/picture.{hashlib.sha256(octets).hexdigest()[:12]}.{ending}"
                files[path] = octets
                paths.append((path, width))
            ways.append((media, tuple(paths)))
        return WebPicture(widths[-1], original.height_at(widths[-1]), tuple(ways))

    return _each(catalogue, content, cache, versions), files


def print_pictures(
    catalogue: Catalogue, content: Path, cache: Path, dpi: int, papers: Iterable[Paper] = (PAPERS["a5"],)
) -> Mapping[str, PrintPicture]:
    """From file name to the picture for paper: `dpi` pixels an inch where it is as wide as the text of `papers`."""
    widest = round(max(paper.text_width for paper in papers) / MILLIMETRES * dpi)

    def version(original: Original) -> PrintPicture:
        width = min(widest, original.width)
        path = original.drawn(width, f"paper-{width}.jpg", PAPER)
        return PrintPicture(path.resolve().as_uri(), width, original.height_at(width), dpi)

    return _each(catalogue, content, cache, version)


def kept_in(cache: Path) -> Path:
    """The folder of the cache where pictures are."""
    return cache / "pictures"


def _each(catalogue: Catalogue, content: Path, cache: Path, make: Callable[[Original], Made]) -> Mapping[str, Made]:
    """What `make` makes of every picture that a record shows, by file name; several at a time."""
    assets = {
        picture.file: asset
        for _, _, picture in catalogue.pictures()
        if (asset := catalogue.assets.get(picture.file)) is not None
    }

    room = _Room()

    def made(name: str) -> tuple[str, Made]:
        octets, asset = read_octets(stored(content / FOLDER, name), MOST_OCTETS), assets[name]
        with room.taken(asset.width * asset.height):
            return name, make(Original(octets, asset.width, asset.height, kept_in(cache)))

    with without_warnings(), ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        return dict(pool.map(made, sorted(assets)))


class _Room:
    """Lets pictures be unpacked at the same time while together they have no more pixels than there is room for."""

    def __init__(self) -> None:
        self._free, self._changed = AT_ONCE, Condition()

    @contextmanager
    def taken(self, pixels: int) -> Iterator[None]:
        """Wait for room. A picture that needs more than all of it is unpacked alone."""
        needed = min(pixels, AT_ONCE)
        with self._changed:
            self._changed.wait_for(lambda: self._free >= needed)
            self._free -= needed
        try:
            yield
        finally:
            with self._changed:
                self._free += needed
                self._changed.notify_all()
