"""Tries many places for a name at once: which are free, which lie in a town. Wraps shapely, which tests them in C.

Separate from `ground`, which knows what there is, and from `names`, which decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guidebook.render.map.boxes import Boxes, corners
from guidebook.render.map.ground import Geometry
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY

if TYPE_CHECKING:
    from guidebook.render.map.boxes import Column, Indexes, Marks

FEW = 3
"""So many boxes taken at once, as a name and its line, may be touched; of more there may be hundreds, and none is."""
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
    few_by_few: bool = False
    """Whether the boxes were taken a few at a time: of a hundred towns, each with its name, one room is before."""

    def without(self, *boxes: Box) -> Room:
        """The room that is left once the boxes are taken too."""
        if self.few_by_few and len(boxes) <= FEW:
            return replace(self, taken=(*self.taken, *boxes))
        return Room(self.frame, boxes, (), self, len(boxes) <= FEW)

    @property
    def obstacles(self) -> tuple[Box, ...]:
        """All that is taken, and the way."""
        return (*(self.before.obstacles if self.before else ()), *self.taken, *self.way)

    def free(self, boxes: Boxes, *, off_way: bool = True) -> Indexes:
        """Which of the boxes lie in the frame and meet nothing, in their order."""
        inside = self.before.free(boxes, off_way=off_way) if self.before else boxes.held_by(self.frame).nonzero()[0]
        apart = self.few_by_few or (len(self.taken) <= FEW and not self.way)
        obstacles = self._off_way if off_way else self._taken
        return inside[~boxes.chosen(inside).meeting(obstacles, touching=not apart)]

    def clear(self, start: XY, ends: Column) -> Marks:
        """Which of the straight lines from one point cross nothing that is taken, nor the way."""
        import numpy as np
        from shapely import STRtree, box, linestrings

        lines = linestrings(np.stack([np.broadcast_to(start, ends.shape), ends], axis=1))
        obstacles: Any = box(*corners(self.obstacles).T)
        crossing, _ = STRtree(obstacles).query(lines, predicate="intersects")
        clear = np.ones(len(ends), dtype=bool)
        clear[crossing] = False
        return clear

    @cached_property
    def _taken(self) -> Column:
        return corners(self.taken)

    @cached_property
    def _off_way(self) -> Column:
        return corners((*self.taken, *self.way))


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
