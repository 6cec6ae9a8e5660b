"""The land of a map as geometry of the drawing: areas, coast and borders, cut to the frame. Wraps shapely.

Lines are cut where a name stands, so that none strikes through it: nothing is painted over. Shapely is imported when
it is used, as in `guidebook.plan.area`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, Any, TypeAlias

from guidebook.model.boundary import Outline
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY, Extent, Projection

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    Geometry: TypeAlias = BaseGeometry
else:
    Geometry = object  # whoever draws with an area need not know whose it is

GRID = 1e-6
"""Degrees to which common borders are found: a tenth of what outlines are written with."""
KEPT = 64
"""How many frames are remembered: pages draw the same few again and again."""
ROUGH = 0.0005
"""Degrees to which land is measured."""
CRUMB = 1.5
"""Points of the shortest line that is left between names."""
CITIES = 8
"""How many cities are remembered."""
FINE = 0.5
"""Points to which places for names are found."""
UNSEEN = 0.25
"""Points by which a drawn line may lie beside its place, a third of how wide the coast is."""
SEAM = 0.01
"""Points to which the borders of neighbours are one."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What a frame shows of the towns; points of the drawing throughout."""

    areas: Mapping[str, Geometry]
    """The part of each town that is seen, by its name; a town of which nothing is seen is not there."""
    land: Geometry
    coast: Geometry
    """Where the city ends: at the sea or at its neighbours."""
    borders: Geometry
    """Between two towns of it."""
    plain: Mapping[str, Geometry]
    """The areas with fewer corners, in which names are tried at hundreds of places."""
    plain_land: Geometry
    whole: Mapping[str, float]
    """How much of each town is seen, as a share of all of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Geography:
    """The towns of a city in degrees. Known by itself, not by its values: there are many."""

    areas: Mapping[str, Geometry]
    land: Geometry
    coast: Geometry
    borders: Geometry
    plain: Geometry
    """The land with fewer corners."""
    extent: Extent


@lru_cache(maxsize=CITIES)
def geography(outlines: tuple[Outline, ...]) -> Geography:
    """The towns as geometry. An outline may cross itself, and neighbours may overlap."""
    from shapely import difference, make_valid, union_all
    from shapely.geometry import Polygon

    areas = {
        outline.name: union_all([make_valid(Polygon(rings[0], rings[1:])) for rings in outline.polygons])
        for outline in outlines
    }
    land = _polygons(union_all(list(areas.values()), grid_size=GRID))
    coast = land.boundary
    edges = union_all([_polygons(area).boundary for area in areas.values()], grid_size=GRID)
    borders = _lines(difference(edges, coast, grid_size=GRID))
    rings = (ring for outline in outlines for polygon in outline.polygons for ring in polygon)
    extent = Extent.around((lat, lon) for ring in rings for lon, lat in ring)
    return Geography(areas, land, coast, borders, land.simplify(ROUGH), extent)


@lru_cache(maxsize=KEPT)
def ground(city: Geography, projection: Projection, frame: Box) -> Ground:
    """What the frame shows of the towns."""
    from shapely import line_merge, prepare
    from shapely.affinity import affine_transform

    areas = city.areas
    window = _box(frame)

    def seen(geometry: Geometry) -> Geometry:
        drawn = affine_transform(geometry, projection.affine)
        return drawn if window.covers(drawn) else drawn.intersection(window)

    parts = {name: part for name, area in areas.items() if (part := _polygons(seen(area))).area > 0}
    plain = {name: part.simplify(FINE) for name, part in parts.items()}
    for part in plain.values():
        prepare(part)
    across, _, _, down, _, _ = projection.affine
    whole = {name: part.area / (areas[name].area * abs(across * down)) for name, part in parts.items()}
    shown, coast, borders = _polygons(seen(city.land)), _lines(seen(city.coast)), _lines(seen(city.borders))
    plain_land = shown.simplify(FINE)
    shown = shown.simplify(UNSEEN)
    coast, borders = (line_merge(line).simplify(UNSEEN) for line in (coast, borders))
    return Ground(parts, shown, coast, borders, plain, plain_land, whole)


def land_share(city: Geography, seen: Extent) -> float:
    """Which share of a rectangle of degrees is land of the city."""
    from shapely import clip_by_rect

    part = clip_by_rect(city.plain, seen.west, seen.south, seen.east, seen.north)
    return float(part.area / ((seen.east - seen.west) * (seen.north - seen.south)))


def area_rings(area: Geometry) -> Iterator[tuple[XY, ...]]:
    """The rings of an area."""
    for polygon in _parts(area):
        for ring in (polygon.exterior, *polygon.interiors):
            yield tuple(ring.coords)


def joined(areas: Sequence[Geometry]) -> Geometry:
    """Neighbours as one area: a border between them would be written twice, and show as a seam on screens."""
    from shapely import union_all

    return _polygons(union_all(list(areas), grid_size=SEAM))


def edge_of(box: Box) -> Geometry:
    """The line around a box."""
    return _box(box).boundary


def apart_from(seen: Ground, box: Box) -> Ground:
    """The ground without what lies beneath a box."""
    hole = _box(box)
    areas = {town: part for town, area in seen.areas.items() if (part := _polygons(area.difference(hole))).area > 0}
    coast, borders = (_lines(line.difference(hole)) for line in (seen.coast, seen.borders))
    return replace(seen, areas=areas, land=_polygons(seen.land.difference(hole)), coast=coast, borders=borders)


def lines_beside(lines: Geometry, boxes: Iterable[Box]) -> Iterator[tuple[XY, ...]]:
    """What is left of lines where the boxes stand: they end before a name and go on behind it."""
    from shapely import line_merge
    from shapely.ops import unary_union

    names = [_box(box) for box in boxes]
    left = lines.difference(unary_union(names)) if names else lines
    for part in _parts(line_merge(_lines(left))):
        if part.is_ring or part.length >= CRUMB:
            yield tuple(part.coords)


def hatching(area: Geometry, step: float) -> Geometry:
    """Slanting lines `step` apart over an area: lines of their own, since a pattern is lost in print."""
    from shapely.geometry import MultiLineString

    if area.is_empty:
        return area.boundary
    left, top, right, bottom = area.bounds
    apart = step * hypot(1, 1)
    first, last = int((left + top) / apart), int((right + bottom) / apart) + 1
    slants = [((total * apart - top, top), (total * apart - bottom, bottom)) for total in range(first, last + 1)]
    return _lines(MultiLineString(slants).intersection(area))


def middle_of(area: Geometry, apart_from: Sequence[Box] = ()) -> XY | None:
    """The point of an area that is farthest from its edges and from the boxes; None where they cover it."""
    from shapely.ops import polylabel, unary_union

    west, south, east, north = area.bounds
    around = Box(west, south, east - west, north - south)
    near = [box for box in apart_from if box.meets(around)]  # of hundreds few are
    free = area.difference(unary_union([_box(box) for box in near])) if near else area
    parts = _parts(_polygons(free))
    if not parts:
        return None
    largest = max(parts, key=lambda part: part.area)
    point = polylabel(largest, FINE)
    return float(point.x), float(point.y)


def towns_at(ground: Ground, points: Iterable[XY]) -> frozenset[str]:
    """The towns in which points of the drawing lie."""
    from shapely.geometry import Point

    at = [Point(point) for point in points]
    return frozenset(town for town, area in ground.areas.items() if any(area.covers(point) for point in at))


def bounds(areas: Iterable[Geometry]) -> Box:
    """The box around areas, of which there is at least one."""
    from shapely.ops import unary_union

    left, top, right, bottom = unary_union(list(areas)).bounds
    return Box(left, top, right - left, bottom - top)


def _box(box: Box) -> Geometry:
    from shapely import box as rectangle

    return rectangle(box.left, box.top, box.left + box.width, box.top + box.height)


def _parts(geometry: Geometry) -> Sequence[Any]:
    return [part for part in getattr(geometry, "geoms", [geometry]) if not part.is_empty]


def _polygons(geometry: Geometry) -> Geometry:
    """The areas of a geometry, without points and lines that cutting left over."""
    from shapely.geometry import MultiPolygon, Polygon

    return MultiPolygon([part for part in _deep(geometry) if isinstance(part, Polygon)])


def _lines(geometry: Geometry) -> Geometry:
    """The lines of a geometry, without what else cutting left over."""
    from shapely.geometry import LineString, MultiLineString

    return MultiLineString([part for part in _deep(geometry) if isinstance(part, LineString)])


def _deep(geometry: Geometry) -> Iterator[Geometry]:
    for part in _parts(geometry):
        if hasattr(part, "geoms"):
            yield from _deep(part)
        else:
            yield part
