"""How complete each record is: which of the fields that every good record has are there, and which are lacking.

Which fields these are is said by their labels (`Label.wanted`), beside the fields in the model. Arithmetic alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Span
from guidebook.model.kinds import Kind
from guidebook.model.label import label_of, models_of
from guidebook.model.record import Record, SubRecord, key_of
from guidebook.model.records.place import Place
from guidebook.model.records.sourced import Sourced
from guidebook.model.source import Source
from guidebook.model.text import Text, text
from guidebook.plan.local_words import kind_of

SOURCES = text("출처")


@dataclass(frozen=True, slots=True)
class Lacking:
    """A field that a record should have and has not."""

    title: Text
    keys: tuple[str, ...]
    """As they would stand in the file: `("facts", "cost")`. None for sources, which may stand in several fields."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """What a record has of all that one of its kind should have."""

    kind: str
    label: Text
    """What people call one of its kind."""
    id: str
    called: str
    span: Span
    wanted: int
    lacking: tuple[Lacking, ...]

    @property
    def there(self) -> int:
        """How many of the wanted fields it has."""
        return self.wanted - len(self.lacking)


def completeness(catalogue: Catalogue) -> tuple[Completeness, ...]:
    """Every record that others may read of, in the order of the kinds, the least complete of a kind first."""
    found = (
        _of_record(catalogue, kind, record)
        for kind in catalogue.kinds
        if not kind.private
        for record in catalogue.of_kind(kind)
    )
    order = {kind.key: place for place, kind in enumerate(catalogue.kinds)}
    return tuple(
        sorted((one for one in found if one.wanted), key=lambda one: (order[one.kind], one.there / one.wanted))
    )


def _of_record(catalogue: Catalogue, kind: Kind, record: Record) -> Completeness:
    unwanted = _unwanted(catalogue, record)
    wanted = [
        (Lacking(label_of(model, name).title, keys), _is_there(value))
        for model, name, keys, value in _wanted(type(record), record, ())
        if _is_there(value) or keys[-1] not in unwanted
    ]
    if not isinstance(record, Sourced) and wanted and Source in models_of(type(record)):
        wanted.append((Lacking(SOURCES, ()), _has_source(record)))  # of a sourced one every value has its own, checked
    lacking = tuple(one for one, is_there in wanted if not is_there)
    place = catalogue.where(record)
    return Completeness(kind.key, kind.label, record.id, _called(catalogue, record), place, len(wanted), lacking)


def _unwanted(catalogue: Catalogue, record: Record) -> frozenset[str]:
    """Wanted fields that a record like this one may well lack: a car park needs no closed days."""
    if not isinstance(record, Place) or kind_of(catalogue, record).is_sight:
        return frozenset()
    return frozenset({"summary", "phone", "hours", "closed", "fee"})


def _called(catalogue: Catalogue, record: Record) -> str:
    """What people call it; a guide is known by where it is."""
    at = None if record.called != record.id else getattr(record, "site", None) or getattr(record, "town", None)
    named = catalogue.record(at) if at else None
    return named.called if named else record.called


def _wanted(
    model: type[SubRecord], value: SubRecord | None, above: tuple[str, ...]
) -> Iterator[tuple[type[SubRecord], str, tuple[str, ...], Any]]:
    """The wanted fields of a model and of the parts that it has once, each with its value."""
    for name, info in model.model_fields.items():
        keys, inner = (*above, key_of(model, name)), getattr(value, name, None)
        if label_of(model, name).wanted:
            yield model, name, keys, inner
        elif (part := _part(info.annotation)) is not None:
            yield from _wanted(part, inner, keys)


def _part(annotation: Any) -> type[SubRecord] | None:
    """The model of a part that a record has once; None for lists and plain values."""
    inner = [part for part in get_args(annotation) or (annotation,) if isinstance(part, type)]
    models = [part for part in inner if issubclass(part, SubRecord)]
    return models[0] if models and not any(issubclass(part, tuple) for part in inner) else None


def _is_there(value: Any) -> bool:
    """Whether something is said: that something is not so, too."""
    return value is False or bool(value)


def _has_source(value: Any) -> bool:
    if isinstance(value, Source):
        return True
    if isinstance(value, SubRecord):
        return any(_has_source(getattr(value, name)) for name in type(value).model_fields)
    return isinstance(value, tuple) and any(map(_has_source, value))
