"""SVG elements with presentation attributes only: print has no style sheet for maps, the screen recolours by class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from guidebook.model.boundary import Outline
from guidebook.render.map.projection import XY, Projection

FONT = "Pretendard GOV, Noto Sans KR"
_NEEDLESS = re.compile(r"(?<!\d)0(?=\.)| (?=-)")
"""A nought before the point, a space before the sign."""
INK, GREY, LAND, EDGE = "#1e2124", "#464c53", "#f4f5f6", "#8a949e"


def number(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def outline_path(outline: Outline, projection: Projection) -> str:
    """The outline as path data."""
    rings = (ring for polygon in outline.polygons for ring in polygon)
    return "".join(f"{_points(projection.at((lat, lon)) for lon, lat in ring)}z" for ring in rings)


def outlines(
    areas: Iterable[Outline], projection: Projection, fill: str, stroke: str, width: float, css_class: str = "map-towns"
) -> Markup:
    """The areas in hairlines."""
    drawn = "".join(f'<path d="{outline_path(area, projection)}"/>' for area in areas)
    return Markup(
        f'<g class="{css_class}" fill="{fill}" stroke="{stroke}" stroke-width="{number(width)}" '
        f'stroke-linejoin="round" fill-rule="evenodd">{drawn}</g>'
    )


def line(points: Sequence[XY], colour: str, width: float, dashed: bool, css_class: str) -> Markup:
    """A stretch of the route."""
    dashes = ' stroke-dasharray="4 3"' if dashed else ""
    return Markup(
        f'<path class="{css_class}" d="{_points(points)}" fill="none" stroke="{escape(colour)}" '
        f'stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"{dashes}/>'
    )


def svg_text(at: XY, content: str, size: float, colour: str, anchor: str = "middle", bold: bool = False) -> Markup:
    """Text whose base line runs through `at`."""
    weight = ' font-weight="700"' if bold else ""
    return Markup(
        f'<text x="{number(at[0])}" y="{number(at[1])}" font-family="{FONT}" font-size="{number(size)}"{weight} '
        f'fill="{colour}" text-anchor="{anchor}">{escape(content)}</text>'
    )


def text_width(content: str, size: float) -> float:
    """About how wide text is: Hangul a full em, the rest somewhat more than half."""
    return sum(size if letter >= "\u1100" else size * 0.58 for letter in content)


def _points(points: Iterable[XY]) -> str:
    """Path data of a line, to a tenth: steps from point to point, which are half as long to write as places.

    Places are rounded, not steps, so that errors do not add up and neighbours keep their common border.
    """
    rounded = [(round(x * 10), round(y * 10)) for x, y in points]
    (x, y), *_ = rounded
    steps = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(rounded)]
    moves = " ".join(f"{number(dx / 10)} {number(dy / 10)}" for dx, dy in steps if dx or dy)
    return f"M{number(x / 10)} {number(y / 10)}l{_NEEDLESS.sub('', moves or '0 0')}"
