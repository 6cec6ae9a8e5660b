"""What was and what is, in two columns with arrows between them, over a strip of dated steps."""

from __future__ import annotations

from dataclasses import replace

from guidebook.model.records.graphic import BeforeAfterGraphic, DatedStep
from guidebook.render.graphic.scene import Row, Scene, Table
from guidebook.render.graphic.sheet import Sheet
from guidebook.render.text.labels import title_of

DATES = 0.24
"""The share of the width that dates take at most, where there is room."""


def table(graphic: BeforeAfterGraphic, scene: Scene) -> Table:
    """The rows; the steps under their dates have columns of their own."""
    words = scene.words
    rows = [
        Row(
            (
                row.topic,
                row.before,
                words("{content}(새로 열림)").format(content=row.after) if row.opened else row.after,
            )
        )
        for row in graphic.rows
    ]
    head = (title_of("DatedStep", "when", words), title_of("DatedStep", "text", words))
    steps = tuple(Row((step.when, step.text), step.note) for step in graphic.steps)
    strip = Table(head, steps, caption=title_of("BeforeAfterGraphic", "steps", words)) if steps else None
    return Table((words("구분"), graphic.before, graphic.after), tuple(rows), further=strip)


def draw(sheet: Sheet, graphic: BeforeAfterGraphic, scene: Scene) -> float:
    """The columns and the strip; gives the height."""
    look = sheet.look
    middle = look.arrow + 2 * look.room
    width = (sheet.width - middle) / 2
    right = width + middle
    ends = [
        sheet.words((left, look.gap), width, label, replace(sheet.strong, colour=kind.colour, role=kind.role))
        for left, label, kind in ((0.0, graphic.before, sheet.quiet), (right, graphic.after, sheet.figure))
    ]
    y = max(ends) + look.gap
    for row in graphic.rows:
        for left in (0.0, right):
            sheet.line([(left, y), (left + width, y)], "g-stroke" if left else "g-line", look.rule_mark)
        label = sheet.words((0, y + look.gap), width, row.topic, sheet.quiet)
        sheet.words((right, y + look.gap), width, row.topic, sheet.quiet)
        kind = sheet.strong if row.opened else sheet.small
        bottoms = (
            sheet.words((0, label), width, row.before, sheet.small),
            sheet.words((right, label), width, row.after, kind),
        )
        arrow = (y + max(bottoms)) / 2
        sheet.arrow((width + look.room, arrow), (width + look.room + look.arrow, arrow))
        y = max(bottoms) + look.gap
    return _strip(sheet, y + look.gap, graphic.steps) if graphic.steps else y


def _strip(sheet: Sheet, top: float, steps: tuple[DatedStep, ...]) -> float:
    """The steps down a line, each with a dot."""
    look = sheet.look
    sheet.line([(0, top), (sheet.width, top)])
    y, left = top + look.room, look.gutter
    beside = sheet.wide
    dates = sheet.width * DATES if beside else sheet.width - left
    first = last = y + sheet.strong.size / 2
    marks = []
    for step in steps:
        last = y + sheet.strong.size / 2
        marks.append(last)
        date = sheet.words((left, y), dates, step.when, sheet.strong)
        if beside:
            end = sheet.words(
                (left + dates + look.room, y), sheet.width - left - dates - look.room, step.text, sheet.small
            )
        else:
            end = sheet.words((left, date), sheet.width - left, step.text, sheet.small)
        y = max(date, end) + look.gap
    sheet.line([(look.team, first), (look.team, last)], "g-stroke", look.rule_mark)
    for mark in marks:
        sheet.dot((look.team, mark), look.team - look.rule, "full")
    return y
