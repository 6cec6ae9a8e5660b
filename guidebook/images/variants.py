"""Draws versions of one picture: upright, in sRGB, in the width asked for, without metadata, and keeps them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

from guidebook.load.decoding import decoded, opened
from guidebook.storage.cached_files import kept_file, kept_octets

EDITION = b"2"
"""Part of the cache's keys: to be changed with what is drawn."""

FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
"""Ending of a version → Pillow's name of its format."""


@dataclass(frozen=True)
class Original:
    """A picture as the editor has it, with its size as it is seen."""

    octets: bytes
    width: int
    height: int
    kept: Path
    """The folder where versions are kept from build to build."""

    def height_at(self, width: int) -> int:
        """The height of a version."""
        return max(1, round(self.height * width / self.width))

    def version(self, width: int, name: str, settings: Mapping[str, Any]) -> bytes:
        """The bytes of a version; the ending of `name` says its format."""
        return kept_octets(self._place(name), lambda: self._drawn(width, name, settings))

    def drawn(self, width: int, name: str, settings: Mapping[str, Any]) -> Path:
        """The file of a version, drawn if it is not there yet."""
        return kept_file(self._place(name), lambda: self._drawn(width, name, settings))

    def _place(self, name: str) -> Path:
        return self.kept / self._key / name

    def _drawn(self, width: int, name: str, settings: Mapping[str, Any]) -> bytes:
        written = io.BytesIO()
        self._scaled(width).save(written, FORMATS[name.rpartition(".")[2]], **settings)
        return written.getvalue()

    def _scaled(self, width: int) -> Image.Image:
        """The picture in a width: scaled once for all formats."""
        if width not in self._bare:
            scaled = self._upright.resize((width, self.height_at(width)), Image.Resampling.LANCZOS)
            self._bare[width] = Image.new("RGB", scaled.size, "white")
            self._bare[width].paste(scaled)
        return self._bare[width]

    @cached_property
    def _bare(self) -> dict[int, Image.Image]:
        return {}

    @cached_property
    def _key(self) -> str:
        return hashlib.sha256(EDITION + self.octets).hexdigest()[:32]

    @cached_property
    def _upright(self) -> Image.Image:
        with opened(self.octets) as original:
            return _in_srgb(decoded(original), original.info.get("icc_profile"))


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The decoded picture in sRGB; a profile that is damaged or of other colours than the picture is ignored."""
    if image.mode == "LAB":
        return _converted(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))
    if profile:
        try:
            return _converted(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)))
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):  # it is worth nothing, the picture may be
            pass
    return image if image.mode == "RGB" else image.convert("RGB")


def _converted(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    drawn = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    assert drawn is not None, "only changes in place return nothing"
    return drawn
