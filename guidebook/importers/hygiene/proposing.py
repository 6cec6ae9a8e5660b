"""Proposals from a list of hygiene designations: what is new, changed, ended, outside the city or doubtful.

Three values meet at every field: the list's, the record's, and what was imported last. Only where the record still has
what was imported last does the list's value go in: what a person changed stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from types import MappingProxyType

from guidebook.importers.address import Locality
from guidebook.importers.hygiene.columns import GONE, HYGIENE, NEEDED, TITLES
from guidebook.importers.hygiene.proposal import Proposal, Proposed, Values, differences, imported_values
from guidebook.importers.ids import imported_id
from guidebook.importers.reading.heading import DEEPEST, Heading, heading, nearest_to_a_heading
from guidebook.importers.reading.spreadsheet import Row
from guidebook.importers.reading.values import day, is_mobile, landline
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.settings.showing import Grade
from guidebook.model.text import Text, text

COUNT = r"[\d,. ]+\s*(?:개소|개|곳|건|업소)?"
"""What stands in the column of addresses in a row of sums."""
TOTAL = rf"(?:총|합|소|누)?\s*계(?:\s*[:(]?\s*{COUNT}\)?)?|총\s*{COUNT}"
"""합계, 소계, 총 계: 12개소, 총 12개소."""


def propose(
    rows: Iterable[Row],
    file: str,
    catalogue: Catalogue,
    legal_dongs: Mapping[str, str],
    today: str,
    named: Mapping[str, str] = MappingProxyType({}),
) -> Proposal:
    """Compare the list with the records. `legal_dongs` maps legal dong → town name; `today` is the list's own day.

    `named` maps a name of `columns.ALIASES` → the heading under which it stands in this very list.
    """
    coming = iter(rows)
    first = list(islice(coming, DEEPEST))
    own = own_columns(catalogue)
    columns = heading(first, HYGIENE.with_own(own), named)
    places = columns.places if columns else {}
    above = " ".join((file, *(cell for row in first[: columns.position if columns else 0] for cell in row.cells)))
    label = None if "grade" in places else _single_label(catalogue, above)
    lacking = [field for field in named if field not in places]
    if columns is None or lacking or ("grade" not in places and label is None):
        return Proposal(doubtful=[_no_heading(file, first, own, named, columns)])
    proposal = Proposal(columns=columns, label=label.label if label else None)
    reader = _Reader(file, catalogue, legal_dongs, today, places, proposal, label)
    for row in chain(first[columns.position + 1 :], coming):
        if row.cells not in (columns.row, columns.cells):  # printed lists repeat their heading
            reader.take(row)
    return proposal


def own_columns(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """The headings that the city's `site.yml` adds to the known ones."""
    return catalogue.site.hygiene_columns.model_dump() if catalogue.site else {}


def _no_heading(
    file: str, first: list[Row], own: Mapping[str, tuple[str, ...]], named: Mapping[str, str], columns: Heading | None
) -> Diagnostic:
    """What is missing, what is there instead, and how to say which is which."""
    seen, fields = nearest_to_a_heading(first, HYGIENE.with_own(own))
    there = columns.places if columns else {**dict.fromkeys(fields), **dict.fromkeys(named)}
    lacking = [field for field in named if columns and field not in columns.places]
    lacking = lacking or [name for name in (*NEEDED, "grade") if name not in there] or list(NEEDED)
    message = text(
        "{columns} 열을 찾지 못했습니다. 이 파일에 있는 열: {seen}",
        columns=", ".join(str(TITLES[name]) for name in lacking),
        seen=", ".join(cell[:30] for cell in seen[:30]) or "-",
    )
    hint = text(
        "그 열의 제목을 ‘--column {name}=제목’으로 지정하세요(여러 번 적을 수 있습니다). "
        "늘 그 제목이면 site.yml의 hygiene_columns에 적으세요.",
        name=lacking[0],
    )
    return Diagnostic(Span(file), "no-heading", message, hint)


def _single_label(catalogue: Catalogue, above: str) -> Grade | None:
    """The grade without stars that the list's title or the file's name speaks of."""
    grades = catalogue.site.grades if catalogue.site else ()
    names = {name: grade for grade in grades if not grade.stars for name in (grade.label, *grade.aliases)}
    return next((grade for name, grade in names.items() if _bare(name) in _bare(above)), None)


def record_id(key: str) -> str:
    """`r-20120107590`: by the licence, or by a digest of name and address where the list has no number."""
    return imported_id("r", key)


@dataclass
class _Reader:
    file: str
    catalogue: Catalogue
    legal_dongs: Mapping[str, str]
    today: str
    places: Mapping[str, tuple[int, ...]]
    proposal: Proposal
    label: Grade | None
    seen: set[str] = field(default_factory=set)
    """Ids of records that a row before stands for."""

    def __post_init__(self) -> None:
        site, known = self.catalogue.site, self.catalogue.restaurants
        self.locality = Locality(site.city.name if site else "", self.catalogue.towns, self.legal_dongs)
        self.by_key = {record.imported.key: record for record in known if record.imported}
        self.by_id = {record.id: record for record in known}
        self.by_number = {
            record.designation.number: record for record in known if record.designation and record.designation.number
        }
        self.by_place = {(record.name, record.address): record for record in known}

    def take(self, row: Row) -> None:
        """Put one row where it belongs."""
        read = {name: _place(row, places) for name, places in self.places.items()}
        raw = {name: _cell(row, place) for name, place in read.items()}
        if self._is_no_entry(row, raw):
            return
        address = raw["address"]
        if address and read["address"] not in row.formulas and not self.locality.holds(address):
            self.proposal.outside.append(raw["name"] or address)
            return
        doubts = list(self._doubts(row, raw, read))
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
        hint = text("그 행을 고친 뒤 다시 실행하거나, 직접 restaurants 폴더에 적으세요.")
        place = Span(self.file, row.number)
        self.proposal.doubtful += [Diagnostic(place, "doubtful-row", doubt, hint, Severity.WARNING) for doubt in doubts]

    def _is_no_entry(self, row: Row, raw: Mapping[str, str]) -> bool:
        """Whether the row is a sum, or a single cell of words below the table; then it is counted as such."""
        cells = [cell for cell in row.cells if cell]
        no_address = not raw["address"] or bool(re.fullmatch(COUNT, raw["address"]))
        if no_address and any(re.fullmatch(TOTAL, cell) for cell in cells):
            self.proposal.totals += 1
            return True
        if len(cells) == 1 and not row.formulas:
            self.proposal.remarks.append(cells[0])
            return True
        return False

    def _doubts(self, row: Row, raw: Mapping[str, str], read: Mapping[str, int]) -> Iterator[Text]:
        for name in (*NEEDED, "grade"):
            if name in self.places and not raw[name]:
                yield text("{column} 셀이 비어 있습니다.", column=TITLES[name])
        formulas = [raw[name] for name, place in read.items() if place in row.formulas]
        if formulas:
            yield text("셀에 값이 아니라 수식이 있습니다: {formula}", formula=formulas[0][:40])
        broken = [value for value in raw.values() if "\ufffd" in value]
        if broken:
            yield text("깨진 글자가 있습니다: {value}", value=broken[0][:40])

    def _values(self, raw: Mapping[str, str], doubts: list[Text]) -> dict[str, str]:
        values = {name: raw[name] for name in ("name", "kind", "address", "number") if raw.get(name)}
        grade = self.label or self._grade(raw["grade"])
        if grade:
            values["grade"] = grade.id
        elif raw["grade"]:
            doubts.append(text("등록되지 않은 등급입니다: {grade}", grade=raw["grade"]))
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
        for candidate in (
            self.by_number.get(values.get("number", "")),
            self.by_place.get((values["name"], values["address"])),
        ):
            if (
                candidate
                and candidate.id not in self.seen
                and not (licensed and candidate.imported and _is_licence(candidate.imported.key))
            ):
                return candidate
        return None

    def _compare(self, proposed: Proposed) -> None:
        if proposed.into is None:
            self.proposal.new.append(proposed)
            return
        before = imported_values(proposed.into)
        changes: list[tuple[str, str, str]] = []
        kept: list[tuple[str, str, str]] = []
        for name, current, listed in differences(proposed.into, proposed.values):
            untouched = current == before.get(name, "")
            (changes if untouched else kept).append((name, current, listed))
        known = proposed.into.designation
        if not changes and known is not None and known.checked_on < self.today:
            changes.append(("checked_on", known.checked_on, self.today))
        compared = replace(proposed, changes=tuple(changes), kept=tuple(kept))
        (self.proposal.changed if changes else self.proposal.unchanged).append(compared)


def _place(row: Row, places: tuple[int, ...]) -> int:
    """The first of the columns in which something stands: the road address, else the lot address."""
    return next((place for place in places if _cell(row, place)), places[0])


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
