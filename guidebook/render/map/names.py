"""Where the names of towns stand: in their town, beside it with a line to it, or nowhere; none covers another thing.

Separate from `drawing`, because what a name needs is known before anything is drawn: borders end before names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot, inf
from typing import TYPE_CHECKING

from guidebook.render.map.boxes import Boxes, around, joined, rings
from guidebook.render.map.ground import Ground, middle_of, towns_at
from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import DIRECTIONS, NEAR, Box, along
from guidebook.render.map.projection import XY
from guidebook.render.map.searching import AT_ONCE, Room, first_inside, first_mostly_inside, shares_inside
from guidebook.render.map.shapes import text_width

if TYPE_CHECKING:
    from guidebook.render.map.boxes import Column

NEAREST = 21
"""How many of the places near a point are tried first."""
MOSTLY = 0.8
"""A name may run over the edge of its town, if this share of it stays inside."""
SEEN = 0.5
"""A town is to be named if so much of it is seen, or as much as its name takes."""
ELSEWHERE = 60.0
"""How much farther off a name may rather stand than on another town, in points."""
_STEP = 3.0
"""Points from one try to the next, farther from the town."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its place; where it stands beside its town, the line that leads to it from a point inside."""

    town: str
    box: Box
    leader: tuple[XY, XY] | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a map, and the towns that are seen without one."""

    placed: tuple[Name, ...] = ()
    missing: tuple[str, ...] = ()

    def boxes(self, room: float) -> tuple[Box, ...]:
        """What lines keep off: each name with room around it."""
        return tuple(name.box.within(-room) for name in self.placed)


def shown(ground: Ground, look: MapLook, stops: Sequence[XY] = ()) -> tuple[str, ...]:
    """The towns that are to be named: those with stops first, then those of which enough is seen, the small before."""
    visited = towns_at(ground, stops)
    enough = [
        town
        for town, area in ground.areas.items()
        if town in visited or ground.whole[town] >= SEEN or area.area >= _size(town, look)[0] * _size(town, look)[1]
    ]
    return tuple(sorted(enough, key=lambda town: (town not in visited, ground.areas[town].area, town)))


def names_inside(ground: Ground, labels: Mapping[str, XY], towns: Sequence[str], room: Room, look: MapLook) -> Names:
    """The names that fit into their towns; `labels` are the points where their editor wants them."""
    placed: dict[str, Name] = {}
    for town in towns:
        box = _inside(ground, labels.get(town), town, room, look)
        if box is not None:
            placed[town] = Name(town, box)
            room = room.without(box)
    return Names(tuple(placed.values()), tuple(town for town in towns if town not in placed))


def names_beside(ground: Ground, inside: Names, room: Room, look: MapLook) -> Names:
    """The same names, and those that found no room in their towns beside them, as far as there is room."""
    placed, missing = list(inside.placed), []
    room = room.without(*(name.box for name in inside.placed))
    for town in inside.missing:
        name = _beside(ground, town, room, look) or _on_the_way(ground, town, room, look)
        if name is None:
            missing.append(town)
            continue
        placed.append(name)
        room = room.without(name.box, *(along(name.leader, look.name_room) if name.leader else ()))
    return Names(tuple(placed), tuple(missing))


def _size(town: str, look: MapLook) -> XY:
    return text_width(town, look.type_name) + look.name_room, look.type_name + look.name_room


def _inside(ground: Ground, label: XY | None, town: str, room: Room, look: MapLook) -> Box | None:
    """A free place wholly in the town, near its point or its middle; else one that is mostly in it."""
    area, size = ground.plain[town], _size(town, look)
    tried: list[Boxes] = []
    for start in [start for start in (label, middle_of(area)) if start]:
        for steps in (NEAR[:NEAREST], NEAR[NEAREST:]):
            boxes = around(start, size, look.name_reach, steps)
            free = boxes.chosen(room.free(boxes))
            if found := first_inside(area, free):
                return found
            tried.append(free)
    return first_mostly_inside(area, joined(tried), MOSTLY) if tried else None


def _on_the_way(ground: Ground, town: str, room: Room, look: MapLook) -> Name | None:
    """The last resort: in the town, on the way that runs through it."""
    area, size = ground.plain[town], _size(town, look)
    start = middle_of(area)
    if start is None:
        return None
    boxes = around(start, size, look.name_reach, NEAR)
    box = first_mostly_inside(area, boxes.chosen(room.free(boxes, off_way=False)), MOSTLY)
    return Name(town, box) if box else None


def _beside(ground: Ground, town: str, room: Room, look: MapLook) -> Name | None:
    """The nearest free place beside the town, rather off the land; its line crosses nothing that is taken."""
    area, size = ground.plain[town], _size(town, look)
    start = middle_of(area, room.obstacles)
    if start is None:
        return None
    boxes, ends = _rings(start, size, look)
    free = room.free(boxes)
    boxes = boxes.chosen(free)
    ends = boxes.entered(start, ends[free])
    clear = room.clear(start, ends)
    boxes, ends = boxes.chosen(clear), ends[clear]
    if not len(boxes):
        return None
    best = _cheapest(ground, boxes, [hypot(x - start[0], y - start[1]) for x, y in ends.tolist()])
    x, y = ends[best].tolist()
    return Name(town, boxes.at(best), (start, (x, y)))


def _cheapest(ground: Ground, boxes: Boxes, lengths: Sequence[float]) -> int:
    """Which box is nearest, where one that lies on land counts as farther off; of two alike, the first.

    How much of a box lies on land is measured only as long as a box behind may still be the best.
    """
    nearest = sorted(range(len(boxes)), key=lengths.__getitem__)
    best = inf, 0
    for first in range(0, len(nearest), AT_ONCE):
        tried = nearest[first : first + AT_ONCE]
        if lengths[tried[0]] > best[0]:
            break
        covered = shares_inside(ground.plain_land, boxes.chosen(tried))
        best = min(best, *((lengths[at] + ELSEWHERE * share, at) for at, share in zip(tried, covered, strict=True)))
    return best[1]


def _rings(start: XY, size: XY, look: MapLook) -> tuple[Boxes, Column]:
    """Places farther and farther from a point, each with the end of the line that leads into it."""
    steps = range(int((look.name_reach * 2 - look.leader_least) / _STEP))
    return rings(start, size, [look.leader_least + step * _STEP for step in steps], DIRECTIONS)
