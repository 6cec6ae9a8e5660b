"""Reads back the file that a copier gets: which page lies beside which, what its rollers cannot print, and colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import Text, text
from guidebook.pdf.folding import spreads
from guidebook.preflight.checks import FOOT, as_diagnostics
from guidebook.preflight.document import Book, Expected
from guidebook.preflight.file import it_is_whole
from guidebook.preflight.text import Instruction

EDGE = 5.0
"""Millimetres at the edge of a sheet that a copier leaves white."""
DPI = 36
WHITE = 250
"""Of 255: smoothing and the paper's own colour in a viewer are no ink."""
OUTER = 0.3
"""Share of a page's width, from its outer side, in which its folio stands."""
GREYS = ("/DeviceGray", "/CalGray")


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the file for folding must show."""

    first: int
    """The number of its first page; numbers run on through the volumes of a book."""
    count: int
    """How many pages it folds to, a multiple of four."""
    without_folio: frozenset[int] = frozenset({1})
    """Numbers of the pages that show none."""
    grey: bool = False


SheetCheck = Callable[[Book, Sheets], Iterator[tuple[str, Text]]]


def proof_sheets(octets: bytes, file: str, sheets: Sheets) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with an imposed PDF; `file` is its name in diagnostics."""
    with Book(octets, Expected("", "", "", ())) as book:
        found = [*it_is_whole(book), *(fault for check in CHECKS for fault in check(book, sheets))]
    return as_diagnostics(found, file)


def both_sides_are_there(book: Book, sheets: Sheets) -> Iterator[tuple[str, Text]]:
    """Each sheet has a front and a back, and there are as many as the pages fill."""
    sides = len(book.pdf.pages)
    if sheets.count % 4 or sides * 2 != sheets.count:
        yield (
            "missing-side",
            text("접어 묶을 면이 {sides}개인데 {count}쪽을 담아야 합니다.", sides=sides, count=sheets.count),
        )


def pages_lie_as_folding_wants(book: Book, sheets: Sheets) -> Iterator[tuple[str, Text]]:
    """On each side of paper lie the two pages that read on once the sheets are folded, told by their folios."""
    for side, pages in zip(range(len(book.pdf.pages)), spreads(sheets.count), strict=False):
        shown = _folios(book, side)
        for place, page in enumerate(pages):
            number = sheets.first + page - 1
            wanted = "" if number in sheets.without_folio else str(number)
            if shown[place] != wanted:
                yield "wrong-sheet", _mistaken(side + 1, place, number, shown[place])


def edges_are_white(book: Book, sheets: Sheets) -> Iterator[tuple[str, Text]]:
    """Nothing is drawn where a copier cannot print."""
    for side in range(len(book.pdf.pages)):
        if _inked(book, side):
            yield (
                "ink-at-edge",
                text("{side}번째 면의 가장자리 {edge}mm 안에 인쇄할 것이 있습니다.", side=side + 1, edge=EDGE),
            )


def grey_is_grey(book: Book, sheets: Sheets) -> Iterator[tuple[str, Text]]:
    """A grey edition has no colour in its text, drawings and pictures."""
    if sheets.grey:
        for side in range(len(book.pdf.pages)):
            if any(is_coloured(resources, told) for resources, told in book.drawn(side)):
                yield "colour", text("흑백 판인데 {side}번째 면에 색이 있습니다.", side=side + 1)


CHECKS: tuple[SheetCheck, ...] = (both_sides_are_there, pages_lie_as_folding_wants, edges_are_white, grey_is_grey)


def is_coloured(resources: Any, instructions: Sequence[Instruction]) -> bool:
    """Whether drawing instructions, or the pictures they may show, have a colour other than grey."""
    pictures = (one for one in resources.get("/XObject", {}).values() if one.get("/Subtype") == pikepdf.Name.Image)
    return any(map(_sets_colour, instructions)) or any(map(_is_colour_picture, pictures))


def _folios(book: Book, side: int) -> tuple[str, str]:
    """What stands at the outer foot of the left and of the right page."""
    width, _ = book.size(side)
    outer, foot = width / 2 * OUTER, FOOT
    return book.words_in(side, (0, 0, outer, foot)), book.words_in(side, (width - outer, 0, width, foot))


def _mistaken(side: int, place: int, wanted: int, shown: str) -> Text:
    values = {"side": side, "wanted": wanted, "shown": shown}
    if place == 0:
        return text("{side}번째 면 왼쪽에 {wanted}쪽이 아니라 '{shown}'쪽이 있습니다.", **values)
    return text("{side}번째 면 오른쪽에 {wanted}쪽이 아니라 '{shown}'쪽이 있습니다.", **values)


def _inked(book: Book, side: int) -> bool:
    """Whether the strip along the edges of a side has anything but white."""
    image = book.seen[side].render(scale=DPI / 72, grayscale=True)
    octets, strip = bytes(image.buffer), int(EDGE / 25.4 * DPI)
    rows = [octets[start : start + image.width] for start in range(0, image.stride * image.height, image.stride)]
    edges = [*rows[:strip], *rows[-strip:], *(row[:strip] for row in rows), *(row[-strip:] for row in rows)]
    image.close()
    return any(min(edge) < WHITE for edge in edges)


def _sets_colour(instruction: Instruction) -> bool:
    name, operands = instruction
    if name in ("rg", "RG") or (name in ("sc", "scn", "SC", "SCN") and len(operands) == 3):
        return len({float(channel) for channel in operands}) > 1
    if name in ("k", "K") or (name in ("sc", "scn", "SC", "SCN") and len(operands) == 4):
        return any(float(channel) for channel in operands[:3])
    return False


def _is_colour_picture(picture: Any) -> bool:
    space = picture.get("/ColorSpace")
    if space is None or bool(picture.get("/ImageMask", False)):
        return False
    if isinstance(space, pikepdf.Array) and space[0] == pikepdf.Name.Indexed:
        space = space[1]
    if isinstance(space, pikepdf.Array) and space[0] == pikepdf.Name.ICCBased:
        return int(space[1].N) != 1
    return str(space[0] if isinstance(space, pikepdf.Array) else space) not in GREYS
