"""Projects degrees to points of the drawing: equirectangular at the middle latitude, exact enough for a city."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

LatLon = tuple[float, float]
XY = tuple[float, float]
KILOMETRES = 111.32
"""Of a degree of latitude."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A rectangle in degrees."""

    south: float
    west: float
    north: float
    east: float

    @staticmethod
    def around(points: Iterable[LatLon]) -> Extent:
        """The smallest that holds all points, of which there is at least one."""
        lats, lons = zip(*points, strict=True)
        return Extent(min(lats), min(lons), max(lats), max(lons))

    @property
    def middle(self) -> LatLon:
        """Its middle."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2

    @property
    def width(self) -> float:
        """Kilometres from west to east."""
        return (self.east - self.west) * KILOMETRES * cos(radians(self.middle[0]))

    @property
    def height(self) -> float:
        """Kilometres from south to north."""
        return (self.north - self.south) * KILOMETRES

    def grown(self, share: float, least: float) -> Extent:
        """Larger by `share` of its size on each side, and at least `least` kilometres wide and high."""
        lat, lon = self.middle
        high = max(self.height * (1 + 2 * share), least) / KILOMETRES / 2
        wide = max(self.width * (1 + 2 * share), least) / KILOMETRES / cos(radians(lat)) / 2
        return Extent(lat - high, lon - wide, lat + high, lon + wide)


@dataclass(frozen=True, slots=True)
class Projection:
    """From degrees to the drawing, whose y runs down."""

    extent: Extent
    scale: float
    """Points of the drawing in a kilometre."""
    left: float
    top: float

    @staticmethod
    def fitting(extent: Extent, left: float, top: float, width: float, height: float) -> Projection:
        """The extent as large as it goes into a rectangle, in its middle."""
        scale = min(width / max(extent.width, 0.001), height / max(extent.height, 0.001))
        return Projection(
            extent, scale, left + (width - extent.width * scale) / 2, top + (height - extent.height * scale) / 2
        )

    @property
    def affine(self) -> tuple[float, float, float, float, float, float]:
        """The same for geometries in (lon, lat): the factors of x' and y', and where they start."""
        down = -KILOMETRES * self.scale
        across = -down * cos(radians(self.extent.middle[0]))
        return across, 0, 0, down, self.left - self.extent.west * across, self.top - self.extent.north * down

    def seen(self, left: float, top: float, width: float, height: float) -> Extent:
        """What a rectangle of the drawing shows."""
        high = 1 / self.scale / KILOMETRES
        wide = high / cos(radians(self.extent.middle[0]))
        north = self.extent.north - (top - self.top) * high
        west = self.extent.west + (left - self.left) * wide
        return Extent(north - height * high, west, north, west + width * wide)

    def back(self, at: XY) -> LatLon:
        """Which point lies there in the drawing."""
        seen = self.seen(at[0], at[1], 0, 0)
        return seen.north, seen.west

    def at(self, point: LatLon) -> XY:
        """Where a point lies in the drawing."""
        lat, lon = point
        across = (lon - self.extent.west) * KILOMETRES * cos(radians(self.extent.middle[0]))
        return self.left + across * self.scale, self.top + (self.extent.north - lat) * KILOMETRES * self.scale
