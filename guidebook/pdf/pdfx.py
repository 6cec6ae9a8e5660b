"""Makes the file for the printing house, PDF/X-4: bleed, crop marks, four inks, and nothing that only screens need.

Separate from `join`, because one joined book becomes several files.
"""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from guidebook.model.print_format import BLEED
from guidebook.pdf.icc import OutputProfile
from guidebook.pdf.imposition import MM
from guidebook.pdf.inks import separated
from guidebook.pdf.joining import BookMetadata, docinfo_of, values_of
from guidebook.pdf.metadata import packet

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

SHEET = 12.0
"""Millimetres of the sheet around the trimmed page."""
NEAR, FAR = 4.0, 9.0
"""Millimetres from the trim where marks begin and end: beyond the bleed, within the sheet."""
HAIRLINE = 0.25
"""Points."""
REGISTRATION = "/Registration"
"""Our name for the colour that every plate prints."""
KEPT = ("/Type", "/Pages", "/Lang")
"""What stays in the catalogue: all else is for readers on a screen."""
PAGE_KEPT = ("/Type", "/Parent", "/Resources", "/Contents", "/Group", "/Rotate", "/TrimBox")
TAGGING = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})


def press_ready(octets: bytes, profile: OutputProfile, metadata: BookMetadata) -> bytes:
    """The PDF/X-4 file of a joined book whose pages were laid out with bleed and no marks."""
    with Pdf.open(io.BytesIO(octets)) as book:
        for key in [str(key) for key in book.Root if key not in KEPT]:
            del book.Root[key]
        separated(book, profile.octets)
        registration = _registration(book)
        for page in book.pages:
            _finish(book, page, registration)
        _describe(book, metadata, profile, _identity(octets, profile))
        made = io.BytesIO()
        book.save(
            made,
            force_version="1.6",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return made.getvalue()


def _finish(book: Pdf, page: pikepdf.Page, registration: pikepdf.Object) -> None:
    """The page on its sheet: boxes, nothing beyond the bleed, marks."""
    for key in [str(key) for key in page.obj if key not in PAGE_KEPT]:
        del page.obj[key]
    trim = _box(page.trimbox)
    bleed = _around(trim, BLEED)
    page.obj.BleedBox, page.obj.MediaBox = _array(bleed), _array(_around(trim, SHEET))
    left, bottom, right, top = bleed
    clip = f"q {left:.4f} {bottom:.4f} {right - left:.4f} {top - bottom:.4f} re W n\n".encode()
    marks = "\n".join(_marks(trim)).encode()
    page.obj.Contents = book.make_stream(clip + _untagged(page) + b"\nQ\n" + marks)
    if "/ColorSpace" not in page.obj.Resources:
        page.obj.Resources.ColorSpace = Dictionary()
    page.obj.Resources.ColorSpace[REGISTRATION] = registration


def _untagged(page: pikepdf.Page) -> bytes:
    """The page's content without the marks of a structure that is no longer there."""
    return pikepdf.unparse_content_stream(
        [one for one in pikepdf.parse_content_stream(page) if str(one.operator) not in TAGGING]
    )


def _marks(trim: Box) -> Iterator[str]:
    """Where to cut, at each corner, and a cross on each side by which the plates are laid over one another."""
    left, bottom, right, top = trim
    near, far, middle, arm = NEAR * MM, FAR * MM, (NEAR + FAR) / 2 * MM, (FAR - NEAR) / 2 * MM
    yield f"q {REGISTRATION} CS 1 SCN {HAIRLINE} w 0 J [] 0 d"
    for x, out in ((left, -1), (right, 1)):
        for y, up in ((bottom, -1), (top, 1)):
            yield _line(x + out * near, y, x + out * far, y)
            yield _line(x, y + up * near, x, y + up * far)
    across, along = (left + right) / 2, (bottom + top) / 2
    for x, y in ((left - middle, along), (right + middle, along), (across, bottom - middle), (across, top + middle)):
        yield _line(x - arm, y, x + arm, y)
        yield _line(x, y - arm, x, y + arm)
    yield "Q"


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1:.4f} {y1:.4f} m {x2:.4f} {y2:.4f} l S"


def _registration(book: Pdf) -> pikepdf.Object:
    """The colour of all plates at once."""
    solid = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1)
    return book.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, solid]))


def _describe(book: Pdf, metadata: BookMetadata, profile: OutputProfile, identity: str) -> None:
    described = book.make_stream(packet(values_of(metadata), archive=False, access=False, identity=identity))
    described.Type, described.Subtype = Name.Metadata, Name.XML
    book.Root.Metadata = described
    book.docinfo = book.make_indirect(docinfo_of(metadata))
    book.docinfo["/Trapped"] = Name("/False")
    inks = book.make_stream(profile.octets)
    inks.N = 4
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(profile.condition),
        Info=String(profile.condition),
        DestOutputProfile=inks,
    )
    book.Root.OutputIntents = Array([book.make_indirect(intent)])


def _identity(octets: bytes, profile: OutputProfile) -> str:
    """A UUID that the same book on the same paper always has."""
    digest = hashlib.sha256(octets + profile.octets).digest()
    return str(uuid.UUID(bytes=digest[:16], version=5))


def _box(array: pikepdf.Object) -> Box:
    x1, y1, x2, y2 = (float(side) for side in array.as_list())
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _around(box: Box, millimetres: float) -> Box:
    left, bottom, right, top = box
    more = millimetres * MM
    return left - more, bottom - more, right + more, top + more


def _array(box: Box) -> Array:
    return Array([round(side, 6) for side in box])
