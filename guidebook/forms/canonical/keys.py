"""The keys that a model knows, in its order, and the models of the parts below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from guidebook.forms.files import written_fields
from guidebook.forms.shapes import shape_of
from guidebook.model.record import SubRecord, key_of

Model = type[SubRecord] | None
"""What a mapping is; None where its keys are names of people's own."""

BODY = "body"
"""A field of records that stands below the front matter."""


@cache
def _parts(model: type[SubRecord]) -> Mapping[str, Model]:
    shapes = {key_of(model, name): shape_of(model.model_fields[name]) for name in written_fields(model) if name != BODY}
    return MappingProxyType({key: None if shape.keyed else shape.model for key, shape in shapes.items()})


def known(model: Model, key: str) -> bool:
    """Whether the model has that key."""
    return model is not None and key in _parts(model)


def part(model: Model, key: str) -> Model:
    """The model of what stands under the key, or of each entry of a list there."""
    return None if model is None else _parts(model).get(key)


def in_order(model: Model, keys: Sequence[str]) -> tuple[int, ...]:
    """The places of the keys in the order of the model; what it does not know stands behind, as it stood."""
    if model is None:
        return tuple(range(len(keys)))
    order = {key: number for number, key in enumerate(_parts(model))}
    return tuple(sorted(range(len(keys)), key=lambda place: order.get(keys[place], len(order))))
