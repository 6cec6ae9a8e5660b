"""Decodes a picture file as it is displayed: its first image, upright, on white, without metadata.

Separate from the looks into the folder, because drawing must decode exactly as checking did: what `check` has decoded
can be drawn. Pillow's readers raise whatever a damaged file leads them to, from SyntaxError to ZeroDivisionError; here
it becomes one error.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PIL import ExifTags, Image, ImageFile

SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "TIFF": (".tif", ".tiff"),
}
"""Formats that are read, with the endings that they may have."""

_TURNS: Mapping[int, tuple[Image.Transpose, bool]] = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT, False),
    3: (Image.Transpose.ROTATE_180, False),
    4: (Image.Transpose.FLIP_TOP_BOTTOM, False),
    5: (Image.Transpose.TRANSPOSE, True),
    6: (Image.Transpose.ROTATE_270, True),
    7: (Image.Transpose.TRANSVERSE, True),
    8: (Image.Transpose.ROTATE_90, True),
}
"""Orientation as a camera notes it → how to turn the picture upright, and whether its sides change places."""
_ALPHA = ("RGBA", "RGBa", "LA", "La", "PA")
_SIXTEEN_BITS = ("I;16", "I;16L", "I;16B", "I;16N")


# Blocks of unpacked pictures larger than any that the allocator keeps for later: their memory is given back at once.
Image.core.set_block_size(64 * 1024 * 1024)  # type: ignore[attr-defined]  # it carries no types
logging.getLogger("PIL").addHandler(logging.NullHandler())  # else what it logs would be printed beside our sentences


class UnreadablePictureError(Exception):
    """The file cannot be decoded to its last line."""


@contextmanager
def without_warnings() -> Iterator[None]:
    """Silence for all that is decoded within: what is wrong with a file is told by us or does not matter.

    Around threads and not inside them, for the filters of warnings are one for all.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def opened(octets: bytes) -> Iterator[Image.Image]:
    """The file as Pillow opens it, not decoded yet. Whatever is raised within becomes UnreadablePictureError."""
    # WeasyPrint lets Pillow fill up what is missing, from its import on and for the whole process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(io.BytesIO(octets), formats=list(SUFFIXES)) as image:
            yield image
    except Exception as error:
        raise UnreadablePictureError(str(error)) from error


def format_of(image: Image.Image) -> str:
    """The format by the names of `SUFFIXES`. Cameras add previews to a JPEG, which Pillow then calls MPO."""
    return "JPEG" if image.format == "MPO" else str(image.format)


def moves(image: Image.Image) -> bool:
    """Whether it is an animation. Further pictures of a JPEG or TIFF are previews and pages, and are passed over."""
    return format_of(image) in ("PNG", "WEBP") and getattr(image, "n_frames", 1) > 1


def seen_size(image: Image.Image) -> tuple[int, int]:
    """Width and height as the picture is seen, once it is decoded to its last line and known to be drawable.

    Whether pixels can be flattened depends on their kind and not on their number: one of them tells, without the
    memory of a copy.
    """
    image.load()
    _flattened(image.crop((0, 0, 1, 1)))
    turn = _TURNS.get(_orientation(image))
    width, height = image.size
    return (height, width) if turn and turn[1] else (width, height)


def decoded(image: Image.Image) -> Image.Image:
    """The first picture of an opened file: upright, of mode L, RGB, CMYK or LAB, transparent parts white."""
    image.load()
    turn = _TURNS.get(_orientation(image))
    flat = _flattened(image)
    return flat.transpose(turn[0]) if turn else flat


def _orientation(image: Image.Image) -> int:
    """How the camera was held; upright where its notes are damaged or say something else."""
    try:
        value = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # notes that cannot be read say nothing
        return 1
    return value if isinstance(value, int) else 1


def _flattened(image: Image.Image) -> Image.Image:
    if image.mode in _SIXTEEN_BITS:  # Pillow would cut off instead of scaling down
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in _ALPHA or "transparency" in image.info:
        above = image if image.mode == "RGBA" else image.convert("RGBA")
        # The ground is let go of before the next copy is made: each takes as much memory as the picture.
        layered = Image.alpha_composite(Image.new("RGBA", image.size, "white"), above)
        return layered.convert("RGB")
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    if image.mode in ("1", "P", "RGBX", "YCbCr", "HSV"):
        return image.convert("L" if image.mode == "1" else "RGB")
    raise ValueError(f"pixels of the kind {image.mode}")
