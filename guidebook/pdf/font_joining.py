"""One font a face for the whole book: each chapter brings a subset of its own, with the glyph numbers of the face.

A subset keeps the face's number of a glyph that is shown, but not of a part that only composes others (the two halves
of `”`): such parts are numbered anew in every subset. So composed glyphs are drawn out into plain outlines, and glyphs
are told by their number alone. What a code says when it is copied may differ between chapters, where two characters
share a glyph; fonts that say different things then stay two, over one and the same file of glyphs.

Separate from joining pages, because it works on the finished page tree and knows font files.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.ttProgram import Program
from pikepdf import Array, Dictionary, Name, Pdf

_CODES = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>")
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
            if _is_plain(font):
                faces.setdefault(str(font.BaseFont), {})[font.objgen] = font
    joined: dict[tuple[int, int], Any] = {}
    for those in faces.values():
        if len(those) > 1:
            joined |= _joined(book, list(those.values()))
    for fonts in places:
        for key in list(fonts.keys()):
            fonts[key] = joined.get(fonts[key].objgen, fonts[key])


def _is_plain(font: Any) -> bool:
    """Whether the codes of a font are numbers of its own glyphs, as they are unless a glyph was missing."""
    return (
        font.get("/Encoding") == Name("/Identity-H")
        and "/ToUnicode" in font
        and "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    )


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


def _joined(book: Pdf, fonts: Sequence[Any]) -> dict[tuple[int, int], Any]:
    """Which font each of the fonts of a face becomes, by its number in the file."""
    widths: dict[int, Any] = {}
    for font in fonts:
        widths |= _widths(font)
    descendant = fonts[0].DescendantFonts[0]
    descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts]
    glyphs = [frozenset(_widths(font)) for font in fonts]
    file = book.make_stream(
        _glyphs(tuple((one.FontFile2.read_bytes(), those) for one, those in zip(descriptors, glyphs, strict=True)))
    )
    file.Length1 = len(file.read_bytes())
    descendant.FontDescriptor.FontFile2 = file
    descendant.W = Array([item for glyph in sorted(widths) for item in (glyph, Array([widths[glyph]]))])
    become: dict[tuple[int, int], Any] = {}
    for said, those in _agreeing(fonts):
        whole = those[0]
        whole.DescendantFonts = Array([descendant])
        whole.ToUnicode = book.make_stream(_meanings(said))
        become |= {font.objgen: whole for font in those}
    return become


def _agreeing(fonts: Sequence[Any]) -> list[tuple[dict[int, bytes], list[Any]]]:
    """The fonts in groups, of which no two say different things by one code, with all that each group says."""
    groups: list[tuple[dict[int, bytes], list[Any]]] = []
    for font in fonts:
        own = {int(code, 16): said.lower() for code, said in _CODES.findall(_lines_of(font.ToUnicode))}
        group = next((one for one in groups if all(one[0].get(code, own[code]) == own[code] for code in own)), None)
        if group is None:
            groups.append((own, [font]))
        else:
            group[0].update(own)
            group[1].append(font)
    return groups


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


@lru_cache(maxsize=16)
def _glyphs(parts: tuple[tuple[bytes, frozenset[int]], ...]) -> bytes:
    """A font file with the glyphs of all parts: each a font file, and which glyphs it has.

    Kept, because print formats that share their chapters are joined from the same files.
    """
    opened = [(TTFont(io.BytesIO(file), lazy=True, recalcTimestamp=False), glyphs) for file, glyphs in parts]
    whole = max((font for font, _ in opened), key=lambda font: int(font["maxp"].numGlyphs))
    names = whole.getGlyphOrder()
    outlines: dict[str, Glyph] = {names[0]: _plain(whole, names[0])}
    sides = {names[0]: whole["hmtx"].metrics[names[0]]}
    for font, glyphs in opened:
        order = font.getGlyphOrder()
        for glyph in glyphs:
            if names[glyph] not in outlines:
                outlines[names[glyph]] = _plain(font, order[glyph])
                sides[names[glyph]] = font["hmtx"].metrics[order[glyph]]
    whole["glyf"].glyphs = {name: outlines.get(name) or Glyph() for name in names}
    whole["hmtx"].metrics = {name: sides.get(name, (0, 0)) for name in names}
    octets = io.BytesIO()
    whole.save(octets, reorderTables=False)
    return octets.getvalue()


def _plain(font: TTFont, name: str) -> Glyph:
    """A glyph that is composed of no others."""
    table = font["glyf"]
    outline = table.glyphs[name]
    if not outline.isComposite():
        return outline
    drawn = Glyph()
    drawn.coordinates, drawn.endPtsOfContours, drawn.flags = table[name].getCoordinates(table)
    drawn.coordinates.toInt()
    drawn.numberOfContours = len(drawn.endPtsOfContours)
    drawn.program = Program()
    drawn.program.fromBytecode(b"")
    drawn.recalcBounds(table)
    return drawn


def _meanings(said: dict[int, bytes]) -> bytes:
    lines = [f"<{glyph:04x}> <{said[glyph].decode()}>" for glyph in sorted(said)]
    blocks = [lines[start : start + BLOCK] for start in range(0, len(lines), BLOCK)]
    written = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return CMAP.format(blocks=written).encode()
