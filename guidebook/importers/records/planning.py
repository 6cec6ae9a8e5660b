"""From entries to what their records will say: three values meet at every field.

They are the data's, the record's and what this import wrote last. Only where the record has nothing, or still has what
this import wrote last, does the data's value go in: what a person or another source wrote stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guidebook.forms.fields_at import is_written, merged
from guidebook.forms.suggested import suggested
from guidebook.importers.records.entry import Entry, Origin, Plan, Proposal, Value
from guidebook.importers.records.matching import Match, Matcher, imported_by, question
from guidebook.importers.records.own_sources import with_source
from guidebook.model.catalogue import Catalogue
from guidebook.model.record import Record
from guidebook.model.text import text

Raw = Callable[[Record], Mapping[str, Any] | None]
"""What the file of a record says, all scalars as text; None where it cannot be read."""
PARTED = ", "


@dataclass(frozen=True, slots=True)
class Content:
    """What the entries meet."""

    catalogue: Catalogue
    raw: Raw
    moment: str
    """Now: `2026-11-28 14:05`, for values that `new` would put in of itself."""


def plan(entries: Iterable[Entry], proposal: Proposal, content: Content) -> None:
    """Put every entry where it belongs in the proposal."""
    catalogue = content.catalogue
    matcher = Matcher(catalogue, catalogue.of_kind(proposal.kind))
    taken: dict[str, Entry] = {}
    for entry in entries:
        match = matcher.match(entry)
        id = match.record.id if match.record else entry.id
        doubt = match.question or (entry.question if match.record is None else None)
        if doubt is None and id in taken:
            first = taken[id]
            called = text("{line}행 {name}", line=first.place.line, name=first.name)
            doubt = text("앞의 행과 같은 기록이 됩니다: {first}({id})", first=called, id=id)
        if doubt is not None:
            proposal.questions.append(question(entry, doubt))
            continue
        taken[id] = entry
        _take(entry, match, proposal, content)


def _take(entry: Entry, match: Match, proposal: Proposal, content: Content) -> None:
    if match.record is None:
        proposal.new.append(Plan(entry, None, _new_data(entry, content)))
        return
    data = content.raw(match.record)
    if data is None:
        doubt = text("'{id}' 파일을 읽을 수 없습니다.", id=match.record.id)
        proposal.questions.append(question(entry, doubt))
        return
    last = imported_by(match.record, entry.origin.by)
    if last is not None and last.date > entry.origin.date:
        doubt = text("이 기록은 더 나중 자료({day})에서 가져왔습니다.", day=last.date)
        proposal.questions.append(question(entry, doubt))
        return
    planned = _changed(entry, match.record, data)
    (proposal.changed if planned.data != data else proposal.unchanged).append(planned)


def _new_data(entry: Entry, content: Content) -> Mapping[str, Any]:
    written = {tuple(name.split(".")): value for name, value in entry.values.items()}
    data = merged({}, written)
    data = {**suggested(entry.kind, data, content.catalogue, content.moment), **data}
    data = with_source(entry.kind, data, entry.origin, tuple(entry.values))
    return {**data, "imports": [_note(entry, {name: text_of(value) for name, value in entry.values.items()})]}


def _changed(entry: Entry, record: Record, data: Mapping[str, Any]) -> Plan:
    last = imported_by(record, entry.origin.by)
    before = dict(_pairs(last.values)) if last else {}
    changes: list[tuple[str, str, str]] = []
    kept: list[tuple[str, str, str]] = []
    for name, listed in entry.values.items():
        current = text_of(value_at(data, name))
        if same(current, text_of(listed)):
            continue
        free = name in before and same(current, before[name]) if is_there(data, name) else name not in before
        (changes if free else kept).append((name, current, text_of(listed)))
    new = {tuple(name.split(".")): entry.values[name] for name, _, _ in changes}
    noted = {name: was for name, was in before.items() if same(text_of(value_at(data, name)), was)}
    noted |= {name: listed for name, _, listed in changes}
    seen = tuple(name for name in noted if name in entry.values)
    if not seen:
        return Plan(entry, record, data, kept=tuple(kept))
    result = with_source(entry.kind, merged(data, new), entry.origin, seen)
    notes = list(data.get("imports", ()))
    at = next((number for number, one in enumerate(notes) if one.get("by") == entry.origin.by), len(notes))
    notes[at : at + 1] = [_note(entry, noted)]
    result = {**result, "imports": notes}
    return Plan(entry, record, result, tuple(changes), tuple(kept))


def _note(entry: Entry, values: Mapping[str, str]) -> dict[str, Any]:
    """What the record keeps of the import."""
    origin = entry.origin
    said = {} if _has_sources(entry) else {"source": _said(origin)}
    written = [f"{name}={value}" for name, value in values.items()]
    return {"by": origin.by, "key": entry.key, "date": origin.date, **said, "values": written}


def _has_sources(entry: Entry) -> bool:
    return "sources" in entry.kind.model.model_fields


def _said(origin: Origin) -> str:
    return f"{origin.publisher}, {origin.title} ({origin.via})"


def _pairs(values: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in values:
        name, _, value = line.partition("=")
        yield name, value


def is_there(data: Mapping[str, Any], name: str) -> bool:
    """Whether the file says something of the field."""
    return is_written(data, tuple(name.split(".")))


def value_at(data: Mapping[str, Any], name: str) -> Value:
    """What the file says of a field; empty where it says nothing."""
    at: Any = data
    for key in name.split("."):
        at = at.get(key, "") if isinstance(at, Mapping) else ""
    return at if isinstance(at, str | list) else ""


def text_of(value: Value) -> str:
    """A value in one line."""
    return value if isinstance(value, str) else PARTED.join(map(str, value))


def same(one: str, other: str) -> bool:
    """Whether two values say the same: `36.50` is `36.5`."""
    if one == other:
        return True
    try:
        return one.replace(".", "", 1).isdecimal() and "." in one + other and float(one) == float(other)
    except ValueError:
        return False
