"""Which part of the city a map shows, and how its frame is cut to it."""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.model.boundary import Boundaries
from guidebook.render.map.projection import Extent
from guidebook.render.map.subject import Marker

GROWN, LEAST = 0.28, 5.0
"""Room around the stops as a share of their extent, and the kilometres that a map shows at least."""
CLOSER = 0.72
"""A map shows the whole city unless its stops keep to less than this share of it."""
KOREA = (36.5, 127.8)
"""What a map without boundaries and stops lies around: its latitude and longitude."""


def city_extent(boundaries: Boundaries | None, markers: Sequence[Marker]) -> Extent:
    """All of the city; where its outlines are not known, what its stops lie in."""
    if boundaries is not None and boundaries.outlines:
        return _extent(boundaries)
    return Extent.around([marker.point for marker in markers] or [KOREA]).grown(GROWN, LEAST)


def extent_shown(city: Extent, markers: Sequence[Marker]) -> Extent:
    """The whole city, or closer where all stops keep to a part of it."""
    if not markers:
        return city
    close = Extent.around(marker.point for marker in markers).grown(GROWN, LEAST)
    smaller = close.width < city.width * CLOSER and close.height < city.height * CLOSER
    return close if smaller else city


def _extent(boundaries: Boundaries) -> Extent:
    rings = (ring for outline in boundaries.outlines for polygon in outline.polygons for ring in polygon)
    return Extent.around((lat, lon) for ring in rings for lon, lat in ring)
