"""Cuts slices out of a font and keeps them, each under its font and its characters: an edit cuts anew what it moved.

Separate from `webfonts`, which says what the website's fonts are, because this part alone knows how they are cut.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.storage.cached_files import found_octets, kept_octets
from guidebook.web.font_slices import Slice

if TYPE_CHECKING:
    from uharfbuzz import Face

VERSION = 4
"""Of the way fonts are cut; a new one empties the cache."""
NAMES = (0, 1, 2, 4, 6, 13, 14)
"""What a slice says of itself: copyright, family, style, full and PostScript name, licence and its address."""


def cut_slices(cache: Path | None, font: bytes, slices: Sequence[Slice], unpack: Callable[[], bytes]) -> list[bytes]:
    """A WOFF2 file for each slice of `font`, which has all of their characters.

    `unpack` gives it as TrueType, which HarfBuzz reads. A slice is kept under its font and its characters, so that a
    syllable that is new to the city leaves all others in the cache.
    """
    kept = [found_octets(_place(cache, font, held)) if cache else None for held in slices]
    source = unpack() if None in kept else b""
    return [
        octets or kept_slice(cache, font, held, partial(cut_slice, source, held))
        for held, octets in zip(slices, kept, strict=True)
    ]


def kept_slice(cache: Path | None, font: bytes, characters: Slice, make: Callable[[], bytes]) -> bytes:
    """The slice of a font, from the cache where it was cut before: packing takes time, a site has dozens of slices."""
    return kept_octets(_place(cache, font, characters), make) if cache else make()


def cut_slice(font: bytes, characters: Sequence[str]) -> bytes:
    """The glyphs of `characters` as WOFF2, kerned, without hints: always the same bytes, licence kept."""
    # Imported where it is used: most builds cut nothing anew.
    from uharfbuzz import SubsetFlags, SubsetInput, SubsetInputSets, subset

    wanted = SubsetInput()
    wanted.flags = SubsetFlags.NO_HINTING | SubsetFlags.NO_BIDI_CLOSURE  # nothing is mirrored: no text runs leftwards
    for kind, held in (
        (SubsetInputSets.UNICODE, map(ord, characters)),
        (SubsetInputSets.LAYOUT_FEATURE_TAG, [int.from_bytes(b"kern")]),
        (SubsetInputSets.NAME_ID, NAMES),
    ):
        wanted.sets(kind).clear()
        wanted.sets(kind).update(held)
    return _packed(subset(_face(font), wanted).blob.data)


def _packed(font: bytes) -> bytes:
    """A TrueType font as WOFF2."""
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(font), lazy=True, recalcTimestamp=False) as opened:
        opened.flavor = "woff2"
        file = io.BytesIO()
        opened.save(file, reorderTables=False)
    return file.getvalue()


@lru_cache(maxsize=8)
def _face(font: bytes) -> Face:
    """A font as HarfBuzz reads it, once for all its slices."""
    import uharfbuzz

    return uharfbuzz.Face(uharfbuzz.Blob(font))


@lru_cache(maxsize=8)
def digest_of_font(font: bytes) -> str:
    """Its SHA-256, reckoned once for all its slices."""
    return hashlib.sha256(font).hexdigest()


def _place(cache: Path, font: bytes, characters: Slice) -> Path:
    key = hashlib.sha256(f"{VERSION} {digest_of_font(font)} {''.join(characters)}".encode()).hexdigest()[:24]
    return cache / "webfonts" / key
