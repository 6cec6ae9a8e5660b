"""Sheets of rows of text from a spreadsheet of any make: XLSX, or CSV in the encodings that Korean offices use."""

from __future__ import annotations

import codecs
import csv
import html
import io
import re
import unicodedata
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from guidebook.importers.reading.limits import (
    CHUNK,
    LAST_ROW,
    MOST_COLUMNS,
    MOST_OCTETS,
    RowLines,
    UnreadableError,
    check_workbook,
)

MOST_ROWS = 200_000
"""With something in them."""
ENCODINGS = ("utf-8-sig", "cp949")
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How an `.xls` begins, and also an `.xlsx` under a password."""
SAMPLE = 20
"""Lines by which the delimiter is told."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty. `number` is its row in the file, from 1."""

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()
    """Positions of cells that hold a formula or its error: what they would show is not known."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. Its rows are read anew at every call, and only as far as they are asked for."""

    name: str
    """Empty where the file is one table: CSV, a register."""
    visible: bool
    rows: Callable[[], Iterator[Row]]
    """Raises UnreadableError."""


def sheets(octets: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook in their order, or the one table of a CSV. Raises UnreadableError."""
    if len(octets) > MOST_OCTETS:
        raise UnreadableError("size")
    if octets.startswith(OLD_OR_LOCKED):
        raise UnreadableError("old")
    if octets[:2] != b"PK":
        return (Sheet("", True, lambda: _within_bounds(_csv(octets))),)
    from openpyxl import load_workbook  # here: lists in CSV, and the words that reports share with this module

    try:
        check_workbook(octets)
        with warnings.catch_warnings(action="ignore"):  # styles that it does not know: we read none
            book = load_workbook(io.BytesIO(octets), read_only=True, keep_links=False)
        return tuple(
            Sheet(sheet.title, sheet.sheet_state == "visible", partial(_read, sheet)) for sheet in book.worksheets
        )
    except UnreadableError:
        raise
    except Exception as error:  # zipfile, zlib, expat and openpyxl tell of a broken file in exceptions of every kind
        raise UnreadableError("zip") from error


def rows(octets: bytes) -> Iterator[Row]:
    """The rows of the first visible sheet. Raises UnreadableError."""
    first = next((sheet for sheet in sheets(octets) if sheet.visible), None)
    if first is None:
        raise UnreadableError("hidden")
    yield from first.rows()


def _within_bounds(table: Iterator[Row]) -> Iterator[Row]:
    filled = 0
    for row in table:
        filled += any(row.cells)
        if filled > MOST_ROWS or row.number > LAST_ROW:
            raise UnreadableError("rows")
        if len(row.cells) > MOST_COLUMNS:
            raise UnreadableError("columns")
        if any(row.cells):
            yield row


def _read(sheet: Any) -> Iterator[Row]:
    try:
        yield from _within_bounds(_cells(sheet))
    except UnreadableError:
        raise
    except Exception as error:  # as above: a sheet is unpacked only here
        raise UnreadableError("zip") from error


def _cells(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # many programs write A1 there, and every other cell would be lost
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        formulas = frozenset(place for place, cell in enumerate(cells) if cell.data_type in ("f", "e"))
        texts = (words_of(getattr(cell.value, "text", cell.value)) for cell in cells)
        yield Row(number, tuple(texts), formulas)


def _csv(octets: bytes) -> Iterator[Row]:
    encoding = _encoding(octets)
    beginning = octets[:40_000].decode(encoding, "replace")
    lines = RowLines(io.TextIOWrapper(io.BytesIO(octets), encoding, "replace", newline=""))
    try:
        table = csv.reader(lines, delimiter=_delimiter(beginning[:20_000]), strict=True)
        for number, cells in enumerate(table, start=1):
            lines.next_row()
            yield Row(number, tuple(words_of(_bare(cell)) for cell in cells))
    except csv.Error as error:
        raise UnreadableError("quotes") from error


def _delimiter(beginning: str) -> str:
    """The one that makes most lines equally wide: addresses hold commas too."""
    lines = beginning.splitlines()[:SAMPLE]

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter) if len(cells) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(",\t;", key=evenness)


def _bare(cell: str) -> str:
    """`="0413501234"`, which keeps Excel from taking the zero, is what stands in the quotes."""
    quoted = re.fullmatch(r'="([^"]*)"', cell)
    return quoted[1] if quoted else cell


def _encoding(octets: bytes) -> str:
    """The encoding in which all of it can be read, piece by piece."""
    if octets[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    for encoding in ENCODINGS:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            for start in range(0, len(octets), CHUNK):
                decoder.decode(octets[start : start + CHUNK], start + CHUNK >= len(octets))
        except UnicodeDecodeError:
            continue
        return encoding
    raise UnreadableError("encoding")


def words_of(cell: object) -> str:
    """A cell as text: dates as `2024-08-10`, whole numbers without a point, entities resolved, some coded twice.

    Hangul is composed and invisible characters are gone, as everywhere in the content.
    """
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return cell.strftime("%Y-%m-%d")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    words = " ".join(html.unescape(html.unescape(str(cell))).split())
    return unicodedata.normalize("NFC", "".join(sign for sign in words if not _invisible(sign)))


def _invisible(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Cn")
