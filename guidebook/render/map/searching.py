"""Tries many places for a name at once: which are free, which lie in a town. Wraps shapely, which tests them in C.

Separate from `ground`, which knows what there is, and from `names`, which decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guidebook.render.map.ground import Geometry
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY

FEW = 3
"""So many boxes are looked through one by one."""
AT_ONCE = 30
"""So many boxes are measured at a time: often one of the first will do."""
ACROSS, DOWN = 6, 3
"""Points of a box, in rows and columns, by which it is measured how much of it lies in an area."""


@dataclass(frozen=True)
class Room:
    """Where names may stand: in the frame, off what is taken, and off the way where that is possible."""

    frame: Box
    taken: tuple[Box, ...]
    way: tuple[Box, ...] = ()
    before: Room | None = None
    """The room that was there before the boxes of this one were taken: what is looked up in is built once."""

    def without(self, *boxes: Box) -> Room:
        """The room that is left once the boxes are taken too."""
        return Room(self.frame, boxes, (), self)

    @property
    def obstacles(self) -> tuple[Box, ...]:
        """All that is taken, and the way."""
        return (*(self.before.obstacles if self.before else ()), *self.taken, *self.way)

    def free(self, boxes: Sequence[Box], *, off_way: bool = True) -> list[Box]:
        """Those of the boxes that lie in the frame and meet nothing, in their order."""
        inside = self.before.free(boxes, off_way=off_way) if self.before else [b for b in boxes if self.frame.holds(b)]
        if len(self.taken) <= FEW and not self.way:
            for other in self.taken:
                inside = [box for box in inside if not box.meets(other)]
            return inside
        if not inside:
            return []
        obstacles: Any = self._off_way if off_way else self._taken
        met = obstacles.intersects(_rectangles(inside))
        return [box for box, hit in zip(inside, met, strict=True) if not hit]

    def clear(self, leaders: Sequence[tuple[XY, XY]]) -> list[bool]:
        """Which of the straight lines cross nothing that is taken, nor the way."""
        from shapely import linestrings

        whole = _union(self.obstacles)
        crossed: Any = whole.intersects(linestrings(leaders)) if leaders else ()
        return [not hit for hit in crossed]

    @cached_property
    def _taken(self) -> Geometry:
        return _union(self.taken)

    @cached_property
    def _off_way(self) -> Geometry:
        return _union((*self.taken, *self.way))


def first_inside(area: Geometry, boxes: Sequence[Box]) -> Box | None:
    """The first of the boxes that lies wholly in the area."""
    if not boxes:
        return None
    inside: Any = area.covers(_rectangles(boxes))
    return next((box for box, lies in zip(boxes, inside, strict=True) if lies), None)


def first_mostly_inside(area: Geometry, boxes: Sequence[Box], share: float) -> Box | None:
    """The first of the boxes of which about so much lies in the area."""
    from shapely import contains_xy

    shares = [(column / (ACROSS - 1), row / (DOWN - 1)) for column in range(ACROSS) for row in range(DOWN)]
    for first in range(0, len(boxes), AT_ONCE):
        tried = boxes[first : first + AT_ONCE]
        xs = [box.left + box.width * x for box in tried for x, _ in shares]
        ys = [box.top + box.height * y for box in tried for _, y in shares]
        inside = contains_xy(area, xs, ys).reshape(len(tried), len(shares)).mean(axis=1)
        if found := next((box for box, part in zip(tried, inside, strict=True) if part >= share), None):
            return found
    return None


def shares_inside(area: Geometry, boxes: Sequence[Box]) -> list[float]:
    """Which share of each box lies inside the area."""
    from shapely import area as area_of

    tried = _rectangles(boxes)
    shares: Any = area_of(area.intersection(tried)) / area_of(tried) if boxes else ()
    return list(map(float, shares))


def _rectangles(boxes: Sequence[Box]) -> Any:
    from shapely import box

    lefts, tops = [one.left for one in boxes], [one.top for one in boxes]
    rights, bottoms = [one.left + one.width for one in boxes], [one.top + one.height for one in boxes]
    return box(lefts, tops, rights, bottoms)


def _union(boxes: Sequence[Box]) -> Geometry:
    from shapely import prepare, union_all

    whole = union_all(_rectangles(boxes)) if boxes else union_all([])
    prepare(whole)
    return whole
