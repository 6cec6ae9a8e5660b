"""Which record of the content an entry of other data means: by its id, by the last import, by name and place.

Two that may be meant, or one that may be another of the same name, are a question to a person and never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidebook.importers.records.entry import Entry
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.record import Record
from guidebook.model.records.guide import Guide
from guidebook.model.records.imports import Import
from guidebook.model.records.place import Place
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.visit import Visit
from guidebook.model.text import Text, text


@dataclass(frozen=True, slots=True)
class Match:
    """The record that is meant, none where the entry is new, or what has to be answered first."""

    record: Record | None = None
    question: Text | None = None


_BY_ID = text(
    "같은 기록이면 id 열에 그 아이디를, 다른 기록이면 새 아이디를 적어 다시 실행하세요. 이 행은 저장하지 않습니다."
)


def imports_of(record: Record) -> tuple[Import, ...]:
    """What imports have noted in a record."""
    noted: tuple[Import, ...] = getattr(record, "imports", ())
    return noted


def imported_by(record: Record, by: str) -> Import | None:
    """What one kind of import has noted."""
    return next((one for one in imports_of(record) if one.by == by), None)


class Matcher:
    """Finds the records of one kind."""

    def __init__(self, catalogue: Catalogue, records: Sequence[Record]) -> None:
        self._records = records
        self._by_id = {record.id: record for record in records}
        self._by_key: dict[tuple[str, str], Record] = {
            (one.by, one.key): record for record in records for one in imports_of(record)
        }
        self._by_licence = {
            record.imported.key: record for record in records if isinstance(record, Restaurant) and record.imported
        }
        self._others = {id: catalogue.kinds[key] for key, id in catalogue.declared}

    def match(self, entry: Entry) -> Match:
        """The record that an entry means."""
        if entry.named and entry.id in self._by_id:
            return Match(self._by_id[entry.id])
        known = None if entry.named else self._by_key.get((entry.origin.by, entry.key))
        known = known or (None if entry.named else self._by_licence.get(entry.licence))
        if known is not None:
            return Match(known)
        found = Match() if entry.named else self._by_name(entry)
        if found.record is None and found.question is None and entry.id in self._others:
            kind = self._others[entry.id].label
            return Match(question=text("‘{id}’ 아이디는 다른 {kind}{가} 쓰고 있습니다.", id=entry.id, kind=kind))
        return found

    def _by_name(self, entry: Entry) -> Match:
        alike = tuple(_alike(entry, self._records))
        meant = [record for record, same in alike if same]
        if len(meant) == 1:
            return Match(meant[0])
        if meant:
            return Match(question=text("어느 기록인지 알 수 없습니다. 후보: {names}", names=_names(meant)))
        if alike:
            others = _names([record for record, _ in alike])
            return Match(
                question=text(
                    "이름이 같지만 주소가 다른 기록이 있습니다. 같은 곳인지 알 수 없습니다: {names}", names=others
                )
            )
        return Match()


def question(entry: Entry, message: Text, remedy: Text | None = None) -> Diagnostic:
    """An entry that is left out until somebody has answered; `remedy` where that is not done by naming a record."""
    hint = remedy or entry.answer or _BY_ID
    return Diagnostic(entry.place, "doubtful-row", message, hint, Severity.WARNING)


def _alike(entry: Entry, records: Sequence[Record]) -> Iterator[tuple[Record, bool]]:
    """Records that may be meant, and whether there is nothing that speaks against it."""
    for record in records:
        if isinstance(record, Place | Restaurant) and _bare(record.name) == _bare(_of(entry, "name")):
            written, held = _of(entry, "address"), record.address or ""
            yield record, not written or not held or _bare(written) == _bare(held)
        elif isinstance(record, Guide):
            same = ("kind", "site", "town")
            if all((getattr(record, name) or "") == _of(entry, name) for name in same):
                yield record, True
        elif isinstance(record, Visit) and _is_visit(entry, record):
            yield record, True


def _is_visit(entry: Entry, visit: Visit) -> bool:
    return visit.date == _of(entry, "date") and _bare(visit.delegation) == _bare(_of(entry, "delegation"))


def _of(entry: Entry, name: str) -> str:
    value = entry.values.get(name, "")
    return value if isinstance(value, str) else ""


def _bare(words: str) -> str:
    """Without spaces and what stands in brackets: lists write `강길 7 (가온면)` and `강길7`."""
    return re.sub(r"\(.*?\)|\s", "", words)


def _names(records: Sequence[Record]) -> str:
    return ", ".join(f"{record.called}({record.id}{_address(record)})" for record in records)


def _address(record: Record) -> str:
    address = getattr(record, "address", None)
    return f", {address}" if address else ""
