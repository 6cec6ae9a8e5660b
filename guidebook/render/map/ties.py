"""Partnerships of towns on the map: a line from each town to a number between them; a lone town holds the number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from guidebook.render.map.placing import Box, place
from guidebook.render.map.projection import XY, LatLon, Projection
from guidebook.render.map.shapes import line, number, svg_text

SIDE, FIGURE = 11.0, 7.5
"""Of the square that carries the number, and of the number, in points."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A project under its number in the list, and a point for each of its towns."""

    number: int
    points: tuple[LatLon, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Knot:
    """A tie on the drawing."""

    tie: Tie
    ends: tuple[XY, ...]
    box: Box

    @property
    def lines(self) -> tuple[tuple[XY, XY], ...]:
        """From each town to the number; none where the number stands in its town."""
        return tuple((end, self.box.middle) for end in self.ends) if len(self.ends) > 1 else ()


def knots(ties: Sequence[Tie], projection: Projection, frame: Box, taken: Sequence[Box]) -> tuple[Knot, ...]:
    """Every tie with its number in the middle of its towns, where there is room."""
    placed: list[Knot] = []
    for tie in ties:
        ends = tuple(projection.at(point) for point in tie.points)
        middle = sum(x for x, _ in ends) / len(ends), sum(y for _, y in ends) / len(ends)
        box = place(middle, SIDE + 2, SIDE + 2, frame, [*taken, *(knot.box for knot in placed)])
        if box is not None:
            placed.append(Knot(tie, ends, box))
    return tuple(placed)


def knot_lines(knot: Knot, colour: str) -> Markup:
    """The lines of a tie with a dot in each town."""
    drawn = Markup().join(line(ends, colour, 1.6, False, "map-tie") for ends in knot.lines)
    dots = "".join(
        f'<circle class="map-end" cx="{number(x)}" cy="{number(y)}" r="2.2" fill="{escape(colour)}"/>'
        for x, y in knot.ends
        if len(knot.ends) > 1
    )
    return drawn + Markup(dots)


def knot_number(knot: Knot, colour: str) -> Markup:
    """The number of a tie in its square."""
    x, y = knot.box.middle
    square = (
        f'<rect x="{number(x - SIDE / 2)}" y="{number(y - SIDE / 2)}" width="{number(SIDE)}" height="{number(SIDE)}" '
        f'fill="#ffffff" stroke="{escape(colour)}" stroke-width="1"/>'
    )
    figure = svg_text((x, y + FIGURE * 0.36), str(knot.tie.number), FIGURE, colour, bold=True)
    title = Markup("<title>{} {}</title>").format(knot.tie.number, knot.tie.label)
    return Markup('<g class="map-knot">') + title + Markup(square) + figure + Markup("</g>")
