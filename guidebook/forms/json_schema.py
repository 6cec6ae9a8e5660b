"""JSON Schemas of the files that editors write, for text editors that know them (`schemas/`).

A schema is a courtesy and `check` the judge: it refuses nothing that is read, and leaves to `check` what only all files
together can say. Made from labels and types and not by pydantic, whose schemas know neither labels nor that every
scalar of ours is read as text: `date: 2019` is a number to other readers of YAML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from guidebook.forms.files import File, example_of, written_fields
from guidebook.forms.shapes import Shape, bound_of, choices_of, default_of, shape_of
from guidebook.model.label import Label, label_of, models_of
from guidebook.model.record import Record, SubRecord, key_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
DIGITS = ("1", "2026", "01012345678", "3.5")
"""What other readers of YAML take for a number."""


def json_schema(file: File) -> Schema:
    """The schema of one kind of file. A record's body stands below its front matter and not in it."""
    parts = [part for part in models_of(file.model)[1:] if issubclass(part, SubRecord)]
    return {
        "$schema": DIALECT,
        "title": file.title,
        "description": file.about,
        **_object(file.model),
        "$defs": {part.__name__: _object(part) for part in sorted(parts, key=lambda part: part.__name__)},
    }


def _object(model: type[SubRecord]) -> Schema:
    names = [name for name in written_fields(model) if not (name == "body" and issubclass(model, Record))]
    return {
        "type": "object",
        "properties": {key_of(model, name): _property(model, name) for name in names},
        "required": [key_of(model, name) for name in names if model.model_fields[name].is_required()],
        "additionalProperties": False,
    }


def _property(model: type[SubRecord], name: str) -> Schema:
    field, label = model.model_fields[name], label_of(model, name)
    shape = shape_of(field)
    return {
        "title": str(label.title),
        "description": _told(label, example_of(model, name), default_of(field)),
        **_value(shape, label),
    }


def _told(label: Label, example: str, default: str) -> str:
    """What shows beside a field while its value is written."""
    unit = f"단위: {label.unit}" if label.unit else ""
    shown = f"표시 위치: {label.shown}" if label.shown else ""
    choices = "\n".join(f"- {value}: {meaning}" for value, meaning in label.choices.items())
    example = f"예시: {example}" if example else ""
    return "\n\n".join(part for part in (label.help, choices, unit, default, example, shown) if part)


def _value(shape: Shape, label: Label) -> Schema:
    one = _one(shape, label)
    value: Schema = {"type": "array", "items": one} if shape.many else one
    return {"type": "object", "additionalProperties": value} if shape.keyed else value


def _one(shape: Shape, label: Label) -> Schema:
    if shape.model is not None:
        return {"$ref": f"#/$defs/{shape.model.__name__}"}
    choices = choices_of(shape) or tuple(label.choices)
    if choices:
        known = {"enum": list(choices), "enumDescriptions": [str(label.choices.get(one, one)) for one in choices]}
        return {"anyOf": [known, _text(shape)]} if label.open else known
    if shape.type is bool:
        return {"type": "boolean"}
    if shape.type in (int, float, Decimal):
        bounds = {"minimum": bound_of(shape, "ge"), "maximum": bound_of(shape, "le")}
        kind = "integer" if shape.type is int else "number"
        return {"type": kind, **{name: value for name, value in bounds.items() if value is not None}}
    return _text(shape)


def _text(shape: Shape) -> Schema:
    pattern = bound_of(shape, "pattern")
    numeric = pattern is None or any(re.search(str(pattern), digits) for digits in DIGITS)
    bounds: Mapping[str, Any] = {
        "minLength": bound_of(shape, "min_length"),
        "maxLength": bound_of(shape, "max_length"),
        "pattern": pattern,
    }
    kinds: Schema = {"type": ["string", "number"] if numeric else "string"}
    return kinds | {name: value for name, value in bounds.items() if value is not None}
