"""Towns within graphics: the map of the city in a box; without outlines, a square with its name for each town."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from guidebook.model.boundary import Outline
from guidebook.plan.spot import town_point
from guidebook.render.graphic.scene import Scene
from guidebook.render.graphic.sheet import Mark, Sheet
from guidebook.render.map.placing import Box, place
from guidebook.render.map.projection import XY, LatLon, Projection
from guidebook.render.map.ties import Tie
from guidebook.render.map.towns import towns_in_frame, towns_shown

HIGH = 0.9
"""How high a map is, for its width."""
Numbered = Mapping[int, Collection[str]]
"""Numbers, and the towns between which each stands."""


@dataclass(frozen=True, slots=True)
class Land:
    """Where things are that were drawn."""

    points: Mapping[str, XY]
    """Towns by their ids; a town of which nothing is known has none."""
    numbers: Mapping[int, XY] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    """Towns whose names found no room."""
    unseen: tuple[str, ...] = ()
    """Names of marked towns of which the map shows nothing: without outline, or smaller than a mark."""


@dataclass(frozen=True, slots=True)
class Towns:
    """What is shown of the towns, all by their ids."""

    tinted: Collection[str] = ()
    hatched: Collection[str] = ()
    dots: Mapping[str, Sequence[XY]] = field(default_factory=dict)
    """Towns with dots, and how far from its point each dot is."""
    numbered: Numbered = field(default_factory=dict)
    named: bool = True


def width_for(sheet: Sheet) -> float:
    """How wide a map is that has words beside or beneath it.

    The same on a desk and on a phone: what a page holds twice, it sends once.
    """
    look = sheet.look
    return min(look.map_wide * sheet.width / look.width_page, look.width_phone) if sheet.wide else sheet.width


def height_for(width: float, scene: Scene, sheet: Sheet) -> float:
    """How high a box of that width is, for the land or for the squares."""
    if scene.catalogue.boundaries is not None:
        return width * HIGH
    look, rows = sheet.look, -(-len(scene.catalogue.towns) // _columns(scene))
    return rows * (2 * look.number + look.number + look.type_small * look.leading)


def _columns(scene: Scene) -> int:
    return max(1, int(len(scene.catalogue.towns) ** (1 / 2) + 1 / 2))


def draw_towns(sheet: Sheet, scene: Scene, box: Box, towns: Towns) -> Land:
    """The city in the box."""
    plain = towns_in_frame(scene.context, box, towns_shown(scene.context, named=False))
    if plain is None:
        return _tiles(sheet, scene, box, towns)
    at = {town.id: point for town in scene.catalogue.towns if (point := town_point(town.id, scene.catalogue)[0])}
    ties = tuple(_ties(sheet, towns, at, plain.projection))
    around = towns_shown(
        scene.context,
        tinted=towns.tinted,
        hatched=towns.hatched,
        dots=[_moved(plain.projection, at[id], step) for id, steps in towns.dots.items() if id in at for step in steps],
        ties=ties,
        named=towns.named,
    )
    drawn = towns_in_frame(scene.context, box, around)
    assert drawn is not None, "the same city has outlines still"
    sheet.parts.append(drawn.markup)
    points = {id: drawn.projection.at(point) for id, point in at.items()}
    unseen = _unseen(sheet, scene, drawn.projection, (*towns.hatched, *towns.tinted))
    return Land(points, {knot.tie.number: knot.box.middle for knot in drawn.knots}, drawn.missing, unseen)


def unnamed(sheet: Sheet, scene: Scene, top: float, land: Land) -> float:
    """A line with the names that found no room on a map; gives its bottom."""
    if not land.missing:
        return top
    said = scene.words("지도에 이름을 적지 못한 곳: {names}").format(names=", ".join(land.missing))
    return sheet.words((0, top), sheet.width, said, sheet.quiet)


def too_small(sheet: Sheet, scene: Scene, top: float, width: float, left: float, land: Land) -> float:
    """A line with the marked towns of which a map shows nothing; gives its bottom."""
    if not land.unseen:
        return top
    said = scene.words("지도에 나타내지 못한 곳: {names}").format(names=", ".join(land.unseen))
    return sheet.words((left, top), width, said, sheet.quiet)


def _unseen(sheet: Sheet, scene: Scene, projection: Projection, ids: Iterable[str]) -> tuple[str, ...]:
    boundaries = scene.catalogue.boundaries
    names = [town.name for id in dict.fromkeys(ids) if (town := scene.catalogue.town(id))]
    return tuple(
        name
        for name in names
        if not (outline := boundaries.outline(name) if boundaries else None)
        or _extent(outline, projection) < sheet.look.gap
    )


def _extent(outline: Outline, projection: Projection) -> float:
    """The longer side of the largest part of a town, as drawn."""
    sides = []
    for shell, *_ in outline.polygons:
        places = [projection.at((lat, lon)) for lon, lat in shell]
        sides += [max(axis) - min(axis) for axis in zip(*places, strict=True)]
    return max(sides, default=0.0)


def _ties(sheet: Sheet, towns: Towns, at: Mapping[str, LatLon], projection: Projection) -> Iterable[Tie]:
    """The numbers as ties; one that stands alone in a town keeps off the dot there."""
    for number, ids in towns.numbered.items():
        points = tuple(at[id] for id in ids if id in at)
        if len(points) == 1 and set(ids) & set(towns.dots):
            points = (_moved(projection, points[0], (0, -sheet.look.number)),)
        if points:
            yield Tie(number, points, "")


def _moved(projection: Projection, point: LatLon, step: XY) -> LatLon:
    """What lies so far from a point on the drawing."""
    (x, y), (right, down) = projection.at(point), step
    return projection.back((x + right, y + down))


def _tiles(sheet: Sheet, scene: Scene, box: Box, towns: Towns) -> Land:
    """A square for every town, row by row, with its name beneath, for cities whose outlines nobody knows."""
    look, every = sheet.look, scene.catalogue.towns
    columns = _columns(scene)
    rows = -(-len(every) // columns)
    points = {}
    for place_of, town in enumerate(every):
        row, column = divmod(place_of, columns)
        x = box.left + (column + 1 / 2) * box.width / columns
        y = box.top + (row + 1 / 2) * box.height / rows
        points[town.id] = (x, y)
        mark: Mark = "hatched" if town.id in towns.hatched else "pale" if town.id in towns.tinted else "bare"
        side = look.number
        sheet.square((x - side / 2, y - side / 2), mark, side)
        if mark == "hatched":
            sheet.line([(x - side / 2, y + side / 2), (x + side / 2, y - side / 2)], "g-hatch", look.rule_hatch)
        if towns.named:
            width = box.width / columns - look.gap
            sheet.words((x, y + side / 2 + look.rule_mark), width, town.name, sheet.small, "middle")
    return Land(points, _numbers(sheet, box, towns, points))


def _numbers(sheet: Sheet, box: Box, towns: Towns, points: Mapping[str, XY]) -> Mapping[int, XY]:
    """The numbers between the squares of their towns, above them where they stand alone."""
    look, taken, numbers = sheet.look, list[Box](), dict[int, XY]()
    side = look.number + look.rule_mark * 2
    for number, ids in towns.numbered.items():
        ends = [points[id] for id in ids if id in points]
        if ends:
            middle = sum(x for x, _ in ends) / len(ends), sum(y for _, y in ends) / len(ends)
            lift = look.number + look.gap if len(ends) == 1 else 0
            spot = place((middle[0], middle[1] - lift), side, side, box, taken)
            if spot is not None:
                taken.append(spot)
                numbers[number] = spot.middle
                lines = [(end, spot.middle) for end in ends if len(ends) > 1]
                sheet.path(lines, "g-stroke", look.accent, look.rule_tie)
    for number, middle in numbers.items():
        sheet.numbered(middle, str(number))
    return numbers
