"""Whether a finished PDF is sound as a file: readable as a whole, of the right page size, no heavier than allowed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from guidebook.model.text import text
from guidebook.model.wording.file_sizes import size
from guidebook.model.wording.numbers import number as written
from guidebook.preflight.document import MM, Document, Finding

TOLERANCE = 0.15
"""Points by which a side may differ: coordinates are rounded."""
PHOTOGRAPH = 200
"""Pixels; an image that is wider is a photograph, and what it weighs is not the book's fault."""
MOST_PROBLEMS = 3
"""How many findings about syntax are reported."""


def file_is_whole(document: Document) -> Iterator[Finding]:
    """Every object of the file can be read as it says it can."""
    try:
        problems = document.pdf.check_pdf_syntax()
    except pikepdf.PdfError as error:  # where not even the parser gets on
        problems = [str(error)]
    for problem in problems[:MOST_PROBLEMS]:
        yield "broken-file", text("파일 구조가 규격에 맞지 않습니다: {problem}", problem=problem[:200])


def boxes_are_right(document: Document) -> Iterator[Finding]:
    """Every page has the expected trim box; where there is no bleed, media and crop boxes are no larger."""
    if document.expected.trim is None:
        return
    width, height = document.expected.trim
    names = ("/TrimBox",) if document.expected.bleed else ("/TrimBox", "/MediaBox", "/CropBox")
    for number, page in enumerate(document.pdf.pages, start=1):
        for name in names:
            left, bottom, right, top = _box(page, name)
            if max(abs(right - left - width * MM), abs(top - bottom - height * MM)) > TOLERANCE:
                yield (
                    "wrong-size",
                    text(
                        "{page}쪽의 크기가 {width}×{height}mm가 아닙니다: {box} {found}",
                        page=number,
                        width=f"{width:g}",
                        height=f"{height:g}",
                        box=name.lstrip("/"),
                        found=f"{written((right - left) / MM, 1)}×{written((top - bottom) / MM, 1)}mm",
                    ),
                )


def file_is_light(document: Document) -> Iterator[Finding]:
    """A book without photographs weighs no more than its edition allows."""
    limit, weight = document.expected.limit, len(document.octets)
    if limit is not None and weight > limit and not any(map(_is_photograph, document.pdf.objects)):
        shown, allowed = size(weight, 2), size(limit, 2)
        yield "too-heavy", text("사진이 없는 책이 {found}{로}, {limit}{를} 넘습니다.", found=shown, limit=allowed)


def _box(page: pikepdf.Page, name: str) -> tuple[float, float, float, float]:
    """A box of a page; one that the page does not have is that around it."""
    box = {"/TrimBox": page.trimbox, "/CropBox": page.cropbox, "/MediaBox": page.mediabox}[name]
    left, bottom, right, top = (float(side) for side in box)
    return left, bottom, right, top


def _is_photograph(element: Any) -> bool:
    return (
        isinstance(element, pikepdf.Stream)
        and element.get("/Subtype") == pikepdf.Name.Image
        and int(element.get("/Width", 0)) > PHOTOGRAPH
    )
