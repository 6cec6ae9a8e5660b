"""What people are told of a field: its label stands beside the field in the model, and all read it there.

`phone: Annotated[Phone, Label(text("전화"), "대표 전화", "043-222-1000", "장소 쪽")]`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import BaseModel

from guidebook.model.text import Text


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a field. Pages, books, data files and the reference of fields read it; forms can."""

    title: Text
    """What the field is called where its value is shown; in the language of the interface."""
    help: str
    """What to write and what it does: Korean, for editors."""
    example: str = ""
    """A value as it stands in the file. Left out for parts of records, whose fields have examples of their own."""
    shown: str = ""
    """Where the value is shown: Korean, for editors."""
    unit: str = ""
    choices: Mapping[str, Text] = field(default_factory=dict)
    """What each value means, where only some are allowed."""
    open: bool = False
    """Whether a city may allow more values than `choices` in its `site.yml`."""
    wanted: bool = False
    """Whether every good record has it: without it a record is told to be incomplete, and no fault."""


def label_of(model: type[BaseModel], name: str) -> Label:
    """The label of a field. Raises LookupError for a field that has none: a slip in the model."""
    labels = [part for part in model.model_fields[name].metadata if isinstance(part, Label)]
    if not labels:
        raise LookupError(f"{model.__name__}.{name} has no label")
    return labels[-1]


def models_of(*roots: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """The models and those of the parts inside them, each once, a whole before its parts."""
    found: dict[type[BaseModel], None] = {}
    for root in roots:
        if root not in found:
            found[root] = None
            inner = (part for info in root.model_fields.values() for part in _models_in(info.annotation))
            found |= dict.fromkeys(models_of(*inner))
    return tuple(found)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
