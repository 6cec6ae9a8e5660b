"""What towns did together: numbered ties on the map, and at each its partners, work and money."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from guidebook.model.records.graphic import TiesGraphic
from guidebook.model.records.report.program_parts import Partnership
from guidebook.render.graphic.land import Towns, draw_towns, height_for, unnamed, width_for
from guidebook.render.graphic.scene import Row, Scene, Table
from guidebook.render.graphic.sheet import XY, Sheet
from guidebook.render.map.placing import Box
from guidebook.render.text.labels import title_of

Numbered = tuple[int, Partnership]
LONGER = 1.25
"""By so much the list may be higher than the map that it stands beside; of a longer one, the rest stands beneath."""


def table(graphic: TiesGraphic, scene: Scene) -> Table:
    """The partnerships under their numbers."""
    fields = ("partners", "title", "cost")
    head = tuple(title_of("Partnership", field, scene.words) for field in fields)
    costs = any(one.cost for one in scene.program.partnerships)
    absent = scene.words("원문에 없음") if scene.of_document else scene.words("자료 없음")
    rows = (
        Row((f"{number}. {one.partners}", one.title, *((one.cost or absent,) if costs else ())), one.note)
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
    if not sheet.wide:
        bottom = _column(sheet, (0.0, box.height + look.room), sheet.width, list(enumerate(ties, start=1)))
        return unnamed(sheet, scene, bottom + look.rule, land)
    beside, rest = _shared_out(sheet, sheet.width - width - look.gutter, box.height, ties)
    y = _column(sheet, (width + look.gutter, look.gap), sheet.width - width - look.gutter, beside)
    y = max(y, box.height)
    if rest:
        each, top = (sheet.width - look.gutter) / 2, y + look.gap
        heights = [_height(sheet, each, *one) for one in rest]
        half = min(range(1, len(rest) + 1), key=lambda one: max(sum(heights[:one]), sum(heights[one:])))
        ends = [_column(sheet, (0.0, top), each, rest[:half])]
        ends.append(_column(sheet, (each + look.gutter, top), each, rest[half:]))
        y = max(ends)
    return unnamed(sheet, scene, y + look.rule, land)


def _shared_out(
    sheet: Sheet, width: float, high: float, ties: Sequence[Partnership]
) -> tuple[Sequence[Numbered], Sequence[Numbered]]:
    """The ties that stand beside a map of that height, and those that stand in two columns beneath it."""
    numbered = list(enumerate(ties, start=1))
    ends = list(accumulate((_height(sheet, width, *one) for one in numbered), initial=sheet.look.gap))
    if ends[-1] <= high * LONGER:
        return numbered, []
    fit = max(sum(end <= high for end in ends) - 1, 0)
    return numbered[:fit], numbered[fit:]


def _column(sheet: Sheet, at: XY, width: float, those: Sequence[Numbered]) -> float:
    (left, y) = at
    for number, tie in those:
        y = _entry(sheet, (left, y), width, number, tie)
    return y


def _height(sheet: Sheet, width: float, number: int, tie: Partnership) -> float:
    return _entry(Sheet(sheet.look, sheet.width), (0.0, 0.0), width, number, tie)


def _entry(sheet: Sheet, at: XY, width: float, number: int, tie: Partnership) -> float:
    """A tie in words under its number, which is all that leads to the map: lines there would cross other ties."""
    look, (left, y) = sheet.look, at
    start = left + look.number + look.gap + look.rule_mark
    width -= start - left
    middle = left + look.number / 2 + look.rule_mark, y + look.number / 2 + look.rule_mark
    sheet.numbered(middle, str(number))
    y = sheet.words((start, y), width, tie.partners, sheet.strong)
    y = sheet.words((start, y), width, tie.title, sheet.small)
    if tie.cost:
        y = sheet.words((start, y), width, tie.cost, sheet.quiet)
    return y + look.room
