"""Rules over figures over time: every row has a value for every line, and what is stacked can be summed."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue, Path
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.records.program import Program
from guidebook.model.records.report.series import Series, SeriesForm
from guidebook.model.text import Text, text


def rows_have_a_value_for_each_line(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """As many values as lines, and something to draw."""
    for program, path, series in _every(catalogue):
        for place, row in enumerate(series.rows):
            if len(row.values) != len(series.lines):
                yield _fault(
                    catalogue,
                    program,
                    (*path, "rows", place, "values"),
                    "series-values",
                    text(
                        "값이 {given}개입니다. 줄(lines)은 {asked}개입니다.",
                        given=len(row.values),
                        asked=len(series.lines),
                    ),
                    text("줄마다 값을 하나씩 적으세요. 기록이 없는 값은 '-'로 적습니다."),
                )
        if not any(value is not None for row in series.rows for value in row.known):
            yield _fault(
                catalogue,
                program,
                (*path, "rows"),
                "series-empty",
                text("그릴 수가 하나도 없습니다."),
                text("값을 적거나 이 항목을 지우세요."),
            )


def times_and_lines_are_told_once(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No two rows of one time, and no two lines of one name and unit."""
    for program, path, series in _every(catalogue):
        seen: set[str] = set()
        for place, row in enumerate(series.rows):
            if row.when in seen:
                yield _twice(catalogue, program, (*path, "rows", place, "when"), row.when)
            seen.add(row.when)
        lines: set[tuple[str, str]] = set()
        for place, line in enumerate(series.lines):
            if (line.label, line.unit) in lines:
                yield _twice(catalogue, program, (*path, "lines", place, "label"), line.label)
            lines.add((line.label, line.unit))


def stacked_lines_have_one_unit(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Won and people cannot lie on each other."""
    for program, path, series in _every(catalogue):
        if series.form == SeriesForm.STACKED and len(series.panels) > 1:
            units = ", ".join(dict.fromkeys(line.unit for line in series.lines))
            yield _fault(
                catalogue,
                program,
                (*path, "form"),
                "series-units",
                text("단위가 다른 줄은 쌓을 수 없습니다: {units}", units=units),
                text("form 항목을 lines로 바꾸거나 단위가 같은 줄만 남기세요."),
            )


def _every(catalogue: Catalogue) -> Iterator[tuple[Program, Path, Series]]:
    for program in catalogue.programs:
        yield from ((program, ("series", place), series) for place, series in enumerate(program.series))


def _fault(catalogue: Catalogue, program: Program, path: Path, code: str, message: Text, hint: Text) -> Diagnostic:
    return Diagnostic(catalogue.where(program, *path), code, message, hint)


def _twice(catalogue: Catalogue, program: Program, path: Path, name: str) -> Diagnostic:
    message = text("'{name}'{가} 두 번 적혀 있습니다.", name=name)
    return _fault(catalogue, program, path, "series-twice", message, text("한 번만 적으세요."))


RULES = (rows_have_a_value_for_each_line, times_and_lines_are_told_once, stacked_lines_have_one_unit)
