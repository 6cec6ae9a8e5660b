"""Many boxes of one size at once, as columns of numbers: a name is tried at hundreds of places on each map.

Separate from `placing`, whose boxes are single values. Numpy does here what would be a loop there, and reckons each
number in the same way, so that a place is the same to the last digit. It is imported when it is used, as shapely is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY

if TYPE_CHECKING:
    from numpy import bool_, float64, intp
    from numpy.typing import NDArray

    Column = NDArray[float64]
    Marks = NDArray[bool_]
    Indexes = NDArray[intp]


@dataclass(frozen=True, slots=True, eq=False)
class Boxes:
    """Rectangles of the drawing that are all as wide and high."""

    lefts: Column
    tops: Column
    width: float
    height: float

    def __len__(self) -> int:
        return len(self.lefts)

    def at(self, index: int) -> Box:
        """One of them."""
        return Box(float(self.lefts[index]), float(self.tops[index]), self.width, self.height)

    def chosen(self, which: Indexes | Marks | slice | list[int]) -> Boxes:
        """Some of them, in the order in which they are named."""
        return Boxes(self.lefts[which], self.tops[which], self.width, self.height)

    def held_by(self, frame: Box) -> Marks:
        """Which of them lie wholly inside a box."""
        return (
            (frame.left <= self.lefts)
            & (frame.top <= self.tops)
            & (self.lefts + self.width <= frame.left + frame.width)
            & (self.tops + self.height <= frame.top + frame.height)
        )

    def meeting(self, others: Column, *, touching: bool = False) -> Marks:
        """Which of them share any room with one of the others, told by their `corners`, or touch one at least."""
        import numpy as np

        if not len(self):
            return np.zeros(0, dtype=bool)
        whole = self.lefts.min(), self.tops.min(), self.lefts.max() + self.width, self.tops.max() + self.height
        near = others[_meet(others.T, whole, np.less_equal)]  # of hundreds few are
        lefts, tops = self.lefts[:, None], self.tops[:, None]
        own = lefts, tops, lefts + self.width, tops + self.height
        meeting: Marks = _meet(near.T, own, np.less_equal if touching else np.less).any(axis=1)
        return meeting

    def entered(self, start: XY, ends: Column) -> Column:
        """Where straight lines from outside first reach them; each of the `ends` lies inside its box or on its edge."""
        import numpy as np

        share = np.zeros(len(self))
        for axis, (lows, size) in enumerate(((self.lefts, self.width), (self.tops, self.height))):
            at, to = start[axis], ends[:, axis]
            edge = np.minimum(np.maximum(at, lows), lows + size)
            share = np.maximum(share, np.divide(edge - at, to - at, out=np.zeros(len(self)), where=edge != at))
        reached: Column = np.array(start) + (ends - np.array(start)) * share[:, None]
        return reached


def _meet(ones: Iterable[Any], others: Iterable[Any], less: Callable[..., Any]) -> Any:
    """Which rectangles meet, told by their left, top, right and bottom."""
    (left, top, right, bottom), (west, north, east, south) = ones, others
    return less(west, right) & less(left, east) & less(north, bottom) & less(top, south)


def corners(boxes: Sequence[Box]) -> Column:
    """A row for each box: its left, top, right and bottom."""
    import numpy as np

    lefts, tops = [box.left for box in boxes], [box.top for box in boxes]
    rights, bottoms = [box.left + box.width for box in boxes], [box.top + box.height for box in boxes]
    return np.array([lefts, tops, rights, bottoms], dtype=float).T


def boxes_of(boxes: Sequence[Box]) -> Boxes:
    """Boxes of one size, of which there is at least one."""
    import numpy as np

    lefts, tops = ([getattr(box, side) for box in boxes] for side in ("left", "top"))
    return Boxes(np.array(lefts), np.array(tops), boxes[0].width, boxes[0].height)


def around(middle: XY, size: XY, reach: float, steps: tuple[XY, ...]) -> Boxes:
    """Boxes whose middles are so many steps off a point; a step of one is as long as the reach."""
    shares = _column(steps)
    lefts, tops = (middle[axis] + shares[:, axis] * reach - size[axis] / 2 for axis in (0, 1))
    return Boxes(lefts, tops, *size)


def joined(parts: Sequence[Boxes]) -> Boxes:
    """Boxes of one size one after the other; there is at least one part."""
    import numpy as np

    lefts, tops = np.concatenate([one.lefts for one in parts]), np.concatenate([one.tops for one in parts])
    return Boxes(lefts, tops, parts[0].width, parts[0].height)


def rings(start: XY, size: XY, distances: Sequence[float], directions: tuple[XY, ...]) -> tuple[Boxes, Column]:
    """Boxes farther and farther from a point, and the ends of the lines that lead into them."""
    import numpy as np

    steps = np.tile(_column(directions), (len(distances), 1))
    ends = np.array(start) + steps * np.repeat(np.array(distances, dtype=float), len(directions))[:, None]
    lefts, tops = (ends[:, axis] - size[axis] * (1 - steps[:, axis]) / 2 for axis in (0, 1))
    return Boxes(lefts, tops, *size), ends


@cache
def _column(steps: tuple[XY, ...]) -> Column:
    """Steps as two columns."""
    import numpy as np

    return np.array(steps)
