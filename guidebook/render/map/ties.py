"""Partnerships of towns on the map: a line from each town to a number between them; a lone town holds the number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import Box, place
from guidebook.render.map.projection import XY, LatLon, Projection
from guidebook.render.map.shapes import BASELINE, Lettering, broken_line, circle, rectangle, svg_text


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


def knot_lines(knot: Knot, look: MapLook, names: Sequence[Box] = ()) -> Markup:
    """The lines of a tie with a dot in each town; where one would strike a name, it is left out."""
    cut = [tuple(apart_from_names(ends, names)) for ends in knot.lines]
    drawn = Markup().join(broken_line(parts, look.way, look.rule_tie, "map-tie") for parts in cut)
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


def apart_from_names(ends: tuple[XY, XY], names: Sequence[Box]) -> Iterator[tuple[XY, XY]]:
    """The parts of a straight line that lie outside all boxes."""
    (x, y), (to_x, to_y) = ends
    at = 0.0
    for enters, leaves in sorted(filter(None, (_crossed(ends, box) for box in names))):
        if enters > at:
            yield (_on(ends, at), _on(ends, enters))
        at = max(at, leaves)
    if at < 1 or (x, y) == (to_x, to_y):
        yield (_on(ends, at), (to_x, to_y))


def _on(ends: tuple[XY, XY], share: float) -> XY:
    (x, y), (to_x, to_y) = ends
    return x + share * (to_x - x), y + share * (to_y - y)


def _crossed(ends: tuple[XY, XY], box: Box) -> tuple[float, float] | None:
    """From which to which share of its length a line runs through a box."""
    (x, y), (to_x, to_y) = ends
    enters, leaves = 0.0, 1.0
    for start, step, low, high in (
        (x, to_x - x, box.left, box.left + box.width),
        (y, to_y - y, box.top, box.top + box.height),
    ):
        if not step:
            if not low < start < high:
                return None
            continue
        first, last = sorted(((low - start) / step, (high - start) / step))
        enters, leaves = max(enters, first), min(leaves, last)
    return (enters, leaves) if enters < leaves else None
