"""Finds room: markers that never cover one another, and names that never lie on markers. Deterministic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from guidebook.render.map.projection import XY

TURNS = 24
"""Directions that are tried at each distance."""


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


def place(wanted: XY, width: float, height: float, frame: Box, taken: Sequence[Box]) -> Box | None:
    """The nearest free box of that size to `wanted` inside `frame`; None where the frame is full."""
    for middle in (wanted, *_rings(wanted, max(frame.width, frame.height))):
        box = Box.around(middle, width, height)
        if frame.holds(box) and not any(box.meets(other) for other in taken):
            return box
    return None


def beside(wanted: XY, width: float, height: float, frame: Box, taken: Sequence[Box], reach: float) -> Box | None:
    """A free box for a name near `wanted`, no farther than `reach`; None where there is none."""
    tries = ((dx * reach, dy * reach) for dx, dy in _near())
    for dx, dy in tries:
        box = Box.around((wanted[0] + dx, wanted[1] + dy), width, height)
        if frame.holds(box) and not any(box.meets(other) for other in taken):
            return box
    return None


def _near() -> Iterable[XY]:
    steps = (0.0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1.0, -1.0)
    return sorted(((x, y) for x in steps for y in steps), key=lambda step: (step[0] ** 2 + step[1] ** 2, step))


def _rings(middle: XY, farthest: float) -> Iterator[XY]:
    distance = 2.0
    while distance < farthest * 1.5:
        for turn in range(TURNS):
            angle = 2 * pi * turn / TURNS
            yield middle[0] + distance * cos(angle), middle[1] + distance * sin(angle)
        distance += 2.0
