"""A part of the map enlarged in a free corner: where towns lie so close together that their names find no room.

A frame on the map shows which part it is. Separate from `furniture`, whose key does the contrary: it shows the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guidebook.render.map.boxes import boxes_of
from guidebook.render.map.ground import Geography, Ground, bounds, ground, land_share
from guidebook.render.map.look import MapLook
from guidebook.render.map.names import Names, names_inside
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY, Projection
from guidebook.render.map.searching import Room

FACTORS = (1.6, 2.0, 2.5, 3.0, 3.5)
"""How much larger an inset is than the map: the first that gives its names room."""
WIDEST = 0.45
"""How wide and high an inset is at most, as a share of its map."""
LEAST = 2
"""How many names must be wanting: one is led to from beside its town."""
OTHERS = 0.12
"""How much of the place of an inset may be land that it covers."""


@dataclass(frozen=True, slots=True)
class Inset:
    """An enlarged part with names of its own."""

    part: Box
    """What it shows, on the map."""
    box: Box
    ground: Ground
    names: Names


def inset(
    city: Geography,
    projection: Projection,
    seen: Ground,
    missing: Sequence[str],
    labels: Mapping[str, XY],
    room: Room,
    look: MapLook,
) -> Inset | None:
    """The towns whose names are missing, enlarged; None where they are few, far apart, or every corner is taken."""
    if len(missing) < LEAST:
        return None
    part = bounds(seen.areas[town] for town in missing).within(-look.inset_margin)
    for factor in FACTORS:
        width, height = part.width * factor, part.height * factor
        if width > room.frame.width * WIDEST or height > room.frame.height * WIDEST:
            return None
        box = _corner(city, projection, width, height, room)
        if box is None:
            continue
        larger = _enlarged(projection, part, box, factor)
        shown = ground(city, larger, box)
        points = {
            town: (box.left + (x - part.left) * factor, box.top + (y - part.top) * factor)
            for town, (x, y) in labels.items()
        }
        names = names_inside(shown, points, missing, Room(box.within(look.rule_border), ()), look)
        if not names.missing:
            return Inset(part, box, shown, names)
    return None


def _enlarged(projection: Projection, part: Box, box: Box, factor: float) -> Projection:
    left = box.left + (projection.left - part.left) * factor
    top = box.top + (projection.top - part.top) * factor
    return Projection(projection.extent, projection.scale * factor, left, top)


def _corner(city: Geography, projection: Projection, width: float, height: float, room: Room) -> Box | None:
    """The corner of the frame in which the inset covers the least land, and nothing that is taken."""
    frame = room.frame
    right, bottom = frame.left + frame.width - width, frame.top + frame.height - height
    corners = [Box(x, y, width, height) for x in (frame.left, right) for y in (frame.top, bottom)]
    seen = [projection.seen(box.left, box.top, box.width, box.height) for box in corners]
    covered = [(land_share(city, seen[at]), at) for at in room.free(boxes_of(corners)).tolist()]
    share, at = min(covered, default=(1.0, 0))
    return corners[at] if share <= OTHERS else None
