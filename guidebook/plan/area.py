"""Geometry of towns: whether a point lies in a town, and a point that represents a part of it. Wraps shapely.

Shapely is imported when it is used: with numpy it takes longer than all of the checking of a small city without map.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from guidebook.model.boundary import Outline
from guidebook.plan.leg import distance
from guidebook.plan.spot import LatLon

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def outside_by(point: LatLon, outline: Outline) -> float:
    """Metres by which the point lies outside the outline; 0 inside."""
    from shapely.geometry import Point
    from shapely.ops import nearest_points

    area, here = _area(outline), Point(point[1], point[0])
    if area.covers(here):
        return 0.0
    nearest, _ = nearest_points(area, here)
    return distance(point, (nearest.y, nearest.x)) * 1000


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


@lru_cache(maxsize=256)
def _area(outline: Outline) -> BaseGeometry:
    from shapely import make_valid, prepare
    from shapely.geometry import Polygon
    from shapely.ops import unary_union

    # An outline may cross itself: its editor may not be able to mend it, and no build stops for it.
    area = unary_union([make_valid(Polygon(rings[0], rings[1:])) for rings in outline.polygons])
    prepare(area)  # names are tried at thousands of points
    return area
