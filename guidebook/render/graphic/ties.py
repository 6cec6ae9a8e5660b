"""What towns did together: numbered ties on the map, and at each its partners, work and money."""

from __future__ import annotations

from collections.abc import Mapping

from guidebook.model.records.graphic import TiesGraphic
from guidebook.model.records.program import Partnership
from guidebook.render.graphic.land import Land, land
from guidebook.render.graphic.scene import Row, Scene, Table
from guidebook.render.graphic.sheet import XY, Mark, Sheet
from guidebook.render.map.placing import Box, along, place
from guidebook.render.text.labels import title_of

HIGH = 0.9
"""How high a map is, for its width."""


def table(graphic: TiesGraphic, scene: Scene) -> Table:
    """The partnerships under their numbers."""
    fields = ("partners", "title", "cost")
    head = tuple(title_of("Partnership", field, scene.words) for field in fields)
    costs = any(one.cost for one in scene.program.partnerships)
    rows = (
        Row((f"{number}. {one.partners}", one.title, *((one.cost or scene.words("원문에 없음"),) if costs else ())), one.note)
        for number, one in enumerate(scene.program.partnerships, start=1)
    )
    return Table(head if costs else head[:2], tuple(rows))


def draw(sheet: Sheet, graphic: TiesGraphic, scene: Scene) -> float:
    """The map, and the list beside or beneath it; gives the height."""
    look, ties = sheet.look, scene.program.partnerships
    width = look.map_wide * sheet.width / look.width_page if sheet.wide else sheet.width
    box = Box(0, 0, width, width * HIGH)
    ground = land(sheet, scene.catalogue, box)
    marks: dict[str, Mark] = {id: "pale" for tie in ties for id in tie.towns}
    ground.draw(marks)
    knots = _knots(ground, ties)
    lines = [(ground.points[id], knots[tie.id]) for tie in ties if tie.id in knots for id in tie.towns if id in ground.points]
    sheet.path([line for line in lines if line[0] != line[1]], "g-stroke", look.accent, look.rule_tie)
    for start, end in lines:
        if start != end:
            sheet.dot(start, look.team / 2, "full")
    side = look.number + look.rule_mark
    taken = [Box.around(knot, side, side) for knot in knots.values()]
    taken += [cover for line in lines for cover in along(line, look.gap)]
    ground.names(tuple(marks), taken, sheet.small)
    numbered = list(enumerate(ties, start=1))
    if sheet.wide:  # in the order of their places, so that no line to a number crosses another
        numbered.sort(key=lambda one: (knots.get(one[1].id, (0.0, 0.0))[1], one[0]))
    left, y = (width + look.gutter, look.gap) if sheet.wide else (0.0, box.height + look.room)
    for number, tie in numbered:
        y = _entry(sheet, (left, y), number, tie, knots.get(tie.id) if sheet.wide else None)
    for number, tie in enumerate(ties, start=1):
        if tie.id in knots:
            sheet.numbered(knots[tie.id], str(number))
    return max(y, box.height) + look.rule


def _knots(ground: Land, ties: tuple[Partnership, ...]) -> Mapping[str, XY]:
    """Where the number of each tie stands: between its towns, beside the others."""
    look, knots = ground.sheet.look, dict[str, XY]()
    taken: list[Box] = []
    side = look.number + look.rule_mark * 2
    for tie in ties:
        ends = [ground.points[id] for id in tie.towns if id in ground.points]
        if not ends:
            continue
        middle = sum(x for x, _ in ends) / len(ends), sum(y for _, y in ends) / len(ends)
        box = place(middle, side, side, ground.box, taken)
        if box is not None:
            taken.append(box)
            knots[tie.id] = box.middle
    return knots


def _entry(sheet: Sheet, at: XY, number: int, tie: Partnership, knot: XY | None) -> float:
    """A tie in words under its number."""
    look, (left, y) = sheet.look, at
    start = left + look.number + look.gap + look.rule_mark
    width = sheet.width - start
    middle = left + look.number / 2 + look.rule_mark, y + look.number / 2 + look.rule_mark
    if knot is not None:
        sheet.line([knot, (middle[0] - look.number / 2, middle[1])])
    sheet.numbered(middle, str(number))
    y = sheet.words((start, y), width, tie.partners, sheet.strong)
    y = sheet.words((start, y), width, tie.title, sheet.small)
    if tie.cost:
        y = sheet.words((start, y), width, tie.cost, sheet.quiet)
    return y + look.room
