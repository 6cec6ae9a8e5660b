"""The stops of a map: their numbers, placed so that none covers another, the way between them, and lines to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import Box, place
from guidebook.render.map.projection import XY, Projection
from guidebook.render.map.shapes import BASELINE, Lettering, circle, line, svg_text
from guidebook.render.map.subject import Marker

Stretch = tuple[tuple[XY, XY], bool]
"""From stop to stop, and whether an end is only roughly known."""


@dataclass(frozen=True, slots=True)
class Group:
    """Stops at one point, side by side."""

    markers: tuple[Marker, ...]
    at: XY
    box: Box

    @property
    def leader(self) -> tuple[XY, XY] | None:
        """The line to the true point of stops that had to be set beside it."""
        middle = self.box.middle
        moved = abs(middle[0] - self.at[0]) + abs(middle[1] - self.at[1]) > 1
        return (self.at, middle) if moved else None


def groups(markers: Sequence[Marker], projection: Projection, frame: Box, look: MapLook) -> tuple[Group, ...]:
    """The stops with their places."""
    at: dict[XY, list[Marker]] = {}
    for marker in markers:
        x, y = projection.at(marker.point)
        at.setdefault((round(x, 1), round(y, 1)), []).append(marker)
    taken: list[Box] = []
    placed: list[Group] = []
    for point, together in at.items():
        width = 2 * look.marker * len(together) + look.marker_room
        box = place(point, width, 2 * look.marker + look.marker_room, frame, taken)
        if box is not None:  # only a drawing smaller than its markers has no room
            taken.append(box)
            placed.append(Group(tuple(together), point, box))
    return tuple(placed)


def stretches(markers: Sequence[Marker], projection: Projection) -> list[Stretch]:
    """The way from stop to stop."""
    numbered = {marker.number: marker for marker in markers}
    ways = [
        (before, marker)
        for previous, marker in pairwise(markers)
        for before in ([previous] if marker.after is None else [numbered[number] for number in marker.after])
    ]
    return [
        ((projection.at(before.point), projection.at(marker.point)), before.hollow or marker.hollow)
        for before, marker in ways
        if before.point != marker.point
    ]


def way(between: Sequence[Stretch], look: MapLook) -> list[Markup]:
    """The way as it is drawn: dashed where an end is only roughly known."""
    casing = [line(points, look.paper, look.rule_casing, "map-casing") for points, _ in between]
    dashes = {True: look.dashes, False: ()}
    ways = [line(points, look.way, look.rule_way, "map-route", dashes[rough]) for points, rough in between]
    return [*casing, *ways]


def leader(ends: tuple[XY, XY] | None, look: MapLook, *, kind: str = "map-leader") -> Markup:
    """A line from a point, marked by a dot, to what belongs to it."""
    if ends is None:
        return Markup()
    colour, rule = (look.accent, look.rule_leader) if kind == "map-leader" else (look.quiet, look.rule_name)
    return line(ends, colour, rule, kind) + circle(ends[0], look.leader_end, colour, f"{kind}-end")


def discs(group: Group, look: MapLook) -> Markup:
    """The numbers of the stops at one point."""
    middle, drawn = group.box.middle, Markup()
    first = middle[0] - look.marker * (len(group.markers) - 1)
    for position, marker in enumerate(group.markers):
        at = first + 2 * look.marker * position, middle[1]
        fill, figure = (look.paper, look.accent) if marker.hollow else (look.accent, look.paper)
        css_class = "map-marker map-hollow" if marker.hollow else "map-marker"
        drawn += Markup(f'<g class="{css_class}"><title>{marker.number} {escape(marker.label)}</title>')
        drawn += circle(at, look.marker, look.paper)
        drawn += circle(at, look.marker - look.marker_rim, fill, "map-disc", look.accent, look.rule_sign)
        lettering = Lettering(look.family, look.type_figure, figure, bold=True)
        drawn += svg_text((at[0], at[1] + look.type_figure * BASELINE), str(marker.number), lettering) + Markup("</g>")
    return drawn
