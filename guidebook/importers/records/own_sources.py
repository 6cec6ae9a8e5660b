"""The sources that imports name in a record: one for each list, with the day and what was seen in it.

Sources that people wrote are never touched. Of an import's own source only its day and what it covers change, and what
a newer list says is no longer said to be seen in an older one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guidebook.importers.records.entry import Origin
from guidebook.model.kinds import Kind
from guidebook.model.records.sourced import Sourced

SOURCES, COVERS, VIA = "sources", "covers", "via"


def with_source(kind: Kind, data: Mapping[str, Any], origin: Origin, seen: Sequence[str]) -> dict[str, Any]:
    """The data with the list among its sources; `seen` are names of fields."""
    if not issubclass(kind.model, Sourced):
        return dict(data)
    tops = tuple(dict.fromkeys(name.split(".")[0] for name in seen))
    covers = [name for name in tops if name not in kind.model.own]
    entries = [dict(entry) for entry in data.get(SOURCES, ()) if isinstance(entry, Mapping)]
    if not covers and entries:
        return dict(data)
    covers = covers or list(tops[:1])
    mark = mark_of(origin)
    result: list[dict[str, Any]] = []
    found = False
    for entry in entries:
        if all(entry.get(name) == origin.source[name] for name in ("publisher", "title", VIA)):
            found = True
            result.append({**entry, "date": origin.date, COVERS: list(dict.fromkeys([*_covers(entry), *covers]))})
        elif str(entry.get(VIA, "")).startswith(mark):
            left = [name for name in _covers(entry) if name not in covers]
            result += [{**entry, COVERS: left}] if left else []
        else:
            result.append(entry)
    if not found:
        result.append({**origin.source, COVERS: covers})
    return {**data, SOURCES: result}


def mark_of(origin: Origin) -> str:
    """How `via` of every source of this import begins."""
    return mark(origin.by)


def mark(by: str) -> str:
    """`import table: `."""
    return f"import {by}: "


def _covers(entry: Mapping[str, Any]) -> list[str]:
    covers = entry.get(COVERS, [])
    return list(covers) if isinstance(covers, list) else []
