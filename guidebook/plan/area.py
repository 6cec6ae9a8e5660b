"""Whether a point lies in a town: shapely behind one door."""

from __future__ import annotations

from functools import lru_cache

from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.ops import nearest_points

from guidebook.model.boundary import Outline
from guidebook.plan.leg import distance
from guidebook.plan.spot import LatLon


def outside_by(point: LatLon, outline: Outline) -> float:
    """Metres by which the point lies outside the outline; 0 inside."""
    area, here = _area(outline), Point(point[1], point[0])
    if area.covers(here):
        return 0.0
    nearest, _ = nearest_points(area, here)
    return distance(point, (nearest.y, nearest.x)) * 1000


@lru_cache(maxsize=256)
def _area(outline: Outline) -> MultiPolygon:
    return MultiPolygon([Polygon(rings[0], rings[1:]) for rings in outline.polygons])
