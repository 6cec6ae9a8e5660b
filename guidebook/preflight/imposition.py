"""The file that a copier prints and that is then folded: the order of its pages, its white edges, and its colour.

The order is not computed as imposition does it, but read by leafing: the sheets are taken as folded and stitched, and
the folios must then count up from the cover to the back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from guidebook.model.diagnostic import Diagnostic
from guidebook.model.pdf.content_stream import Instruction
from guidebook.model.text import Text, text
from guidebook.preflight.checks import as_diagnostics
from guidebook.preflight.document import Document, Expected, Finding
from guidebook.preflight.file import file_is_whole
from guidebook.preflight.numbers import FOLIO_WIDTH, FOLIO_ZONE

EDGE = 5.0
"""Millimetres at the edge of a sheet that a copier leaves white."""
DPI = 36
WHITE = 250
"""Of 255: smoothing and the paper's own colour in a viewer are no ink."""
GREY_SPACES = ("/DeviceGray", "/CalGray")
LEFT, RIGHT = 0, 1
"""The halves of a side of paper."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the sheets of one booklet must show."""

    first: int
    """The number of its first page; numbers run on through the volumes of a book."""
    count: int
    """How many pages it folds to, a multiple of four."""
    without_folio: frozenset[int] = frozenset({1})
    """Numbers of the pages that show none."""
    grey: bool = False


SheetCheck = Callable[[Document, Sheets], Iterator[Finding]]


def preflight_sheets(octets: bytes, file: str, sheets: Sheets) -> tuple[Diagnostic, ...]:
    """Every finding about an imposed PDF, which diagnostics call `file`."""
    with Document(octets, Expected("", "", "", ())) as document:
        findings = [
            *file_is_whole(document),
            *(finding for check in IMPOSITION_CHECKS for finding in check(document, sheets)),
        ]
    return as_diagnostics(findings, file)


def both_sides_are_there(document: Document, sheets: Sheets) -> Iterator[Finding]:
    """Each sheet has a front and a back, and there are as many as the pages fill."""
    sides = len(document.pdf.pages)
    if sheets.count % 4 or sides * 2 != sheets.count:
        yield (
            "missing-side",
            text("접어 묶을 면이 {sides}개인데 {count}쪽을 담아야 합니다.", sides=sides, count=sheets.count),
        )


def folded_pages_read_on(document: Document, sheets: Sheets) -> Iterator[Finding]:
    """Leafing through the folded sheets, the folios count up page by page."""
    numbers = {position: sheets.first + page for page, position in enumerate(leafing(sheets.count // 4))}
    for (side, half), number in sorted(numbers.items()):
        if side < len(document.pdf.pages):
            shown = _folio(document, side, half)
            if shown != ("" if number in sheets.without_folio else str(number)):
                yield "wrong-sheet", _wrong_page(side + 1, half, number, shown)


def leafing(sheets: int) -> Iterator[tuple[int, int]]:
    """Where the pages of a stitched booklet lie, in the order in which they are read: side of paper, and its half.

    Sides count from 0: the front of the outermost sheet, its back, the front of the next one. All sheets are folded
    around one fold. So up to the middle each sheet shows the right half of its front and, when that leaf is turned, the
    left half of its back; beyond the middle the same sheets come again from inside out, the other halves of both.
    """
    for sheet in range(sheets):
        front, back = 2 * sheet, 2 * sheet + 1
        yield front, RIGHT
        yield back, LEFT
    for sheet in reversed(range(sheets)):
        front, back = 2 * sheet, 2 * sheet + 1
        yield back, RIGHT
        yield front, LEFT


def edges_are_white(document: Document, sheets: Sheets) -> Iterator[Finding]:
    """Nothing is drawn where a copier cannot print."""
    for side in range(len(document.pdf.pages)):
        if _has_ink_at_edge(document, side):
            yield (
                "ink-at-edge",
                text("{side}번째 면의 가장자리 {edge}mm 안에 인쇄할 것이 있습니다.", side=side + 1, edge=EDGE),
            )


def grey_is_grey(document: Document, sheets: Sheets) -> Iterator[Finding]:
    """A grey edition has no colour in its text, drawings and images."""
    if sheets.grey:
        for side in range(len(document.pdf.pages)):
            if any(is_coloured(resources, drawn) for resources, drawn in document.content_streams(side)):
                yield "colour", text("흑백 판인데 {side}번째 면에 색이 있습니다.", side=side + 1)


IMPOSITION_CHECKS: tuple[SheetCheck, ...] = (both_sides_are_there, folded_pages_read_on, edges_are_white, grey_is_grey)


def is_coloured(resources: Any, instructions: Sequence[Instruction]) -> bool:
    """Whether instructions, or the images that they may paint, have a colour other than grey."""
    x_objects = resources.get("/XObject", pikepdf.Dictionary()).values()
    images = (x_object for x_object in x_objects if x_object.get("/Subtype") == pikepdf.Name.Image)
    return any(map(_sets_colour, instructions)) or any(map(_is_colour_image, images))


def _folio(document: Document, side: int, half: int) -> str:
    """What stands at the outer foot of the page in the left or right half of a side."""
    width, _ = document.size(side)
    outer = width / 2 * FOLIO_WIDTH
    left, right = (0.0, outer) if half == LEFT else (width - outer, width)
    return document.words_in(side, (left, 0.0, right, FOLIO_ZONE))


def _wrong_page(side: int, half: int, number: int, shown: str) -> Text:
    values = {"side": side, "wanted": number, "shown": shown}
    if half == LEFT:
        return text("{side}번째 면 왼쪽에 {wanted}쪽이 아니라 '{shown}'쪽이 있습니다.", **values)
    return text("{side}번째 면 오른쪽에 {wanted}쪽이 아니라 '{shown}'쪽이 있습니다.", **values)


def _has_ink_at_edge(document: Document, side: int) -> bool:
    """Whether the strip along the edges of a side has anything but white."""
    image = document.viewer[side].render(scale=DPI / 72, grayscale=True)
    octets, strip = bytes(image.buffer), int(EDGE / 25.4 * DPI)
    rows = [octets[start : start + image.width] for start in range(0, image.stride * image.height, image.stride)]
    edges = [*rows[:strip], *rows[-strip:], *(row[:strip] for row in rows), *(row[-strip:] for row in rows)]
    image.close()
    return any(min(edge) < WHITE for edge in edges)


def _sets_colour(instruction: Instruction) -> bool:
    operator, operands = instruction
    if operator in ("rg", "RG") or (operator in ("sc", "scn", "SC", "SCN") and len(operands) == 3):
        return len({float(component) for component in operands}) > 1
    if operator in ("k", "K") or (operator in ("sc", "scn", "SC", "SCN") and len(operands) == 4):
        return any(float(component) for component in operands[:3])
    return False


def _is_colour_image(image: Any) -> bool:
    space = image.get("/ColorSpace")
    if space is None or bool(image.get("/ImageMask", False)):
        return False
    if isinstance(space, pikepdf.Array) and space[0] == pikepdf.Name.Indexed:
        space = space[1]
    if isinstance(space, pikepdf.Array) and space[0] == pikepdf.Name.ICCBased:
        return int(space[1].N) != 1
    return str(space[0] if isinstance(space, pikepdf.Array) else space) not in GREY_SPACES
