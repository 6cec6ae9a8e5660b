"""Which fields of a record can be the column of a table, by the names that files and command lines give them.

Separate from the settings that name headings and from the import that reads them, because both must know the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from guidebook.model.label import Label, label_of
from guidebook.model.record import key_of

ID = "id"
KEPT_OUT = frozenset({ID, "sources", "confirm", "imports", "imported", "designation", "body"})
"""Fields that no table fills: what an import writes itself, and designations, which `import hygiene` reads."""

Columns = Mapping[str, tuple[Label, ...]]
"""Name of the field (`point.lat`) → the labels that lead to it."""


def columns_of(model: type[BaseModel]) -> Columns:
    """The fields that hold one value, or a list of values without parts; those of a part by `part.field`."""
    return dict(_columns(model, (), ()))


def _columns(
    model: type[BaseModel], above: tuple[str, ...], labels: tuple[Label, ...]
) -> Iterator[tuple[str, tuple[Label, ...]]]:
    for name, field in model.model_fields.items():
        key = key_of(model, name)
        if not above and key in KEPT_OUT:
            continue
        path, led = (*above, key), (*labels, label_of(model, name))
        part = _part(field.annotation)
        if part is not None:
            yield from _columns(part, path, led)
        elif not _has_parts(field.annotation):
            yield ".".join(path), led


def _part(annotation: Any) -> type[BaseModel] | None:
    """The model of a part that stands there once."""
    inner = [one for one in get_args(annotation) or (annotation,) if one is not NoneType]
    one = inner[0] if get_origin(annotation) not in (tuple, dict) and inner else None
    return one if isinstance(one, type) and issubclass(one, BaseModel) else None


def _has_parts(annotation: Any) -> bool:
    if get_origin(annotation) is dict:
        return True
    return any(
        (isinstance(one, type) and issubclass(one, BaseModel)) or _has_parts(one) for one in get_args(annotation)
    )
