"""Geometry of towns: how far a point lies outside, and a point that represents a part of a town. Wraps shapely.

Shapely is imported when it is used: with numpy it takes longer than all of the checking of a small city without map.
What every check asks goes without it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from guidebook.model.boundary import Outline, Ring
from guidebook.plan.leg import distance
from guidebook.plan.spot import LatLon

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def outside_by(point: LatLon, outline: Outline) -> float:
    """Metres by which the point lies outside the outline, to the millimetre; 0 inside.

    Reckoned here, because every check of a city with a map asks it of every point.
    """
    if any(_within(point, rings) for rings in outline.polygons):
        return 0.0
    edges = (edge for rings in outline.polygons for ring in rings for edge in pairwise(ring))
    nearest = min((_nearest(point, *edge) for edge in edges), key=lambda found: math.dist(found, point))
    return round(distance(point, nearest) * 1000, 3)


def lies_in(point: LatLon, outline: Outline) -> bool:
    """Whether the point lies inside the outline or on its edge."""
    from shapely import intersects_xy

    return bool(intersects_xy(_area(outline), point[1], point[0]))


def point_within(outline: Outline, southwest: LatLon, northeast: LatLon) -> LatLon | None:
    """The point farthest from all edges of what a rectangle shows of the outline; None where it shows nothing."""
    from shapely.geometry import Polygon, box
    from shapely.ops import polylabel

    visible = _area(outline) & box(southwest[1], southwest[0], northeast[1], northeast[0])
    parts = [part for part in getattr(visible, "geoms", [visible]) if isinstance(part, Polygon) and not part.is_empty]
    if not parts:
        return None
    largest = max(parts, key=lambda part: part.area)
    middle = polylabel(largest, largest.length / 200)
    return middle.y, middle.x


def _within(point: LatLon, rings: Sequence[Ring]) -> bool:
    """Whether the point lies within the shell, which comes first, and in none of its holes."""
    shell, *holes = rings
    return _crossed(point, shell) and not any(_crossed(point, hole) for hole in holes)


def _crossed(point: LatLon, ring: Ring) -> bool:
    """Whether a ray to the east crosses the closed ring an odd number of times: the point lies within it."""
    y, x = point
    crossings = (
        (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1) for (x1, y1), (x2, y2) in pairwise(ring)
    )
    return sum(crossings) % 2 == 1


def _nearest(point: LatLon, begin: tuple[float, float], end: tuple[float, float]) -> LatLon:
    """The point of an edge that is nearest in degrees."""
    y, x = point
    (x1, y1), (along_x, along_y) = begin, (end[0] - begin[0], end[1] - begin[1])
    square = along_x**2 + along_y**2
    share = ((x - x1) * along_x + (y - y1) * along_y) / square if square else 0.0
    share = min(max(share, 0.0), 1.0)
    return y1 + share * along_y, x1 + share * along_x


@lru_cache(maxsize=256)
def _area(outline: Outline) -> BaseGeometry:
    from shapely import prepare
    from shapely.ops import unary_union

    area = unary_union([_polygon(rings) for rings in outline.polygons])
    prepare(area)  # names are tried at thousands of points
    return area


def _polygon(rings: Sequence[Ring]) -> BaseGeometry:
    """A shell without its holes. One that crosses itself or goes back on itself is what a ray finds to be within.

    Its editor may not be able to mend it, and no build stops for it. Shapely's own repair
    fills a ring that is traced twice.
    """
    from shapely.geometry import LineString, MultiPoint, Polygon
    from shapely.ops import polygonize, unary_union

    polygon = Polygon(rings[0], rings[1:])
    if polygon.is_valid:
        return polygon
    lines = unary_union([LineString(ring) for ring in rings])
    middles = ((face, face.representative_point()) for face in polygonize(lines))
    corners = MultiPoint([corner for ring in rings for corner in ring])  # of a ring that has no length
    return unary_union([*(face for face, at in middles if _within((at.y, at.x), rings)), lines, corners])
