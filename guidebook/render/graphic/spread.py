"""How some towns became more: two maps, a share as dots, money in squares, and what was counted later."""

from __future__ import annotations

from guidebook.model.records.figures import Bar
from guidebook.model.records.graphic import Recount, ShareOf, SpreadGraphic, SquaredMoney, Stage
from guidebook.model.wording.numbers import number
from guidebook.render.graphic.land import Towns, draw_towns, height_for, too_small
from guidebook.render.graphic.scene import Row, Scene, Table, once
from guidebook.render.graphic.sheet import XY, Mark, Sheet, words_of
from guidebook.render.map.placing import Box
from guidebook.render.text.word_width import width_of

THIRD = 3
"""Parts of a wide sheet: two maps and the share."""
OWN = 0.42
"""The share of its column that a figure takes beside what was counted later."""
BESIDE = 2
"""Figures with their later counts in a row of a wide sheet."""
ROW = 50
"""Dots in a row at most."""


def squares(bar: Bar, money: SquaredMoney) -> int:
    """How many squares a bar is."""
    return int(bar.value / money.unit)


def filled(graphic: ShareOf, scene: Scene) -> int:
    """How many dots are the share."""
    return int(scene.indicator(graphic.indicator).value * graphic.of / 100)


def table(graphic: SpreadGraphic, scene: Scene) -> Table:
    """Towns, money, share, and figures with what was counted later."""
    words = scene.words
    rows = [
        Row((scene.told(stage.label, stage.reported), _count(stage, scene), scene.towns(stage.towns)), stage.note)
        for stage in (graphic.before, graphic.after)
    ]
    if graphic.money:
        comparison, last = (
            scene.comparison(graphic.money.comparison),
            len(scene.comparison(graphic.money.comparison).bars),
        )
        for place, bar in enumerate(comparison.bars, start=1):
            open_ones = graphic.money.unexplained if place == last else 0
            note = words("한 칸 {unit}, {count}칸은 설명 없음") if open_ones else words("한 칸 {unit}")
            said = note.format(unit=graphic.money.unit_text, count=open_ones)
            rows.append(Row((f"{comparison.title}, {bar.label}", bar.text, said), comparison.note))
    if graphic.share:
        share = scene.indicator(graphic.share.indicator)
        said = words("{of}점 가운데 {count}점").format(of=graphic.share.of, count=filled(graphic.share, scene))
        rows.append(Row((share.label, share.text, f"{share.when}, {said}"), share.note))
    for recount in graphic.later:
        own = scene.indicator(recount.indicator)
        rows.append(Row((own.label, own.text, own.when)))
        rows.append(
            Row((words("{label}(이후 집계)").format(label=own.label), recount.value, recount.when), recount.note)
        )
    ids = {graphic.comparison, graphic.money.comparison if graphic.money else None}
    counted = (source for one in scene.program.comparisons if one.id in ids for source in one.sources)
    sources = once((*graphic.before.sources, *graphic.after.sources, *counted))
    return Table((words("구분"), words("값"), words("내용")), tuple(rows), sources)


def _count(stage: Stage, scene: Scene) -> str:
    return scene.words("{count}곳").format(count=len(stage.towns))


def draw(sheet: Sheet, graphic: SpreadGraphic, scene: Scene) -> float:
    """Maps and share, money, counts; gives the height."""
    look = sheet.look
    columns = THIRD if sheet.wide and graphic.share else 2
    width = (sheet.width - (columns - 1) * look.gutter) / columns
    high = min(height_for(_map_width(sheet, width), scene, sheet), look.map_small)
    first = _stage(sheet, (0, look.gap), (width, high), graphic.before, scene)
    second = _stage(sheet, (width + look.gutter, look.gap), (width, high), graphic.after, scene)
    middle = look.gap + look.type_figure * look.leading + high / 2
    sheet.arrow((width + look.gap / 2, middle), (width + look.gutter - look.gap / 2, middle))
    y = max(first, second)
    if graphic.share:
        left, top = (2 * (width + look.gutter), look.gap) if sheet.wide else (0.0, y + look.room)
        y = max(y, _share(sheet, (left, top), sheet.width - left, graphic.share, scene))
    if graphic.money:
        y = _money(sheet, y + look.room, graphic.money, scene)
    return _later(sheet, y + look.room, graphic.later, scene) if graphic.later else y + look.gap


def _map_width(sheet: Sheet, column: float) -> float:
    """The same on a desk and on a phone, as `width_for`."""
    return min(column, (sheet.look.width_phone - sheet.look.gutter) / 2)


def _stage(sheet: Sheet, at: XY, size: XY, stage: Stage, scene: Scene) -> float:
    look, (left, top), (width, high) = sheet.look, at, size
    y = sheet.words((left, top), width, stage.label, sheet.strong)
    sheet.words((left + width, top), width, _count(stage, scene), sheet.figure, "end")
    y = max(y, top + look.type_figure * look.leading)
    areas = Towns(hatched=stage.towns, named=False) if stage.reported else Towns(tinted=stage.towns, named=False)
    wide = _map_width(sheet, width)
    land = draw_towns(sheet, scene, Box(left + round((width - wide) / 2, 1), y, wide, high), areas)
    y += high + look.gap
    if stage.reported:
        return sheet.words((left, y), width, scene.told(scene.towns(stage.towns), reported=True), sheet.quiet)
    return too_small(sheet, scene, y, width, left, land)


def _share(sheet: Sheet, at: XY, width: float, share: ShareOf, scene: Scene) -> float:
    """A dot for each: the share is large and full, the others are rows of a dotted line."""
    look, (left, top), step = sheet.look, at, sheet.look.dot_step
    own = scene.indicator(share.indicator)
    y = sheet.words((left, top), width, own.text, sheet.figure)
    y = sheet.words((left, y), width, own.label, sheet.small) + look.gap
    row = max(1, min(ROW, int(width / step)))
    count, own_dots = share.of, filled(share, scene)
    for line in range(-(-count // row)):
        start, end = line * row, min((line + 1) * row, count)
        rest = range(max(start, own_dots), end)
        if rest:
            first, last = (left + look.dot + (place - start) * step for place in (rest[0], rest[-1]))
            middle = y + look.dot + line * step
            sheet.line([(first, middle), (last + look.rule_town / THIRD, middle)], "g-dots", look.dot, (0, step))
    for place in range(own_dots):
        line, column = divmod(place, row)
        sheet.dot((left + look.dot + column * step, y + look.dot + line * step), look.dot, "full")
    y += -(-count // row) * step + look.gap
    said = scene.words("{of}점 가운데 {count}점").format(of=number(share.of), count=own_dots)
    beside = f"{said} · {own.when}"
    if width_of(beside) * sheet.quiet.size <= width:
        return sheet.words((left, y), width, beside, sheet.quiet)
    return sheet.words((left, sheet.words((left, y), width, said, sheet.quiet)), width, own.when, sheet.quiet)


def _money(sheet: Sheet, top: float, money: SquaredMoney, scene: Scene) -> float:
    look, comparison = sheet.look, scene.comparison(money.comparison)
    sheet.line([(0, top), (sheet.width, top)])
    unit = scene.words("한 칸 {unit}").format(unit=money.unit_text)
    y = sheet.words((0, top + look.gap), sheet.width, comparison.title, sheet.strong)
    sheet.words((sheet.width, top + look.gap), sheet.width / 2, unit, sheet.quiet, "end")
    named = [f"{bar.label} {bar.text}" for bar in comparison.bars]
    longest = max(width_of(label) for label in named) * look.type_small + look.room
    left = min(longest, sheet.width / THIRD) if sheet.wide else 0
    row = max(1, int((sheet.width - left) / look.square_step))
    for place, bar in enumerate(comparison.bars, start=1):
        open_ones = money.unexplained if place == len(comparison.bars) else 0
        label = sheet.words((0, y + look.gap), left or sheet.width, f"{bar.label} {bar.text}", sheet.small)
        start = y + look.gap + look.rule if sheet.wide else label + look.gap
        count = squares(bar, money)
        for place in range(count):
            line, column = divmod(place, row)
            at = left + look.rule + column * look.square_step, start + line * look.square_step
            sheet.square(at, "dashed" if place >= count - open_ones else "full")
        end = start + -(-count // row) * look.square_step
        y = max(label, end)
        if open_ones:
            said = scene.words("점선 {count}칸은 설명 없음").format(count=open_ones)
            y = max(y, sheet.words((left, end), sheet.width - left, said, sheet.quiet))
    return y


def _later(sheet: Sheet, top: float, later: tuple[Recount, ...], scene: Scene) -> float:
    """Each figure beside what was counted later, both with their periods."""
    look = sheet.look
    sheet.line([(0, top), (sheet.width, top)])
    needs = [(_room_for(sheet, scene.indicator(one.indicator).text), _room_for(sheet, one.value)) for one in later]
    beside = (sheet.width - look.gutter) / BESIDE
    columns = BESIDE if sheet.wide and len(later) > 1 and all(sum(need) <= beside for need in needs) else 1
    width = (sheet.width - (columns - 1) * look.gutter) / columns
    y, deepest = top + look.gap, top
    for place, recount in enumerate(later):
        own = scene.indicator(recount.indicator)
        left = (place % columns) * (width + look.gutter)
        start = sheet.words((left, y), width, own.label, sheet.strong)
        stacked, own_width = sum(needs[place]) > width, max(width * OWN, needs[place][0])
        first = (left, start), width if stacked else own_width
        end = _figure(sheet, *first, "full", own.text, own.when)
        then = ((left, end), width) if stacked else ((left + own_width, start), width - own_width)
        deepest = max(deepest, end, _figure(sheet, *then, "hollow", recount.value, recount.when))
        if place % columns == columns - 1:
            y = deepest + look.gap
    return deepest + look.gap


def _room_for(sheet: Sheet, value: str) -> float:
    """How wide a column is in which no part of a figure is cut."""
    return sheet.look.number + sheet.look.type_figure * max(width_of(word) for word in words_of(value))


def _figure(sheet: Sheet, at: XY, width: float, mark: Mark, value: str, when: str) -> float:
    """A figure over its period, both behind its mark."""
    look, (left, top) = sheet.look, at
    sheet.square((left, top + look.gap), mark)
    bottom = sheet.words((left + look.number, top), width - look.number, value, sheet.figure)
    return sheet.words((left + look.number, bottom), width - look.number, when, sheet.quiet)
