"""Values of a new record that need not be asked for: the next number, the next sign, what its source can cover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guidebook.forms.files import written_fields
from guidebook.model.catalogue import Catalogue
from guidebook.model.kinds import Kind
from guidebook.model.record import Record, key_of
from guidebook.model.records.emblem import MARKS
from guidebook.model.records.program import Program
from guidebook.model.records.sourced import Sourced
from guidebook.model.records.visit import Visit

ONCE = frozenset({"changed", "status", "people_came", "confirmed", "public"})
"""Of a visit: what holds for that one alone, and not for another that is like it."""

WRITTEN_BY_IMPORTS = frozenset({"imports", "imported"})
"""By which imports know a record again: of two that had it, neither would be known."""
NO_TWO_SHARE = frozenset({"mark"})
"""What each record of a kind has for itself: the next free one is taken."""


def copied(kind: Kind, data: Mapping[str, Any]) -> dict[str, Any]:
    """What a new record takes from one that is like it."""
    data = {key: value for key, value in data.items() if key not in WRITTEN_BY_IMPORTS | NO_TWO_SHARE}
    if kind.model is not Visit:
        return data
    own = ONCE | {key_of(Visit, "revision"), key_of(Visit, "revision_at"), "date"}
    return {key: _unconfirmed(value) for key, value in data.items() if key not in own}


def _unconfirmed(value: Any) -> Any:
    """Without what was confirmed by telephone: it was for that day."""
    if isinstance(value, list):
        return [_unconfirmed(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _unconfirmed(one) for key, one in value.items() if key != "confirmed"}
    return value


def suggested(kind: Kind, data: Mapping[str, Any], catalogue: Catalogue, moment: str) -> dict[str, Any]:
    """Values for fields that have none; `moment` is now: `2026-11-28 14:05`."""
    records = catalogue.of_kind(kind)
    keys = {key_of(kind.model, name) for name in written_fields(kind.model)}
    found: dict[str, Any] = {}
    if "mark" in keys and (catalogue.site is None or catalogue.site.emblems == "marks"):
        found["mark"] = _next_mark(records)
    if "order" in keys and "section" not in data and (kind.model is not Program or any(map(_ordered, records))):
        found["order"] = str(max((getattr(record, "order", None) or 0 for record in records), default=0) + 1)
    if kind.model is Visit:
        found |= {key_of(Visit, "revision_at"): moment, "copies": data.get("people", "")}
    return {key: value for key, value in found.items() if key not in data and value}


def _ordered(record: Record) -> bool:
    return getattr(record, "order", None) is not None


def _next_mark(records: Sequence[Record]) -> str:
    """The next free sign; none where the others do without, or all are taken."""
    taken = {getattr(record, "mark", None) for record in records}
    return "" if taken == {None} else next((mark for mark in MARKS if mark not in taken), "")


def covered(kind: Kind, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data, whose one source covers all that is there where nothing says what it covers."""
    sources = data.get("sources")
    if not issubclass(kind.model, Sourced) or not isinstance(sources, list) or len(sources) != 1:
        return data
    apart = {"id", "sources", "confirm", "search"}
    names = [name for name in written_fields(kind.model) if name not in apart and key_of(kind.model, name) in data]
    covers = [key_of(kind.model, name) for name in names if name not in kind.model.own] or names[:1]
    return {**data, "sources": [{"covers": covers, **sources[0]}]} if covers else data
