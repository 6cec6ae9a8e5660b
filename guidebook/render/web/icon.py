"""The icon of the site as SVG: the city's outlines, simplified to whole units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from guidebook.model.boundary import Boundaries, Ring
from guidebook.render.design.values import Colour, Pixels
from guidebook.render.map.projection import Extent, Projection


@dataclass(frozen=True, slots=True)
class IconLook:
    """The icon: of the drawing, whose points are whole pixels, and of the sizes that devices ask for."""

    PREFIX: ClassVar[str] = "icon"

    ground: Colour
    land: Colour
    rule: Pixels
    corner: Pixels
    margin: Pixels
    side: Pixels
    sides: tuple[Pixels, ...]


def icon(boundaries: Boundaries, look: IconLook) -> bytes:
    """The icon as an SVG file."""
    inside = look.side - 2 * look.margin
    rings = [ring for outline in boundaries.outlines for polygon in outline.polygons for ring in polygon[:1]]
    extent = Extent.around((lat, lon) for ring in rings for lon, lat in ring)
    projection = Projection.fitting(extent, look.margin, look.margin, inside, inside)
    path = "".join(_path(ring, projection) for ring in rings)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {look.side} {look.side}">'
        f'<rect width="{look.side}" height="{look.side}" rx="{look.corner}" fill="{look.ground}"/>'
        f'<path d="{path}" fill="{look.land}" stroke="{look.ground}" stroke-width="{look.rule}"/></svg>\n'
    ).encode()


def _path(ring: Ring, projection: Projection) -> str:
    """A ring in whole units; empty where nothing of it is left."""
    points = [(round(x), round(y)) for x, y in (projection.at((lat, lon)) for lon, lat in ring)]
    distinct = [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]
    return f"M{'L'.join(f'{x} {y}' for x, y in distinct)}Z" if len(set(distinct)) > 2 else ""
