"""Outlines of the towns, drawn on maps and used to tell whether a point lies in its town."""

from __future__ import annotations

from dataclasses import dataclass

Ring = tuple[tuple[float, float], ...]
"""A closed line of (lon, lat) in degrees."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The area of one town: polygons, each an outer ring followed by its holes."""

    name: str
    """As in the town's record."""
    polygons: tuple[tuple[Ring, ...], ...]
    label: tuple[float, float]
    """(lon, lat) of a point inside, for the name and for places of which only the town is known."""


@dataclass(frozen=True, slots=True)
class Boundaries:
    """`content/map/towns.geojson`."""

    file: str
    credit: str
    """The line of credit that the licence asks for."""
    kind: str
    """What the areas are: `행정동 경계` or `법정동 경계`."""
    outlines: tuple[Outline, ...]

    def outline(self, name: str) -> Outline | None:
        """The outline of the town of that name."""
        return next((outline for outline in self.outlines if outline.name == name), None)
