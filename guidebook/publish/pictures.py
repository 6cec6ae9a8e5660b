"""Pictures as they are published: drawn anew, so that no camera's place, name or hour goes out with them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from guidebook.load.assets import FOLDER
from guidebook.model.catalogue import Catalogue
from guidebook.render.edition import WebPicture

WIDEST = 1600
"""Pixels; twice the widest column of a page."""
QUALITY = 82


def publish_pictures(catalogue: Catalogue, content: Path) -> tuple[Mapping[str, WebPicture], Mapping[str, bytes]]:
    """From file name to the picture of the page, and from path to bytes, of every picture that a record shows."""
    wanted = {picture.file for _, _, picture in catalogue.pictures() if catalogue.assets.get(picture.file)}
    shown: dict[str, WebPicture] = {}
    files: dict[str, bytes] = {}
    for name in sorted(wanted):
        octets, width, height = _drawn((content / FOLDER / name).read_bytes())
        path = f"assets/picture.{hashlib.sha256(octets).hexdigest()[:12]}.jpg"
        files[path] = octets
        shown[name] = WebPicture(path, width, height)
    return shown, files


def _drawn(octets: bytes) -> tuple[bytes, int, int]:
    """The picture upright, in sRGB, at most `WIDEST` wide, as JPEG without metadata."""
    with Image.open(io.BytesIO(octets)) as original:
        upright = ImageOps.exif_transpose(original)
        image = _in_srgb(upright)
    image.thumbnail((WIDEST, WIDEST * 4), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", image.size, "white")
    bare.paste(image)
    written = io.BytesIO()
    bare.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return written.getvalue(), *bare.size


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            return made or image.convert("RGB")
        except ImageCms.PyCMSError:  # a damaged profile is worth nothing, the picture may be
            pass
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        ground = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")
