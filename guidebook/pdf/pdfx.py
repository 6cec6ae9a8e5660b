"""Makes the file for the printing house, PDF/X-4: bleed, crop marks, four inks, and nothing that only screens need.

Separate from `joining`, because one joined book becomes several files.
"""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from guidebook.model.pdf.content_stream import read, write
from guidebook.model.print_format import BLEED
from guidebook.pdf.icc import OutputProfile
from guidebook.pdf.imposition import MM
from guidebook.pdf.inks import Blacks, separated
from guidebook.pdf.metadata import BookMetadata, docinfo_of, values_of, xmp_packet
from guidebook.pdf.saving import saved

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

SLUG = 12.0
"""Millimetres of the media box around the trim box."""
MARK_START, MARK_END = 4.0, 9.0
"""Millimetres from the trim box where crop marks start and end: beyond the bleed box, within the media box."""
HAIRLINE = 0.25
"""Points."""
REGISTRATION = "/Registration"
"""The resource name of the registration colour."""
CATALOGUE_KEYS = ("/Type", "/Pages", "/Lang")
"""What stays in the document catalogue: all else is for readers on a screen."""
PAGE_KEYS = ("/Type", "/Parent", "/Resources", "/Contents", "/Group", "/Rotate", "/TrimBox")
MARKED_CONTENT = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})


def pdfx_file(octets: bytes, profile: OutputProfile, metadata: BookMetadata, blacks: Blacks) -> bytes:
    """The PDF/X-4 file of a joined book whose pages were laid out with bleed and no marks."""
    with Pdf.open(io.BytesIO(octets)) as book:
        for key in [str(key) for key in book.Root if key not in CATALOGUE_KEYS]:
            del book.Root[key]
        separated(book, profile.octets, blacks)
        registration = _registration(book)
        for page in book.pages:
            _finish(book, page, registration)
        _describe(book, metadata, profile, _identity(octets, profile))
        return saved(book, "1.6")


def _finish(book: Pdf, page: pikepdf.Page, registration: pikepdf.Object) -> None:
    """Set the page's boxes, clip it to its bleed box and draw its marks."""
    for key in [str(key) for key in page.obj if key not in PAGE_KEYS]:
        del page.obj[key]
    trim = _box(page.trimbox)
    bleed = _around(trim, BLEED)
    page.obj.BleedBox, page.obj.MediaBox = _array(bleed), _array(_around(trim, SLUG))
    left, bottom, right, top = bleed
    clip = f"q {left:.4f} {bottom:.4f} {right - left:.4f} {top - bottom:.4f} re W n\n".encode()
    marks = "\n".join(_marks(trim)).encode()
    page.obj.Contents = book.make_stream(clip + _untagged(page) + b"\nQ\n" + marks)
    if "/ColorSpace" not in page.obj.Resources:
        page.obj.Resources.ColorSpace = Dictionary()
    page.obj.Resources.ColorSpace[REGISTRATION] = registration


def _untagged(page: pikepdf.Page) -> bytes:
    """The page's content without the marked content of a structure tree that is no longer there."""
    return write(instruction for instruction in read(page) if instruction.operator not in MARKED_CONTENT)


def _marks(trim: Box) -> Iterator[str]:
    """Crop marks at each corner, and a registration mark on each side."""
    left, bottom, right, top = trim
    near, far = MARK_START * MM, MARK_END * MM
    middle, arm = (MARK_START + MARK_END) / 2 * MM, (MARK_END - MARK_START) / 2 * MM
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
    """The registration colour, which every plate prints."""
    solid = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1)
    return book.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, solid]))


def _describe(book: Pdf, metadata: BookMetadata, profile: OutputProfile, identity: str) -> None:
    described = book.make_stream(xmp_packet(values_of(metadata), pdfa=False, pdfua=False, pdfx_identity=identity))
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
