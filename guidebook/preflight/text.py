"""Text as a page of a finished PDF shows it: letters, where they stand, and where a word joiner left its trace.

WeasyPrint draws a joiner as a movement by nothing, which no text extraction reports; so the instructions are read here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pikepdf

from guidebook.model.pdf.content_stream import Instruction, with_state

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Font:
    """What the codes of a font stand for; only fonts with codes of two bytes are read."""

    letters: Mapping[int, str]
    widths: Mapping[int, float]
    """In thousandths of the type size."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one code stands for, usually one letter, from its left to its right edge in points of the page."""

    text: str
    left: float
    right: float
    joined: bool
    """Whether a joiner stands before it."""


@dataclass(frozen=True, slots=True)
class Run:
    """The text of one text object (`BT` to `ET`), from left to right."""

    letters: tuple[Letter, ...]
    joined: bool
    """Whether a joiner stands at its end."""
    y: float
    """Of its baseline, in points from the page's bottom; of turned text, as if its page were turned."""
    size: float
    mcid: int | None
    """The identifier of its marked content."""

    @property
    def text(self) -> str:
        """All of its letters."""
        return "".join(letter.text for letter in self.letters)

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.letters[0].left

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.letters[-1].right


def runs_of(instructions: Sequence[Instruction], fonts: Mapping[str, Font | None]) -> Iterator[Run]:
    """Every run of text that the instructions show, in the order in which they do; `fonts` by their resource names."""
    text_object = _TextObject(fonts)
    for instruction, transformation in with_state(instructions, IDENTITY, _transformed):
        if instruction.operator == "ET":
            run = text_object.end(transformation)
            if run is not None:
                yield run
        else:
            text_object.take(instruction, transformation)


def font_of(font: Any) -> Font | None:
    """The codes of a font of a page's resources; none if they do not have two bytes."""
    if font.get("/Encoding") != pikepdf.Name("/Identity-H") or "/ToUnicode" not in font:
        return None
    letters: dict[int, str] = {}
    for table in re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL):
        for code, utf16 in re.findall(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", table):
            letters[int(code, 16)] = bytes.fromhex(utf16.decode()).decode("utf-16-be", "replace")
    return Font(letters, dict(_widths(font.DescendantFonts[0])))


def codes_of(octets: bytes) -> Iterator[int]:
    """The codes of a shown string, two bytes each."""
    yield from (int.from_bytes(octets[start : start + 2], "big") for start in range(0, len(octets), 2))


@dataclass
class _TextObject:
    """The text object that is being read, and what outlasts it: font, size, marked content."""

    fonts: Mapping[str, Font | None]
    matrix: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    joined: bool = False
    letters: list[Letter] = field(default_factory=list)
    mcids: list[int | None] = field(default_factory=list)
    """Of the marked content around, from the outside in."""

    def take(self, instruction: Instruction, transformation: Matrix) -> None:
        """Follow one instruction."""
        operator, operands = instruction
        if operator == "Tm":
            self.matrix = _matrix(operands)
        elif operator == "Tf":
            self.font, self.size = self.fonts.get(str(operands[0])), float(operands[1])
        elif operator == "TJ":
            self.show(list(operands[0]), transformation)
        elif operator == "Tj":
            self.show(operands, transformation)
        elif operator in ("BDC", "BMC"):
            properties = operands[1] if operator == "BDC" else None
            has_mcid = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
            self.mcids.append(int(properties.MCID) if has_mcid and properties is not None else None)
        elif operator == "EMC" and self.mcids:
            self.mcids.pop()

    def show(self, parts: Sequence[Any], transformation: Matrix) -> None:
        """Take in the letters of an array of strings and movements."""
        start, _, scale, _ = _upright(_product(self.matrix, transformation))
        x, step = start, self.size * scale / 1000
        for part in parts:
            if isinstance(part, int):
                x -= part * step
            elif isinstance(part, Decimal):
                self.joined = self.joined or part == 0  # a joiner is written `0.0`, kerning as a whole number
                x -= float(part) * step
            elif self.font is not None:
                for code in codes_of(bytes(part)):
                    right = x + self.font.widths.get(code, 1000.0) * step
                    self.letters.append(Letter(self.font.letters.get(code, "\ufffd"), x, right, self.joined))
                    x, self.joined = right, False
        self.matrix = _product((1, 0, 0, 1, (x - start) / (scale or 1), 0), self.matrix)

    def end(self, transformation: Matrix) -> Run | None:
        """The run of the text object that ends here; none if it showed nothing."""
        letters, joined = tuple(self.letters), self.joined
        self.letters, self.joined = [], False
        _, y, _, height = _upright(_product(self.matrix, transformation))
        mcid = next((mcid for mcid in reversed(self.mcids) if mcid is not None), None)
        return Run(letters, joined, y, self.size * height, mcid) if letters else None


def _transformed(transformation: Matrix, instruction: Instruction) -> Matrix:
    operator, operands = instruction
    return _product(_matrix(operands), transformation) if operator == "cm" else transformation


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def _product(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _upright(matrix: Matrix) -> tuple[float, float, float, float]:
    """Where text begins and how it grows, along and across its lines, as if the page were turned for reading it."""
    a, b, c, d, e, f = matrix
    along, across = math.hypot(a, b), math.hypot(c, d)
    if abs(b) > abs(a):
        return (f, -e, along, across) if b > 0 else (-f, e, along, across)
    return e, f, along, across


def _widths(font: Any) -> Iterator[tuple[int, float]]:
    """Code and width, from the two forms that a `W` array has: a first code and widths, or a range and one width."""
    table = list(font.get("/W", pikepdf.Array()))
    while table:
        first, next_entry = int(table.pop(0)), table.pop(0)
        if isinstance(next_entry, pikepdf.Array):
            yield from ((first + offset, float(width)) for offset, width in enumerate(next_entry))
        else:
            width = float(table.pop(0))
            yield from ((code, width) for code in range(first, int(next_entry) + 1))
