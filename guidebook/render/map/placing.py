"""Places markers and names on a map so that none covers another. Deterministic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil, cos, hypot, pi, sin

from guidebook.render.map.projection import XY

TURNS = 24
"""Directions that are tried at each distance."""
_EIGHTHS = tuple(step / 8 for step in range(-8, 9))
NEAR = tuple(sorted(((x, y) for x in _EIGHTHS for y in _EIGHTHS), key=lambda step: (step[0] ** 2 + step[1] ** 2, step)))
"""Where a name is tried, in shares of its reach: the nearest first."""
DIRECTIONS = tuple((cos(2 * pi * turn / TURNS), sin(2 * pi * turn / TURNS)) for turn in range(TURNS))
"""The same as steps of one point."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    width: float
    height: float

    @staticmethod
    def around(middle: XY, width: float, height: float) -> Box:
        """The box with that middle."""
        return Box(middle[0] - width / 2, middle[1] - height / 2, width, height)

    def within(self, margin: float) -> Box:
        """The box that lies so far inside it."""
        return Box(self.left + margin, self.top + margin, self.width - 2 * margin, self.height - 2 * margin)

    @property
    def middle(self) -> XY:
        """Its middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    def meets(self, other: Box) -> bool:
        """Whether the two share any room."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.left + other.width <= self.left + self.width
            and other.top + other.height <= self.top + self.height
        )


def place(target: XY, width: float, height: float, frame: Box, taken: Sequence[Box]) -> Box | None:
    """The nearest free box of that size to `target` inside `frame`; None where the frame is full."""
    for middle in chain((target,), _rings(target, max(frame.width, frame.height))):
        box = Box.around(middle, width, height)
        if frame.holds(box) and not any(box.meets(other) for other in taken):
            return box
    return None


def along(points: tuple[XY, XY], width: float) -> Iterator[Box]:
    """Small boxes that cover a straight line."""
    (x1, y1), (x2, y2) = points
    count = max(1, ceil(hypot(x2 - x1, y2 - y1) / width))
    for step in range(count + 1):
        yield Box.around((x1 + (x2 - x1) * step / count, y1 + (y2 - y1) * step / count), width, width)


def _rings(middle: XY, farthest: float) -> Iterator[XY]:
    distance = 2.0
    while distance < farthest * 1.5:
        for right, down in DIRECTIONS:
            yield middle[0] + distance * right, middle[1] + distance * down
        distance += 2.0
