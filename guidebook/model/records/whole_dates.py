"""Finds the whole dates inside a record, by the form that its fields ask for."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import StringConstraints

from guidebook.model.record import SubRecord, key_of
from guidebook.model.records.visit import DAY, MOMENT

Path = tuple[str | int, ...]


def whole_dates(part: SubRecord, above: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every day inside a record, and the day of every moment, with the keys that lead to it."""
    for name, field in type(part).model_fields.items():
        value, key = getattr(part, name), key_of(type(part), name)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for position, item in items:
            path = (*above, key) if position is None else (*above, key, position)
            if isinstance(item, SubRecord):
                yield from whole_dates(item, path)
            elif isinstance(item, str) and any(_is_day(constraint) for constraint in field.metadata):
                yield path, item[: len("2026-12-03")]


def _is_day(constraint: object) -> bool:
    return isinstance(constraint, StringConstraints) and constraint.pattern in (DAY, MOMENT)
