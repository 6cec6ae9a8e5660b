"""The fonts of a finished file: the expected families alone, embedded as subsets, with a glyph for every letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from guidebook.model.pdf.content_stream import Instruction
from guidebook.model.text import text
from guidebook.preflight.document import Document, Finding
from guidebook.preflight.text import codes_of

_SUBSET_TAG = re.compile(r"[A-Z]{6}\+")


def fonts_are_expected(document: Document) -> Iterator[Finding]:
    """Only expected families, each embedded as a subset, none drawn as Type 3."""
    families = document.expected.font_families
    foreign: set[str] = set()
    for page in document.pdf.pages:
        for font in _fonts(page):
            name = str(font.get("/BaseFont", "/Type3")).lstrip("/")
            descendants = font.get("/DescendantFonts")
            embedded = descendants is not None and "/FontFile2" in descendants[0].FontDescriptor
            if not _SUBSET_TAG.match(name) or not name[7:].startswith(families) or not embedded:
                foreign.add(name)
    for name in sorted(foreign):
        yield "foreign-font", text("책에 지정하지 않은 '{name}' 글꼴이 있습니다.", name=name)


def every_letter_has_a_glyph(document: Document) -> Iterator[Finding]:
    """No text of a page, or of a form in it, shows the glyph that stands for a missing one."""
    for page in document.new_pages:
        if any(_shows_missing_glyph(resources, drawn) for resources, drawn in document.content_streams(page)):
            yield "missing-glyph", text("{page}쪽에 글꼴에 없는 글자가 빈 네모로 나옵니다.", page=page + 1)


def _fonts(page: pikepdf.Page) -> Iterator[Any]:
    resources = page.obj.get("/Resources", pikepdf.Dictionary())
    yield from resources.get("/Font", pikepdf.Dictionary()).values()


def _shows_missing_glyph(resources: Any, instructions: Sequence[Instruction]) -> bool:
    fonts = resources.get("/Font", pikepdf.Dictionary())
    two_byte_fonts = {name for name, font in fonts.items() if font.get("/Subtype") == pikepdf.Name.Type0}
    current_font = ""
    for operator, operands in instructions:
        if operator == "Tf":
            current_font = str(operands[0])
        elif operator in ("TJ", "Tj") and current_font in two_byte_fonts:
            shown = operands[0] if operator == "TJ" else operands
            if any(isinstance(part, bytes) and _has_code_zero(part) for part in shown):
                return True
    return False


def _has_code_zero(octets: bytes) -> bool:
    """Whether one of the two-byte codes is zero; two zero bytes may also be halves of two codes."""
    return b"\0\0" in octets and 0 in codes_of(octets)
