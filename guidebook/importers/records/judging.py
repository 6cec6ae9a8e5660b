"""Judges what an import proposes before anything is written: every wrong value at once, at the cell it comes from.

The model and the rules of `check` are those that hold for files; only the places are those of the other data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from guidebook.check import check
from guidebook.check.personal import personal_data
from guidebook.forms.fields_at import is_written
from guidebook.forms.needed import needed_values
from guidebook.forms.shapes import shape_of
from guidebook.importers.records.entry import Entry, Plan, Proposal
from guidebook.importers.records.fields import title_of, without_source
from guidebook.importers.records.planning import text_of
from guidebook.load.validate import validate
from guidebook.model.catalogue import Catalogue, Path, SourceMap
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.label import Label, label_of
from guidebook.model.record import Record, fields_by_key, key_of
from guidebook.model.text import text

MISSING = "missing-key"
PERSONAL = text("지우거나, 기관의 대표 번호와 대표 주소로 바꾸세요.")
SOURCED = ("sources", "covers")


def judge(proposal: Proposal, catalogue: Catalogue) -> None:
    """Put what is wrong with the plans of a proposal beside them."""
    names = {kind.key: {record.called: record.id for record in catalogue.of_kind(kind)} for kind in catalogue.kinds}
    told = {fault.span for fault in proposal.faults}
    records: list[tuple[Plan, Record]] = []
    for plan in proposal.plans:
        lacking = tuple(_lacking(plan))
        data = {**plan.data, "id": plan.id}
        record, faults = validate(plan.entry.kind.model, data, _places(plan.entry), names, catalogue.kinds)
        wrong = [at_cell(fault, plan.entry) for fault in faults if fault.code != MISSING and fault.span not in told]
        proposal.faults += [*lacking, *wrong]
        if record is not None:
            records.append((plan, record))
        else:
            proposal.faults += _personal(plan)
            silent = not lacking and not wrong and not any(fault.span in told for fault in faults)
            proposal.faults += faults if silent else ()
    proposal.faults += _ruled(records, catalogue)
    seen = {fault.span for fault in proposal.faults}
    private = (plan for plan, _ in records if plan.entry.kind.private)  # of which rules allow a driver's number
    proposal.faults += [fault for plan in private for fault in _personal(plan) if fault.span not in seen]
    proposal.faults.sort(key=attrgetter("span"))


def _personal(plan: Plan) -> Iterator[Diagnostic]:
    """Personal data in an entry of which no rule speaks: it is no record yet, or a private one.

    A person may write a driver's number into a private visit. A list of visits brings numbers of which nobody knows
    whose they are, and remarks go into the booklet.
    """
    entry = plan.entry
    for name, value in entry.values.items():
        for message in personal_data(text_of(value)):
            if name in entry.places:
                yield at_cell(Diagnostic(entry.places[name], "personal-data", message, PERSONAL), entry)
            else:  # given for all rows
                told = text("{title}: {fault}", title=title_of(entry.kind, name), fault=message)
                yield Diagnostic(entry.place, "personal-data", told, PERSONAL)


def _lacking(plan: Plan) -> Iterator[Diagnostic]:
    """What every record needs, or a part of it that is there, and neither the data nor the record has."""
    model = plan.entry.kind.model
    for needed in needed_values(model, lambda path: is_written(plan.data, path)):
        if not is_written(plan.data, needed.path) and needed.path[0] not in SOURCED:
            yield _missing(plan.entry, needed.name, needed.label)
    for key, field in fields_by_key(model).items():
        part, value = shape_of(field).model, plan.data.get(key)
        if part is None or field.is_required() or not isinstance(value, Mapping):
            continue
        for name, inner in part.model_fields.items():
            if inner.is_required() and key_of(part, name) not in value:
                yield _missing(plan.entry, f"{key}.{key_of(part, name)}", label_of(part, name))


def _missing(entry: Entry, name: str, label: Label) -> Diagnostic:
    message = text("{name}: 꼭 적어야 하는 ‘{title}’ 값이 없습니다.", name=entry.name, title=label.title)
    if name in entry.headings:
        hint = text("셀을 채우거나 그 행을 지우고 다시 실행하세요. 병합된 셀은 첫 행에만 값이 있습니다.")
    elif name in without_source(entry.kind):
        hint = text(
            "그 값이 든 열의 제목을 ‘--column {name}=제목’으로, 모든 행에 같은 값이면 ‘--set {name}=값’으로 적으세요.",
            name=name,
        )
    else:
        hint = text("그 값이 든 열의 제목을 ‘--column {name}=제목’으로 적으세요.", name=name)
    return Diagnostic(entry.place, "missing-value", message, hint)


def _places(entry: Entry) -> SourceMap:
    here: dict[Path, tuple[int, int]] = {(): (entry.place.line, entry.place.column)}
    cells: dict[Path, tuple[int, int]] = {
        tuple(name.split(".")): (span.line, span.column) for name, span in entry.places.items()
    }
    return SourceMap(entry.place.file, here, here | cells)


def at_cell(fault: Diagnostic, entry: Entry) -> Diagnostic:
    """The fault with the name of its column."""
    name = next((name for name, span in entry.places.items() if span == fault.span), None)
    column = entry.headings.get(name) if name else None
    return replace(fault, message=text("{column} 열: {fault}", column=column, fault=fault.message)) if column else fault


def _ruled(records: Sequence[tuple[Plan, Record]], catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What the rules over all content find in the new values; of a record that was there, in these alone."""
    if not records:
        return
    model = records[0][0].entry.kind.model
    # Without what the import notes in them: every value would be judged twice.
    by_id = {record.id: record.model_copy(update={"imports": ()}) for _, record in records}
    others = [record for record in catalogue.of(model) if record.id not in by_id]
    places = {(plan.entry.kind.key, record.id): _places(plan.entry) for plan, record in records}
    new = replace(
        catalogue.having(model, *others, *by_id.values()),
        maps={**catalogue.maps, **places},
        declared=catalogue.declared | frozenset(places),
    )
    entries = {(plan.entry.place.file, plan.entry.place.line): plan for plan, _ in records}
    for fault in check(new):
        plan = entries.get((fault.span.file, fault.span.line))
        if plan is None or fault.severity is not Severity.ERROR:
            continue
        if plan.into is None or _is_of_value(fault.span, plan.entry):
            yield at_cell(fault, plan.entry)


def _is_of_value(span: Span, entry: Entry) -> bool:
    return span in entry.places.values()
