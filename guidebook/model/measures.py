"""Units and kinds of design values: what draws says by them which design token it can use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

Colour = NewType("Colour", str)
"""`#rrggbb`."""
Family = NewType("Family", str)
"""Names of typefaces, separated by commas."""
Points = NewType("Points", float)
Millimetres = NewType("Millimetres", float)
Pixels = NewType("Pixels", int)


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height of a drawing, in points."""

    width: float
    height: float
