"""How something grew from year to year: bars on one axis, by how much, and the total that was counted otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, localcontext
from itertools import pairwise

from guidebook.model.records.figures import Bar, Comparison
from guidebook.model.records.graphic import GrowthGraphic, GrowthRatios, MarkedBar
from guidebook.model.source import Source
from guidebook.render.graphic.scene import Row, Scene, Table, once
from guidebook.render.graphic.sheet import Sheet, Type
from guidebook.render.text.word_width import width_of

TENTH = Decimal("0.1")
"""How exactly ratios are told."""
DIGITS = 64
"""Of a ratio: more than two values can need."""
BAR = 0.6
"""The share of a year's column that its bar takes."""


def ratios(comparison: Comparison) -> Iterator[str]:
    """By how much each bar is longer than the one before, to a tenth."""
    for before, after in pairwise(comparison.bars):
        with localcontext(prec=DIGITS):
            yield str((after.value / before.value).quantize(TENTH, ROUND_HALF_UP))


def table(graphic: GrowthGraphic, scene: Scene) -> Table:
    """All bars, what was counted within them, ratios and totals."""
    words, rows, sources = scene.words, list[Row](), list[Source]()
    for id in graphic.comparisons:
        comparison = scene.comparison(id)
        sources += comparison.sources
        rows += [Row((comparison.title, bar.label, bar.text), comparison.note) for bar in comparison.bars]
        inner = [one for one in graphic.marked if one.comparison == id]
        rows += [Row((comparison.title, one.when, one.text), one.note) for one in inner]
        sources += [source for one in inner for source in one.sources]
        if graphic.ratios and graphic.ratios.comparison == id:
            grown = zip(comparison.bars[1:], ratios(comparison), strict=True)
            said = words("앞 막대의 {ratio}배")
            rows += [
                Row(
                    (f"{comparison.title}(‘{graphic.ratios.claim}’)", bar.label, said.format(ratio=ratio)),
                    graphic.ratios.note,
                )
                for bar, ratio in grown
            ]
    for id in graphic.totals:
        total = scene.indicator(id)
        rows.append(
            Row((words("{label}(집계 시점이 다름)").format(label=total.label), total.when, total.text), total.note)
        )
    return Table((words("구분"), words("기준 시점"), words("값")), tuple(rows), once(sources))


def draw(sheet: Sheet, graphic: GrowthGraphic, scene: Scene) -> float:
    """A row of bars for each comparison, then the totals; gives the height."""
    look, y = sheet.look, sheet.look.rule
    for place, id in enumerate(graphic.comparisons):
        comparison = scene.comparison(id)
        if place:
            sheet.line([(0, y), (sheet.width, y)])
            y += look.gap
        y = sheet.words((0, y), sheet.width, comparison.title, sheet.strong) + look.gap
        marked = [one for one in graphic.marked if one.comparison == id]
        y = _legend(sheet, y, comparison, marked)
        if graphic.ratios and graphic.ratios.comparison == id:
            y = _ratios(sheet, y, comparison, graphic.ratios, scene, not marked)
        y = _bars(sheet, y, comparison, look.bars_small if place else look.bars, marked) + look.gap
    return _totals(sheet, y, graphic, scene) if graphic.totals else y


def _bars(sheet: Sheet, top: float, comparison: Comparison, longest: float, marked: list[MarkedBar]) -> float:
    """Upright bars with their numbers on top and their names beneath."""
    look, bars = sheet.look, comparison.bars
    column = sheet.width / len(bars)
    most = max(float(bar.value) for bar in bars) or 1.0
    heads = [sheet.height_of(column - look.gap, bar.text, sheet.strong) for bar in bars]
    base = top + max(heads) + longest
    bottoms, line = [], look.type_small * look.leading
    on_bar = Type(look.type_small, look.paper, bold=True, role="g-on")
    for place, (bar, head) in enumerate(zip(bars, heads, strict=True)):
        middle, high = (place + 1 / 2) * column, longest * float(bar.value) / most
        left, width = middle - column * BAR / 2, column * BAR
        if high:
            sheet.block((left, base - high), (width, high), "full" if not _inside(marked, bar) else "pale")
        for one in _inside(marked, bar):
            inner = longest * float(one.value) / most
            sheet.block((left, base - inner), (width, inner), "full")
            if inner >= line and width_of(one.text) * look.type_small <= width:
                sheet.text((middle, base - inner + line), one.text, on_bar, "middle")
        sheet.words((middle, base - high - head - look.rule), column - look.gap, bar.text, sheet.strong, "middle")
        bottoms.append(sheet.words((middle, base + look.gap / 2), column - look.gap, bar.label, sheet.quiet, "middle"))
    sheet.line([(0, base), (sheet.width, base)], "g-line", look.rule_mark)
    return max(bottoms)


def _legend(sheet: Sheet, top: float, comparison: Comparison, marked: list[MarkedBar]) -> float:
    """What the full part of a bar is: behind the title where there is room, else beneath it."""
    look, said = sheet.look, ", ".join(f"{one.when} {one.text}" for one in marked)
    if not said:
        return top
    wide = width_of(said) * look.type_small + look.number
    if width_of(comparison.title) * look.type_strong + look.room + wide <= sheet.width:
        left, y = sheet.width - wide, top - look.gap - look.type_strong * look.leading
    else:
        left, y = 0.0, top
    sheet.square((left, y + look.rule), "full")
    end = sheet.words((left + look.number, y), sheet.width - left - look.number, said, sheet.small)
    return top if left else end + look.gap / 2


def _inside(marked: list[MarkedBar], bar: Bar) -> list[MarkedBar]:
    return [one for one in marked if one.bar == bar.label]


def _ratios(sheet: Sheet, top: float, comparison: Comparison, grown: GrowthRatios, scene: Scene, free: bool) -> float:
    """Brackets from bar to bar under what is claimed of them, which stands behind the title where that is `free`."""
    look = sheet.look
    claim = scene.words("원문의 표현: ‘{claim}’").format(claim=grown.claim)
    beside = width_of(comparison.title) * look.type_strong + width_of(claim) * look.type_small
    y = top
    if free and beside + look.room <= sheet.width:
        above = top - look.gap - look.type_strong * look.leading
        sheet.words((sheet.width, above), sheet.width, claim, sheet.quiet, "end")
    else:
        y = sheet.words((0, top), sheet.width, claim, sheet.quiet) + look.gap / 2
    column, bottom = sheet.width / len(comparison.bars), y
    for place, ratio in enumerate(ratios(comparison)):
        start, end = (place + 1 / 2) * column + look.gap / 2, (place + 1 + 1 / 2) * column - look.gap / 2
        said = scene.words("{ratio}배").format(ratio=ratio)
        bottom = sheet.words(((start + end) / 2, y), end - start, said, sheet.strong, "middle") + look.rule
        foot = bottom + look.bracket
        sheet.line([(start, foot), (start, bottom), (end, bottom), (end, foot)], "g-stroke", look.rule_mark)
    return bottom + look.bracket + look.gap


def _totals(sheet: Sheet, top: float, graphic: GrowthGraphic, scene: Scene) -> float:
    """Apart from what is above, for they add up to none of it: beside each other where there is room."""
    look = sheet.look
    sheet.line([(0, top), (sheet.width, top)], "g-stroke", look.rule_mark, look.dashes)
    y = sheet.words((0, top + look.gap), sheet.width, scene.words("집계 시점이 다름"), sheet.strong)
    columns = 2 if sheet.wide and len(graphic.totals) > 1 else 1
    width = (sheet.width - (columns - 1) * look.gutter) / columns
    deepest = y
    for place, id in enumerate(graphic.totals):
        total, left = scene.indicator(id), (place % columns) * (width + look.gutter)
        y = y if place % columns else deepest
        end = sheet.words((left, y), width, total.text, sheet.figure)
        end = sheet.words((left, end), width, total.label, sheet.small)
        deepest = max(deepest, sheet.words((left, end), width, total.when, sheet.quiet))
    return deepest + look.gap
