"""One font a face for the whole book: each chapter brings a subset of its own, with the glyph numbers of the face.

Separate from joining pages, because it works on the finished page tree and knows font files.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Pdf

_CODES = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
"""A line of a ToUnicode map: the glyph and what it says."""
CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
BLOCK = 100
"""The most lines that a block of a ToUnicode map may have."""


def join_fonts(book: Pdf) -> None:
    """Let all pages and forms of `book` use one font for each face, which has every glyph that any of them needs."""
    places = list(_font_resources(book))
    faces: dict[str, dict[tuple[int, int], Any]] = {}
    for fonts in places:
        for font in fonts.values():
            faces.setdefault(str(font.BaseFont), {})[font.objgen] = font
    joined = {name: _joined(book, list(fonts.values())) for name, fonts in faces.items() if len(fonts) > 1}
    for fonts in places:
        for key in list(fonts.keys()):
            name = str(fonts[key].BaseFont)
            if name in joined:
                fonts[key] = joined[name]


def _font_resources(book: Pdf) -> Iterator[Any]:
    """Every dictionary of fonts, once."""
    seen: set[tuple[int, int]] = set()

    def within(resources: Any) -> Iterator[Any]:
        if "/Font" in resources and (not resources.Font.is_indirect or resources.Font.objgen not in seen):
            seen.add(resources.Font.objgen)
            yield resources.Font
        for form in resources.get("/XObject", Dictionary()).values():
            if form.objgen not in seen:
                seen.add(form.objgen)
                yield from within(form.get("/Resources", Dictionary()))

    for page in book.pages:
        yield from within(page.obj.get("/Resources", Dictionary()))


def _joined(book: Pdf, fonts: Sequence[Any]) -> Any:
    """The first of the fonts, with the glyphs, widths and meanings of all."""
    widths: dict[int, Any] = {}
    meanings: dict[int, bytes] = {}
    for font in fonts:
        widths |= _widths(font)
        meanings |= {int(code, 16): said for code, said in _CODES.findall(_lines_of(font.ToUnicode))}
    whole = fonts[0]
    descendant = whole.DescendantFonts[0]
    file = book.make_stream(_glyphs([(font.DescendantFonts[0].FontDescriptor, set(_widths(font))) for font in fonts]))
    file.Length1 = len(file.read_bytes())
    descendant.FontDescriptor.FontFile2 = file
    descendant.W = Array([item for glyph in sorted(widths) for item in (glyph, Array([widths[glyph]]))])
    whole.ToUnicode = book.make_stream(_meanings(meanings))
    return whole


def _widths(font: Any) -> dict[int, Any]:
    """Glyph → width, as the font's file has them: a first glyph, then a list of widths."""
    flat = list(font.DescendantFonts[0].W)
    return {
        int(first) + place: width
        for first, run in zip(flat[::2], flat[1::2], strict=True)
        for place, width in enumerate(run)
    }


def _lines_of(to_unicode: Any) -> bytes:
    """The map without its ranges of codes, which look like its lines."""
    octets: bytes = to_unicode.read_bytes()
    return re.sub(rb"begincodespacerange.*?endcodespacerange", b"", octets, flags=re.DOTALL)


def _glyphs(parts: Sequence[tuple[Any, set[int]]]) -> bytes:
    """A font file with the glyphs of all parts: each a descriptor, and which glyphs it has."""
    opened = [
        (TTFont(io.BytesIO(one.FontFile2.read_bytes()), lazy=True, recalcTimestamp=False), glyphs)
        for one, glyphs in parts
    ]
    opened.sort(key=lambda one: -one[0]["maxp"].numGlyphs)
    (whole, there), *others = opened
    names = whole.getGlyphOrder()
    there = set(there)
    for part, glyphs in others:
        for glyph in _with_components(part, glyphs) - there:
            name = part.getGlyphName(glyph)
            whole["glyf"].glyphs[names[glyph]] = part["glyf"].glyphs[name]
            whole["hmtx"].metrics[names[glyph]] = part["hmtx"].metrics[name]
            there.add(glyph)
    octets = io.BytesIO()
    whole.save(octets, reorderTables=False)
    return octets.getvalue()


def _with_components(font: TTFont, glyphs: set[int]) -> set[int]:
    """The glyphs and those that they are composed of."""
    found: set[int] = set()
    waiting = list(glyphs)
    while waiting:
        glyph = waiting.pop()
        if glyph not in found:
            found.add(glyph)
            outline = font["glyf"][font.getGlyphName(glyph)]
            waiting += [font.getGlyphID(name) for name in outline.getComponentNames(font["glyf"])]
    return found


def _meanings(said: dict[int, bytes]) -> bytes:
    lines = [f"<{glyph:04x}> <{said[glyph].decode()}>" for glyph in sorted(said)]
    blocks = [lines[start : start + BLOCK] for start in range(0, len(lines), BLOCK)]
    written = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return CMAP.format(blocks=written).encode()
