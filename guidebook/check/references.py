"""What one record says of another exists, and times run forward."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.records.program import Program
from guidebook.model.suggestion import suggested_id
from guidebook.model.text import Text, text


def suggestion(catalogue: Catalogue, word: str, known: dict[str, str], otherwise: Text) -> Text:
    """Advice with the id that a former one stands for today, else with the closest known one."""
    new = catalogue.redirects.get(word)
    if new in known:
        return text("'{old}' 아이디는 '{new}'({title}) 아이디로 바뀌었습니다.", old=word, new=new, title=known[new])
    return suggested_id(word, known, otherwise)


def names(catalogue: Catalogue, kind: str) -> dict[str, str]:
    """Id → what people call it, of every record whose model has that name."""
    records = (record for record in catalogue.records if type(record).__name__ == kind)
    return {
        record.id: str(getattr(record, "name", None) or getattr(record, "title", None) or record.id)
        for record in records
    }


def town_names(catalogue: Catalogue) -> dict[str, str]:
    """Id → name of every town."""
    return {town.id: town.name for town in catalogue.towns}


def towns_exist(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A programme and its partnerships name only towns that have a file."""
    for program in catalogue.programs:
        named: list[tuple[tuple[str | int, ...], str]] = [
            (("towns", position), town) for position, town in enumerate(program.towns)
        ]
        for place, partnership in enumerate(program.partnerships):
            named += [
                (("partnerships", place, "towns", position), town) for position, town in enumerate(partnership.towns)
            ]
        for path, town in named:
            if ("Town", town) not in catalogue.declared:
                yield Diagnostic(
                    catalogue.where(program, *path),
                    "unknown-town",
                    text("'{id}' 읍면동을 찾을 수 없습니다.", id=town),
                    suggestion(
                        catalogue, town, town_names(catalogue), text("towns 폴더에 있는 파일의 이름을 적으세요.")
                    ),
                )


def notes_exist(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A figure's `note` is one of its programme's notes."""
    for program in catalogue.programs:
        known = [note.id for note in program.notes]
        noted: list[tuple[tuple[str | int, ...], str | None]] = [
            *((("indicators", place, "note"), part.note) for place, part in enumerate(program.indicators)),
            *((("comparisons", place, "note"), part.note) for place, part in enumerate(program.comparisons)),
            *([(("timetable", "note"), program.timetable.note)] if program.timetable else []),
        ]
        for path, note in noted:
            if note is not None and note not in known:
                yield unknown_note(catalogue, program, note, known, *path)


def unknown_note(catalogue: Catalogue, program: Program, note: str, known: list[str], *path: str | int) -> Diagnostic:
    """The fault that a value points at a note that is not there."""
    return Diagnostic(
        catalogue.where(program, *path),
        "unknown-note",
        text("'{id}' 주석을 찾을 수 없습니다.", id=note),
        text("notes 항목에 적은 아이디 가운데 하나를 쓰세요: {known}", known=", ".join(known) or "-"),
    )


def highlights_exist(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The numbers of the home page are indicators of programmes."""
    if catalogue.site is None:
        return
    titles = {program.id: program.name for program in catalogue.programs}
    for position, highlight in enumerate(catalogue.site.highlights):
        program = catalogue.program(highlight.program)
        if program is None:
            if ("Program", highlight.program) not in catalogue.declared:
                yield Diagnostic(
                    catalogue.where_site("highlights", position, "program"),
                    "unknown-program",
                    text("'{id}' 사업을 찾을 수 없습니다.", id=highlight.program),
                    suggestion(
                        catalogue, highlight.program, titles, text("programs 폴더에 있는 파일의 이름을 적으세요.")
                    ),
                )
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
    declared = {id for kind, id in catalogue.declared if kind != "Visit"}
    known = {
        record.id: str(getattr(record, "name", None) or getattr(record, "title", None) or record.id)
        for record in catalogue.records
        if catalogue.record(record.id) is record
    }
    for position, change in enumerate(catalogue.site.changes):
        if change.record is not None and change.record not in declared:
            yield Diagnostic(
                catalogue.where_site("changes", position, "record"),
                "unknown-record",
                text("'{id}' 아이디를 쓰는 파일이 없습니다.", id=change.record),
                suggestion(catalogue, change.record, known, text("바뀐 파일의 이름을 적거나 이 줄을 지우세요.")),
            )


def dates_run_forward(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Nothing ends before it starts. Dates of different exactness compare by what both know."""
    for program in catalogue.programs:
        if program.end is not None and program.start is not None:
            known = min(len(program.start), len(program.end))
            if program.end[:known] < program.start[:known]:
                yield Diagnostic(
                    catalogue.where(program, "end"),
                    "date-order",
                    text("끝난 날({end})이 시작한 날({start})보다 빠릅니다.", end=program.end, start=program.start),
                    text("start와 end의 날짜를 확인하세요."),
                )
