"""Text as a page of a finished PDF shows it: letters, where they stand, and where a word joiner left its trace.

WeasyPrint draws a joiner as a movement by nothing. No reader of text tells that, so the instructions are read here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)


class Instruction(NamedTuple):
    """What a page says to do, and with what."""

    operator: str
    operands: list[Any]


@dataclass(frozen=True, slots=True)
class Font:
    """What its codes stand for; only fonts with codes of two bytes are known."""

    letters: dict[int, str]
    widths: dict[int, float]
    """In thousandths of the type size."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one code stands for, usually one letter, from its left to its right edge in points of the page."""

    said: str
    left: float
    right: float
    tied: bool
    """Whether a joiner stands before it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text that was drawn in one go, from the left to the right."""

    letters: tuple[Letter, ...]
    tied: bool
    """Whether a joiner stands at its end."""
    y: float
    """Of its baseline, in points from the page's bottom; of turned text, as if its page were turned."""
    size: float
    mark: int | None
    """The number of its marked content."""

    @property
    def said(self) -> str:
        """What it says."""
        return "".join(letter.said for letter in self.letters)

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.letters[0].left

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.letters[-1].right


@dataclass
class _Pen:
    """The state while a page is read."""

    fonts: dict[str, Font | None]
    at: Matrix = SAME
    saved: list[Matrix] = field(default_factory=list)
    text: Matrix = SAME
    font: Font | None = None
    size: float = 0.0
    tied: bool = False
    letters: list[Letter] = field(default_factory=list)
    marks: list[int | None] = field(default_factory=list)

    def show(self, parts: Sequence[Any]) -> None:
        begins, _, scale, _ = _upright(_times(self.text, self.at))
        x, step = begins, self.size * scale / 1000
        for part in parts:
            if isinstance(part, int):
                x -= part * step
            elif isinstance(part, Decimal):
                self.tied = self.tied or part == 0  # a joiner is written `0.0`, kerning as a whole number
                x -= float(part) * step
            elif self.font is not None:
                for code in codes_of(bytes(part)):
                    right = x + self.font.widths.get(code, 1000.0) * step
                    self.letters.append(Letter(self.font.letters.get(code, "\ufffd"), x, right, self.tied))
                    x, self.tied = right, False
        self.text = _times((1, 0, 0, 1, (x - begins) / (scale or 1), 0), self.text)

    def lifted(self) -> Run | None:
        """The run that ends here."""
        letters, tied = tuple(self.letters), self.tied
        self.letters, self.tied = [], False
        _, y, _, height = _upright(_times(self.text, self.at))
        mark = next((mark for mark in reversed(self.marks) if mark is not None), None)
        return Run(letters, tied, y, self.size * height, mark) if letters else None


def font_of(font: Any) -> Font | None:
    """The codes of a font of a page's resources; none if they do not have two bytes."""
    if font.get("/Encoding") != pikepdf.Name("/Identity-H") or "/ToUnicode" not in font:
        return None
    letters: dict[int, str] = {}
    for table in re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL):
        for code, said in re.findall(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", table):
            letters[int(code, 16)] = bytes.fromhex(said.decode()).decode("utf-16-be", "replace")
    return Font(letters, dict(_widths(font.DescendantFonts[0])))


def codes_of(octets: bytes) -> Iterator[int]:
    """The codes of a shown string, two bytes each."""
    yield from (int.from_bytes(octets[start : start + 2], "big") for start in range(0, len(octets), 2))


def runs_of(instructions: Sequence[Instruction], fonts: dict[str, Font | None]) -> Iterator[Run]:
    """Every run of text that the instructions show, in the order in which they do."""
    pen = _Pen(fonts)
    for name, operands in instructions:
        if name == "ET":
            run = pen.lifted()
            if run is not None:
                yield run
        else:
            _move(pen, name, operands)


def _move(pen: _Pen, name: str, operands: list[Any]) -> None:
    if name == "q":
        pen.saved.append(pen.at)
    elif name == "Q":
        pen.at = pen.saved.pop() if pen.saved else SAME
    elif name == "cm":
        pen.at = _times(_matrix(operands), pen.at)
    elif name == "Tm":
        pen.text = _matrix(operands)
    elif name == "Tf":
        pen.font, pen.size = pen.fonts.get(str(operands[0])), float(operands[1])
    elif name == "TJ":
        pen.show(list(operands[0]))
    elif name == "Tj":
        pen.show(operands)
    elif name in ("BDC", "BMC"):
        told = operands[1] if name == "BDC" else None
        pen.marks.append(int(told.MCID) if isinstance(told, pikepdf.Dictionary) and "/MCID" in told else None)
    elif name == "EMC" and pen.marks:
        pen.marks.pop()


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(one) for one in operands)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _upright(matrix: Matrix) -> tuple[float, float, float, float]:
    """Where text begins and how it grows, along and across its lines, as if the page were turned for reading it."""
    a, b, c, d, e, f = matrix
    along, across = math.hypot(a, b), math.hypot(c, d)
    if abs(b) > abs(a):
        return (f, -e, along, across) if b > 0 else (-f, e, along, across)
    return e, f, along, across


def _widths(font: Any) -> Iterator[tuple[int, float]]:
    table = list(font.get("/W", pikepdf.Array()))
    while table:
        first, told = int(table.pop(0)), table.pop(0)
        if isinstance(told, pikepdf.Array):
            yield from ((first + place, float(width)) for place, width in enumerate(told))
        else:
            width = float(table.pop(0))
            yield from ((code, width) for code in range(first, int(told) + 1))
