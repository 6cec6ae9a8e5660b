"""Rules over references between records: what a record names exists, and dates are in order."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue, Path
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.kinds import Kinds
from guidebook.model.record import SubRecord
from guidebook.model.records.program import Program
from guidebook.model.text import Text, text
from guidebook.model.wording.suggestion import suggested_id


def suggestion(catalogue: Catalogue, word: str, titles: dict[str, str], otherwise: Text) -> Text:
    """Advice with the id that a former one stands for today, else with the closest known one."""
    new = catalogue.redirects.get(word)
    if new in titles:
        return text("'{old}' 아이디는 '{new}'({title}) 아이디로 바뀌었습니다.", old=word, new=new, title=titles[new])
    return suggested_id(word, titles, otherwise)


def unknown(catalogue: Catalogue, field: str, id: str | None, span: Span) -> Iterator[Diagnostic]:
    """The fault that a `site`, `hall`, `route`, … names a record that has no file; nothing where it has one."""
    kind = catalogue.kinds.named_by(field)
    assert kind is not None, f"no kind of record is named by '{field}'"
    if id is not None and (kind.key, id) not in catalogue.declared:
        known = {record.id: record.called for record in catalogue.of_kind(kind)}
        otherwise = text("{folder} 폴더에 있는 파일의 이름을 적으세요.", folder=kind.folder)
        yield Diagnostic(
            span,
            f"unknown-{kind.key}",
            Text(kind.missing.wording, (("id", id),)),
            suggestion(catalogue, id, known, otherwise),
        )


def named_records_exist(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Every field in which a record names another by its id names one that has a file."""
    for record in catalogue.records:
        for field, id, path in _named(record, catalogue.kinds):
            yield from unknown(catalogue, field, id, catalogue.where(record, *path))


def _named(part: SubRecord, kinds: Kinds, above: Path = ()) -> Iterator[tuple[str, str, Path]]:
    """Field, id and place of every other record that is named in a part of a record."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for position, item in items:
            path = (*above, field) if position is None else (*above, field, position)
            if isinstance(item, SubRecord):
                yield from _named(item, kinds, path)
            elif isinstance(item, str) and kinds.named_by(field):
                yield field, item, path


def notes_exist(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A figure's `note` is one of its programme's notes."""
    for program in catalogue.programs:
        note_ids = [note.id for note in program.notes]
        noted: list[tuple[tuple[str | int, ...], str | None]] = [
            *((("indicators", place, "note"), part.note) for place, part in enumerate(program.indicators)),
            *((("comparisons", place, "note"), part.note) for place, part in enumerate(program.comparisons)),
            *((("series", place, "note"), part.note) for place, part in enumerate(program.series)),
            *([(("timetable", "note"), program.timetable.note)] if program.timetable else []),
        ]
        for path, note in noted:
            if note is not None and note not in note_ids:
                yield unknown_note(catalogue, program, note, note_ids, *path)


def reports_follow_earlier_ones(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The report that one follows is there, of an earlier year, and followed by no other."""
    followed: dict[str, str] = {}
    for program in catalogue.programs:
        if program.follows is None:
            continue
        before, where = catalogue.program(program.follows), catalogue.where(program, "follows")
        if before is None:
            names = {one.id: one.name for one in catalogue.programs if one is not program}
            hint = suggested_id(program.follows, names, text("programs 폴더에 있는 파일의 이름을 적으세요."))
            yield Diagnostic(
                where, "unknown-program", text("'{id}' 사업을 찾을 수 없습니다.", id=program.follows), hint
            )
        elif before.as_of >= program.as_of:
            message = text("앞선 해의 보고가 아닙니다: {before}년, {after}년", before=before.as_of, after=program.as_of)
            yield Diagnostic(where, "follows-later", message, text("더 이른 해의 보고를 적거나 as_of 항목을 고치세요."))
        elif before.id in followed:
            message = text(
                "'{id}' 보고는 '{other}' 보고가 이미 잇고 있습니다.", id=before.id, other=followed[before.id]
            )
            yield Diagnostic(where, "followed-twice", message, text("해마다 하나씩 이어지도록 적으세요."))
        followed.setdefault(program.follows, program.id)


def totals_are_sums_or_dated(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The total of a comparison is the sum of its bars, or says of when it was counted otherwise.

    A warning, because a report may print a total that its own figures do not give, and no editor knows why.
    """
    for program in catalogue.programs:
        for position, comparison in enumerate(program.comparisons):
            total = comparison.total
            if total is not None and not comparison.adds_up and not total.when:
                yield Diagnostic(
                    catalogue.where(program, "comparisons", position, "total"),
                    "total-not-the-sum",
                    text(
                        "합계가 막대를 더한 값과 다릅니다: {total} / {sum}",
                        total=f"{total.value:g}",
                        sum=f"{sum(bar.value for bar in comparison.bars):g}",
                    ),
                    text(
                        "옮겨 적다가 틀렸으면 고치고, 따로 집계한 수치이면 when 항목에 기준 시점을 적으세요."
                        " 출처에 그렇게 적혀 있으면 그대로 두어도 됩니다."
                    ),
                    Severity.WARNING,
                )


def unknown_note(
    catalogue: Catalogue, program: Program, note: str, note_ids: list[str], *path: str | int
) -> Diagnostic:
    """The fault that a value points at a note that is not there."""
    return Diagnostic(
        catalogue.where(program, *path),
        "unknown-note",
        text("'{id}' 주석을 찾을 수 없습니다.", id=note),
        text("notes 항목에 적은 아이디 가운데 하나를 쓰세요: {known}", known=", ".join(note_ids) or "-"),
    )


def highlights_exist(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The numbers of the home page are indicators of programmes."""
    if catalogue.site is None:
        return
    for position, highlight in enumerate(catalogue.site.highlights):
        program = catalogue.program(highlight.program)
        if program is None:
            span = catalogue.where_site("highlights", position, "program")
            yield from unknown(catalogue, "program", highlight.program, span)
        elif highlight.indicator not in {indicator.id for indicator in program.indicators}:
            yield Diagnostic(
                catalogue.where_site("highlights", position, "indicator"),
                "unknown-indicator",
                text("'{program}' 사업에 '{id}' 지표가 없습니다.", program=program.id, id=highlight.indicator),
                suggested_id(
                    highlight.indicator,
                    {indicator.id: indicator.label for indicator in program.indicators},
                    text("그 사업의 indicators 항목에 적은 아이디를 쓰세요."),
                ),
            )


def changed_records_exist(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A change of the site names a public record that is there."""
    if catalogue.site is None:
        return
    titles = catalogue.names
    for position, change in enumerate(catalogue.site.changes):
        if change.record is not None and change.record not in catalogue.declared_public:
            yield Diagnostic(
                catalogue.where_site("changes", position, "record"),
                "unknown-record",
                text("'{id}' 아이디를 쓰는 파일이 없습니다.", id=change.record),
                suggestion(catalogue, change.record, titles, text("바뀐 파일의 이름을 적거나 이 줄을 지우세요.")),
            )


def dates_run_forward(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Nothing ends before it starts. Dates of different exactness compare by what both know."""
    for program in catalogue.programs:
        if program.end is not None and program.start is not None:
            precision = min(len(program.start), len(program.end))
            if program.end[:precision] < program.start[:precision]:
                yield Diagnostic(
                    catalogue.where(program, "end"),
                    "date-order",
                    text("종료일({end})이 시작일({start})보다 빠릅니다.", end=program.end, start=program.start),
                    text("start와 end의 날짜를 확인하세요."),
                )


RULES = (
    named_records_exist,
    notes_exist,
    totals_are_sums_or_dated,
    reports_follow_earlier_ones,
    highlights_exist,
    changed_records_exist,
    dates_run_forward,
)
