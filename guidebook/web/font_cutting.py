"""Cuts slices out of a font and keeps them, each under its font and its characters: an edit cuts anew what it moved.

Separate from `webfonts`, which says what the website's fonts are, because this part alone knows how they are cut.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path

from guidebook.storage.cached_files import found_octets, kept_octets
from guidebook.web.font_slices import Slice

VERSION = 3
"""Of the way fonts are cut; a new one empties the cache."""
MANY = 6
"""From so many slices on they are cut from a part of the font that holds no more than they: that takes half as long."""


def cut_slices(cache: Path | None, font: bytes, slices: Sequence[Slice], unpack: Callable[[], bytes]) -> list[bytes]:
    """A WOFF2 file for each slice of `font`, which has all of their characters.

    `unpack` gives it as TrueType, of which only these glyphs are read: WOFF2 has them all decoded, which takes a
    second. A slice is the same file whichever part of its font it is cut from (tested), so that it is kept under the
    font itself, and a syllable that is new to the city leaves all others in the cache.
    """
    kept = [found_octets(_place(cache, font, held)) if cache else None for held in slices]
    missing = [held for held, octets in zip(slices, kept, strict=True) if octets is None]
    source = unpack() if missing else b""
    if len(missing) >= MANY:
        source = cut_slice(source, tuple(character for held in missing for character in held), packed=False)
    return [
        octets or kept_slice(cache, font, held, partial(cut_slice, source, held))
        for held, octets in zip(slices, kept, strict=True)
    ]


def kept_slice(cache: Path | None, font: bytes, characters: Slice, make: Callable[[], bytes]) -> bytes:
    """The slice of a font, from the cache where it was cut before: cutting takes time, a site has dozens of slices."""
    return kept_octets(_place(cache, font, characters), make) if cache else make()


def cut_slice(font: bytes, characters: Sequence[str], *, packed: bool = True) -> bytes:
    """The glyphs of `characters`, as WOFF2 or whole enough to be cut again: always the same bytes, licence kept."""
    # Imported where it is used: most builds cut nothing anew, and the library takes long to import.
    from fontTools import subset
    from fontTools.ttLib import TTFont

    flavor = "woff2" if packed else None
    options = subset.Options(flavor=flavor, hinting=False, layout_features=["kern"], name_IDs=[0, 1, 2, 4, 6, 13, 14])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(character) for character in characters])
    with TTFont(io.BytesIO(font), lazy=True, recalcTimestamp=False) as opened:
        cutter.subset(opened)
        opened.flavor = flavor
        file = io.BytesIO()
        opened.save(file, reorderTables=False)
    return file.getvalue()


@lru_cache(maxsize=8)
def digest_of_font(font: bytes) -> str:
    """Its SHA-256, reckoned once for all its slices."""
    return hashlib.sha256(font).hexdigest()


def _place(cache: Path, font: bytes, characters: Slice) -> Path:
    key = hashlib.sha256(f"{VERSION} {digest_of_font(font)} {''.join(characters)}".encode()).hexdigest()[:24]
    return cache / "webfonts" / key
