"""Draws a map as SVG: outlines, names, the route, and the stops under the numbers of their list."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from guidebook.model.boundary import Boundaries, Outline
from guidebook.plan.area import lies_in, point_within
from guidebook.render.design.values import Size
from guidebook.render.map.furniture import corner, key, legend, north, scale_bar
from guidebook.render.map.look import MapLook, OutlineLook
from guidebook.render.map.placing import Box, along, beside, place
from guidebook.render.map.projection import XY, Extent, LatLon, Projection
from guidebook.render.map.shapes import (
    BASELINE,
    Lettering,
    circle,
    line,
    number,
    outlines,
    rectangle,
    svg_text,
    text_width,
)
from guidebook.render.map.ties import Tie, knot_lines, knot_number, knots

GROWN, LEAST = 0.28, 5.0
"""Room around the stops as a share of their extent, and the kilometres that a map shows at least."""
CLOSER = 0.72
"""A map shows the whole city unless its stops keep to less than this share of it."""
SCALE = 0.28
"""How wide the scale bar is at most, as a share of the map's width."""
KOREA = (36.5, 127.8)
"""What a map without boundaries and stops lies around: its latitude and longitude."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A stop. Hollow where the point is not the place's own or needs confirming."""

    number: int
    point: LatLon
    label: str
    hollow: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What a map shows besides its markers."""

    connected: bool = True
    """Whether the markers are stops on a way, in their order."""
    highlight: str | None = None
    """The town that is filled in."""
    dots: tuple[LatLon, ...] = ()
    """Places without numbers."""
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    """Stops at one point, side by side."""

    markers: tuple[Marker, ...]
    at: XY
    box: Box


def draw_map(
    boundaries: Boundaries | None,
    markers: Sequence[Marker],
    size: Size,
    look: MapLook,
    translations: gettext.NullTranslations,
    *,
    title: str,
    description: str,
    ident: str,
    around: Around = Around(),
) -> Markup:
    """The map as inline SVG; `ident` makes its ids unique. Without outlines it still shows stops, scale and north."""
    inset = look.rule_border
    frame = Box(inset, inset, size.width - 2 * inset, size.height - look.foot)
    city = _city_extent(boundaries, markers)
    extent = city if around.highlight or around.ties else _extent_shown(city, markers)
    inside = Box(0, 0, size.width, size.height - look.foot).within(look.margin)
    projection = Projection.fitting(extent, inside.left, inside.top, inside.width, inside.height)
    groups = _groups(markers, projection, frame, look)
    tied = knots(around.ties, projection, frame, [group.box for group in groups], look)
    taken = [*(group.box for group in groups), *(knot.box for knot in tied)]
    parts = _land(boundaries, projection, around.highlight, look) if boundaries else []
    stretches = _stretches(markers, projection) if around.connected else []
    parts += [*_way(stretches, look), *(knot_lines(knot, look) for knot in tied)]
    parts += [_dot(projection.at(point), look) for point in around.dots]
    stretches += [(ends, False) for knot in tied for ends in knot.lines]
    small = Markup()
    if boundaries and extent is not city:
        box = corner(frame, look, [group.at for group in groups])
        if not any(box.meets(other) for other in taken):
            visible = projection.seen(frame.left, frame.top, frame.width, frame.height)
            small, taken = key(boundaries, city, visible, box, look), [*taken, box]
    parts += _names(boundaries, projection, frame, taken, stretches, look) if boundaries else []
    parts += [_leader(group, look) for group in groups]
    parts += [*(_marker_group(group, look) for group in groups), *(knot_number(knot, look) for knot in tied)]
    border = rectangle(frame, "none", look.edge, look.rule_border)
    clip = (
        f'<clipPath id="{ident}-clip"><rect x="{number(frame.left)}" y="{number(frame.top)}" '
        f'width="{number(frame.width)}" height="{number(frame.height)}"/></clipPath>'
    )
    foot = _foot(size, projection, markers, look, translations, around.connected)
    inner = Markup(clip) + Markup(f'<g clip-path="url(#{ident}-clip)">{Markup().join(parts)}</g>') + small
    return _svg(inner + border + foot, size, title, description, ident)


def outline_map(
    boundaries: Boundaries, size: Size, colour: str, look: OutlineLook, highlight: str | None = None
) -> Markup:
    """The outlines alone, for covers; the town of the name `highlight` is filled."""
    inside = Box(0, 0, size.width, size.height).within(look.margin)
    projection = Projection.fitting(_extent(boundaries), inside.left, inside.top, inside.width, inside.height)
    rest = [outline for outline in boundaries.outlines if outline.name != highlight]
    chosen = [outline for outline in boundaries.outlines if outline.name == highlight]
    drawn = outlines(rest, projection, "none", colour, look.rule)
    drawn += outlines(chosen, projection, colour, colour, look.rule)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="outline-map" width="{number(size.width)}pt" '
        f'height="{number(size.height)}pt" viewBox="0 0 {number(size.width)} {number(size.height)}" '
        f'aria-hidden="true">{drawn}</svg>'
    )


def _svg(inner: Markup, size: Size, title: str, description: str, ident: str) -> Markup:
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map-drawing" role="img" '
        f'aria-labelledby="{ident}-title {ident}-desc" width="{number(size.width)}pt" height="{number(size.height)}pt" '
        f'viewBox="0 0 {number(size.width)} {number(size.height)}"><title id="{ident}-title">{escape(title)}</title>'
        f'<desc id="{ident}-desc">{escape(description)}</desc>{inner}</svg>'
    )


def _land(boundaries: Boundaries, projection: Projection, highlight: str | None, look: MapLook) -> list[Markup]:
    chosen = [outline for outline in boundaries.outlines if outline.name == highlight]
    rest = [outline for outline in boundaries.outlines if outline.name != highlight]
    drawn = outlines(rest, projection, look.land, look.edge, look.rule_town)
    here = outlines(chosen, projection, look.chosen, look.accent, look.rule_chosen, "map-towns map-here")
    return [drawn, here] if chosen else [drawn]


def _dot(at: XY, look: MapLook) -> Markup:
    return circle(at, look.dot, look.paper, "map-dot", look.accent, look.rule_sign)


def _extent(boundaries: Boundaries) -> Extent:
    rings = (ring for outline in boundaries.outlines for polygon in outline.polygons for ring in polygon)
    return Extent.around((lat, lon) for ring in rings for lon, lat in ring)


def _city_extent(boundaries: Boundaries | None, markers: Sequence[Marker]) -> Extent:
    if boundaries is not None and boundaries.outlines:
        return _extent(boundaries)
    return Extent.around([marker.point for marker in markers] or [KOREA]).grown(GROWN, LEAST)


def _extent_shown(city: Extent, markers: Sequence[Marker]) -> Extent:
    """The whole city, or closer where all stops keep to a part of it."""
    if not markers:
        return city
    close = Extent.around(marker.point for marker in markers).grown(GROWN, LEAST)
    smaller = close.width < city.width * CLOSER and close.height < city.height * CLOSER
    return close if smaller else city


def _groups(markers: Sequence[Marker], projection: Projection, frame: Box, look: MapLook) -> tuple[_Group, ...]:
    at: dict[XY, list[Marker]] = {}
    for marker in markers:
        x, y = projection.at(marker.point)
        at.setdefault((round(x, 1), round(y, 1)), []).append(marker)
    taken: list[Box] = []
    groups: list[_Group] = []
    for point, together in at.items():
        width = 2 * look.marker * len(together) + look.marker_room
        box = place(point, width, 2 * look.marker + look.marker_room, frame, taken)
        if box is not None:  # only a drawing smaller than its markers has no room
            taken.append(box)
            groups.append(_Group(tuple(together), point, box))
    return tuple(groups)


def _stretches(markers: Sequence[Marker], projection: Projection) -> list[tuple[tuple[XY, XY], bool]]:
    """From stop to stop, and whether an end is only roughly known."""
    return [
        ((projection.at(marker.point), projection.at(following.point)), marker.hollow or following.hollow)
        for marker, following in pairwise(markers)
        if marker.point != following.point
    ]


def _way(stretches: Sequence[tuple[tuple[XY, XY], bool]], look: MapLook) -> list[Markup]:
    casing = [line(points, look.paper, look.rule_casing, "map-casing") for points, _ in stretches]
    dashes = {True: look.dashes, False: ()}
    ways = [line(points, look.way, look.rule_way, "map-route", dashes[rough]) for points, rough in stretches]
    return [*casing, *ways]


def _names(
    boundaries: Boundaries,
    projection: Projection,
    frame: Box,
    taken: Sequence[Box],
    stretches: Sequence[tuple[tuple[XY, XY], bool]],
    look: MapLook,
) -> list[Markup]:
    """The names of the towns that are seen, each inside its own: off the way where there is room."""
    names: list[Markup] = []
    lettering = Lettering(look.family, look.type_name, look.quiet)
    occupied = list(taken)
    way = [box for points, _ in stretches for box in along(points, look.way_room)]
    for outline in boundaries.outlines:
        box = _name(outline, projection, frame, [*occupied, *way], look)
        box = box or _name(outline, projection, frame, occupied, look)
        if box is not None:
            occupied.append(box)
            names.append(svg_text((box.middle[0], box.middle[1] + look.type_name * BASELINE), outline.name, lettering))
    return [Markup(f'<g class="map-names">{Markup().join(names)}</g>')]


def _name(outline: Outline, projection: Projection, frame: Box, taken: Sequence[Box], look: MapLook) -> Box | None:
    visible = projection.seen(frame.left, frame.top, frame.width, frame.height)
    size = text_width(outline.name, look.type_name) + look.name_room, look.type_name + look.name_room
    at = projection.at((outline.label[1], outline.label[0]))
    if not frame.holds(Box.around(at, *size)):
        within = point_within(outline, (visible.south, visible.west), (visible.north, visible.east))
        if within is None:
            return None
        at = projection.at(within)
    return beside(at, size, frame, taken, look.name_reach, lambda middle: lies_in(projection.back(middle), outline))


def _leader(group: _Group, look: MapLook) -> Markup:
    """A line to the true point of stops that had to be set beside it."""
    middle = group.box.middle
    if abs(middle[0] - group.at[0]) + abs(middle[1] - group.at[1]) <= 1:
        return Markup()
    drawn = line((group.at, middle), look.accent, look.rule_leader, "map-leader")
    return drawn + circle(group.at, look.leader_end, look.accent)


def _marker_group(group: _Group, look: MapLook) -> Markup:
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


def _foot(
    size: Size,
    projection: Projection,
    markers: Sequence[Marker],
    look: MapLook,
    translations: gettext.NullTranslations,
    connected: bool,
) -> Markup:
    base = size.height - look.foot_rise
    bar = scale_bar((look.scale_start, base), projection.scale, size.width * SCALE, look)
    hollow = any(marker.hollow for marker in markers)
    label = translations.gettext("방문지") if connected else translations.gettext("위치")
    signs = (
        legend((size.width - 2 * look.rule_border, base), label, hollow, translations, look) if markers else Markup()
    )
    return north((look.foot_rise, base), translations.gettext("북"), look) + bar + signs
