"""One field of a model as a field of a form: its widget, its bounds, and what stands beside it.

A form is a courtesy and `check` the judge: it cannot see one field beside another. Nothing that a file may hold is
refused here, for Sveltia would not save a record of which one field does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from unicodedata import east_asian_width

from guidebook.forms.cms.options import options_of
from guidebook.forms.cms.setting import Setting
from guidebook.forms.files import example_of, written_fields
from guidebook.forms.shapes import PATTERNS, Shape, bound_of, default_of, shape_of
from guidebook.model.clock import CLOCK
from guidebook.model.label import Label, label_of
from guidebook.model.picture import Picture
from guidebook.model.record import SLUG, Record, SubRecord, key_of
from guidebook.model.records.visit import DAY, MOMENT

Field = dict[str, Any]
BODY, POINT = "body", "."
LONG = 40
"""A field whose example is as wide as so many letters, or as half as many of Hangul, is a box of several lines."""
LINES = ("title", "name", "text", "label", "topic", "publisher", "place", "file", "date", "when", "id")
"""What tells the entries of a list apart, the best first."""
WHERE = ("site", "hall", "restaurant")
"""Where a stop is; it has one of these at most."""
TIMES: Mapping[str, Mapping[str, Any]] = {
    CLOCK: {"type": "time", "format": "HH:mm", "time_format": "HH:mm", "date_format": False},
    DAY: {"type": "date", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False},
    MOMENT: {"type": "datetime-local", "format": "YYYY-MM-DD HH:mm"},
}
"""Pattern → how a browser asks for it, and how it is written."""


def fields_of(model: type[SubRecord], setting: Setting) -> list[Field]:
    """The fields of a model in the order in which they stand in the file."""
    inside = setting.within(model)
    return [field_of(model, name, inside) for name in written_fields(model) if _has_a_form(model, name)]


def _has_a_form(model: type[SubRecord], name: str) -> bool:
    """Whether Sveltia can hold the field: not where names have points (`point.lat`), which are paths to it."""
    shape = shape_of(model.model_fields[name])
    if shape.keyed:
        return not any(POINT in key for key in shape.names)
    part = shape.model
    return part is None or any(_has_a_form(part, inner) for inner in written_fields(part))


def field_of(model: type[SubRecord], name: str, setting: Setting) -> Field:
    """One field."""
    field, label = model.model_fields[name], label_of(model, name)
    shape = shape_of(field)
    body = name == BODY and issubclass(model, Record)
    widget = {"widget": "markdown", "modes": ["raw"]} if body else _widget(model, name, shape, setting)
    hint = _hint(shape, label, *((example_of(model, name), default_of(field)) if _is_typed(widget) else ("", "")))
    default = _value(field.default) if widget["widget"] in ("boolean", "select") else None
    return {
        "name": key_of(model, name),
        "label": str(label.title),
        **({"hint": hint} if hint else {}),
        "required": field.is_required(),
        **({} if default is None else {"default": default}),
        **widget,
    }


def _is_typed(widget: Field) -> bool:
    """Whether people type the value, and do not choose it."""
    return widget["widget"] in ("string", "text", "number") or (widget["widget"] == "list" and "fields" not in widget)


def _value(default: Any) -> Any:
    """What is chosen where nothing is written; None where nothing is."""
    value = getattr(default, "value", default)
    return value if isinstance(value, bool) or (isinstance(value, str) and value) else None


def _hint(shape: Shape, label: Label, example: str, default: str) -> str:
    """What to write, its unit and an example, as it is typed into a form: without the signs of YAML."""
    typed = example.strip("[]\"'") if shape.many or example[:1] == '"' else example
    aside = (
        f"단위: {label.unit}" if label.unit else "",
        default.replace("`", ""),
        f"예시: {typed}" if typed else "",
    )
    beside = ", ".join(part for part in aside if part)
    said = " ".join(part for part in (label.help, f"({beside})" if beside else "") if part)
    return re.sub(r"([*_~`\[\]])", r"\\\1", said)


def _widget(model: type[SubRecord], name: str, shape: Shape, setting: Setting) -> Field:
    label = label_of(model, name)
    options = options_of(model, name, shape, setting)
    if shape.keyed:
        one = _one(shape, label, setting)
        parts = [{"name": key, "label": setting.called(key), "required": False, **one} for key in shape.names]
        return {"widget": "object", "collapsed": "auto", "fields": parts}
    if options:
        return {"widget": "select", "options": options, **({"multiple": True} if shape.many else {})}
    kind = setting.kinds.named_by(name) if bound_of(shape, "pattern") == SLUG else None
    if kind is not None and kind.folder in setting.folders:
        return {"widget": "relation", **setting.related(kind), **({"multiple": True} if shape.many else {})}
    if (model, name) == (Picture, "file"):
        return {"widget": "image", "choose_url": False}
    if not shape.many:
        return _one(shape, label, setting)
    if shape.model is None:
        one = _one(shape, label, setting)
        words = one["widget"] in ("string", "text") and "pattern" not in one
        return {"widget": "list", **({} if words else {"field": {"name": "one", "label": str(label.title), **one}})}
    fields = fields_of(shape.model, setting)
    return {"widget": "list", "collapsed": "auto", "summary": _summary(fields), "fields": fields}


def _summary(fields: list[Field]) -> str:
    """What stands on a closed entry of a list: what it is called, or where it is."""
    names = [field["name"] for field in fields if field["widget"] not in ("list", "object")]
    best = [name for name in LINES if name in names][:1] + [name for name in WHERE if name in names] or names[:1]
    return " ".join(f"{{{{{name}}}}}" for name in best)


def _one(shape: Shape, label: Label, setting: Setting) -> Field:
    if shape.model is not None:
        return {"widget": "object", "collapsed": "auto", "fields": fields_of(shape.model, setting)}
    if shape.type is bool:
        return {"widget": "boolean"}
    if shape.type in (int, float, Decimal):
        bounds = {"min": bound_of(shape, "ge"), "max": bound_of(shape, "le")}
        kind = "int" if shape.type is int else "float"
        return {
            "widget": "number",
            "value_type": kind,
            **{key: value for key, value in bounds.items() if value is not None},
        }
    return _text(shape, label)


def _text(shape: Shape, label: Label) -> Field:
    pattern = str(bound_of(shape, "pattern") or "")
    if pattern in TIMES:
        return {"widget": "datetime", **TIMES[pattern]}
    longest = bound_of(shape, "max_length")
    bounds = {"maxlength": longest} if longest else {}
    if pattern:
        form, example = PATTERNS.get(pattern, label.title), label.example.strip("[]\"'")
        said = f"{form} 형식에 맞지 않습니다. 예시: {example}"
        return {"widget": "string", "pattern": [pattern, said], **bounds}
    width = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in label.example)
    return {"widget": "text" if width >= LONG else "string", **bounds}
