"""Proposals from a list of hygiene designations: what is new, changed, ended, outside the city or doubtful.

Three values meet at every field: the list's, the record's, and what was imported last. Only where the record still has
what was imported last does the list's value go in: what a person changed stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guidebook.importers.columns import day, heading, is_mobile, landline
from guidebook.importers.spreadsheet import Row
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.restaurant import Restaurant
from guidebook.model.text import Text, text

FIELDS = ("name", "kind", "address", "phone", "grade", "number", "start", "end", "cancelled")
"""What an import may write, in the order of a record."""

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Proposed:
    """One row that can be taken over: as a new record, or into the record `into`."""

    row: int
    key: str
    values: Values
    town: str | None
    into: Restaurant | None = None
    changes: tuple[tuple[str, str, str], ...] = ()
    """Field, what the record has, what the list has."""
    kept: tuple[tuple[str, str, str], ...] = ()
    """The same for fields that a person changed: they stay."""


@dataclass
class Proposal:
    """What an import would do. `doubtful` are diagnostics at their rows."""

    new: list[Proposed] = field(default_factory=list)
    changed: list[Proposed] = field(default_factory=list)
    unchanged: list[Proposed] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    doubtful: list[Diagnostic] = field(default_factory=list)
    mobiles: int = 0
    unknown_columns: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.new and not self.changed


def propose(
    rows: Iterable[Row], file: str, catalogue: Catalogue, legal_dongs: Mapping[str, str], today: str
) -> Proposal:
    """Compare the list with the records. `legal_dongs` maps legal dong → town name; `today` is the list's own day."""
    listed = list(rows)
    found = heading(listed)
    proposal = Proposal()
    if found is None:
        message = text("업소명, 주소, 등급 칸이 있는 제목 줄을 찾지 못했습니다.")
        hint = text("표의 첫 줄들에 ‘업소명’, ‘주소’, ‘등급’이라고 적힌 줄이 있는지 보세요.")
        proposal.doubtful.append(Diagnostic(Span(file), "no-heading", message, hint))
        return proposal
    position, places, proposal.unknown_columns = found
    reader = _Reader(file, catalogue, legal_dongs, today, places, proposal)
    for row in listed[position + 1 :]:
        reader.take(row)
    return proposal


@dataclass
class _Reader:
    file: str
    catalogue: Catalogue
    legal_dongs: Mapping[str, str]
    today: str
    places: Mapping[str, int]
    proposal: Proposal
    seen: set[str] = field(default_factory=set)

    def take(self, row: Row) -> None:
        """Put one row where it belongs."""
        raw = {name: row.cells[place] if place < len(row.cells) else "" for name, place in self.places.items()}
        doubts = list(_doubts(raw))
        values = self._values(raw, doubts)
        key = raw.get("licence") or values.get("number") or f"{values.get('name', '')} {values.get('address', '')}"
        if key in self.seen:
            doubts.append(text("같은 업소가 목록에 두 번 있습니다: {key}", key=key))
        if doubts:
            hint = text("그 줄을 고친 뒤 다시 실행하거나, 직접 restaurants 폴더에 적으세요.")
            self.proposal.doubtful += [
                Diagnostic(Span(self.file, row.number), "doubtful-row", doubt, hint, Severity.WARNING)
                for doubt in doubts
            ]
            return
        self.seen.add(key)
        into = self._record(key, values)
        over = values.get("cancelled") or ("end" in values and values["end"] < self.today)
        city = self.catalogue.site.city.name if self.catalogue.site else ""
        if not any(part.startswith(city[:-1]) for part in values["address"].split()[:3]):
            self.proposal.outside.append(values["name"])
        elif over and into is None:
            self.proposal.ended.append(values["name"])
        else:
            self._compare(Proposed(row.number, key, values, self._town(values["address"]), into))

    def _values(self, raw: Mapping[str, str], doubts: list[Text]) -> dict[str, str]:
        values = {name: raw[name] for name in ("name", "kind", "address", "number") if raw.get(name)}
        grade = self._grade(raw.get("grade", ""))
        if grade:
            values["grade"] = grade
        elif raw.get("grade"):
            doubts.append(text("모르는 등급입니다: {grade}", grade=raw["grade"]))
        begun, _, over = raw.get("end", "").rpartition("~")  # some lists have both in one column
        dates = {
            "start": raw.get("start") or begun,
            "end": over,
            "cancelled": raw.get("cancelled") or raw.get("closed"),
        }
        for name, written in dates.items():
            if written and (known := day(written)):
                values[name] = known
            elif written:
                doubts.append(text("날짜를 읽을 수 없습니다: {date}", date=written))
        if is_mobile(raw.get("phone", "")):
            self.proposal.mobiles += 1
        elif number := landline(raw.get("phone", "")):
            values["phone"] = number
        return values

    def _grade(self, written: str) -> str | None:
        bare = written.replace(" ", "").strip("★☆")
        for grade in self.catalogue.site.grades if self.catalogue.site else ():
            if bare in {name.replace(" ", "") for name in (grade.id, grade.label, *grade.aliases)}:
                return grade.id
        return None

    def _town(self, address: str) -> str | None:
        for town in self.catalogue.towns:
            if town.name in address.replace("(", " ").replace(")", " ").replace(",", " ").split():
                return town.id
        name = next((town for dong, town in self.legal_dongs.items() if f"({dong}" in address), None)
        return next((town.id for town in self.catalogue.towns if town.name == name), None)

    def _record(self, key: str, values: Values) -> Restaurant | None:
        for one in self.catalogue.restaurants:
            if one.imported and one.imported.key == key:
                return one
        for one in self.catalogue.restaurants:
            if one.designation and one.designation.number and one.designation.number == values.get("number"):
                return one
            if one.name == values["name"] and one.address == values["address"]:
                return one
        return None

    def _compare(self, proposed: Proposed) -> None:
        if proposed.into is None:
            self.proposal.new.append(proposed)
            return
        before = imported_values(proposed.into)
        changes: list[tuple[str, str, str]] = []
        kept: list[tuple[str, str, str]] = []
        for name, current, listed in _differences(proposed.into, proposed.values):
            untouched = current == before.get(name, "")
            (changes if untouched else kept).append((name, current, listed))
        known = proposed.into.designation
        if not changes and known is not None and known.checked_on < self.today:
            changes.append(("checked_on", known.checked_on, self.today))
        compared = Proposed(
            proposed.row, proposed.key, proposed.values, proposed.town, proposed.into, tuple(changes), tuple(kept)
        )
        (self.proposal.changed if changes else self.proposal.unchanged).append(compared)


def current_values(record: Restaurant) -> dict[str, str]:
    """What a record has in the fields of an import."""
    held = record.designation
    parts = {
        "name": record.name,
        "kind": record.kind,
        "address": record.address,
        "phone": record.phone,
        "grade": held.grade if held else None,
        "number": held.number if held else None,
        "start": held.start if held else None,
        "end": held.end if held else None,
        "cancelled": held.cancelled if held else None,
    }
    return {name: value for name, value in parts.items() if value is not None}


def imported_values(record: Restaurant) -> dict[str, str]:
    """What the last import wrote into a record."""
    pairs = (line.partition("=") for line in record.imported.values) if record.imported else ()
    return {name: value for name, _, value in pairs}


def _differences(record: Restaurant, listed: Values) -> Iterator[tuple[str, str, str]]:
    """Fields in which list and record differ, as the list has them. What the list does not have says nothing."""
    current = current_values(record)
    for name in FIELDS:
        if name in listed and current.get(name, "") != listed[name]:
            yield name, current.get(name, ""), listed[name]


def _doubts(raw: Mapping[str, str]) -> Iterator[Text]:
    for name, label in (("name", text("업소명")), ("address", text("주소")), ("grade", text("등급"))):
        if not raw.get(name):
            yield text("{column} 칸이 비어 있습니다.", column=label)
    formulas: Sequence[str] = [value for value in raw.values() if value.startswith("=")]
    if formulas:
        yield text("칸에 값이 아니라 수식이 있습니다: {formula}", formula=formulas[0][:40])
