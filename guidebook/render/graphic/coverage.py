"""Whom a programme reaches: its towns on the map, a dot for each team, and awards by name."""

from __future__ import annotations

from itertools import groupby

from guidebook.model.records.graphic import Award, CoverageGraphic
from guidebook.render.graphic.land import Towns, draw_towns, height_for, unnamed, width_for
from guidebook.render.graphic.scene import Row, Scene, Table
from guidebook.render.graphic.sheet import XY, Sheet
from guidebook.render.map.placing import Box


def table(graphic: CoverageGraphic, scene: Scene) -> Table:
    """Towns, teams, awards."""
    words = scene.words
    rows = [Row((graphic.covered, scene.towns(scene.program.towns)))] if scene.program.towns else []
    rows += [Row((scene.told(team.name, team.reported), scene.town(team.town)), team.note) for team in graphic.teams]
    rows += [
        Row((scene.told(f"{one.year} {one.name}", one.reported), scene.town(one.town) if one.town else ""), one.note)
        for one in graphic.awards
    ]
    return Table((words("구분"), words("읍면동")), tuple(rows), graphic.sources)


def draw(sheet: Sheet, graphic: CoverageGraphic, scene: Scene) -> float:
    """The map with what its marks mean beside or beneath it; gives the height."""
    look = sheet.look
    width = width_for(sheet)
    box = Box(0, 0, width, height_for(width, scene, sheet))
    given = [one for one in graphic.awards if one.town]
    numbered = {number: (award.town or "",) for number, award in enumerate(given, start=1)}
    teams = dict.fromkeys(team.town for team in graphic.teams)
    land = draw_towns(sheet, scene, box, Towns(tinted=scene.program.towns, dots=tuple(teams), numbered=numbered))
    spots: dict[str, int] = {}
    for team in graphic.teams:
        if team.town in land.points:
            x, y = land.points[team.town]
            step = 2 * look.team * spots.get(team.town, 0)
            spots[team.town] = spots.get(team.town, 0) + 1
            sheet.dot((x + step, y), look.team, "hollow" if team.reported else "full")
    left, y = (width + look.gutter, look.gap) if sheet.wide else (0.0, box.height + look.room)
    return unnamed(sheet, scene, max(_signs(sheet, (left, y), graphic, scene), box.height) + look.rule, land)


def _signs(sheet: Sheet, at: XY, graphic: CoverageGraphic, scene: Scene) -> float:
    """What the marks mean, each with its towns."""
    look, (left, y) = sheet.look, at
    start = left + look.number + look.gap + look.rule_mark
    width, middle = sheet.width - start, left + look.number / 2 + look.rule_mark
    if scene.program.towns:
        sheet.square((middle - look.square / 2, y + look.rule), "pale")
        y = sheet.words((start, y), width, graphic.covered, sheet.strong)
        count = scene.words("{count}곳").format(count=len(scene.program.towns))
        y = sheet.words((start, y), width, count, sheet.figure) + look.gap
    teams = sorted(graphic.teams, key=lambda team: (team.name, team.reported))
    for (name, reported), those in groupby(teams, key=lambda team: (team.name, team.reported)):
        sheet.dot((middle, y + look.type_strong / 2 + look.rule), look.team, "hollow" if reported else "full")
        y = sheet.words((start, y), width, scene.told(name, reported), sheet.strong)
        y = sheet.words((start, y), width, scene.towns(team.town for team in those), sheet.small) + look.room
    return _awards(sheet, (left, y), graphic.awards, scene)


def _awards(sheet: Sheet, at: XY, awards: tuple[Award, ...], scene: Scene) -> float:
    look, (left, y), number = sheet.look, at, 0
    start = left + look.number + look.gap + look.rule_mark
    width, middle = sheet.width - start, left + look.number / 2 + look.rule_mark
    for award in awards:
        number += award.town is not None
        if award.town:
            sheet.numbered((middle, y + look.number / 2 + look.rule), str(number))
        label = f"{award.name} · {scene.town(award.town)}" if award.town else award.name
        y = sheet.words((start, y), width, label, sheet.strong)
        y = sheet.words((start, y), width, scene.told(award.year, award.reported), sheet.quiet) + look.gap
    return y
