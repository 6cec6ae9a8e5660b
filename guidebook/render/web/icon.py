"""The icon of the site as SVG: the city's outlines, simplified to whole units."""

from __future__ import annotations

from guidebook.model.boundary import Boundaries, Ring
from guidebook.model.colour import mix
from guidebook.render.map.projection import Extent, Projection

SIDE = 64
"""Units of the drawing; points are whole ones."""


def icon(boundaries: Boundaries, colour: str) -> bytes:
    """The icon as an SVG file."""
    rings = [ring for outline in boundaries.outlines for polygon in outline.polygons for ring in polygon[:1]]
    extent = Extent.around((lat, lon) for ring in rings for lon, lat in ring)
    projection = Projection.fitting(extent, 3, 3, SIDE - 6, SIDE - 6)
    path = "".join(_path(ring, projection) for ring in rings)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">'
        f'<rect width="{SIDE}" height="{SIDE}" rx="8" fill="{colour}"/>'
        f'<path d="{path}" fill="{mix(colour, "#ffffff", 0.85)}" stroke="{colour}" stroke-width="1"/></svg>\n'
    ).encode()


def _path(ring: Ring, projection: Projection) -> str:
    """A ring in whole units; empty where nothing of it is left."""
    points = [(round(x), round(y)) for x, y in (projection.at((lat, lon)) for lon, lat in ring)]
    distinct = [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]
    return f"M{'L'.join(f'{x} {y}' for x, y in distinct)}Z" if len(set(distinct)) > 2 else ""
