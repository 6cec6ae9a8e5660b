"""The values that a field can be chosen from: those of its type, those of `site.yml`, or the record's own fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guidebook.forms.cms.setting import Setting
from guidebook.forms.files import written_fields
from guidebook.forms.shapes import Shape, choices_of
from guidebook.model.label import label_of
from guidebook.model.record import Record, SubRecord, key_of
from guidebook.model.records.restaurant import Designation
from guidebook.model.records.sourced import FieldSource
from guidebook.plan.local_words import label_with

Option = dict[str, Any]
APART = frozenset({"sources", "confirm", "search"})
"""Fields that no source covers."""


def options_of(model: type[SubRecord], name: str, shape: Shape, setting: Setting) -> list[Option]:
    """The options; none where anything may be written."""
    label = label_with(label_of(model, name), setting.places)
    if shape.keyed or shape.model is not None:
        return []
    values = choices_of(shape) or tuple(label.choices)
    if values:
        return [_option(value, str(label.choices.get(value, value))) for value in values]
    if shape.type is bool and model.model_fields[name].default is None:
        return [{"label": "예", "value": True}, {"label": "아니요", "value": False}]
    if (model, name) == (Designation, "grade"):
        return [_option(id, called) for id, called in setting.grades.items()]
    if setting.record is not None and (model, name) in ((FieldSource, "covers"), (setting.record, "confirm")):
        return list(_fields(setting.record))
    return []


def _fields(record: type[Record]) -> Iterator[Option]:
    """The fields of a record that a source can cover, by what they are called."""
    for name in written_fields(record):
        if name not in APART:
            yield _option(key_of(record, name), str(label_of(record, name).title))


def _option(value: str, called: str) -> Option:
    return {"label": called, "value": value}
