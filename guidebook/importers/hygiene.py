"""Proposals from a list of hygiene designations: what is new, changed, ended, outside the city or doubtful.

Three values meet at every field: the list's, the record's, and what was imported last. Only where the record still has
what was imported last does the list's value go in: what a person changed stays.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from guidebook.importers.address import Locality
from guidebook.importers.columns import DEEPEST, GONE, day, heading, is_mobile, landline
from guidebook.importers.spreadsheet import Row
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.restaurant import Restaurant
from guidebook.model.site import Grade
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
    phones: int = 0
    """Numbers that could not be read."""
    unknown_columns: tuple[str, ...] = ()
    label: str | None = None
    """The single label that every row was taken for, because the list has no column for grades."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.new and not self.changed


def propose(
    rows: Iterable[Row], file: str, catalogue: Catalogue, legal_dongs: Mapping[str, str], today: str
) -> Proposal:
    """Compare the list with the records. `legal_dongs` maps legal dong → town name; `today` is the list's own day."""
    coming = iter(rows)
    first = list(islice(coming, DEEPEST))
    found = heading(first)
    position, places, unknown = found or (0, {}, ())
    above = " ".join((file, *(cell for row in first[:position] for cell in row.cells)))
    label = None if "grade" in places else _single_label(catalogue, above)
    if found is None or ("grade" not in places and label is None):
        message = text("업소명, 주소, 등급 칸이 있는 제목 줄을 찾지 못했습니다.")
        hint = text("표의 첫 줄들에 ‘업소명’, ‘주소’, ‘등급’이라고 적힌 줄이 있는지 보세요.")
        return Proposal(doubtful=[Diagnostic(Span(file), "no-heading", message, hint)])
    proposal = Proposal(unknown_columns=unknown, label=label.label if label else None)
    reader = _Reader(file, catalogue, legal_dongs, today, places, proposal, label)
    for row in chain(first[position + 1 :], coming):
        if row.cells != first[position].cells:  # printed lists repeat their heading
            reader.take(row)
    return proposal


def _single_label(catalogue: Catalogue, above: str) -> Grade | None:
    """The grade without stars that the list's title or the file's name speaks of."""
    grades = catalogue.site.grades if catalogue.site else ()
    names = {name: grade for grade in grades if not grade.stars for name in (grade.label, *grade.aliases)}
    return next((grade for name, grade in names.items() if _bare(name) in _bare(above)), None)


def record_id(key: str) -> str:
    """`r-20120107590`: by the licence, or by a digest of name and address where the list has no number."""
    bare = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
    if not key.isascii() or not bare or len(bare) > 40:
        bare = hashlib.sha256(key.encode()).hexdigest()[:10]
    return f"r-{bare}"


@dataclass
class _Reader:
    file: str
    catalogue: Catalogue
    legal_dongs: Mapping[str, str]
    today: str
    places: Mapping[str, int]
    proposal: Proposal
    label: Grade | None
    seen: set[str] = field(default_factory=set)
    """Ids of records that a row before stands for."""

    def __post_init__(self) -> None:
        site, known = self.catalogue.site, self.catalogue.restaurants
        self.locality = Locality(site.city.name if site else "", self.catalogue.towns, self.legal_dongs)
        self.by_key = {one.imported.key: one for one in known if one.imported}
        self.by_id = {one.id: one for one in known}
        self.by_number = {one.designation.number: one for one in known if one.designation and one.designation.number}
        self.by_place = {(one.name, one.address): one for one in known}

    def take(self, row: Row) -> None:
        """Put one row where it belongs."""
        raw = {name: _cell(row, place) for name, place in self.places.items()}
        address = raw["address"]
        if address and self.places["address"] not in row.formulas and not self.locality.holds(address):
            self.proposal.outside.append(raw["name"] or address)
            return
        doubts = list(self._doubts(row, raw))
        values = self._values(raw, doubts)
        if doubts:
            self._doubt(row, doubts)
            return
        key = _licence(raw) or values.get("number") or f"{values['name']} {address}"
        into = self._record(key, values, bool(_licence(raw)))
        if "cancelled" not in values and any(word in raw.get("status", "") for word in GONE):
            known = into.designation.cancelled if into and into.designation else None
            values["cancelled"] = known or self.today  # the list says that it is over, not since when
        over = "cancelled" in values or values.get("end", self.today) < self.today
        if over and (into is None or _another_designation(into, values)):
            self.proposal.ended.append(values["name"])
        elif (into.id if into else record_id(key)) in self.seen:
            self._doubt(row, [text("같은 업소가 목록에 두 번 있습니다: {key}", key=key)])
        elif into and into.designation and into.designation.checked_on > self.today:
            day = into.designation.checked_on
            self._doubt(row, [text("이 업소는 목록보다 나중인 {day}에 확인된 것으로 적혀 있습니다.", day=day)])
        else:
            self.seen.add(into.id if into else record_id(key))
            self._compare(Proposed(row.number, key, values, self.locality.town(address), into))

    def _doubt(self, row: Row, doubts: Iterable[Text]) -> None:
        hint = text("그 줄을 고친 뒤 다시 실행하거나, 직접 restaurants 폴더에 적으세요.")
        place = Span(self.file, row.number)
        self.proposal.doubtful += [Diagnostic(place, "doubtful-row", doubt, hint, Severity.WARNING) for doubt in doubts]

    def _doubts(self, row: Row, raw: Mapping[str, str]) -> Iterator[Text]:
        for name, column in (("name", text("업소명")), ("address", text("주소")), ("grade", text("등급"))):
            if name in self.places and not raw[name]:
                yield text("{column} 칸이 비어 있습니다.", column=column)
        formulas = [raw[name] for name, place in self.places.items() if place in row.formulas]
        if formulas:
            yield text("칸에 값이 아니라 수식이 있습니다: {formula}", formula=formulas[0][:40])
        broken = [value for value in raw.values() if "\ufffd" in value]
        if broken:
            yield text("깨진 글자가 있습니다: {value}", value=broken[0][:40])

    def _values(self, raw: Mapping[str, str], doubts: list[Text]) -> dict[str, str]:
        values = {name: raw[name] for name in ("name", "kind", "address", "number") if raw.get(name)}
        grade = self.label or self._grade(raw["grade"])
        if grade:
            values["grade"] = grade.id
        elif raw["grade"]:
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
        if number := landline(raw.get("phone", "")):
            values["phone"] = number
        self.proposal.mobiles += is_mobile(raw.get("phone", ""))
        self.proposal.phones += bool(raw.get("phone")) and not number and not is_mobile(raw["phone"])
        return values

    def _grade(self, written: str) -> Grade | None:
        for grade in self.catalogue.site.grades if self.catalogue.site else ():
            if _bare(written) in {_bare(name) for name in (grade.id, grade.label, *grade.aliases)}:
                return grade
        return None

    def _record(self, key: str, values: Values, licensed: bool) -> Restaurant | None:
        """The record that the row speaks of. By name and place only one that is not of another licence."""
        known = self.by_key.get(key) or self.by_id.get(record_id(key))
        if known:
            return known
        for one in (
            self.by_number.get(values.get("number", "")),
            self.by_place.get((values["name"], values["address"])),
        ):
            if one and one.id not in self.seen and not (licensed and one.imported and _is_licence(one.imported.key)):
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
        compared = replace(proposed, changes=tuple(changes), kept=tuple(kept))
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


def _cell(row: Row, place: int) -> str:
    """What stands in a column; a lone dash says nothing."""
    words = row.cells[place] if place < len(row.cells) else ""
    return "" if words in ("-", "–", "—") else words


def _licence(raw: Mapping[str, str]) -> str:
    """The licence number; none where a running number stands there, or what Excel made of one: `2.01E+10`."""
    written = raw.get("licence", "")
    return written if _is_licence(written) else ""


def _is_licence(key: str) -> bool:
    return bool(re.fullmatch(r"[\d-]{8,}", key))


def _another_designation(record: Restaurant, values: Values) -> bool:
    """Whether the record has a designation of another number: the row is history."""
    held = record.designation.number if record.designation else None
    return bool(held and "number" in values and held != values["number"])


def _bare(words: str) -> str:
    return re.sub(r"[\s()★☆]", "", words)
