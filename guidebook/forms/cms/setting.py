"""Where a field of a form stands: which records can be chosen, and which record it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from guidebook.model.kinds import KINDS, Kind, Kinds
from guidebook.model.record import Record, SubRecord
from guidebook.model.records.place_kinds import BUILT_IN, KindOfPlace

TITLES = ("title", "name", "delegation")
"""The fields by which a record is known in lists, the first that it has."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The city and the record around a field."""

    kinds: Kinds = KINDS
    folders: frozenset[str] = frozenset()
    """The folders whose records have forms of their own, so that they can be chosen from."""
    grades: Mapping[str, str] = field(default_factory=dict)
    """The grades of hygiene that `site.yml` knows: id → what it is called."""
    places: Mapping[str, KindOfPlace] = field(default_factory=lambda: BUILT_IN)
    """The kinds of places of the city."""
    formats: Mapping[str, str] = field(default_factory=dict)
    """Print formats: id → title."""
    record: type[Record] | None = None
    """The record that the field is part of."""

    def within(self, model: type[SubRecord]) -> Setting:
        """The same inside a model, which may be a record."""
        return replace(self, record=model) if issubclass(model, Record) else self

    def called(self, format_id: str) -> str:
        """What a print format is called."""
        return self.formats.get(format_id, format_id)

    def related(self, kind: Kind) -> dict[str, Any]:
        """The options of a field that names a record of that kind."""
        title = title_field(kind)
        shown = ["{{slug}}"] if title is None else [title]
        return {"collection": kind.folder, "value_field": "{{slug}}", "display_fields": shown}


def title_field(kind: Kind) -> str | None:
    """The field by which people know a record; None for kinds that are known by their id alone."""
    return next((name for name in TITLES if name in kind.model.model_fields), None)
