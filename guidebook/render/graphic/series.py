"""Figures over time: lines or stacked bars over a grid that tells every number; lines of one unit share an axis.

Where the numbers find no room beside each other, each time is a row of bars with its numbers at their ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from guidebook.model.records.report.series import NOT_KNOWN, Series, SeriesForm
from guidebook.model.wording.numbers import number
from guidebook.render.graphic.scene import Row, Scene, Table
from guidebook.render.graphic.sheet import XY, Mark, Sheet, words_of
from guidebook.render.text.word_width import width_of

MARKS: tuple[Mark, ...] = ("full", "pale", "hollow", "dashed")
"""How the parts of a stacked bar are filled, and the marks of lines."""
BAR = 0.6
"""The share of a time's column that its bar takes."""
NAMES = 0.34
"""The share of the width that the names of lines take at most."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Lines of one unit on one axis."""

    series: Series
    places: tuple[int, ...]
    total: str
    """What the sum of a stacked bar is called; empty where nothing is summed."""

    @property
    def unit(self) -> str:
        """What all its numbers count."""
        return self.series.lines[self.places[0]].unit

    @property
    def stacked(self) -> bool:
        """Whether its lines lie on each other."""
        return self.series.form == SeriesForm.STACKED

    def column(self, place: int) -> tuple[Decimal | None, ...]:
        """The values of one line, from the first time to the last."""
        return tuple(row.known[place] for row in self.series.rows)

    def sums(self) -> tuple[Decimal | None, ...]:
        """The sum at each time; None where a part is not known."""
        rows = [[row.known[place] for place in self.places] for row in self.series.rows]
        return tuple(None if None in row else sum(filter(None, row), Decimal(0)) for row in rows)

    @property
    def most(self) -> float:
        """The top of the axis."""
        known = [[float(row.known[place] or 0) for place in self.places] for row in self.series.rows]
        return max(map(sum if self.stacked else max, known)) or 1.0

    def rows(self) -> Iterator[tuple[str, Mark | None, tuple[Decimal | None, ...]]]:
        """The lines of the grid: name, mark, values; the sum last."""
        for at, place in enumerate(self.places):
            yield self.series.lines[place].label, MARKS[at], self.column(place)
        if self.total:
            yield self.total, None, self.sums()


def table(series: Series, scene: Scene) -> Table:
    """A row for each time, a column for each line."""
    heads = tuple(f"{line.label}({line.unit})" for line in series.lines)
    rows = tuple(Row((row.when, *map(_said, row.known))) for row in series.rows)
    return Table((scene.words("시기"), *heads), rows, series.sources)


def draw(sheet: Sheet, series: Series, scene: Scene) -> float:
    """A panel for each unit; gives the height."""
    y = sheet.look.rule
    for at, places in enumerate(series.panels):
        summed = series.form == SeriesForm.STACKED and len(places) > 1
        panel = Panel(series, places, scene.words("합계") if summed else "")
        if at:
            y += sheet.look.room
        said = scene.words("단위: {unit}").format(unit=panel.unit)
        y = sheet.words((sheet.width, y), sheet.width, said, sheet.quiet, "end") + sheet.look.gap
        y = (_upright if _fits(sheet, panel) else _lying)(sheet, y, panel) + sheet.look.gap
    return y


def _said(value: Decimal | None) -> str:
    return NOT_KNOWN if value is None else number(value)


def _names(sheet: Sheet, panel: Panel) -> float:
    """The width of the names of all lines, with their marks: panels beneath each other share their columns."""
    names = [*(line.label for line in panel.series.lines), panel.total]
    widest = max(map(width_of, names)) * sheet.look.type_small
    return min(widest + sheet.look.number + sheet.look.room, sheet.width * NAMES)


def _fits(sheet: Sheet, panel: Panel) -> bool:
    """Whether every number and every time finds room in its column."""
    look, rows = sheet.look, panel.series.rows
    room = (sheet.width - _names(sheet, panel)) / len(rows) - look.gap
    said = [*(_said(value) for _, _, values in panel.rows() for value in values)]
    said += [word for row in rows for word in words_of(row.when)]
    return max(map(width_of, said)) * look.type_small <= room


def _upright(sheet: Sheet, top: float, panel: Panel) -> float:
    """The drawing over the grid of its numbers; gives the bottom."""
    look, rows = sheet.look, panel.series.rows
    left, base = _names(sheet, panel), top + look.bars
    column = (sheet.width - left) / len(rows)
    middles = [left + (at + 1 / 2) * column for at in range(len(rows))]
    if panel.stacked:
        _stack(sheet, panel, middles, base, column * BAR)
    else:
        _curves(sheet, panel, middles, base)
    sheet.line([(left, base), (sheet.width, base)], "g-line", look.rule_mark)
    y = base + look.gap / 2
    ends = [
        sheet.words((middle, y), column - look.gap, row.when, sheet.quiet, "middle")
        for row, middle in zip(rows, middles, strict=True)
    ]
    y = max(ends) + look.gap / 2
    for name, mark, values in panel.rows():
        sheet.line([(0, y), (sheet.width, y)])
        y += look.rule + look.gap / 2
        _sample(sheet, (0, y), mark, panel)
        indent = look.number + look.gap if mark else 0.0
        end = sheet.words((indent, y), left - indent - look.gap, name, sheet.small)
        for value, middle in zip(values, middles, strict=True):
            sheet.words((middle, y), column - look.gap, _said(value), sheet.small, "middle")
        y = end + look.gap / 2
    return y


def _stack(sheet: Sheet, panel: Panel, middles: Sequence[float], base: float, wide: float) -> None:
    """Stacked bars, the first line at the bottom."""
    for at, middle in enumerate(middles):
        foot = base
        for mark, place in zip(MARKS, panel.places, strict=False):
            high = sheet.look.bars * float(panel.series.rows[at].known[place] or 0) / panel.most
            if high:
                sheet.block((middle - wide / 2, foot - high), (wide, high), mark)
            foot -= high


def _curves(sheet: Sheet, panel: Panel, middles: Sequence[float], base: float) -> None:
    """A line for each kind; it is broken where a value is not known."""
    for mark, place in zip(MARKS, panel.places, strict=False):
        points = [
            None if value is None else (middle, base - sheet.look.bars * float(value) / panel.most)
            for value, middle in zip(panel.column(place), middles, strict=True)
        ]
        for start, end in pairwise(points):
            if start and end:
                _stroke(sheet, (start, end), mark)
        for point in filter(None, points):
            _point(sheet, point, mark)


def _stroke(sheet: Sheet, points: Sequence[XY], mark: Mark) -> None:
    """A piece of a line, known again without colour: thick, thin, or dashed."""
    look = sheet.look
    thick = look.rule_tie if mark in ("full", "hollow") else look.rule_mark
    sheet.line(points, "g-stroke", thick, look.dashes if mark in ("hollow", "dashed") else ())


def _point(sheet: Sheet, at: XY, mark: Mark) -> None:
    side = sheet.look.square * BAR
    if mark in ("full", "hollow"):
        sheet.dot(at, side / 2, mark)
    else:
        sheet.square((at[0] - side / 2, at[1] - side / 2), mark, side)


def _sample(sheet: Sheet, at: XY, mark: Mark | None, panel: Panel) -> None:
    """The mark of a line before its name."""
    look, (x, y) = sheet.look, at
    middle = y + look.type_small * look.leading / 2
    if mark is None:
        return
    if panel.stacked:
        sheet.square((x, middle - look.square / 2), mark)
    else:
        _stroke(sheet, ((x, middle), (x + look.number, middle)), mark)
        _point(sheet, (x + look.number / 2, middle), mark)


def _lying(sheet: Sheet, top: float, panel: Panel) -> float:
    """Each time with a bar for each line, its number at the end; gives the bottom."""
    look, y = sheet.look, top
    names = _names(sheet, panel)
    numbers = max(width_of(_said(value)) for _, _, values in panel.rows() for value in values) * look.type_strong
    room = max(sheet.width - names - numbers - look.gap, look.square)
    most = max(float(value or 0) for _, _, values in panel.rows() for value in values) or 1.0
    for at, row in enumerate(panel.series.rows):
        y = sheet.words((0, y), sheet.width, row.when, sheet.strong) + look.rule
        for name, mark, values in panel.rows():
            value = values[at]
            end = sheet.words((0, y), names - look.gap, name, sheet.quiet)
            length = room * float(value or 0) / most
            middle = y + look.type_strong * look.leading / 2
            if length and mark:
                sheet.block((names, middle - look.square / 2), (length, look.square), mark)
            x = names + (length + look.gap if length and mark else 0.0)
            end = max(end, sheet.words((x, y), sheet.width - x, _said(value), sheet.strong))
            y = end + look.rule
        y += look.gap
    return y - look.gap
