"""Whom a programme reaches: its towns on the map, a dot for each team, and awards by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from guidebook.model.records.graphic import Award, CoverageGraphic, TeamAt
from guidebook.model.wording.order import natural
from guidebook.render.graphic.land import Towns, draw_towns, height_for, unnamed, width_for
from guidebook.render.graphic.look import GraphicLook
from guidebook.render.graphic.scene import Row, Scene, Table
from guidebook.render.graphic.sheet import XY, Mark, Sheet
from guidebook.render.map.placing import Box
from guidebook.render.text.word_width import width_of

ROW = 3
"""Dots of a town that stand side by side; more are one dot with their number in it."""


def table(graphic: CoverageGraphic, scene: Scene) -> Table:
    """Towns, teams of one name with all of their towns, awards."""
    words = scene.words
    rows = [Row((graphic.covered, scene.towns(scene.program.towns)))] if scene.program.towns else []
    teams = sorted(graphic.teams, key=lambda team: (natural(team.name), team.reported, team.note or ""))
    rows += [
        Row((scene.told(name, reported), _towns(those, scene)), note)
        for (name, reported, note), those in groupby(teams, key=lambda team: (team.name, team.reported, team.note))
    ]
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
    marks = {town: _marks(sheet, those) for town, those in _by_town(graphic.teams).items()}
    dots = {town: [step for mark in those for step in mark.covers(look)] for town, those in marks.items()}
    land = draw_towns(sheet, scene, box, Towns(tinted=scene.program.towns, dots=dots, numbered=numbered))
    for town, those in marks.items():
        for mark in those if town in land.points else ():
            x, y = land.points[town]
            sheet.dot((x + mark.right, y), mark.radius, mark.kind)
            if mark.count > 1:
                sheet.counted((x + mark.right, y), str(mark.count), mark.kind)
    left, y = (width + look.gutter, look.gap) if sheet.wide else (0.0, box.height + look.room)
    return unnamed(sheet, scene, max(_signs(sheet, (left, y), graphic, scene), box.height) + look.rule, land)


@dataclass(frozen=True, slots=True)
class TeamMark:
    """A dot for a team, or one with their number where a town has many."""

    right: float
    """From the point of the town."""
    radius: float
    kind: Mark
    count: int = 1

    def covers(self, look: GraphicLook) -> Iterator[XY]:
        """Where dots of one team would have to be to cover it: names and numbers keep off those."""
        apart = self.radius - look.team
        yield from ((self.right + step, 0.0) for step in ((-apart, apart) if apart > 0 else (0.0,)))


def _by_town(teams: Iterable[TeamAt]) -> dict[str, list[TeamAt]]:
    towns: dict[str, list[TeamAt]] = {}
    for team in teams:
        towns.setdefault(team.town, []).append(team)
    return towns


def _marks(sheet: Sheet, teams: Sequence[TeamAt]) -> list[TeamMark]:
    """The marks of a town side by side, with its point in their middle: a row that is longer would leave the town."""
    look, kinds = sheet.look, Counter[Mark]("hollow" if team.reported else "full" for team in teams)
    if len(teams) <= ROW:
        sizes = [(look.team, kind, 1) for kind, count in kinds.items() for _ in range(count)]
    else:
        wide = {kind: width_of(str(count)) * look.type_small / 2 + look.rule for kind, count in kinds.items()}
        sizes = [
            (max(look.number / 2, wide[kind]) if count > 1 else look.team, kind, count) for kind, count in kinds.items()
        ]
    left, marks = -sum(radius for radius, _, _ in sizes) - (len(sizes) - 1) * look.rule, []
    for radius, kind, count in sizes:
        marks.append(TeamMark(left + radius, radius, kind, count))
        left += 2 * (radius + look.rule)
    return marks


def _towns(teams: Iterable[TeamAt], scene: Scene) -> str:
    """Their towns, each once, with the number of teams where it is more than one."""
    counts = Counter(team.town for team in teams)
    return ", ".join(f"{scene.town(id)}({count})" if count > 1 else scene.town(id) for id, count in counts.items())


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
    teams = sorted(graphic.teams, key=lambda team: (natural(team.name), team.reported))
    for (name, reported), those in groupby(teams, key=lambda team: (team.name, team.reported)):
        sheet.dot((middle, y + look.type_strong / 2 + look.rule), look.team, "hollow" if reported else "full")
        y = sheet.words((start, y), width, scene.told(name, reported), sheet.strong)
        y = sheet.words((start, y), width, _towns(those, scene), sheet.small) + look.room
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
