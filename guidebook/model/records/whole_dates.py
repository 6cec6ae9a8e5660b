"""Finds the whole dates inside a record, by the form that its fields ask for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import StringConstraints

from guidebook.model.record import SubRecord, key_of
from guidebook.model.records.visit import DAY, MOMENT

Path = tuple[str | int, ...]


def whole_dates(part: SubRecord, above: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every day inside a record, and the day of every moment, with the keys that lead to it."""
    for name, key, dated in _fields(type(part)):
        value = getattr(part, name)
        if isinstance(value, SubRecord):
            yield from whole_dates(value, (*above, key))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, SubRecord):
                    yield from whole_dates(item, (*above, key, position))
                elif dated and isinstance(item, str):
                    yield (*above, key, position), item[: len("2026-12-03")]
        elif dated and isinstance(value, str):
            yield (*above, key), value[: len("2026-12-03")]


@cache
def _fields(model: type[SubRecord]) -> tuple[tuple[str, str, bool], ...]:
    """Name, key and whether it is a day, of each field: asked for thousands of records of the same model."""
    return tuple(
        (name, key_of(model, name), any(_is_day(constraint) for constraint in field.metadata))
        for name, field in model.model_fields.items()
    )


def _is_day(constraint: object) -> bool:
    return isinstance(constraint, StringConstraints) and constraint.pattern in (DAY, MOMENT)
