"""How pictures are shown: which one opens a record, how many stand in a row, what is cut off to fit their place.

Separate from the templates, because pages and paper follow the same rules. The shapes themselves are drawn by the style
sheets: `templates/theme/css/37-pictures.css` has those of `SHAPES`; paper has lower ones, in shares of its page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from guidebook.model.picture import Picture

SHAPES: Mapping[str, float] = {"band": 3, "wide": 16 / 9, "pair": 3 / 2, "square": 1, "tall": 4 / 5}
"""The shapes that places for pictures have: width for a height of 1."""
ROWS = frozenset({"pair", "square"})
"""Shapes of places beside each other: what may not be cut, or is small, stands whole in them."""
ROOM: Mapping[str, int] = {"band": 1184, "wide": 784, "pair": 440, "square": 256, "tall": 448}
"""How wide such a place is at most on a page, in pixels. No picture is enlarged to fill one."""
PANORAMA, LANDSCAPE = 2.2, 1.2
"""From which width for a height of 1 on a picture opens a record as a band, or as wide as the text."""
ABREAST = 4
"""So many pictures stand in a row at most."""
STEP = 10
"""Percent between the focus points for which the style sheet of the website has classes."""
MIDDLE = 50
"""Percent; needs no class."""


class Drawn(Protocol):
    """A picture for pages or paper, with its size in pixels."""

    @property
    def width(self) -> int: ...  # noqa: D102
    @property
    def height(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Opening:
    """The picture that opens a record, the shape of its place, and those that follow."""

    picture: Picture | None = None
    shape: str = ""
    others: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """How a picture fills its place."""

    classes: tuple[str, ...] = ()
    """What it is and the shape of its place, as style sheets name them; none where it stands as it is."""
    moved: tuple[str, ...] = ()
    """Where its focus is along the side that is cut, for the style sheet of the website; the other has no choice."""
    zoom: float = 1
    """How much wider than its place it is drawn; what is beyond is cut off."""


def opening(pictures: Sequence[Picture], files: Mapping[str, Drawn], low: bool = False, paper: bool = False) -> Opening:
    """The first picture, in a band, wide or tall. Where room must be `low`, what is wide becomes a band too."""
    there = [picture for picture in pictures if picture.file in files]
    if not there:
        return Opening()
    first, file = there[0], files[there[0].file]
    ratio = file.width / file.height
    shape = "band" if ratio >= (LANDSCAPE if low else PANORAMA) else "wide" if ratio >= LANDSCAPE else "tall"
    if shape == "band" and not fit(first, file, "band", paper).classes:
        shape = "wide"
    return Opening(first, shape, tuple(there[1:]))


def fit(picture: Picture, file: Drawn, shape: str, paper: bool = False) -> Fit:
    """Cut to the shape around the focus where the licence allows it and the picture is large enough; else whole.

    On `paper` any is large enough: there a place grows no wider than its picture.
    """
    if not shape:
        return Fit()
    ratio, wanted = file.width / file.height, SHAPES[shape]
    wider = ratio / wanted
    low = shape == "tall" and wider >= 1
    large = paper or file.width >= ROOM[shape] * max(1, wider)
    if picture.rights.licence.allows_cutting and large and not low:
        at = round(picture.focus_point[0 if wider > 1 else 1] / STEP) * STEP
        moved = () if at == MIDDLE else (f"at-{at}",)
        return Fit(("cut", f"to-{shape}"), moved, round(max(1, wider), 2))
    return Fit(("fit", f"to-{shape}"), (), round(min(1, wider), 2)) if shape in ROWS else Fit()


def rows(pictures: Sequence[Picture]) -> list[Sequence[Picture]]:
    """The pictures in rows that are as long as each other, or one longer."""
    count = -(-len(pictures) // ABREAST)
    ends = [-(-len(pictures) * row // count) for row in range(count + 1)]
    return [pictures[start:end] for start, end in pairwise(ends)]
