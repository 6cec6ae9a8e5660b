"""Partnerships of towns on the map: a line from each town to a number between them; a lone town holds the number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import Box, place
from guidebook.render.map.projection import XY, LatLon, Projection
from guidebook.render.map.shapes import BASELINE, Lettering, circle, line, rectangle, svg_text


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


def knots(
    ties: Sequence[Tie], projection: Projection, frame: Box, taken: Sequence[Box], look: MapLook
) -> tuple[Knot, ...]:
    """Every tie with its number in the middle of its towns, where there is room."""
    placed: list[Knot] = []
    side = look.tie + look.tie_room
    for tie in ties:
        ends = tuple(projection.at(point) for point in tie.points)
        middle = sum(x for x, _ in ends) / len(ends), sum(y for _, y in ends) / len(ends)
        box = place(middle, side, side, frame, [*taken, *(knot.box for knot in placed)])
        if box is not None:
            placed.append(Knot(tie, ends, box))
    return tuple(placed)


def knot_lines(knot: Knot, look: MapLook) -> Markup:
    """The lines of a tie with a dot in each town."""
    drawn = Markup().join(line(ends, look.way, look.rule_tie, "map-tie") for ends in knot.lines)
    dots = [circle(end, look.tie_end, look.way, "map-end") for end in knot.ends if len(knot.ends) > 1]
    return drawn + Markup().join(dots)


def knot_number(knot: Knot, look: MapLook) -> Markup:
    """The number of a tie in its square."""
    x, y = knot.box.middle
    square = rectangle(Box.around((x, y), look.tie, look.tie), look.paper, look.accent, look.rule_sign)
    lettering = Lettering(look.family, look.type_tie, look.accent, bold=True)
    figure = svg_text((x, y + look.type_tie * BASELINE), str(knot.tie.number), lettering)
    title = Markup("<title>{} {}</title>").format(knot.tie.number, knot.tie.label)
    return Markup('<g class="map-knot">') + title + square + figure + Markup("</g>")
