"""What towns did together: numbered ties on the map, and at each its partners, work and money."""

from __future__ import annotations

from guidebook.model.records.graphic import TiesGraphic
from guidebook.model.records.program import Partnership
from guidebook.render.graphic.land import Towns, draw_towns, height_for, unnamed, width_for
from guidebook.render.graphic.scene import Row, Scene, Table
from guidebook.render.graphic.sheet import XY, Sheet
from guidebook.render.map.placing import Box
from guidebook.render.text.labels import title_of


def table(graphic: TiesGraphic, scene: Scene) -> Table:
    """The partnerships under their numbers."""
    fields = ("partners", "title", "cost")
    head = tuple(title_of("Partnership", field, scene.words) for field in fields)
    costs = any(one.cost for one in scene.program.partnerships)
    rows = (
        Row(
            (f"{number}. {one.partners}", one.title, *((one.cost or scene.words("원문에 없음"),) if costs else ())),
            one.note,
        )
        for number, one in enumerate(scene.program.partnerships, start=1)
    )
    return Table(head if costs else head[:2], tuple(rows))


def draw(sheet: Sheet, graphic: TiesGraphic, scene: Scene) -> float:
    """The map, and the list beside or beneath it; gives the height."""
    look, ties = sheet.look, scene.program.partnerships
    width = width_for(sheet)
    box = Box(0, 0, width, height_for(width, scene, sheet))
    of = {number: tie.towns for number, tie in enumerate(ties, start=1)}
    tied = {id for tie in ties for id in tie.towns}
    land = draw_towns(sheet, scene, box, Towns(tinted=tied, numbered=of))
    left, y = (width + look.gutter, look.gap) if sheet.wide else (0.0, box.height + look.room)
    for number, tie in enumerate(ties, start=1):
        y = _entry(sheet, (left, y), number, tie)
    return unnamed(sheet, scene, max(y, box.height) + look.rule, land)


def _entry(sheet: Sheet, at: XY, number: int, tie: Partnership) -> float:
    """A tie in words under its number, which is all that leads to the map: lines there would cross other ties."""
    look, (left, y) = sheet.look, at
    start = left + look.number + look.gap + look.rule_mark
    width = sheet.width - start
    middle = left + look.number / 2 + look.rule_mark, y + look.number / 2 + look.rule_mark
    sheet.numbered(middle, str(number))
    y = sheet.words((start, y), width, tie.partners, sheet.strong)
    y = sheet.words((start, y), width, tie.title, sheet.small)
    if tie.cost:
        y = sheet.words((start, y), width, tie.cost, sheet.quiet)
    return y + look.room
