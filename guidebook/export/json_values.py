"""Converts values of records to JSON: exact numbers, only known values, only public ones."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

from guidebook.model.records.sourced import FieldSource
from guidebook.model.source import Source

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"

_SAME: Mapping[str, str] = MappingProxyType({})


def as_json(value: Json) -> bytes:
    """The file: Hangul as it is read, keys in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def known(values: Mapping[str, Json]) -> dict[str, Json]:
    """Only what holds something; no and 0 are something."""
    return {key: value for key, value in values.items() if value not in (None, "", (), [], {})}


def number(value: Decimal) -> int | float:
    """A bare number as JSON writes it: whole ones without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def public(source: Source) -> dict[str, Json]:
    """A source in the words that the public reads: not how it was fetched."""
    return known(
        {
            "kind": source.kind,
            "publisher": source.publisher,
            "title": source.title,
            "date": source.date,
            "url": source.url,
            "kept": source.kept,
        }
    )


def field_sources(
    sources: Iterable[FieldSource], present: Collection[str], names: Mapping[str, str] = _SAME
) -> list[Json]:
    """Public sources, each once, with the fields seen in it: those `present` in the file, by their `names` there."""
    covers: dict[str, list[str]] = {}
    entries: dict[str, dict[str, Json]] = {}
    for source in sources:
        entry = public(source)
        key = json.dumps(entry, sort_keys=True)
        entries[key] = entry
        fields = covers.setdefault(key, [])
        fields += [name for name in (names.get(field, field) for field in source.covers) if name not in fields]
    present_covers = {key: [name for name in fields if name in present] for key, fields in covers.items()}
    return [{**entries[key], "covers": fields} for key, fields in present_covers.items() if fields]
