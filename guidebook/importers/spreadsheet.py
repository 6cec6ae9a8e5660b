"""Rows of text from a spreadsheet of any make: XLSX, or CSV in the encodings that Korean offices use."""

from __future__ import annotations

import csv
import html
import io
import re
import unicodedata
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import load_workbook

MOST_ROWS = 200_000
"""With something in them. Empty rows between them end where a sheet of Excel ends."""
LAST_ROW = 1_048_576
MOST_OCTETS = 64_000_000
"""Of a file, and of what an XLSX unpacks to times four."""
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


class UnreadableError(Exception):
    """The file is no table; its argument says in a word why: `size`, `zip`, `old`, `encoding`, `rows`, `quotes`."""


def rows(octets: bytes) -> Iterator[Row]:
    """The rows of the first visible sheet or of the CSV, one after the other. Raises UnreadableError."""
    if len(octets) > MOST_OCTETS:
        raise UnreadableError("size")
    if octets.startswith(OLD_OR_LOCKED):
        raise UnreadableError("old")
    taken = 0
    for row in _xlsx(octets) if octets[:2] == b"PK" else _csv(octets):
        taken += any(row.cells)
        if taken > MOST_ROWS or row.number > LAST_ROW:
            raise UnreadableError("rows")
        if any(row.cells):
            yield row


def _xlsx(octets: bytes) -> Iterator[Row]:
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_OCTETS * 4:
                raise UnreadableError("size")
        with warnings.catch_warnings(action="ignore"):  # styles that it does not know: we read none
            book = load_workbook(io.BytesIO(octets), read_only=True, data_only=False)
        sheet = next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
        sheet.reset_dimensions()  # many programs write A1 there, and every other cell would be lost
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            formulas = frozenset(place for place, cell in enumerate(cells) if cell.data_type in ("f", "e"))
            texts = (words_of(getattr(cell.value, "text", cell.value)) for cell in cells)
            yield Row(number, tuple(texts), formulas)
    except UnreadableError:
        raise
    except Exception as error:  # zipfile, zlib, expat and openpyxl tell of a broken file in exceptions of every kind
        raise UnreadableError("zip") from error


def _csv(octets: bytes) -> Iterator[Row]:
    text = _decoded(octets)
    try:
        table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text[:20_000]), strict=True)
        for number, cells in enumerate(table, start=1):
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
    found = re.fullmatch(r'="([^"]*)"', cell)
    return found[1] if found else cell


def _decoded(octets: bytes) -> str:
    if octets[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return octets.decode("utf-16", "replace")
    for encoding in ENCODINGS:
        try:
            return octets.decode(encoding)
        except UnicodeDecodeError:
            continue
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
