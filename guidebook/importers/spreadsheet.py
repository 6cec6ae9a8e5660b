"""Rows of text from a spreadsheet of any make: XLSX, or CSV in the encodings that Korean offices use."""

from __future__ import annotations

import csv
import html
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MOST_ROWS = 200_000
MOST_OCTETS = 64_000_000
"""Of a file, and of what an XLSX unpacks to times four."""
ENCODINGS = ("utf-8-sig", "cp949")


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty. `number` is its row in the file, from 1; a formula stays as it is written."""

    number: int
    cells: tuple[str, ...]


class UnreadableError(Exception):
    """The file is no table; its argument says in a word why: `size`, `zip`, `encoding`, `rows`."""


def rows(octets: bytes) -> Iterator[Row]:
    """The rows of the first sheet or of the CSV, one after the other. Raises UnreadableError."""
    if len(octets) > MOST_OCTETS:
        raise UnreadableError("size")
    for row in _xlsx(octets) if octets[:2] == b"PK" else _csv(octets):
        if row.number > MOST_ROWS:
            raise UnreadableError("rows")
        if any(row.cells):
            yield row


def _xlsx(octets: bytes) -> Iterator[Row]:
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_OCTETS * 4:
                raise UnreadableError("size")
        book = load_workbook(io.BytesIO(octets), read_only=True, data_only=False)
        for number, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            yield Row(number, tuple(words_of(cell) for cell in cells))
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, EOFError, SyntaxError) as error:
        raise UnreadableError("zip") from error


def _csv(octets: bytes) -> Iterator[Row]:
    text = _decoded(octets)
    first = text[:4000]
    delimiter = max(",\t;", key=first.count)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1):
            yield Row(number, tuple(words_of(cell) for cell in cells))
    except csv.Error as error:
        raise UnreadableError("rows") from error


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
    """A cell as text: dates as `2024-08-10`, whole numbers without a point, entities resolved, some coded twice."""
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return cell.strftime("%Y-%m-%d")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(html.unescape(html.unescape(str(cell))).split())
