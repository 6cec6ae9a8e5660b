"""Tries many places for a name at once: which are free, which lie in a town. Wraps shapely, which tests them in C.

Separate from `ground`, which knows what there is, and from `names`, which decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guidebook.render.map.boxes import Boxes
from guidebook.render.map.ground import Geometry
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY

if TYPE_CHECKING:
    from guidebook.render.map.boxes import Column, Indexes, Marks

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

    def free(self, boxes: Boxes, *, off_way: bool = True) -> Indexes:
        """Which of the boxes lie in the frame and meet nothing, in their order."""
        inside = self.before.free(boxes, off_way=off_way) if self.before else boxes.held_by(self.frame).nonzero()[0]
        if len(self.taken) <= FEW and not self.way:
            for other in self.taken:
                inside = inside[~boxes.chosen(inside).meeting(other)]
            return inside
        if not len(inside):
            return inside
        obstacles: Any = self._off_way if off_way else self._taken
        free: Indexes = inside[~obstacles.intersects(_rectangles(boxes.chosen(inside)))]
        return free

    def clear(self, start: XY, ends: Column) -> Marks:
        """Which of the straight lines from one point cross nothing that is taken, nor the way."""
        import numpy as np
        from shapely import linestrings

        lines = linestrings(np.stack([np.broadcast_to(start, ends.shape), ends], axis=1))
        return ~np.asarray(_union(self.obstacles).intersects(lines), dtype=bool)

    @cached_property
    def _taken(self) -> Geometry:
        return _union(self.taken)

    @cached_property
    def _off_way(self) -> Geometry:
        return _union((*self.taken, *self.way))


def first_inside(area: Geometry, boxes: Boxes) -> Box | None:
    """The first of the boxes that lies wholly in the area."""
    return _first(boxes, area.covers(_rectangles(boxes))) if len(boxes) else None


def first_mostly_inside(area: Geometry, boxes: Boxes, share: float) -> Box | None:
    """The first of the boxes of which about so much lies in the area."""
    import numpy as np
    from shapely import contains_xy

    across, down = (
        np.repeat([column / (ACROSS - 1) for column in range(ACROSS)], DOWN),
        np.tile([row / (DOWN - 1) for row in range(DOWN)], ACROSS),
    )
    for first in range(0, len(boxes), AT_ONCE):
        tried = boxes.chosen(slice(first, first + AT_ONCE))
        xs, ys = tried.lefts[:, None] + tried.width * across, tried.tops[:, None] + tried.height * down
        inside = contains_xy(area, xs.ravel(), ys.ravel()).reshape(xs.shape).mean(axis=1)
        if found := _first(tried, inside >= share):
            return found
    return None


def shares_inside(area: Geometry, boxes: Boxes) -> list[float]:
    """Which share of each box lies inside the area."""
    from shapely import area as area_of

    tried = _rectangles(boxes)
    shares: Any = area_of(area.intersection(tried)) / area_of(tried)
    return list(map(float, shares))


def _rectangles(boxes: Boxes) -> Any:
    from shapely import box

    return box(boxes.lefts, boxes.tops, boxes.lefts + boxes.width, boxes.tops + boxes.height)


def _first(boxes: Boxes, marks: Any) -> Box | None:
    """The first of the boxes that is marked."""
    return boxes.at(int(marks.argmax())) if marks.any() else None


def _union(boxes: Sequence[Box]) -> Geometry:
    from shapely import box, prepare, union_all

    lefts, tops = [one.left for one in boxes], [one.top for one in boxes]
    rights, bottoms = [one.left + one.width for one in boxes], [one.top + one.height for one in boxes]
    whole = union_all(box(lefts, tops, rights, bottoms) if boxes else [])
    prepare(whole)
    return whole
