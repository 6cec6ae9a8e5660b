"""Whether a finished PDF is sound as a file: whole, of the right size and weight, with a glyph for every letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from guidebook.model.text import Text, text
from guidebook.preflight.document import Book
from guidebook.preflight.text import Instruction, codes_of

MM = 72 / 25.4
NEAR = 0.15
"""Points by which a side may differ: coordinates are rounded."""
PHOTOGRAPH = 200
"""Pixels; a picture that is wider is a photograph, and what it weighs is not the book's fault."""
MEGABYTE = 1_000_000
SHOWN = 3
"""How many findings about syntax are told."""


def every_letter_has_a_glyph(book: Book) -> Iterator[tuple[str, Text]]:
    """No text of a page, or of a drawing in it, shows the glyph that stands for a missing one."""
    for page in range(len(book.pdf.pages)):
        if any(_shows_nothing(resources, told) for resources, told in book.drawn(page)):
            yield "missing-glyph", text("{page}쪽에 글꼴에 없는 글자가 빈 네모로 나옵니다.", page=page + 1)


def boxes_are_right(book: Book) -> Iterator[tuple[str, Text]]:
    """Every page has the size of the edition; where nothing is cut off, paper and visible part are no larger."""
    if book.expected.trim is None:
        return
    width, height = book.expected.trim
    boxes = ("/TrimBox",) if book.expected.bleed else ("/TrimBox", "/MediaBox", "/CropBox")
    for number, page in enumerate(book.pdf.pages, start=1):
        for name in boxes:
            left, bottom, right, top = _box(page, name)
            if max(abs(right - left - width * MM), abs(top - bottom - height * MM)) > NEAR:
                yield (
                    "wrong-size",
                    text(
                        "{page}쪽의 크기가 {width}×{height}mm가 아닙니다: {box} {found}",
                        page=number,
                        width=f"{width:g}",
                        height=f"{height:g}",
                        box=name.lstrip("/"),
                        found=f"{(right - left) / MM:.1f}×{(top - bottom) / MM:.1f}mm",
                    ),
                )


def it_is_light(book: Book) -> Iterator[tuple[str, Text]]:
    """A book without photographs weighs no more than its edition allows."""
    limit, octets = book.expected.limit, len(book.octets)
    if limit is not None and octets > limit and not any(map(_is_photograph, book.pdf.objects)):
        found, wanted = f"{octets / MEGABYTE:.2f}", f"{limit / MEGABYTE:.2f}"
        yield "too-heavy", text("사진이 없는 책이 {found}MB로, {limit}MB를 넘습니다.", found=found, limit=wanted)


def it_is_whole(book: Book) -> Iterator[tuple[str, Text]]:
    """Every part of the file can be read as it says it can."""
    try:
        problems = book.pdf.check_pdf_syntax()
    except pikepdf.PdfError as error:  # where not even the parser gets on
        problems = [str(error)]
    for problem in problems[:SHOWN]:
        yield "broken-file", text("파일의 짜임이 규칙에 맞지 않습니다: {problem}", problem=problem[:200])


def _shows_nothing(resources: Any, instructions: Sequence[Instruction]) -> bool:
    fonts = resources.get("/Font", pikepdf.Dictionary())
    wide = {name for name, font in fonts.items() if font.get("/Subtype") == pikepdf.Name.Type0}
    font = ""
    for name, operands in instructions:
        if name == "Tf":
            font = str(operands[0])
        elif name in ("TJ", "Tj") and font in wide:
            shown = operands[0] if name == "TJ" else operands
            if any(isinstance(part, pikepdf.String) and _has_none(bytes(part)) for part in shown):
                return True
    return False


def _has_none(octets: bytes) -> bool:
    """Whether one of the codes is that of no glyph; two zeros may also be halves of two codes."""
    return b"\0\0" in octets and 0 in codes_of(octets)


def _box(page: pikepdf.Page, name: str) -> tuple[float, float, float, float]:
    """A box of a page; those that are not said are those around them."""
    box = {"/TrimBox": page.trimbox, "/CropBox": page.cropbox, "/MediaBox": page.mediabox}[name]
    left, bottom, right, top = (float(side) for side in box)
    return left, bottom, right, top


def _is_photograph(part: Any) -> bool:
    return (
        isinstance(part, pikepdf.Stream)
        and part.get("/Subtype") == pikepdf.Name.Image
        and int(part.get("/Width", 0)) > PHOTOGRAPH
    )
