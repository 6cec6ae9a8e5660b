"""Judges the answers of a person to what a new record needs, one by one, as `check` would judge the finished file.

Separate from `new_record`, which puts together and writes: here nothing is written, and what is not answered yet is
filled with examples, so that the rules have a record to look at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from guidebook.check import check
from guidebook.check.places import unknown_kind
from guidebook.check.references import unknown
from guidebook.commands.new_record import NewRecord, Prepared
from guidebook.forms.fields_at import merged, value_of
from guidebook.forms.needed import Needed
from guidebook.forms.record_text import record_text
from guidebook.forms.shapes import bound_of
from guidebook.load.characters import first_fault
from guidebook.load.front_matter import split
from guidebook.load.validate import validate
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import Catalogue, SourceMap
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.kinds import MARKDOWN, Kind
from guidebook.model.record import SLUG
from guidebook.model.text import text

QUOTES = re.compile(r"""(["'])(.*)\1""")
FILE = "new"


@dataclass(frozen=True, slots=True)
class Judged:
    """What an answer says, as it is written, or why it cannot be."""

    value: str = ""
    fault: Diagnostic | None = None


def plain(written: str) -> str:
    """A value without the quotes in which YAML has it: `"10:00"`."""
    written = written.strip()
    quoted = QUOTES.fullmatch(written)
    return quoted[2] if quoted else written


def known_records(needed: Needed, catalogue: Catalogue) -> Mapping[str, str] | None:
    """The records that can be named there, id → name; None where the value is no id of another record."""
    kind = _named_kind(needed, catalogue)
    return None if kind is None else {record.id: record.called for record in catalogue.of_kind(kind)}


def first_needed(missing: tuple[Needed, ...], catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """What has to be made before: records of a kind that is named and of which there is none."""
    kinds = [_named_kind(needed, catalogue) for needed in missing]
    return tuple(
        Diagnostic(
            Span(kind.folder),
            f"unknown-{kind.key}",
            text("먼저 만들어야 하는 파일이 있습니다: {kind}", kind=kind.label),
            text("‘python3 build.py new {kind} 아이디’로 만드세요.", kind=kind.key),
        )
        for kind in dict.fromkeys(kinds)
        if kind is not None and not catalogue.of_kind(kind)
    )


def judged(
    asked: NewRecord, prepared: Prepared, answers: Mapping[str, str], needed: Needed, answer: str, today: str
) -> Judged:
    """The value that an answer means; `answers` are those before it."""
    assert prepared.catalogue is not None, "it was prepared"
    value = plain(answer)
    known = known_records(needed, prepared.catalogue)
    if known is not None:
        value = ", ".join(_ids(value, known) if needed.shape.many else (_id(value, known),))
        faults = [
            fault
            for id in (value_of(needed.shape, value) if needed.shape.many else [value])
            for fault in unknown(prepared.catalogue, needed.path[-1], id, Span(FILE))
        ]
        if faults:
            return Judged(fault=faults[0])
    if needed.label.open:
        wrong = next(unknown_kind(prepared.catalogue, value, Span(FILE)), None)
        if wrong is not None:
            return Judged(fault=wrong)
    strange = first_fault(value)
    if strange is not None:
        return Judged(fault=Diagnostic(Span(FILE), *strange))
    return Judged(value, _fault(asked, prepared, {**answers, needed.name: value}, needed, today))


def _named_kind(needed: Needed, catalogue: Catalogue) -> Kind | None:
    is_id = bound_of(needed.shape, "pattern") == SLUG
    return catalogue.kinds.named_by(needed.path[-1]) if is_id else None


def _id(word: str, known: Mapping[str, str]) -> str:
    """The id that is meant: a name is taken for it where only one record has it."""
    called = [id for id, name in known.items() if name == word]
    return called[0] if word not in known and len(called) == 1 else word


def _ids(words: str, known: Mapping[str, str]) -> list[str]:
    return [_id(word.strip(), known) for word in words.strip("[]").split(",")]


def _fault(
    asked: NewRecord, prepared: Prepared, answers: Mapping[str, str], needed: Needed, today: str
) -> Diagnostic | None:
    """The first error that `check` would tell at the line of the value."""
    assert prepared.catalogue is not None, "it was prepared"
    places, found = _checked(asked, prepared.catalogue, _filled(prepared, prepared.catalogue, answers), today)
    path = tuple(int(key) - 1 if key.isdigit() else key for key in needed.path)
    line = places.value(path).line
    here = (one for one in found if one.span.file == FILE and one.span.line == line)
    return next((one for one in here if one.severity is Severity.ERROR and one.code != "missing-key"), None)


def _filled(prepared: Prepared, catalogue: Catalogue, answers: Mapping[str, str]) -> dict[str, Any]:
    """All that the record needs: what is answered, and examples for the rest."""
    values = {}
    for needed in prepared.missing:
        known = known_records(needed, catalogue) or {}
        example = next(iter(needed.choices), next(iter(known), plain(needed.label.example)))
        values[needed.path] = value_of(needed.shape, answers.get(needed.name, example))
    return merged(prepared.data, values)


def _checked(
    asked: NewRecord, catalogue: Catalogue, data: Mapping[str, Any], today: str
) -> tuple[SourceMap, tuple[Diagnostic, ...]]:
    """Where the values stand in the file that would be written, and what would be said of it."""
    kind, source, first_line = asked.kind, record_text(asked.kind, data, "본문\n"), 1
    own: dict[str, Any] = {"id": asked.id}
    if kind.suffix == MARKDOWN:
        halves, _ = split(source, FILE)
        assert halves is not None, "it was written with both"
        source, first_line, own = halves.front, 2, {"id": asked.id, "body": halves.body}
    read, places, faults = parse(source, FILE, first_line)
    if read is None or faults:
        return places, faults
    record, faults = validate(kind.model, {**read, **own}, places, kinds=catalogue.kinds)
    if record is None:
        return places, faults
    key = (kind.key, asked.id)
    with_it = replace(
        catalogue,
        records=(*catalogue.records, record),
        maps={**catalogue.maps, key: places},
        declared=catalogue.declared | {key},
    )
    return places, check(with_it, today)
