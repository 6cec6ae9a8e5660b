"""Bars of a comparison, upright where every number finds room above its bar, else lying; neither tears a number.

Separate from the graphic that has them, because which way bars lie is one rule: of the width that each number needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from itertools import pairwise

from guidebook.model.records.figures import Bar, Comparison
from guidebook.model.records.graphic import MarkedBar
from guidebook.render.graphic.sheet import XY, Sheet, Type, words_of
from guidebook.render.text.word_width import width_of

TENTH = Decimal("0.1")
"""How exactly ratios are told."""
DIGITS = 64
"""Of a ratio: more than two values can need."""
BAR = 0.6
"""The share of a year's column that its bar takes."""
NAMES = 1 / 3
"""The share of the width that the names of lying bars take at most."""


@dataclass(frozen=True, slots=True)
class Series:
    """A comparison, and what is drawn at its bars."""

    comparison: Comparison
    longest: float
    """How high the longest bar stands, in points; lying bars are as long as there is room."""
    marked: tuple[MarkedBar, ...] = ()
    ratios: tuple[str, ...] = ()
    """By how much each bar is longer than the one before, in words; none where that is not told."""

    @property
    def most(self) -> float:
        """The number of the longest bar."""
        return max(float(bar.value) for bar in self.comparison.bars) or 1.0

    def inside(self, bar: Bar) -> list[MarkedBar]:
        """What was counted before the bar was full."""
        return [one for one in self.marked if one.bar == bar.label]


def ratios(comparison: Comparison) -> Iterator[str]:
    """By how much each bar is longer than the one before, to a tenth."""
    for before, after in pairwise(comparison.bars):
        with localcontext(prec=DIGITS):
            yield str((after.value / before.value).quantize(TENTH, ROUND_HALF_UP))


def fits_upright(sheet: Sheet, series: Series) -> bool:
    """Whether numbers and ratios stay on one line in the column of their bar, and names part at spaces alone."""
    look, bars = sheet.look, series.comparison.bars
    room = sheet.width / len(bars) - look.gap
    whole = [*(bar.text for bar in bars), *series.ratios]
    names = [word for bar in bars for word in words_of(bar.label)]
    return _widest(whole) * look.type_strong <= room and _widest(names) * look.type_small <= room


def upright(sheet: Sheet, top: float, series: Series) -> float:
    """Upright bars with their numbers on top and their names beneath; gives the bottom."""
    look, bars = sheet.look, series.comparison.bars
    column = sheet.width / len(bars)
    if series.ratios:
        top = _brackets_above(sheet, top, series.ratios, column)
    head = look.type_strong * look.leading
    base = top + head + series.longest
    bottoms, line = [], look.type_small * look.leading
    on_bar = Type(look.type_small, look.paper, bold=True, role="g-on")
    for place, bar in enumerate(bars):
        middle, high = (place + 1 / 2) * column, _long(sheet, series.longest, bar, series)
        left, width = middle - column * BAR / 2, column * BAR
        if high:
            sheet.block((left, base - high), (width, high), "pale" if series.inside(bar) else "full")
        for one in series.inside(bar):
            inner = series.longest * float(one.value) / series.most
            sheet.block((left, base - inner), (width, inner), "full")
            if inner >= line and width_of(one.text) * look.type_small <= width:
                sheet.text((middle, base - inner + line), one.text, on_bar, "middle")
        sheet.words((middle, base - high - head - look.rule), column - look.gap, bar.text, sheet.strong, "middle")
        bottoms.append(sheet.words((middle, base + look.gap / 2), column - look.gap, bar.label, sheet.quiet, "middle"))
    sheet.line([(0, base), (sheet.width, base)], "g-line", look.rule_mark)
    return max(bottoms)


def _brackets_above(sheet: Sheet, top: float, said: Iterable[str], column: float) -> float:
    """A bracket from bar to bar with its ratio on it."""
    look, bottom = sheet.look, top
    for place, ratio in enumerate(said):
        start, end = (place + 1 / 2) * column + look.gap / 2, (place + 1 + 1 / 2) * column - look.gap / 2
        bottom = sheet.words(((start + end) / 2, top), end - start, ratio, sheet.strong, "middle") + look.rule
        foot = bottom + look.bracket
        sheet.line([(start, foot), (start, bottom), (end, bottom), (end, foot)], "g-stroke", look.rule_mark)
    return bottom + look.bracket + look.gap


def lying(sheet: Sheet, top: float, series: Series) -> float:
    """A row for each bar: its name, the bar, and the number at its end; gives the bottom.

    Where names and numbers leave too little between them, they share a line above their bar.
    """
    look, bars = sheet.look, series.comparison.bars
    right = _ratios_wide(sheet, series.ratios)
    longest = _widest(bar.label for bar in bars) * look.type_small + look.room
    names = min(longest, sheet.width * NAMES)
    room = sheet.width - right - names - _widest(bar.text for bar in bars) * look.type_strong - look.gap - look.rule
    y, middles = top, []
    for bar in bars:
        if room >= look.room_least:
            end = sheet.words((0, y), names - look.gap, bar.label, sheet.quiet)
            middle = y + look.type_strong * look.leading / 2
            length = _bar(sheet, (names, middle - look.square / 2), room, series, bar)
            x = names + length + look.gap
            end = max(end, sheet.words((x, y), sheet.width - right - x, bar.text, sheet.strong))
        else:
            whole = sheet.width - right
            label = sheet.words((0, y), whole, bar.label, sheet.quiet)
            if _widest((bar.label,)) * look.type_small + _widest((bar.text,)) * look.type_strong + look.room > whole:
                label = sheet.words((0, label), whole, bar.text, sheet.strong)
            else:
                label = max(label, sheet.words((whole, y), whole, bar.text, sheet.strong, "end"))
            _bar(sheet, (0, label + look.rule), whole, series, bar)
            middle, end = label + look.rule + look.square / 2, label + look.rule + look.square
        middles.append(middle)
        y = end + look.gap
    _brackets_beside(sheet, sheet.width - right + look.room, middles, series.ratios)
    return y - look.gap


def _bar(sheet: Sheet, at: XY, room: float, series: Series, bar: Bar) -> float:
    """A lying bar with what was counted within it; gives its length."""
    length, high = _long(sheet, room, bar, series), sheet.look.square
    if length:
        sheet.block(at, (length, high), "pale" if series.inside(bar) else "full")
    for one in series.inside(bar):
        sheet.block(at, (room * float(one.value) / series.most, high), "full")
    return length


def _long(sheet: Sheet, longest: float, bar: Bar, series: Series) -> float:
    """How long a bar is: what is counted can be seen, however much longer another bar is."""
    return max(longest * float(bar.value) / series.most, sheet.look.rule_mark) if bar.value else 0.0


def _ratios_wide(sheet: Sheet, said: tuple[str, ...]) -> float:
    """What brackets and their ratios take on the right."""
    look = sheet.look
    return look.room + look.bracket + look.gap + _widest(said) * look.type_strong if said else 0.0


def _brackets_beside(sheet: Sheet, left: float, middles: list[float], said: Iterable[str]) -> None:
    """A bracket from row to row with its ratio beside it."""
    look = sheet.look
    for (start, end), ratio in zip(pairwise(middles), said, strict=False):
        upper, lower = start + look.rule_mark, end - look.rule_mark
        x = left + look.bracket
        sheet.line([(left, upper), (x, upper), (x, lower), (left, lower)], "g-stroke", look.rule_mark)
        y = (upper + lower - look.type_strong * look.leading) / 2
        sheet.words((x + look.gap, y), sheet.width - x - look.gap + look.rule, ratio, sheet.strong)


def _widest(said: Iterable[str]) -> float:
    return max(map(width_of, said), default=0.0)
