"""Files that are small and unpack to much: made here, so that none lies in the repository."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import openpyxl

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET, STYLES, STRINGS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"


def workbook(parts: Mapping[str, bytes] | None = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook of one small list, with these parts instead of its own."""
    book, plain, made = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    assert book.active is not None
    for line in (("업소명", "주소", "등급"), ("강가식당", "마루군 강길 1", "좋음")):
        book.active.append(list(line))
    book.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", method) as new:
        for name in old.namelist():
            if name not in (parts or {}):
                new.writestr(name, old.read(name))
        for name, octets in (parts or {}).items():
            new.writestr(name, octets)
    return made.getvalue()


def sheet(rows: bytes, after: bytes = b"") -> dict[str, bytes]:
    """A sheet with these rows."""
    return {SHEET: b"<worksheet " + MAIN.encode() + b"><sheetData>" + rows + b"</sheetData>" + after + b"</worksheet>"}


def strings(items: bytes) -> dict[str, bytes]:
    """Shared strings."""
    return {STRINGS: b"<sst " + MAIN.encode() + b">" + items + b"</sst>"}


def styles(inner: bytes) -> dict[str, bytes]:
    """A style sheet."""
    return {STYLES: b"<styleSheet " + MAIN.encode() + b">" + inner + b"</styleSheet>"}


def lying() -> bytes:
    """A workbook whose directory says that its sheet is small."""
    octets = bytearray(workbook(sheet(b"<row/>" * 2_000_000)))
    entry = octets.rindex(b"PK\x01\x02", 0, octets.rindex(SHEET.encode()))
    octets[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    return bytes(octets)


def many_parts() -> bytes:
    """A workbook of many empty files."""
    return workbook({f"xl/{number}": b"" for number in range(3000)})


ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(98, 107)
)
BOMB = ENTITIES + b"]>"

HOSTILE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "a sheet of rows without end": (lambda: workbook(sheet(b"<row/>" * 5_000_000)), "rows"),
    "a row numbered beyond Excel": (lambda: workbook(sheet(b'<row r="99999999999"/>')), "rows"),
    "cells in every column": (lambda: workbook(sheet(b"<row>" + b"<c/>" * 16_384 + b"</row>")), "columns"),
    "a cell in the last column of all rows": (
        lambda: workbook(sheet(b'<row><c r="XFD1"/></row>' * 200_000)),
        "columns",
    ),
    "cells without end": (lambda: workbook(sheet((b"<row>" + b"<c/>" * 500 + b"</row>") * 1300)), "cells"),
    "values without end in a cell": (lambda: workbook(sheet(b"<row><c>" + b"<v>1</v>" * 900_000)), "cells"),
    "shared strings without end": (lambda: workbook(strings(b"<si><t/></si>" * 400_000)), "strings"),
    "a shared string of many pieces": (lambda: workbook(strings(b"<si>" + b"<r/>" * 2_000_000)), "parts"),
    "a text of many letters": (lambda: workbook(strings(b"<si><t>" + b"a" * 4_000_000)), "text"),
    "a tag of many letters": (lambda: workbook(strings(b'<si a="' + b"a " * 2_000_000)), "text"),
    "styles of cells": (lambda: workbook(styles(b"<cellXfs>" + b"<xf/>" * 900_000)), "styles"),
    "fonts": (lambda: workbook(styles(b"<fonts>" + b"<font/>" * 700_000)), "styles"),
    "merged cells": (lambda: workbook(sheet(b"", b"<mergeCells>" + b'<mergeCell ref="A1:B2"/>' * 190_000)), "merged"),
    "sheets": (lambda: workbook({"xl/workbook.xml": b"<workbook><sheets>" + b"<sheet/>" * 900}), "sheets"),
    "names of ranges": (lambda: workbook({"xl/workbook.xml": b"<workbook>" + b"<definedName/>" * 90_000}), "names"),
    "deep nesting": (lambda: workbook(strings(b"<si>" * 400_000)), "depth"),
    "entities": (lambda: workbook({STRINGS: BOMB + b"<sst>&j;</sst>"}), "entities"),
    "entities in letters of two octets": (
        lambda: workbook({STRINGS: (BOMB + b"<sst>&j;</sst>").decode().encode("utf-16")}),
        "entities",
    ),
    "letters of four octets under another name": (
        lambda: workbook({"xl/other.bin": (BOMB + b"<sst>&j;</sst>").decode().encode("utf-32-be")}),
        "zip",
    ),
    "an encoding that only some parsers know": (
        lambda: workbook({"xl/other.vml": b'<?xml version="1.0" encoding="IBM037"?><a/>'}),
        "zip",
    ),
    "a part that unpacks too well": (lambda: workbook({"xl/media/a.bin": b"\0" * 90_000_000}), "ratio"),
    "a large part": (lambda: workbook({"xl/media/a.bin": b"\0" * 101_000_000}), "unpacked"),
    "another way of packing": (lambda: workbook(method=zipfile.ZIP_LZMA), "zip"),
    "a directory that lies": (lying, "zip"),
    "many parts": (many_parts, "parts"),
    "a CSV of one long line": (lambda: b"," * 30_000_000, "columns"),
    "a CSV of one row over many lines": (lambda: b'"\n",' * 7_000_000, "columns"),
    "a CSV of many columns": (lambda: b"a," * 5_000, "columns"),
    "a CSV that is too large": (lambda: b"a,b\n" * 9_000_000, "size"),
    "JSON of empty objects": (lambda: b'{"row":[' + b"{}," * 9_000_000 + b"{}]}", "values"),
    "JSON of small values": (lambda: b'{"row":[' + b"1," * 9_000_000 + b"1]}", "values"),
    "JSON without bottom": (lambda: b'{"row":' + b"[" * 1_000_000, "json"),
    "XML of empty elements": (lambda: b"<C004>" + b"<a/>" * 1_100_000, "parts"),
    "XML of entities": (lambda: BOMB + b"<C004>&j;</C004>", "entities"),
    "XML of one long attribute": (lambda: b'<C004 a="' + b"a" * 30_000_000, "text"),
    "XML of many attributes": (lambda: b"<C004 " + b" ".join(b'a%d=""' % n for n in range(500_000)), "text"),
}
"""What is hostile → how it is made, and the word with which it is refused."""
