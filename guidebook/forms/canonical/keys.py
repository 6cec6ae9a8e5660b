"""The keys that a model knows, in its order, and the models of the parts below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from guidebook.forms.files import written_fields
from guidebook.forms.shapes import NUMBERS, shape_of
from guidebook.model.record import SubRecord, key_of

Model = type[SubRecord] | None
"""What a mapping is; None where its keys are names of people's own."""

BODY = "body"
"""A field of records that stands below the front matter."""


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under a key, or each entry of a list there."""

    model: Model = None
    numbers: bool = False
    """Whether it is a number."""


@cache
def _parts(model: type[SubRecord]) -> Mapping[str, Part]:
    names = [name for name in written_fields(model) if name != BODY]
    shapes = {key_of(model, name): shape_of(model.model_fields[name]) for name in names}
    return MappingProxyType(
        {key: Part(None if shape.keyed else shape.model, shape.type in NUMBERS) for key, shape in shapes.items()}
    )


def known(model: Model, key: str) -> bool:
    """Whether the model has that key."""
    return model is not None and key in _parts(model)


def part(model: Model, key: str) -> Part:
    """What the model says of a key; nothing of one that it does not know."""
    return Part() if model is None else _parts(model).get(key, Part())


def in_order(model: Model, keys: Sequence[str]) -> tuple[int, ...]:
    """The places of the keys in the order of the model; what it does not know stands behind, as it stood."""
    if model is None:
        return tuple(range(len(keys)))
    order = {key: number for number, key in enumerate(_parts(model))}
    return tuple(sorted(range(len(keys)), key=lambda place: order.get(keys[place], len(order))))
