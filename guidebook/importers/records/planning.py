"""From entries to what their records will say: three values meet at every field.

They are the data's, the record's and what this import wrote last. Only where the record has nothing, or still has what
this import wrote last, does the data's value go in: what a person or another source wrote stays. The name of what this
import wrote once is kept, so that no later list brings back what a person took out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from guidebook.forms.fields_at import is_written, merged
from guidebook.forms.suggested import suggested
from guidebook.importers.records.entry import Entry, Origin, Plan, Proposal, Value
from guidebook.importers.records.matching import Match, Matcher, imported_by, question
from guidebook.importers.records.own_sources import with_source
from guidebook.importers.records.whose import another, day_of, of_another, of_one_day
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.record import Record
from guidebook.model.records.imports import Import
from guidebook.model.text import text

Raw = Callable[[Record], Mapping[str, Any] | None]
"""What the file of a record says, all scalars as text; None where it cannot be read."""
PARTED = ", "
_ONE_FILE = text("맞는 값이 든 파일만 적어 다시 실행하세요. 이것은 저장하지 않습니다.")
_LATER_REPLY = text("새로 받은 자료로 다시 실행하거나, 맞는 값을 파일에 직접 적으세요. 이것은 저장하지 않습니다.")
_LATER_TABLE = text(
    "기준일이 틀렸으면 --date에 바르게 적어 다시 실행하고, 아니면 맞는 값을 파일에 직접 적으세요. "
    "이 행은 저장하지 않습니다."
)


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
        if entry.contradiction is not None:
            proposal.questions.append(question(entry, entry.contradiction, _ONE_FILE))
            continue
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
        proposal.questions.append(question(entry, doubt, _LATER_REPLY if entry.answer else _LATER_TABLE))
        return
    planned = _changed(entry, match.record, data, proposal.doubts)
    (proposal.changed if planned.data != data else proposal.unchanged).append(planned)


def _new_data(entry: Entry, content: Content) -> Mapping[str, Any]:
    written = {tuple(name.split(".")): value for name, value in entry.values.items()}
    data = merged({}, written)
    data = {**suggested(entry.kind, data, content.catalogue, content.moment), **data}
    data = with_source(entry.kind, data, entry.origin, tuple(entry.values))
    return {**data, "imports": [_note(entry, {name: text_of(value) for name, value in entry.values.items()})]}


def _changed(entry: Entry, record: Record, data: Mapping[str, Any], doubts: list[Diagnostic]) -> Plan:
    last = imported_by(record, entry.origin.by)
    met = _Met(entry, data, dict(_pairs(last.values)) if last else {})
    for name, listed in entry.values.items():
        met.meet(name, text_of(listed), last)
    doubts += met.doubts
    new = {tuple(name.split(".")): entry.values[name] for name, _, _ in met.changes}
    if not met.seen:
        return Plan(entry, record, data, kept=tuple(met.kept))
    result = with_source(entry.kind, merged(data, new), entry.origin, met.seen)
    if last is None or _has_sources(entry) or another(data, last, entry.origin, "") is None:
        notes = list(data.get("imports", ()))
        at = next((number for number, one in enumerate(notes) if one.get("by") == entry.origin.by), len(notes))
        notes[at : at + 1] = [_note(entry, met.noted())]
        result = {**result, "imports": notes}
    return Plan(entry, record, result, tuple(met.changes), tuple(met.kept))


@dataclass(slots=True)
class _Met:
    """What came of the values of an entry that met those of a record."""

    entry: Entry
    data: Mapping[str, Any]
    before: Mapping[str, str]
    """What this import wrote last."""
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    kept: list[tuple[str, str, str]] = field(default_factory=list)
    doubts: list[Diagnostic] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    """Fields of which the data is the source, now or still."""

    def meet(self, name: str, listed: str, last: Import | None) -> None:
        """Put one value where it belongs."""
        current = text_of(value_at(self.data, name))
        there = is_there(self.data, name)
        own = there and name in self.before and self._is_noted(current, self.before[name])
        other = another(self.data, last, self.entry.origin, name) if own and last else None
        if same(current, listed):
            self.seen += [name] if own and other is None else []
        elif not there and name not in self.before:
            self._change(name, current, listed)
        elif not own:
            self.kept.append((name, current, listed))
        elif other is not None:
            self.doubts.append(of_another(self.entry, name, other, current, listed))
        elif last and day_of(self.data, last, self.entry.origin, name) == self.entry.origin.date:
            self.doubts.append(of_one_day(self.entry, name, current, listed))
        else:
            self._change(name, current, listed)

    def _is_noted(self, current: str, was: str) -> bool:
        return same(current, was) or (self.entry.kind.private and digest(current) == was)

    def _change(self, name: str, current: str, listed: str) -> None:
        self.changes.append((name, current, listed))
        self.seen.append(name)

    def noted(self) -> Mapping[str, str]:
        """What the record keeps of its imports: of what a person changed or took out since, no more than the name."""
        still: dict[str, str] = {}
        for name, was in self.before.items():
            current = text_of(value_at(self.data, name))
            own = is_there(self.data, name) and self._is_noted(current, was)
            still[name] = "" if not own else current if self.entry.kind.private else was
        return still | {name: listed for name, _, listed in self.changes}


def _note(entry: Entry, values: Mapping[str, str]) -> dict[str, Any]:
    """What the record keeps of the import: of private words a digest, so that they go where somebody takes them out."""
    origin = entry.origin
    if entry.kind.private:
        values = {name: digest(value) if value else "" for name, value in values.items()}
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


def digest(value: str) -> str:
    """By which a value is known again that is not to be read: `#3fa2b1c0`."""
    return f"#{sha256(value.encode()).hexdigest()[:8]}"


def same(one: str, other: str) -> bool:
    """Whether two values say the same: `36.50` is `36.5`."""
    if one == other:
        return True
    try:
        return one.replace(".", "", 1).isdecimal() and "." in one + other and float(one) == float(other)
    except ValueError:
        return False
