"""Fields by the names that people give them on the command line: `host.department`, `stops.2.site`, `sources.title`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from guidebook.forms.files import written_fields
from guidebook.forms.record_text import Path
from guidebook.forms.shapes import Shape, shape_of
from guidebook.model.record import SubRecord, key_of

FIRST = "1"
COUNTED = re.compile(r"[1-9][0-9]{0,3}")
"""How an entry of a list is named: by its place, from 1."""


class UnknownFieldError(Exception):
    """No field has that name. `known` are those that stand at the place."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class UncountedError(Exception):
    """An entry of a list is named by a number that counts no entry: `stops.0`."""


def path_of(model: type[SubRecord], name: str) -> tuple[Path, Shape]:
    """The path of a value, its first entry where a list is meant and no number says which, and its shape.

    Raises UnknownFieldError, or UncountedError.
    """
    path: list[str] = []
    keys = name.split(".")
    if any(key.isdigit() and not COUNTED.fullmatch(key) for key in keys):
        raise UncountedError(name)
    while True:
        key = keys.pop(0)
        fields = {key_of(model, field): model.model_fields[field] for field in written_fields(model)}
        if key not in fields:
            raise UnknownFieldError(key, tuple(fields))
        path.append(key)
        shape = shape_of(fields[key])
        if shape.keyed or shape.model is None or not keys:
            return (*path, *keys), shape
        if shape.many:
            path.append(keys.pop(0) if keys[0].isdigit() else FIRST)
        if not keys:
            return tuple(path), shape
        model = shape.model


def value_of(shape: Shape, written: str) -> Any:
    """What is written behind `=`, as a file has it: lists are parted by commas."""
    if not shape.many:
        return written.strip()
    return [one.strip() for one in written.strip().removeprefix("[").removesuffix("]").split(",") if one.strip()]


def merged(data: Mapping[str, Any], values: Mapping[Path, Any]) -> dict[str, Any]:
    """The data with these values in their places; parts and entries that are not there yet begin."""
    result = dict(data)
    for path, value in values.items():
        result = _with(result, path, value)
    return result


def _with(at: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    key, *rest = path
    if key.isdigit() and not isinstance(at, Mapping):
        entries = list(at or ())
        number = min(int(key), len(entries) + 1)
        entry = _with(entries[number - 1] if number <= len(entries) else {}, tuple(rest), value)
        return [*entries[: number - 1], entry, *entries[number:]]
    held = dict(at) if isinstance(at, Mapping) else {}
    fresh: Any = [] if rest and rest[0].isdigit() else {}
    return {**held, key: _with(held.get(key, fresh), tuple(rest), value)}


def is_written(data: Mapping[str, Any], path: Path) -> bool:
    """Whether a value, or a part of it, stands there."""
    at: Any = data
    for key in path:
        if isinstance(at, Mapping) and key in at:
            at = at[key]
        elif isinstance(at, list) and key.isdigit() and 0 < int(key) <= len(at):
            at = at[int(key) - 1]
        else:
            return False
    return at not in ("", [], {})
