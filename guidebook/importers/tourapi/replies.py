"""A saved reply of TourAPI as items: JSON or XML, of lists, common, intro and image operations alike.

Traps of the service that are known: no rows are `"items": ""`, one row is an object and no list, errors come with or
without the usual envelope and in XML also where JSON was asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

from guidebook.importers.reading.limits import MOST_OCTETS, UnreadableError, check_json, check_register_xml

FINE = frozenset({"0000", "00", ""})
"""Codes of replies that are no errors."""
MOST_ITEMS = 5_000
MOST_LETTERS = 20_000
"""Of one value."""
OWN_WORDS = {"xml": "tourapi", "json": "tourapi", "depth": "nested", "values": "items"}
"""Reasons of what is read like a register or a workbook → the same of a reply."""
Item = Mapping[str, str]


class RefusedError(Exception):
    """The service answered with an error; its argument is what it said."""


def items_of(octets: bytes) -> tuple[Item, ...]:
    """The items of a reply. Raises UnreadableError and RefusedError."""
    if len(octets) > MOST_OCTETS:
        raise UnreadableError("size")
    opening = octets[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if opening not in (b"{", b"<"):
        raise UnreadableError("tourapi")
    found = tuple(_json(octets) if opening == b"{" else _xml(octets))
    if not found:
        raise UnreadableError("empty")
    if len(found) > MOST_ITEMS:
        raise UnreadableError("items")
    return found


def _json(octets: bytes) -> Iterator[Item]:
    try:
        check_json(octets)
        read = json.loads(octets.decode("utf-8-sig"))
    except UnreadableError as error:
        raise _in_own_words(error, octets) from error
    except RecursionError as error:
        raise UnreadableError("nested") from error
    except ValueError as error:
        raise _in_own_words(UnreadableError("json"), octets) from error
    envelope = _mapping(read).get("response", read)
    header = _mapping(_mapping(envelope).get("header")) or _mapping(envelope)
    _refuse(str(header.get("resultCode", "")), str(header.get("resultMsg", "")))
    body = _mapping(_mapping(envelope).get("body"))
    if "items" not in body:
        raise UnreadableError("tourapi")
    written = _mapping(body["items"]).get("item", ())
    for item in written if isinstance(written, list) else [written]:
        if isinstance(item, Mapping) and item:
            yield {str(name): _text(value) for name, value in item.items()}


def _xml(octets: bytes) -> Iterator[Item]:
    try:
        check_register_xml(octets)  # which also refuses entities: they may grow without end
        root = ElementTree.fromstring(octets)
    except UnreadableError as error:
        raise _in_own_words(error, octets) from error
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise _in_own_words(UnreadableError("xml"), octets) from error
    said = {name: root.findtext(f".//{name}") or "" for name in ("returnAuthMsg", "errMsg", "resultCode", "resultMsg")}
    if said["returnAuthMsg"] or said["errMsg"]:
        raise RefusedError(said["returnAuthMsg"] or said["errMsg"])
    _refuse(said["resultCode"], said["resultMsg"])
    if root.find(".//items") is None:
        raise UnreadableError("tourapi")
    for item in root.iter("item"):
        if len(item):
            yield {child.tag: _text(child.text) for child in item}


def _in_own_words(error: UnreadableError, octets: bytes) -> UnreadableError:
    """Reasons speak of registers and of workbooks that are unpacked; a reply is neither."""
    why = OWN_WORDS.get(str(error), str(error))
    try:
        octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        return UnreadableError("utf-8") if why == "tourapi" else UnreadableError(why)
    return UnreadableError(why)


def _refuse(code: str, message: str) -> None:
    if code not in FINE:
        raise RefusedError(f"{code} {message}".strip())


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: Any) -> str:
    """A value as text; what is neither words nor a number says nothing."""
    written = str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return written.strip()[:MOST_LETTERS]
