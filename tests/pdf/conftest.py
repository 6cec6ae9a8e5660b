"""A tiny book with everything that a press has to cope with, through the real WeasyPrint; made once."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from guidebook.commands.examine import examine
from guidebook.model.catalogue import Catalogue
from guidebook.pdf.icc import OutputProfile, output_profile
from guidebook.pdf.joining import join
from tests.books.test_assembly import METADATA, chapter, press
from tests.conftest import CITIES
from tests.design import INK

SIZE = (400, 300)
DRAWING = """<svg width="160" height="80" viewBox="0 0 160 80">
<path d="M5 5h60v60h-60z" fill="#f4f5f6" stroke="#8a949e"/>
<g opacity="0.5"><circle cx="90" cy="30" r="20" fill="#e8590c"/><circle cx="105" cy="30" r="20" fill="#0b4f6c"/></g>
<rect x="130" y="10" width="20" height="40" fill="#0b4f6c" fill-opacity="0.3"/></svg>"""


def photograph() -> Image.Image:
    """Something of many colours."""
    up = Image.linear_gradient("L").resize(SIZE)
    return Image.merge("RGB", (up, up.rotate(180), Image.radial_gradient("L").resize(SIZE)))


def shown(picture: Image.Image, kind: str, width: str = "30mm") -> str:
    """An element with the picture in it."""
    octets = io.BytesIO()
    picture.save(octets, kind)
    written = base64.b64encode(octets.getvalue()).decode()
    return f'<img src="data:image/{kind.lower()};base64,{written}" alt="그림" style="width:{width}">'


@pytest.fixture(scope="session")
def bled() -> bytes:
    """The joined book, laid out with bleed: words and pictures on one page, a drawing and a link on the next."""
    grey = photograph().convert("L")
    clear = photograph()
    clear.putalpha(Image.radial_gradient("L").resize(SIZE))
    pictures = (
        shown(photograph(), "JPEG"),
        shown(grey.convert("RGB"), "JPEG"),
        shown(clear, "PNG"),
        shown(photograph().quantize(8), "PNG"),
        shown(photograph().resize((40, 30)), "JPEG", "2mm"),
    )
    first = f'<h1 id="a">하나</h1><p>검은 글</p><p>{"".join(pictures)}</p>'
    second = (
        f'<div style="break-before:page"><h2>둘</h2><p><a href="https://example.com/">밖으로</a></p>{DRAWING}</div>'
    )
    laid_out, faults = press("@page{bleed:3mm;background:#e7eef0}").lay_out(chapter(first + second))
    assert laid_out is not None, faults
    book, faults = join((laid_out,), METADATA, INK, bleed=True)
    assert faults == ()
    return book.pdf


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The tiny city, whose `site.yml` names no profile."""
    return examine(CITIES / "yeoul")[0]


@pytest.fixture(scope="session")
def profile(catalogue: Catalogue) -> OutputProfile:
    """The profile that Ghostscript brings."""
    found, _ = output_profile(catalogue, Path())
    assert found is not None, "Ghostscript belongs to what tests need"
    return found
