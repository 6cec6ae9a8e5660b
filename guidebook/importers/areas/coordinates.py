"""Tells in what coordinates a map is that is not in degrees: Korean offices publish in several flat systems.

Told by the numbers, which do not overlap in Korea, and by what the file says of itself; nothing is converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from guidebook.model.records.place import EAST, NORTH, SOUTH, WEST

SYSTEMS: tuple[tuple[str, tuple[int, int], tuple[int, int]], ...] = (
    ("EPSG:5179(UTM-K)", (700_000, 1_400_000), (1_300_000, 2_100_000)),
    ("EPSG:5186(중부원점)", (-100_000, 700_000), (400_000, 750_000)),
    ("EPSG:5174·5181(옛 중부원점)", (-100_000, 700_000), (-200_000, 400_000)),
    ("EPSG:3857(웹 메르카토르)", (13_000_000, 15_000_000), (3_800_000, 5_400_000)),
    ("EPSG:32652(UTM 52N)", (100_000, 900_000), (3_500_000, 4_300_000)),
)
"""Name, span of x and of y in metres over Korea."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Why the points of a file are no degrees in Korea."""

    point: str
    """The first such point, as people write one."""
    system: str = ""
    """The flat system that it seems to be in."""
    swapped: bool = False
    """Latitude stands before longitude."""


def misplaced(points: Iterable[tuple[float, float]], declared: Any) -> Misplaced | None:
    """What is wrong with the first point outside Korea; None where none is. `declared` is GeoJSON's `crs`."""
    outside = next((point for point in points if not (WEST <= point[0] <= EAST and SOUTH <= point[1] <= NORTH)), None)
    if outside is None:
        return None
    x, y = outside
    shown = f"{x:.7g}, {y:.7g}"
    if WEST <= y <= EAST and SOUTH <= x <= NORTH:
        return Misplaced(shown, swapped=True)
    code = re.search(r"EPSG:+(?:[\d.]*:)?(\d{4,5})", str(declared))
    if code and code[1] not in ("4326", "4737", "4019"):
        return Misplaced(shown, f"EPSG:{code[1]}")
    for system, (left, right), (low, high) in SYSTEMS:
        if abs(x) > 1000 and left <= x <= right and low <= y <= high:
            return Misplaced(shown, system)
    return Misplaced(shown)
