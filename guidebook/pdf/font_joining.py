"""Merges the font subsets of all chapters into one embedded font for each face.

A subset keeps the glyph ids of the face for glyphs that are shown, but not for components of composite glyphs (the two
halves of `”`), which get new ids in every subset. So composite glyphs are decomposed into simple outlines, and glyphs
are identified by their id alone. Where two characters share a glyph, the ToUnicode maps of two chapters may differ;
such fonts stay two, over one and the same font file.

Separate from joining pages, because it works on the finished page tree and knows font files.
"""

from __future__ import annotations

import io
import re
import sys
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from fontTools.ttLib.tables.ttProgram import Program
from pikepdf import Array, Dictionary, Name, Pdf

_CODES = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>")
"""A line of a ToUnicode map: the glyph id and the characters that it stands for."""
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
METRIC = 4
"""The bytes of a glyph's width and left side bearing in the table `hmtx`."""
ALIGNED = 4
"""Outlines begin at multiples of so many bytes."""


def join_fonts(book: Pdf) -> None:
    """Let all pages and forms of `book` use one font for each face, which has every glyph that any of them shows."""
    dictionaries = list(_font_resources(book))
    faces: dict[str, dict[tuple[int, int], Any]] = {}
    for fonts in dictionaries:
        for font in fonts.values():
            if _is_identity_font(font):
                faces.setdefault(str(font.BaseFont), {})[font.objgen] = font
    joined: dict[tuple[int, int], Any] = {}
    for subsets in faces.values():
        if len(subsets) > 1:
            joined |= _joined(book, list(subsets.values()))
    for fonts in dictionaries:
        for key in list(fonts.keys()):
            fonts[key] = joined.get(fonts[key].objgen, fonts[key])


def _is_identity_font(font: Any) -> bool:
    """Whether the codes of a font are the glyph ids of its embedded file."""
    return (
        font.get("/Encoding") == Name("/Identity-H")
        and "/ToUnicode" in font
        and "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    )


def _font_resources(book: Pdf) -> Iterator[Any]:
    """Every font resource dictionary, once."""
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
    """Object number of each font of a face → the font that takes its place."""
    widths: dict[int, Any] = {}
    for font in fonts:
        widths |= _widths(font)
    descendant = fonts[0].DescendantFonts[0]
    files = [font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes() for font in fonts]
    glyph_ids = [frozenset(_widths(font)) for font in fonts]
    file = book.make_stream(_font_file(tuple(zip(files, glyph_ids, strict=True))))
    file.Length1 = len(file.read_bytes())
    descendant.FontDescriptor.FontFile2 = file
    descendant.W = Array([item for glyph in sorted(widths) for item in (glyph, Array([widths[glyph]]))])
    replacements: dict[tuple[int, int], Any] = {}
    for characters, members in _grouped(fonts):
        merged = members[0]
        merged.DescendantFonts = Array([descendant])
        merged.ToUnicode = book.make_stream(_to_unicode(characters))
        replacements |= {font.objgen: merged for font in members}
    return replacements


def _grouped(fonts: Sequence[Any]) -> list[tuple[dict[int, bytes], list[Any]]]:
    """The fonts in groups whose ToUnicode maps do not contradict one another, each with the union of its maps."""
    groups: list[tuple[dict[int, bytes], list[Any]]] = []
    for font in fonts:
        own = {int(code, 16): characters.lower() for code, characters in _CODES.findall(_entries(font.ToUnicode))}
        for characters, members in groups:
            if all(characters.get(code, own[code]) == own[code] for code in own):
                characters.update(own)
                members.append(font)
                break
        else:
            groups.append((own, [font]))
    return groups


def _widths(font: Any) -> dict[int, Any]:
    """Glyph id → width, from the `W` array: a first glyph id, then a list of widths."""
    flat = list(font.DescendantFonts[0].W)
    return {
        int(first) + offset: width
        for first, run in zip(flat[::2], flat[1::2], strict=True)
        for offset, width in enumerate(run)
    }


def _entries(to_unicode: Any) -> bytes:
    """The map without its codespace ranges, which look like its entries."""
    octets: bytes = to_unicode.read_bytes()
    return re.sub(rb"begincodespacerange.*?endcodespacerange", b"", octets, flags=re.DOTALL)


@lru_cache(maxsize=16)
def _font_file(subsets: tuple[tuple[bytes, frozenset[int]], ...]) -> bytes:
    """A font file with the glyphs of all subsets, each given by its font file and its glyph ids.

    Simple outlines are copied as they are written. Kept, because print formats that share their chapters are joined
    from the same files.
    """
    opened = [
        (TTFont(io.BytesIO(file), lazy=True, recalcTimestamp=False, recalcBBoxes=False), glyphs)
        for file, glyphs in subsets
    ]
    whole = max((font for font, _ in opened), key=lambda font: int(font["maxp"].numGlyphs))
    count = int(whole["maxp"].numGlyphs)
    outlines, sides = [b""] * count, [b"\0" * METRIC] * count
    copied: set[int] = set()
    for font, glyphs in ((whole, frozenset({0})), *opened):
        wanted = sorted(glyphs - copied)
        for glyph, outline, side in zip(wanted, _outlines(font, wanted), _sides(font, wanted), strict=True):
            outlines[glyph], sides[glyph] = outline, side
        copied |= glyphs
    _replace_outlines(whole, outlines, sides)
    octets = io.BytesIO()
    whole.save(octets, reorderTables=False)
    return octets.getvalue()


def _outlines(font: TTFont, glyphs: Sequence[int]) -> Iterator[bytes]:
    """The outlines of these glyphs as they stand in the file; those of composite glyphs are made simple."""
    offsets, written = font["loca"].locations, font.reader["glyf"]
    for glyph in glyphs:
        outline = written[offsets[glyph] : offsets[glyph + 1]]
        if outline and int.from_bytes(outline[:2], "big", signed=True) < 0:
            outline = _decomposed(font, font.getGlyphOrder()[glyph])
        yield outline + bytes(-len(outline) % ALIGNED)


def _sides(font: TTFont, glyphs: Sequence[int]) -> Iterator[bytes]:
    """The advance width and left side bearing of these glyphs, as they stand in the file."""
    written, full = font.reader["hmtx"], int(font["hhea"].numberOfHMetrics)
    for glyph in glyphs:
        if glyph < full:
            yield written[glyph * METRIC : (glyph + 1) * METRIC]
        else:  # glyphs beyond share the last width, and have their bearings alone behind it
            width = written[(full - 1) * METRIC : (full - 1) * METRIC + 2]
            bearing = full * METRIC + (glyph - full) * 2
            yield width + written[bearing : bearing + 2]


def _replace_outlines(font: TTFont, outlines: Sequence[bytes], sides: Sequence[bytes]) -> None:
    """Let a font have these outlines and sides, one for each glyph."""
    offsets = array("I", accumulate(map(len, outlines), initial=0))
    if sys.byteorder == "little":
        offsets.byteswap()
    for tag, data in (("glyf", b"".join(outlines)), ("loca", offsets.tobytes()), ("hmtx", b"".join(sides))):
        font.tables[tag] = DefaultTable(tag)
        font.tables[tag].data = data
    font["head"].indexToLocFormat = 1
    font["hhea"].numberOfHMetrics = len(sides)
    limits = font["maxp"]
    limits.maxPoints = max(limits.maxPoints, limits.maxCompositePoints)
    limits.maxContours = max(limits.maxContours, limits.maxCompositeContours)


def _decomposed(font: TTFont, name: str) -> bytes:
    """The outline of a composite glyph without components."""
    table = font["glyf"]
    outline = Glyph()
    outline.coordinates, outline.endPtsOfContours, outline.flags = table[name].getCoordinates(table)
    outline.coordinates.toInt()
    outline.numberOfContours = len(outline.endPtsOfContours)
    outline.program = Program()
    outline.program.fromBytecode(b"")
    outline.recalcBounds(table)
    return bytes(outline.compile(table))


def _to_unicode(characters: dict[int, bytes]) -> bytes:
    """A ToUnicode map, from glyph ids to hexadecimal UTF-16."""
    lines = [f"<{glyph:04x}> <{characters[glyph].decode()}>" for glyph in sorted(characters)]
    blocks = [lines[start : start + BLOCK] for start in range(0, len(lines), BLOCK)]
    written = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return CMAP.format(blocks=written).encode()
