"""Bounds of what other offices' files may unpack to, checked in a stream before anything of them is kept in memory.

Separate from the readers, because a small file can hold a table that no computer has room for: 49 KB of XLSX that
openpyxl turns into gigabytes, XML whose entities grow, a line of a million commas. Nothing here builds a tree.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TextIO
from xml.parsers import expat

MOST_OCTETS = 32_000_000
"""Of a file."""
MOST_PARTS = 2_000
"""Files in a workbook."""
MOST_PART, MOST_UNPACKED = 100_000_000, 160_000_000
"""Octets that one part, and all parts of a workbook together, unpack to."""
MOST_RATIO, FREE_OF_RATIO = 600, 5_000_000
"""How many times its packed size a part may unpack to, where it is larger than the second number."""
MOST_DEPTH = 60
MOST_TEXT = 200_000
"""Letters of one cell, or octets of one tag."""
MOST_COLUMNS = 702
"""Up to ZZ."""
LAST_ROW = 1_048_576
"""Of Excel."""
MOST_ELEMENTS = 150_000
"""In one part of a workbook, beside those that are counted by name."""
MOST_OF: Mapping[str, tuple[int, str]] = {
    "si": (300_000, "strings"),
    "xf": (20_000, "styles"),
    "c": (600_000, "cells"),
    "row": (300_000, "rows"),
    "v": (600_000, "cells"),
    "f": (600_000, "cells"),
    "is": (600_000, "cells"),
    "t": (700_000, "strings"),
    "mergeCell": (20_000, "merged"),
    "sheet": (200, "sheets"),
    "definedName": (5_000, "names"),
}
"""Element of a workbook → how many there may be in all its parts, and the word for what there is too much of."""
MOST_REGISTER_ELEMENTS = 1_000_000
MOST_VALUES, MOST_LISTS, MOST_JSON_OBJECTS = 3_000_000, 2_000_000, 400_000
"""Of a JSON file: commas, opening brackets (a point of a map is a list) and opening braces."""
CHUNK = 65_536
UNKNOWN_ENCODING = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]


class UnreadableError(Exception):
    """The file is no table, or too large a one; its argument says in a word why: `size`, `zip`, `cells`, `entities`."""


def check_workbook(octets: bytes) -> None:
    """Raise UnreadableError where an XLSX would unpack to more than a list can need."""
    if octets.count(b"PK\x01\x02") > MOST_PARTS:  # counted before zipfile makes an object of each
        raise UnreadableError("parts")
    with zipfile.ZipFile(io.BytesIO(octets)) as packed:
        parts = packed.infolist()
        for part in parts:
            _check_part(part)
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise UnreadableError("unpacked")
        if len({part.filename for part in parts}) < len(parts):
            raise UnreadableError("zip")
        counts: Counter[str] = Counter()
        for part in parts:
            with packed.open(part) as source:
                _check_content(part.filename, iter(partial(source.read, CHUNK), b""), counts)


def check_register_xml(octets: bytes) -> None:
    """Raise UnreadableError where XML has entities, or more elements than a register."""
    chunks = (octets[start : start + CHUNK] for start in range(0, len(octets), CHUNK))
    _Scan(Counter(), {}, MOST_REGISTER_ELEMENTS).run(chunks)


def check_json(octets: bytes) -> None:
    """Raise UnreadableError where JSON has more values than a list or a map can need."""
    if len(octets) > MOST_OCTETS:
        raise UnreadableError("size")
    if octets.count(b",") > MOST_VALUES or octets.count(b"[") > MOST_LISTS or octets.count(b"{") > MOST_JSON_OBJECTS:
        raise UnreadableError("values")


class RowLines:
    """The lines of a CSV; raises UnreadableError where a row, which may run over several of them, is too long."""

    def __init__(self, lines: TextIO) -> None:
        self._lines, self._letters = lines, 0

    def __iter__(self) -> RowLines:
        return self

    def __next__(self) -> str:
        line = self._lines.readline(MOST_TEXT + 1)
        self._letters += len(line)
        if self._letters > MOST_TEXT:
            raise UnreadableError("columns")
        if not line:
            raise StopIteration
        return line

    def next_row(self) -> None:
        """The row before is read: count anew."""
        self._letters = 0


def _check_part(part: zipfile.ZipInfo) -> None:
    """What the directory of the workbook says of one part. A lie about its size ends in a wrong checksum."""
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableError("zip")
    if part.file_size > MOST_PART:
        raise UnreadableError("unpacked")
    if part.file_size > FREE_OF_RATIO and part.file_size > MOST_RATIO * max(1, part.compress_size):
        raise UnreadableError("ratio")


def _check_content(name: str, chunks: Iterator[bytes], counts: Counter[str]) -> None:
    first = next(chunks, b"")
    if re.match(rb"\0\0|.\0\0\0|\x4c\x6f\xa7\x94", first, re.DOTALL):  # letters of four octets, EBCDIC
        raise UnreadableError("zip")
    if not re.match(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<", first):
        return  # a picture, a printer's settings: no parser takes it for XML
    try:
        _Scan(counts, MOST_OF, MOST_ELEMENTS).run(chain((first,), chunks))
    except UnreadableError as error:
        malformed = isinstance(error.__cause__, expat.ExpatError) and error.__cause__.code != UNKNOWN_ENCODING
        if str(error) != "xml" or name.endswith((".xml", ".rels")) or not malformed:
            raise UnreadableError("zip" if str(error) == "xml" else str(error)) from error
        # a drawing in the older VML, which is no sound XML: nobody reads it


@dataclass
class _Scan:
    """One pass over XML that only counts. `counts` goes on from part to part."""

    counts: Counter[str]
    most: Mapping[str, tuple[int, str]]
    others: int
    """How many elements of other names."""
    root: str = ""
    elements: int = 0
    depth: int = 0
    column: int = 0
    letters: int = 0
    parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)

    def run(self, chunks: Iterable[bytes]) -> None:
        """Read all chunks. Raises UnreadableError at a bound, and for what is no XML."""
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = _refuse_entities
        self.parser.EntityDeclHandler = _refuse_entities
        fed = 0
        try:
            for chunk in chunks:
                self.parser.Parse(chunk, False)
                fed += len(chunk)
                if fed - self.parser.CurrentByteIndex > MOST_TEXT + CHUNK:  # a tag without end is kept until it ends
                    raise UnreadableError("text")
            self.parser.Parse(b"", True)
        except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: an encoding that it cannot read
            raise UnreadableError("xml") from error

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag[tag.rfind(":") + 1 :]
        self.root = self.root or name
        self.letters = 0
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise UnreadableError("depth")
        if name in self.most:
            self.counts[name] += 1
            if self.counts[name] > self.most[name][0]:
                raise UnreadableError(self.most[name][1])
        else:
            self.elements += 1
            if self.elements > self.others:
                raise UnreadableError("styles" if self.root == "styleSheet" else "parts")
        if self.root == "worksheet":
            self._cell(name, attributes.get("r", ""))

    def _cell(self, name: str, place: str) -> None:
        """A row that is numbered beyond Excel's last, a cell beyond column ZZ."""
        if name == "row":
            self.column = 0
            if place.isdecimal() and (len(place) > 9 or int(place) > LAST_ROW):
                raise UnreadableError("rows")
        elif name == "c":
            self.column += 1
            if self.column > MOST_COLUMNS or len(place.rstrip("0123456789")) > 2:
                raise UnreadableError("columns")

    def _end(self, _: str) -> None:
        self.depth -= 1

    def _text(self, words: str) -> None:
        self.letters += len(words)
        if self.letters > MOST_TEXT:
            raise UnreadableError("text")


def _refuse_entities(*_: object) -> None:
    raise UnreadableError("entities")
