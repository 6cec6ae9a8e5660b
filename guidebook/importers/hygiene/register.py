"""A saved page of 식품안전나라's register C004 as rows: JSON or XML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from guidebook.importers.reading.limits import MOST_OCTETS, UnreadableError, check_json, check_register_xml
from guidebook.importers.reading.spreadsheet import Row, words_of

PERSONAL = frozenset({"PRSDNT_NM", "WRKR_REG_NO"})
"""Never taken over."""
WITHOUT_ANSWERS = "INFO-200"
"""The register's code for a question without answers."""


def is_register(octets: bytes) -> bool:
    """Whether the file is JSON or XML and not a table."""
    return _opening(octets) in (b"{", b"<")


def register_rows(octets: bytes) -> Iterator[Row]:
    """A heading row with the register's own names of fields, then its rows. Raises UnreadableError."""
    if len(octets) > MOST_OCTETS:
        raise UnreadableError("size")
    entries = list(_json(octets) if _opening(octets) == b"{" else _xml(octets))
    if not entries:
        raise UnreadableError("empty")
    names = tuple(dict.fromkeys(name for entry in entries for name in entry))
    yield Row(1, names)
    for number, entry in enumerate(entries, start=1):
        yield Row(number, tuple(words_of(entry.get(name)) for name in names))


def _opening(octets: bytes) -> bytes:
    return octets[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]


def _json(octets: bytes) -> Iterator[dict[str, Any]]:
    check_json(octets)
    try:
        read = json.loads(octets.decode("utf-8-sig"))
        body = read.get("C004", read)
        if body.get("RESULT", {}).get("CODE") == WITHOUT_ANSWERS:
            return
        yield from (_public(dict(entry)) for entry in body["row"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError("json") from error


def _xml(octets: bytes) -> Iterator[dict[str, Any]]:
    check_register_xml(octets)  # which also refuses entities: they may grow without end
    try:
        root = ElementTree.fromstring(octets)
    except (ElementTree.ParseError, ValueError, LookupError) as error:  # the last two: an encoding it cannot read
        raise UnreadableError("xml") from error
    for entry in root.iter("row"):
        yield _public({child.tag: child.text or "" for child in entry})


def _public(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name not in PERSONAL}
