"""Stamps page numbers into the room that chapters left for them: digits of a placeholder are replaced in place.

The placeholder's colour says which number is meant (`guidebook/model/placeholder.py`); its font is the chapter's own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pikepdf

from guidebook.model.pdf.content_stream import Instruction, read, with_state, write
from guidebook.model.placeholder import DIGITS, FOLIO, PRIMER, REFERENCE, ROOM

Reserved = tuple[float, int, int]
"""Red, which says what stands there, and the two halves of an index; of 255."""
TOLD = "q Q rg g k sc scn Tf TJ"
"""The operators that tell a placeholder: all that change the state, and the one that shows it."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The colour that stamped numbers get, as red, green and blue from 0 to 1."""

    red: float
    green: float
    blue: float

    @staticmethod
    def of(colour: str) -> Ink:
        """Of `#rrggbb`, with as many decimals as layout writes."""
        return Ink(*(round(channel / 255, 6) for channel in bytes.fromhex(colour[1:])))


@dataclass(frozen=True, slots=True)
class _State:
    """What is asked of the graphics state: the fill colour if it is a reserved one, and the font's resource name."""

    colour: Reserved | None = None
    font: str = ""


def glyphs_of_digits(page: pikepdf.Page) -> Mapping[str, bytes]:
    """The glyph code of each digit, read from the primer; empty where the page has none."""
    for (operator, operands), state in _read(page, TOLD):
        if operator == "TJ" and state.colour and state.colour[0] == PRIMER:
            octets = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
            codes = [octets[start : start + 2] for start in range(0, len(octets), 2)]
            return dict(zip(DIGITS, codes, strict=True))
    return {}


def stamped(
    page: pikepdf.Page,
    digits: Mapping[str, bytes],
    folio: int,
    number_of: Callable[[int], int],
    ink: Ink,
    decoration: Collection[int] = (),
) -> bytes:
    """The page's content with every placeholder replaced and the primer gone.

    `number_of` gives the page number that a reference's index stands for; marked content with an id of `decoration`
    becomes an artifact.
    """
    rewritten: list[Instruction] = []
    for (operator, operands), state in _read(page):
        if operator == "BDC" and int(operands[1].get("/MCID", -1)) in decoration:
            rewritten.append(Instruction("BMC", [pikepdf.Name.Artifact]))
            continue
        if operator == "rg" and _reserved(operands) is not None:
            operands = [Decimal(str(channel)) for channel in (ink.red, ink.green, ink.blue)]
        elif operator == "TJ" and state.colour is not None:
            kind, high, low = state.colour
            if kind == PRIMER:
                continue
            number = folio if kind == FOLIO else number_of((high << 8) + low)
            # A folio on a left-hand page begins at the margin; all other numbers end where the room ends.
            align_left = kind == FOLIO and folio % 2 == 0
            operands = [_digits(page, state.font, digits, number, align_left)]
        rewritten.append(Instruction(operator, operands))
    return write(rewritten)


def _digits(page: pikepdf.Page, font: str, digits: Mapping[str, bytes], number: int, align_left: bool) -> pikepdf.Array:
    shown = str(number)
    code = pikepdf.String(b"".join(digits[digit] for digit in shown))
    missing = len(ROOM) - len(shown)
    if align_left or missing <= 0:
        return pikepdf.Array([code])
    return pikepdf.Array([Decimal(-missing * _advance(page, font, digits["0"])), code])


def _read(page: pikepdf.Page, operators: str = "") -> Iterator[tuple[Instruction, _State]]:
    """The instructions of a page, or those of `operators` alone, each with the state after it."""

    def changed(state: _State, instruction: Instruction) -> _State:
        operator, operands = instruction
        if operator == "rg":
            return replace(state, colour=_reserved(operands))
        if operator in ("g", "k", "sc", "scn"):
            return replace(state, colour=None)
        if operator == "Tf":
            return replace(state, font=str(operands[0]))
        return state

    return with_state(read(page, operators), _State(), changed)


def _reserved(operands: Any) -> Reserved | None:
    red, green, blue = (float(channel) * 255 for channel in operands)
    kind = next((kind for kind in (REFERENCE, FOLIO, PRIMER) if abs(red - kind) < 0.01), None)
    return None if kind is None else (kind, round(green), round(blue))


def _advance(page: pikepdf.Page, font: str, code: bytes) -> int:
    """The width of a digit in thousandths of the type size; all ten are alike in our fonts."""
    widths = list(page.obj.Resources.Font[font].DescendantFonts[0].W)
    glyph = int.from_bytes(code, "big")
    for first, run in zip(widths[::2], widths[1::2], strict=True):
        if int(first) <= glyph < int(first) + len(run):
            return int(run[glyph - int(first)])
    raise AssertionError("a placeholder is set in the font of the primer")
