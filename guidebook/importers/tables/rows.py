"""The rows of a table → entries: one for each row that says something of a record, with the place of every value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from guidebook.importers.address import Locality
from guidebook.importers.hygiene.columns import GONE
from guidebook.importers.hygiene.proposing import COUNT, TOTAL
from guidebook.importers.ids import imported_id
from guidebook.importers.reading.heading import Heading
from guidebook.importers.reading.spreadsheet import Row
from guidebook.importers.records.entry import Entry, Origin, Proposal, Value
from guidebook.importers.records.fields import fields_of
from guidebook.importers.tables.cells import Fault, Names, as_written
from guidebook.importers.tables.dialects import CLOSED_DOWN, IDENTITY, OVER, STATUS
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.kinds import Kind
from guidebook.model.record import SLUG
from guidebook.model.settings.column_names import ID
from guidebook.model.text import Text, text
from guidebook.plan.local_words import label_in

MOST_ENTRIES = 2_000
"""Rows of one import: each becomes a file, and all of them are checked together."""
SHOWN = 10
"""Names of what is left out."""
NOTHING = ("-", "–", "—")
"""What lists write in cells of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all rows of one table share."""

    kind: Kind
    file: str
    """As diagnostics name it, with its sheet."""
    columns: Heading
    origin: Origin
    catalogue: Catalogue
    given: Mapping[str, str]
    """Values of fields that no column has, the same for all rows."""


def entries(rows: Iterable[Row], setting: Setting, proposal: Proposal) -> Iterator[Entry]:
    """The entries of a table. What is wrong with its cells goes into the proposal."""
    reader = _Reader(setting, proposal)
    count = 0
    for row in rows:
        if row.cells in (setting.columns.row, setting.columns.cells):  # printed lists repeat their heading
            continue
        if reader.is_no_entry(row) or reader.is_over(row):
            continue
        count += 1
        if count > MOST_ENTRIES:
            message = text("행이 {most}개보다 많습니다. 한 번에 그만큼까지 가져옵니다.", most=MOST_ENTRIES)
            hint = text("표를 나누거나, 필요한 행만 남겨 다시 실행하세요.")
            proposal.faults.append(Diagnostic(Span(setting.file, row.number), "many-rows", message, hint))
            return
        entry = reader.entry(row)
        if entry is not None:
            yield entry
    proposal.notes += reader.said()


def names_of(catalogue: Catalogue) -> Names:
    """What people call the records to which others may refer. Two of one name are nobody's."""
    names: dict[str, dict[str, str]] = {}
    for record in catalogue.public_records:
        held = names.setdefault(catalogue.kind(record).key, {})
        held[record.called] = "" if record.called in held else record.id
    return names


class _Reader:
    def __init__(self, setting: Setting, proposal: Proposal) -> None:
        self._setting, self._proposal = setting, proposal
        catalogue = setting.catalogue
        legal = catalogue.merging.town_of
        city = catalogue.site.city.name if catalogue.site else ""
        self._locality = Locality(city, catalogue.towns, legal)
        self._names = names_of(catalogue)
        self._fields = {
            name: replace(field, label=label_in(catalogue, field.label))
            for name, field in fields_of(setting.kind).items()
        }
        self._over: list[str] = []
        self._of_address = 0

    def said(self) -> Iterator[Text]:
        """What is worth knowing of all rows."""
        if self._over:
            names = ", ".join(self._over[:SHOWN]) + (" …" if len(self._over) > SHOWN else "")
            yield text("폐업·취소로 적힌 {count}행은 제외했습니다: {names}", count=len(self._over), names=names)
        if self._of_address:
            yield text("읍면동이 없는 {count}행에는 주소에 적힌 읍면동을 넣었습니다.", count=self._of_address)

    def is_over(self, row: Row) -> bool:
        """Whether the row says that the place is no more; then its name is kept."""
        columns = self._setting.columns.places
        status, closed = (_cell(row, columns[name][0]) if name in columns else "" for name in (STATUS, CLOSED_DOWN))
        if closed or any(word in status for word in GONE):
            self._over.append(
                next((cell for at in columns.get("name", ()) if (cell := _cell(row, at))), closed or status)
            )
            return True
        return False

    def is_no_entry(self, row: Row) -> bool:
        """Whether the row is a sum, or a single cell of words beside the table; then it is counted as such."""
        cells = [cell for cell in row.cells if cell]
        others = [cell for cell in cells if not re.fullmatch(TOTAL, cell)]
        if len(others) < len(cells) and all(re.fullmatch(COUNT, cell) for cell in others):
            self._proposal.totals += 1
            return True
        if len(cells) == 1 and not row.formulas:
            self._proposal.remarks.append(cells[0])
            return True
        return not cells and not row.formulas

    def entry(self, row: Row) -> Entry | None:
        """The entry of a row, also where a cell is wrong, which is said; None where nobody knows what it means."""
        setting = self._setting
        values: dict[str, Value] = {}
        places: dict[str, Span] = {}
        id = ""
        for name, columns in setting.columns.places.items():
            if name in OVER:
                continue
            at = next((place for place in columns if _cell(row, place)), columns[0])
            cell, span = _cell(row, at), Span(setting.file, row.number, at + 1)
            fault = _unreadable(row, at)
            if fault is None and cell and name == ID:
                id, places[ID] = cell, span
                fault = None if re.search(SLUG, cell) and len(cell) <= 60 else _BAD_ID
            elif cell:
                values[name], wrong = as_written(self._fields[name], cell, self._names, setting.catalogue.kinds)
                places[name], fault = span, fault or wrong
            if fault is not None:
                self._fault(span, at, fault)
        values |= {name: value for name, value in self._given().items() if name not in values}
        self._town_of_address(values)
        return self._made(row, id, values, places)

    def _made(self, row: Row, id: str, values: dict[str, Value], places: dict[str, Span]) -> Entry | None:
        setting = self._setting
        lacking = [name for name in IDENTITY[setting.kind.key] if name not in values]
        if lacking and not id:
            title = self._fields[lacking[0]].label.title
            message = text("{column} 셀이 비어 있어 어느 기록인지 알 수 없습니다.", column=title)
            at = next(iter(setting.columns.places.get(lacking[0], (0,))))
            self._fault(Span(setting.file, row.number, at + 1), None, (message, _FILL))
            return None
        key = id or self._key(values)
        headings = {name: _column(setting.columns, at) for name, (at, *_) in setting.columns.places.items()}
        return Entry(
            setting.kind,
            key,
            self._name(values, id),
            id or self._id(key, values),
            bool(id),
            values,
            places,
            Span(setting.file, row.number),
            setting.origin,
            headings,
        )

    def _given(self) -> Mapping[str, Value]:
        kinds = self._setting.catalogue.kinds
        return {
            name: as_written(self._fields[name], written, self._names, kinds)[0]
            for name, written in self._setting.given.items()
        }

    def _town_of_address(self, values: dict[str, Value]) -> None:
        """The town that the address names, where the table has no column for it."""
        address = values.get("address", "")
        if "town" in self._fields and "town" not in values and isinstance(address, str):
            town = self._locality.town(address)
            values |= {"town": town} if town else {}
            self._of_address += town is not None

    def _key(self, values: Mapping[str, Value]) -> str:
        names = ("name", "address", "date", "delegation", "kind", "site", "town")
        parts = [str(values[name]) for name in names if name in values]
        return " ".join(parts[:2] if self._setting.kind.key != "guide" else parts)

    def _id(self, key: str, values: Mapping[str, Value]) -> str:
        """A visit's day, as `new` has it; a place's English name; else a digest of what it is called."""
        english = re.sub(r"[^a-z0-9]+", "-", str(values.get("name_en", "")).lower()).strip("-")
        if self._setting.kind.private:
            return str(values.get("date", ""))
        return english[:60].strip("-") or imported_id(self._setting.kind.key[0], key)

    def _name(self, values: Mapping[str, Value], id: str) -> str:
        called = values.get("name") or values.get("delegation") or values.get("shows") or id
        return str(called) if called else " ".join(str(value) for value in list(values.values())[:2])

    def _fault(self, span: Span, at: int | None, fault: Fault) -> None:
        message, hint = fault
        if at is not None:
            message = text("{column} 열: {fault}", column=_column(self._setting.columns, at), fault=message)
        self._proposal.faults.append(Diagnostic(span, "bad-cell", message, hint))


_BAD_ID = (
    text("아이디로 쓸 수 없습니다."),
    text("영문 소문자, 숫자, 붙임표(-)로 {most}자까지 적으세요.", most="60"),
)
_FILL = text("셀을 채우거나 그 행을 지우고 다시 실행하세요. 병합된 셀은 첫 행에만 값이 있습니다.")


def _cell(row: Row, place: int) -> str:
    words = row.cells[place] if place < len(row.cells) else ""
    return "" if words in NOTHING else words


def _unreadable(row: Row, at: int) -> Fault | None:
    cell = _cell(row, at)
    if at in row.formulas:
        return (
            text("셀에 값이 아니라 수식이 있습니다: {formula}", formula=cell[:40]),
            text("엑셀에서 그 열을 복사해 ‘값’으로 붙여 넣고 저장하세요."),
        )
    if "\ufffd" in cell:
        return (
            text("깨진 글자가 있습니다: {value}", value=cell[:40]),
            text("원래 파일을 UTF-8 CSV나 엑셀(.xlsx)로 다시 저장하세요."),
        )
    return None


def _column(columns: Heading, at: int) -> Text:
    """`‘전화번호’(E)`: its heading and its letter in Excel."""
    title = columns.cells[at] if at < len(columns.cells) else ""
    return text("‘{title}’({letter})", title=title[:30], letter=letter_of(at))


def letter_of(at: int) -> str:
    """The letter of a column counted from 0: A, Z, AA."""
    return (letter_of(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)
