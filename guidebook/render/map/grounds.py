"""Drawings of the city without words: what lies behind the titles of parts, and the outline of a single town.

Separate from maps, which inform by names and numbers and are kept between runs.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from guidebook.model.boundary import Boundaries
from guidebook.render.design.values import Size
from guidebook.render.map.framing import city_extent, geography_of
from guidebook.render.map.look import OutlineLook
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import Extent, LatLon, Projection
from guidebook.render.map.shapes import circle, line, number, outlines


def city_ground(
    boundaries: Boundaries, size: Size, look: OutlineLook, ways: Sequence[Sequence[LatLon]] = (), land: str = "none"
) -> Markup:
    """The city's outlines, its land filled with a colour; over it the ways of routes with their stops."""
    inside = Box(0, 0, size.width, size.height).within(look.margin)
    extent = city_extent(geography_of(boundaries))
    projection = Projection.fitting(extent, inside.left, inside.top, inside.width, inside.height)
    drawn = outlines(boundaries.outlines, projection, land, look.part, look.rule)
    for way in ways:
        points = [projection.at(stop) for stop in way]
        drawn += line(points, look.way, look.rule_way, "map-route")
        drawn += Markup("").join(circle(point, look.stop, look.way) for point in points)
    return _drawing(size, drawn)


def town_outline(boundaries: Boundaries | None, name: str, size: Size, look: OutlineLook) -> Markup:
    """A town alone, filled in, as large as it goes into `size`; empty where its outline is not known."""
    areas = [outline for outline in boundaries.outlines if outline.name == name] if boundaries else []
    points = [(lat, lon) for area in areas for polygon in area.polygons for ring in polygon for lon, lat in ring]
    if not points:
        return Markup()
    inside = Box(0, 0, size.width, size.height).within(look.margin)
    projection = Projection.fitting(Extent.around(points), inside.left, inside.top, inside.width, inside.height)
    return _drawing(size, outlines(areas, projection, look.town, look.town_line, look.rule_town))


def _drawing(size: Size, drawn: Markup) -> Markup:
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="outline-map" width="{number(size.width)}pt" '
        f'height="{number(size.height)}pt" viewBox="0 0 {number(size.width)} {number(size.height)}" '
        f'aria-hidden="true">{drawn}</svg>'
    )
