"""Who took part: a square for each body in the columns of the sectors, and below where it spread to."""

from __future__ import annotations

from collections.abc import Iterable

from guidebook.model.records.graphic import ActorsGraphic
from guidebook.model.records.report.program_parts import Bodies, Sector
from guidebook.render.graphic.scene import Row, Scene, Table
from guidebook.render.graphic.sheet import XY, Sheet
from guidebook.render.text.labels import choice_of
from guidebook.render.text.word_width import width_of


def table(graphic: ActorsGraphic, scene: Scene) -> Table:
    """The bodies by sector."""
    words = scene.words
    rows = [Row((choice_of(group, "sector", words), name)) for group in scene.program.bodies for name in group.names]
    rows += [Row((words("번진 곳"), name), graphic.note) for name in graphic.spread_to]
    return Table((words("구분"), words("이름")), tuple(rows))


def draw(sheet: Sheet, graphic: ActorsGraphic, scene: Scene) -> float:
    """The columns, or one beneath the other where there is little room; gives the height."""
    look, groups = sheet.look, _by_sector(scene.program.bodies)
    columns = len(groups) if sheet.wide else 1
    width = (sheet.width - (columns - 1) * look.gutter) / columns
    bottom, deepest = look.rule, look.rule
    for place, group in enumerate(groups):
        left = place * (width + look.gutter) if sheet.wide else 0
        top = look.rule if sheet.wide else deepest
        bottom = _column(sheet, (left, top), width, group, choice_of(group, "sector", scene.words), scene)
        deepest = max(deepest, bottom)
    return _spread(sheet, deepest, graphic, scene) if graphic.spread_to else deepest


def _by_sector(groups: Iterable[Bodies]) -> list[Bodies]:
    """One group a sector: what stands in several has one column, too."""
    merged: dict[Sector, Bodies] = {}
    for group in groups:
        before = merged.get(group.sector)
        names = (*(before.names if before else ()), *group.names)
        merged[group.sector] = group.model_copy(update={"names": names})
    return list(merged.values())


def _column(sheet: Sheet, at: XY, width: float, group: Bodies, label: str, scene: Scene) -> float:
    look, (left, top) = sheet.look, at
    sheet.line([(left, top), (left + width, top)], "g-stroke", look.rule_mark)
    count = scene.words("{count}곳").format(count=len(group.names))
    sheet.words((left, top + look.gap), width, label, sheet.strong)
    y = sheet.words((left + width, top + look.gap), width, count, sheet.figure, "end") + look.gap
    for name in group.names:
        sheet.square((left + look.rule_mark / 2, y + look.rule), "full")
        y = sheet.words((left + look.number, y), width - look.number, name, sheet.small) + look.gap
    return y + look.gap


def _spread(sheet: Sheet, top: float, graphic: ActorsGraphic, scene: Scene) -> float:
    """The places one behind the other, in as many lines as they need."""
    look, label = sheet.look, scene.words("번진 곳")
    sheet.line([(0, top), (sheet.width, top)])
    y = top + look.room
    start = width_of(label) * sheet.strong.size + look.room
    sheet.words((0, y), sheet.width, label, sheet.strong)
    arrow = y + sheet.strong.size / 2 + look.rule
    sheet.arrow((start, arrow), (start + look.arrow, arrow))
    x = left = start + look.arrow + look.room
    step = look.type_small * look.leading
    for name in graphic.spread_to:
        wide = look.number + width_of(name) * look.type_small
        if x > left and x + wide > sheet.width:
            x, y = left, y + step + look.gap
        sheet.square((x, y + look.rule), "hollow")
        end = sheet.words((x + look.number, y), sheet.width - x - look.number, name, sheet.small)
        x, y = (x + wide + look.gutter, y) if end - y <= step + look.rule else (left, end)
    return y + step + look.gap
