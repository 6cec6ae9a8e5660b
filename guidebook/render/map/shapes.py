"""SVG elements with presentation attributes only: print has no style sheet for maps, the screen recolours by class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup, escape

from guidebook.model.boundary import Outline
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY, Projection

BASELINE = 0.36
"""From the base line of figures and Hangul up to their middle, as a share of their size."""
HANGUL, NARROW = 0.92, 0.6
"""How wide Hangul and other letters are at most in our fonts, as shares of their size."""
FINENESS = 10
"""Parts of a point to which lines are rounded."""
OUTLINES_KEPT = 1024
"""How many outlines are remembered as they were written last."""
_NEEDLESS = re.compile(r"(?<!\d)0(?=\.)| (?=-)")
"""A nought before the point, a space before the sign."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """How text is set."""

    family: str
    size: float
    colour: str
    anchor: str = "middle"
    bold: bool = False


def number(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


@lru_cache(maxsize=OUTLINES_KEPT)
def outline_path(outline: Outline, projection: Projection) -> str:
    """The outline as path data. Kept by its values, for the same few frames are drawn on many pages."""
    rings = (ring for polygon in outline.polygons for ring in polygon)
    return "".join(f"{path_of(projection.at((lat, lon)) for lon, lat in ring)}z" for ring in rings)


def outlines(
    areas: Iterable[Outline], projection: Projection, fill: str, stroke: str, width: float, css_class: str = "map-towns"
) -> Markup:
    """The areas in hairlines."""
    drawn = "".join(f'<path d="{outline_path(area, projection)}"/>' for area in areas)
    return Markup(
        f'<g class="{css_class}" fill="{fill}" stroke="{stroke}" stroke-width="{number(width)}" '
        f'stroke-linejoin="round" fill-rule="evenodd">{drawn}</g>'
    )


def line(points: Sequence[XY], colour: str, width: float, css_class: str, dashes: Sequence[float] = ()) -> Markup:
    """A stretch of the route; `dashes` are how long its dashes and the gaps between them are."""
    dashed = f' stroke-dasharray="{" ".join(map(number, dashes))}"' if dashes else ""
    return Markup(
        f'<path class="{css_class}" d="{path_of(points)}" fill="none" stroke="{escape(colour)}" '
        f'stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"{dashed}/>'
    )


def broken_line(parts: Sequence[Sequence[XY]], colour: str, width: float, css_class: str) -> Markup:
    """A line that is left out in places: the parts of it that are drawn; nothing where there is none."""
    if not parts:
        return Markup()
    return Markup(
        f'<path class="{css_class}" d="{"".join(map(path_of, parts))}" fill="none" stroke="{escape(colour)}" '
        f'stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def circle(at: XY, radius: float, fill: str, kind: str = "", stroke: str = "", width: float = 0) -> Markup:
    """A circle; with a line around it where `stroke` is a colour."""
    named = f' class="{kind}"' if kind else ""
    lined = f' stroke="{stroke}" stroke-width="{number(width)}"' if stroke else ""
    return Markup(
        f'<circle{named} cx="{number(at[0])}" cy="{number(at[1])}" r="{number(radius)}" fill="{fill}"{lined}/>'
    )


def rectangle(box: Box, fill: str, stroke: str = "", width: float = 0, css_class: str = "") -> Markup:
    """A rectangle; with a line around it where `stroke` is a colour."""
    named = f' class="{css_class}"' if css_class else ""
    lined = f' stroke="{stroke}" stroke-width="{number(width)}"' if stroke else ""
    return Markup(
        f'<rect{named} x="{number(box.left)}" y="{number(box.top)}" width="{number(box.width)}" '
        f'height="{number(box.height)}" fill="{fill}"{lined}/>'
    )


def svg_text(at: XY, content: str, lettering: Lettering) -> Markup:
    """Text whose base line runs through `at`."""
    weight = ' font-weight="700"' if lettering.bold else ""
    return Markup(
        f'<text x="{number(at[0])}" y="{number(at[1])}" font-family="{lettering.family}" '
        f'font-size="{number(lettering.size)}"{weight} '
        f'fill="{lettering.colour}" text-anchor="{lettering.anchor}">{escape(content)}</text>'
    )


def text_width(content: str, size: float) -> float:
    """How wide text is: never less than in our fonts, but for W and M."""
    return sum(size * HANGUL if letter >= "\u1100" else size * NARROW for letter in content)


def path_of(points: Iterable[XY]) -> str:
    """Path data of a line, to a tenth: steps from point to point, which are half as long to write as places.

    Places are rounded, not steps, so that errors do not add up and neighbours keep their common border.
    """
    rounded = [(round(x * FINENESS), round(y * FINENESS)) for x, y in points]
    (x, y), *_ = rounded
    steps = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(rounded)]
    moves = " ".join(f"{number(dx / FINENESS)} {number(dy / FINENESS)}" for dx, dy in steps if dx or dy)
    return f"M{number(x / FINENESS)} {number(y / FINENESS)}l{_NEEDLESS.sub('', moves or '0 0')}"
