"""Maps within graphics: the towns in a box, tinted, hatched or bare; without outlines, a square for each town.

Separate from the maps of routes, which have stops, a scale and a way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guidebook.model.boundary import Boundaries
from guidebook.model.catalogue import Catalogue
from guidebook.model.records.town import Town
from guidebook.plan.spot import town_point
from guidebook.render.graphic.sheet import RISE, Mark, Sheet, Type
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY, Extent, Projection
from guidebook.render.map.shapes import outlines
from guidebook.render.text.word_width import width_of

Marks = Mapping[str, Mark]
"""How towns are filled, by their ids."""
NEARBY = (0, -1, 1, -2, 2)
"""Lines by which a name may be moved to where nothing lies."""


@dataclass(frozen=True, slots=True)
class Land:
    """The towns of a city in a box of a sheet."""

    sheet: Sheet
    towns: tuple[Town, ...]
    boundaries: Boundaries | None
    box: Box
    points: Mapping[str, XY]
    """Where a town's point lies, by its id; a town of which none is known has none."""
    projection: Projection | None

    def draw(self, marks: Marks) -> None:
        """The areas, each filled as `marks` says."""
        if self.boundaries is None or self.projection is None:
            for town in self.towns:
                side = self.sheet.look.square
                x, y = self.points[town.id]
                self.sheet.square((x - side / 2, y - side / 2), marks.get(town.id, "bare"))
            return
        look, sheet = self.sheet.look, self.sheet
        named = {town.name: town.id for town in self.towns}
        hatched = [one for one in self.boundaries.outlines if marks.get(named.get(one.name, "")) == "hatched"]
        pale = [one for one in self.boundaries.outlines if marks.get(named.get(one.name, "")) in ("pale", "full")]
        rest = [one for one in self.boundaries.outlines if one not in hatched and one not in pale]
        sheet.parts.append(outlines(rest, self.projection, look.land, look.line, look.rule_town, "g-land"))
        sheet.parts.append(outlines(pale, self.projection, look.pale, look.accent, look.rule, "g-covered"))
        sheet.parts.append(outlines(hatched, self.projection, look.paper, look.accent, look.rule, "g-reported"))
        rings = [
            [self.projection.at((lat, lon)) for lon, lat in ring]
            for outline in hatched
            for polygon in outline.polygons
            for ring in polygon
        ]
        sheet.path(hatching(rings, look.hatch), "g-hatch", look.accent, look.rule_hatch)

    def names(self, ids: Sequence[str], taken: Sequence[Box], kind: Type) -> None:
        """The names of towns at their points, beside what is there; one without room is left out."""
        look, occupied = self.sheet.look, list(taken)
        step = kind.size * look.leading
        for town in self.towns:
            if town.id not in ids or town.id not in self.points:
                continue
            x, y = self.points[town.id]
            width = width_of(town.name) * kind.size
            x = min(max(x, self.box.left + width / 2), self.box.left + self.box.width - width / 2)
            for lines in NEARBY:
                box = Box.around((x, y + lines * step), width, kind.size)
                if self.box.holds(box) and not any(box.meets(other) for other in occupied):
                    occupied.append(box)
                    self.sheet.text((x, box.middle[1] + kind.size * RISE), town.name, kind, "middle", look.land)
                    break


def land(sheet: Sheet, catalogue: Catalogue, box: Box) -> Land:
    """The towns as large as they go into a box."""
    boundaries, towns = catalogue.boundaries, catalogue.towns
    if boundaries is None or not boundaries.outlines:
        return Land(sheet, towns, None, box, dict(_tiles(towns, box, sheet)), None)
    rings = (ring for outline in boundaries.outlines for polygon in outline.polygons for ring in polygon)
    extent = Extent.around((lat, lon) for ring in rings for lon, lat in ring)
    inside = box.within(sheet.look.rule)
    projection = Projection.fitting(extent, inside.left, inside.top, inside.width, inside.height)
    known = ((town.id, town_point(town.id, catalogue)[0]) for town in towns)
    points = {id: projection.at(point) for id, point in known if point is not None}
    inner = {id: (x, y) for id, (x, y) in points.items() if box.holds(Box(x, y, 0, 0))}
    return Land(sheet, towns, boundaries, box, inner, projection)


def _tiles(towns: Sequence[Town], box: Box, sheet: Sheet) -> Iterator[tuple[str, XY]]:
    """A place for every town, row by row, where nobody knows their outlines."""
    columns = max(1, int(len(towns) ** (1 / 2) + 1))
    rows = -(-len(towns) // columns)
    for place, town in enumerate(towns):
        row, column = divmod(place, columns)
        yield town.id, (box.left + (column + 1 / 2) * box.width / columns, box.top + (row + 1 / 2) * box.height / rows)


def hatching(rings: Sequence[Sequence[XY]], gap: float) -> Iterator[tuple[XY, XY]]:
    """Lines from lower left to upper right within rings, `gap` apart: patterns are drawn differently everywhere."""
    edges = [(start, end) for ring in rings for start, end in pairwise([*ring, *ring[:1]])]
    sums = [x + y for ring in rings for x, y in ring]
    if not sums:
        return
    for step in range(int(min(sums) / gap), int(max(sums) / gap) + 1):
        level = step * gap
        crossings = sorted(
            (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share)
            for (x1, y1), (x2, y2) in edges
            if (x1 + y1 < level) != (x2 + y2 < level)
            for share in ((level - x1 - y1) / (x2 + y2 - x1 - y1),)
        )
        yield from zip(crossings[::2], crossings[1::2], strict=False)
