"""How something grew from year to year: bars on one axis, by how much, and the total that was counted otherwise."""

from __future__ import annotations

from guidebook.model.records.figures import Comparison
from guidebook.model.records.graphic import GrowthGraphic, GrowthRatios, MarkedBar
from guidebook.model.source import Source
from guidebook.render.graphic.bars import Series, fits_upright, lying, ratios, upright
from guidebook.render.graphic.scene import Row, Scene, Table, once
from guidebook.render.graphic.sheet import Sheet
from guidebook.render.text.word_width import width_of


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
    every = [
        _series(graphic, scene, id, look.bars_small if place else look.bars)
        for place, id in enumerate(graphic.comparisons)
    ]
    stand = all(fits_upright(sheet, one) for one in every)  # they share one axis, so all stand or all lie
    for place, one in enumerate(every):
        if place:
            sheet.line([(0, y), (sheet.width, y)])
            y += look.gap
        y = sheet.words((0, y), sheet.width, one.comparison.title, sheet.strong) + look.gap
        y = _legend(sheet, y, one.comparison, one.marked)
        if graphic.ratios and one.ratios:
            y = _claim(sheet, y, one.comparison, graphic.ratios, scene, not one.marked)
        y = (upright if stand else lying)(sheet, y, one) + look.gap
    return _totals(sheet, y, graphic, scene) if graphic.totals else y


def _series(graphic: GrowthGraphic, scene: Scene, id: str, longest: float) -> Series:
    """A comparison with what is drawn at its bars."""
    comparison = scene.comparison(id)
    grown = ratios(comparison) if graphic.ratios and graphic.ratios.comparison == id else ()
    said = scene.words("{ratio}배")
    marked = tuple(one for one in graphic.marked if one.comparison == id)
    return Series(comparison, longest, marked, tuple(said.format(ratio=ratio) for ratio in grown))


def _legend(sheet: Sheet, top: float, comparison: Comparison, marked: tuple[MarkedBar, ...]) -> float:
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


def _claim(sheet: Sheet, top: float, comparison: Comparison, grown: GrowthRatios, scene: Scene, free: bool) -> float:
    """What is claimed of the ratios: behind the title where that is `free` and long enough, else beneath it."""
    look = sheet.look
    said = scene.words("원문의 표현: ‘{claim}’") if scene.of_document else scene.words("표현: ‘{claim}’")
    claim = said.format(claim=grown.claim)
    beside = width_of(comparison.title) * look.type_strong + width_of(claim) * look.type_small
    if free and beside + look.room <= sheet.width:
        above = top - look.gap - look.type_strong * look.leading
        sheet.words((sheet.width, above), sheet.width, claim, sheet.quiet, "end")
        return top
    return sheet.words((0, top), sheet.width, claim, sheet.quiet) + look.gap / 2


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
