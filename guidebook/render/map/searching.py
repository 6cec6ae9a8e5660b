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


@dataclass(frozen=True)
class Room:
    """Where names may stand: in the frame, off what is taken, and off the way where that is possible."""

    frame: Box
    taken: tuple[Box, ...]
    way: tuple[Box, ...] = ()

    def without(self, *boxes: Box) -> Room:
        """The room that is left once the boxes are taken too."""
        return Room(self.frame, (*self.taken, *boxes), self.way)

    def free(self, boxes: Sequence[Box], *, off_way: bool = True) -> list[Box]:
        """Those of the boxes that lie in the frame and meet nothing, in their order."""
        inside = [box for box in boxes if self.frame.holds(box)]
        if not inside:
            return []
        obstacles: Any = self._off_way if off_way else self._taken
        met = obstacles.intersects(_rectangles(inside))
        return [box for box, hit in zip(inside, met, strict=True) if not hit]

    def clear(self, leaders: Sequence[tuple[XY, XY]]) -> list[bool]:
        """Which of the straight lines cross nothing that is taken, nor the way."""
        from shapely import linestrings

        crossed: Any = self._off_way.intersects(linestrings(leaders)) if leaders else ()
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
    """The first of the boxes that has its middle in the area, and of which so much lies there."""
    from shapely import contains_xy

    if not boxes:
        return None
    middles = [box.middle for box in boxes]
    inside = contains_xy(area, [x for x, _ in middles], [y for _, y in middles])
    near = [box for box, lies in zip(boxes, inside, strict=True) if lies]
    return next((box for box, part in zip(near, shares_inside(area, near), strict=True) if part >= share), None)


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
