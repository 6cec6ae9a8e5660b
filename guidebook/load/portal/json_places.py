"""Where a value stands in a JSON text: the line of what is wrong, found only when something is."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def line_of(written: str, path: Sequence[str | int]) -> int:
    """The line of the value at `path`, or of the last value on the way that is there; from 1."""
    at = _after(written, 0)
    for step in path:
        found = _member(written, at, step)
        if found is None:
            break
        at = found
    return written.count("\n", 0, at) + 1


def _member(written: str, at: int, step: str | int) -> int | None:
    """Where a member of the object or list at `at` begins."""
    opened = written[at : at + 1]
    if opened not in ("{", "["):
        return None
    found, number, at = None, 0, _after(written, at + 1)
    try:
        while written[at] not in "]}":
            key: object = number
            if opened == "{":
                key, at = _DECODER.raw_decode(written, at)
                at = _after(written, _after(written, at) + 1)
            if key == step:
                found = at
                if opened == "[":
                    break
            _, at = _DECODER.raw_decode(written, at)
            at = _after(written, at)
            at, number = (_after(written, at + 1) if written[at] == "," else at), number + 1
    except (ValueError, IndexError, RecursionError):  # no JSON from here on
        return found
    return found


def _after(written: str, at: int) -> int:
    """The place of the next character that is no white space."""
    match = _BLANK.match(written, at)
    return match.end() if match else at
