"""Where the names of towns stand: in their town, beside it with a line to it, or nowhere; none covers another thing.

Separate from `drawing`, because what a name needs is known before anything is drawn: borders end before names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guidebook.render.map.ground import Ground, holds, middle_of, share_inside
from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import DIRECTIONS, NEAR, Box, along
from guidebook.render.map.projection import XY
from guidebook.render.map.shapes import text_width

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


@dataclass(frozen=True, slots=True)
class Room:
    """Where names may stand: in the frame, off what is taken, and off the way where that is possible."""

    frame: Box
    taken: tuple[Box, ...]
    way: tuple[Box, ...] = ()

    def free(self, box: Box, *, off_way: bool = True) -> bool:
        """Whether a name may stand there."""
        others = (*self.taken, *self.way) if off_way else self.taken
        return self.frame.holds(box) and not any(box.meets(other) for other in others)

    def without(self, *boxes: Box) -> Room:
        """The room that is left once the boxes are taken too."""
        return Room(self.frame, (*self.taken, *boxes), self.way)


def shown(ground: Ground, look: MapLook) -> tuple[str, ...]:
    """The towns that are to be named: those of which enough is seen, the small ones first."""
    enough = [
        town
        for town, area in ground.areas.items()
        if ground.whole[town] >= SEEN or area.area >= _size(town, look)[0] * _size(town, look)[1]
    ]
    return tuple(sorted(enough, key=lambda town: (ground.areas[town].area, town)))


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
    area, size = ground.areas[town], _size(town, look)
    starts = [start for start in (label, middle_of(area)) if start is not None]

    def first(fits: Callable[[Box], bool]) -> Box | None:
        tried = (box for start in starts for box in _around(start, size, look.name_reach))
        return next((box for box in tried if room.free(box) and fits(box)), None)

    return first(lambda box: holds(area, box)) or first(lambda box: share_inside(area, box) >= MOSTLY)


def _on_the_way(ground: Ground, town: str, room: Room, look: MapLook) -> Name | None:
    """The last resort: in the town, on the way that runs through it."""
    area, size = ground.areas[town], _size(town, look)
    start = middle_of(area)
    tried = _around(start, size, look.name_reach) if start else iter(())
    fitting = (box for box in tried if room.free(box, off_way=False) and share_inside(area, box) >= MOSTLY)
    return next((Name(town, box) for box in fitting), None)


def _beside(ground: Ground, town: str, room: Room, look: MapLook) -> Name | None:
    """The nearest free place beside the town, rather off the land; its line crosses nothing that is taken."""
    area, (width, height) = ground.areas[town], _size(town, look)
    start = middle_of(area, (*room.taken, *room.way))
    if start is None:
        return None
    best: tuple[float, Name] | None = None
    distance = look.leader_least
    while distance <= look.name_reach * 2 and (best is None or distance < best[0]):
        for right, down in DIRECTIONS:
            end = start[0] + right * distance, start[1] + down * distance
            box = Box(end[0] - width * (1 - right) / 2, end[1] - height * (1 - down) / 2, width, height)
            if not room.free(box) or not _clear((start, end), room, look):
                continue
            cost = distance + ELSEWHERE * share_inside(ground.land, box)
            if best is None or cost < best[0]:
                best = cost, Name(town, box, (start, end))
        distance += _STEP
    return best[1] if best else None


def _clear(leader: tuple[XY, XY], room: Room, look: MapLook) -> bool:
    crossed = list(along(leader, look.leader_end))
    return not any(box.meets(other) for box in crossed for other in (*room.taken, *room.way))


def _around(middle: XY, size: XY, reach: float) -> Iterator[Box]:
    for right, down in NEAR:
        yield Box.around((middle[0] + right * reach, middle[1] + down * reach), *size)
