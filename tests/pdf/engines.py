"""Pages as two engines draw them, and how far two drawings are apart."""

from __future__ import annotations

import io
import subprocess

import pypdfium2
from PIL import Image, ImageChops, ImageStat

GHOSTSCRIPT = ("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", "-dTextAlphaBits=4")
GRAIN = (50, 70)
"""Cells that drawings are compared in: coarse enough that the smoothing of edges does not count."""


def by_pdfium(octets: bytes, page: int = 0) -> Image.Image:
    """A page, from 0, at 72 dots an inch."""
    document = pypdfium2.PdfDocument(octets)
    try:
        seen: Image.Image = document[page].render(scale=1).to_pil()
        return seen.convert("RGB")
    finally:
        document.close()


def by_ghostscript(octets: bytes, page: int = 0) -> Image.Image:
    """The same by Ghostscript."""
    pages = (f"-dFirstPage={page + 1}", f"-dLastPage={page + 1}", "-r72")
    made = subprocess.run([*GHOSTSCRIPT, *pages, "-sOutputFile=-", "-"], input=octets, capture_output=True, check=True)
    return Image.open(io.BytesIO(made.stdout)).convert("RGB")


def apart(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of channels, 0 to 255."""
    small = [image.resize(GRAIN, Image.Resampling.BOX) for image in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3
