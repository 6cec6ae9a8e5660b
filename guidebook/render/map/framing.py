"""Which part of the city a map shows, and how its frame is cut to it: little of a map is to lie beyond the land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guidebook.model.boundary import Boundaries
from guidebook.render.design.values import Size
from guidebook.render.map.ground import Geography, geography, land_share
from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import Extent, Projection
from guidebook.render.map.subject import Around, Marker

GROWN, LEAST = 0.16, 4.0
"""Room around the stops as a share of their extent, and the kilometres that a map shows at least."""
CLOSER = 0.9
"""A map shows the whole city unless its stops keep to less than this share of it, either way."""
HALF = 0.5
"""The share of a frame that is to be land; a frame with less is cut, as far as its page allows."""
MOST = 0.6
"""A small map of the whole city helps where a map shows less than this share of it."""
STEPS = 8
"""Between how many places of its frame a map is moved to where it shows most land."""
KOREA = (36.5, 127.8)
"""What a map without boundaries and stops lies around: its latitude and longitude."""


def geography_of(boundaries: Boundaries | None) -> Geography | None:
    """The towns; None where their outlines are not known."""
    return geography(boundaries.outlines) if boundaries and boundaries.outlines else None


def city_extent(city: Geography | None, markers: Sequence[Marker] = ()) -> Extent:
    """All of the city and the stops; where its outlines are not known, what its stops lie in."""
    if city is not None:
        corners = [(city.extent.south, city.extent.west), (city.extent.north, city.extent.east)]
        return Extent.around([*corners, *(marker.point for marker in markers)])
    return Extent.around([marker.point for marker in markers] or [KOREA]).grown(GROWN, LEAST)


def extent_shown(city: Extent, markers: Sequence[Marker], around: Around) -> Extent:
    """The whole city, or closer where all stops and what has letters keep to a part of it."""
    if not markers or around.whole or around.highlight or around.ties:
        return city
    points = [*(marker.point for marker in markers), *(one.point for one in around.lettered)]
    close = Extent.around(points).grown(GROWN, LEAST)
    return close if close.width < city.width * CLOSER or close.height < city.height * CLOSER else city


def cut_to(
    size: Size, least: Size, city: Geography | None, markers: Sequence[Marker], around: Around, look: MapLook
) -> Size:
    """A size no larger than `size` and no smaller than `least`, without what lies idle around the extent shown."""
    extent = extent_shown(city_extent(city, markers), markers, around)
    beneath = look.foot if around.furnished else 0
    frame = Box(0, 0, size.width, size.height - beneath)
    projection = fitted(city, extent, frame, look)
    seen = projection.seen(frame.left, frame.top, frame.width, frame.height)
    if city is None or land_share(city, seen) >= HALF:
        return size
    width, height = (length * projection.scale + 2 * look.margin for length in (extent.width, extent.height))
    return Size(max(min(width, size.width), least.width), max(min(height + beneath, size.height), least.height))


def fitted(city: Geography | None, extent: Extent, frame: Box, look: MapLook) -> Projection:
    """The extent as large as it goes into the frame, where it has room moved to where most land is seen."""
    inside = frame.within(look.margin)
    middle = Projection.fitting(extent, inside.left, inside.top, inside.width, inside.height)
    if city is None:
        return middle
    right, down = inside.width - extent.width * middle.scale, inside.height - extent.height * middle.scale
    shares = [step / STEPS - 1 / 2 for step in range(STEPS + 1)]
    places = [replace(middle, left=middle.left + right * x, top=middle.top + down * x) for x in sorted(shares, key=abs)]
    seen = [one.seen(frame.left, frame.top, frame.width, frame.height) for one in places]
    land = [round(land_share(city, extent), STEPS) for extent in seen]
    return places[land.index(max(land))]


def is_part(city: Extent, seen: Extent) -> bool:
    """Whether a map shows so little of the city that a small one of all of it helps."""
    return min(seen.width, city.width) * min(seen.height, city.height) < MOST * city.width * city.height
