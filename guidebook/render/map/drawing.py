"""Draws a map as SVG: outlines, names, the route, and the stops under the numbers of their list."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from guidebook.model.boundary import Boundaries, Outline
from guidebook.model.colour import mix
from guidebook.plan.area import lies_in, point_within
from guidebook.render.map.furniture import STRIP, corner, key, legend, north, scale_bar
from guidebook.render.map.placing import Box, along, beside, place
from guidebook.render.map.projection import XY, Extent, LatLon, Projection
from guidebook.render.map.shapes import EDGE, GREY, LAND, line, number, outlines, svg_text, text_width
from guidebook.render.map.ties import Tie, knot_lines, knot_number, knots

RADIUS, FIGURE, NAME = 7.0, 8.0, 7.5
"""Of a marker, of the number in it, of a town's name, in points."""
REACH = 40.0
"""Points that a town's name may be moved to where there is room."""
GROWN, LEAST = 0.28, 5.0
"""Room around the stops as a share of their extent, and the kilometres that a map shows at least."""
CLOSER = 0.72
"""A map shows the whole city unless its stops keep to less than this share of it."""


@dataclass(frozen=True, slots=True)
class Size:
    """Of a drawing, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Look:
    """The city's colours."""

    primary: str
    signal: str


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
    look: Look,
    translations: gettext.NullTranslations,
    *,
    title: str,
    description: str,
    ident: str,
    around: Around = Around(),
) -> Markup:
    """The map as inline SVG; `ident` makes its ids unique. Without outlines it still shows stops, scale and north."""
    frame = Box(0.5, 0.5, size.width - 1, size.height - STRIP)
    city = _city_extent(boundaries, markers)
    extent = city if around.highlight or around.ties else _extent_shown(city, markers)
    projection = Projection.fitting(extent, 10, 10, size.width - 20, size.height - STRIP - 20)
    groups = _groups(markers, projection, frame)
    tied = knots(around.ties, projection, frame, [group.box for group in groups])
    taken = [*(group.box for group in groups), *(knot.box for knot in tied)]
    parts = _land(boundaries, projection, around.highlight, look) if boundaries else []
    stretches = _stretches(markers, projection) if around.connected else []
    parts += [*_way(stretches, look), *(knot_lines(knot, look.signal) for knot in tied)]
    parts += [_dot(projection.at(point), look) for point in around.dots]
    stretches += [(ends, False) for knot in tied for ends in knot.lines]
    inset = Markup()
    if boundaries and extent is not city:
        box = corner(frame, 62, 58, [group.at for group in groups])
        if not any(box.meets(other) for other in taken):
            visible = projection.seen(frame.left, frame.top, frame.width, frame.height)
            inset, taken = key(boundaries, city, visible, box), [*taken, box]
    parts += _names(boundaries, projection, frame, taken, stretches) if boundaries else []
    parts += [_leader(group, look) for group in groups]
    parts += [*(_marker_group(group, look) for group in groups), *(knot_number(knot, look.primary) for knot in tied)]
    border = (
        f'<rect x="0.5" y="0.5" width="{number(frame.width)}" height="{number(frame.height)}" '
        f'fill="none" stroke="{EDGE}" stroke-width="0.5"/>'
    )
    clip = (
        f'<clipPath id="{ident}-clip"><rect x="0.5" y="0.5" width="{number(frame.width)}" '
        f'height="{number(frame.height)}"/></clipPath>'
    )
    foot = _foot(size, projection, markers, look, translations, around.connected)
    inner = Markup(clip) + Markup(f'<g clip-path="url(#{ident}-clip)">{Markup().join(parts)}</g>') + inset
    return _svg(inner + Markup(border) + foot, size, title, description, ident)


def outline_map(boundaries: Boundaries, size: Size, colour: str, highlight: str | None) -> Markup:
    """The outlines alone, for covers; the town of the name `highlight` is filled."""
    projection = Projection.fitting(_extent(boundaries), 2, 2, size.width - 4, size.height - 4)
    rest = [outline for outline in boundaries.outlines if outline.name != highlight]
    chosen = [outline for outline in boundaries.outlines if outline.name == highlight]
    drawn = outlines(rest, projection, "none", colour, 0.35) + outlines(chosen, projection, colour, colour, 0.35)
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


def _land(boundaries: Boundaries, projection: Projection, highlight: str | None, look: Look) -> list[Markup]:
    chosen = [outline for outline in boundaries.outlines if outline.name == highlight]
    rest = [outline for outline in boundaries.outlines if outline.name != highlight]
    drawn = outlines(rest, projection, LAND, EDGE, 0.5)
    here = outlines(chosen, projection, mix(look.primary, "#ffffff", 0.8), look.primary, 1, "map-towns map-here")
    return [drawn, here] if chosen else [drawn]


def _dot(at: XY, look: Look) -> Markup:
    return Markup(
        f'<circle class="map-dot" cx="{number(at[0])}" cy="{number(at[1])}" r="2.4" fill="#ffffff" '
        f'stroke="{look.primary}" stroke-width="1"/>'
    )


def _extent(boundaries: Boundaries) -> Extent:
    rings = (ring for outline in boundaries.outlines for polygon in outline.polygons for ring in polygon)
    return Extent.around((lat, lon) for ring in rings for lon, lat in ring)


def _city_extent(boundaries: Boundaries | None, markers: Sequence[Marker]) -> Extent:
    if boundaries is not None and boundaries.outlines:
        return _extent(boundaries)
    return Extent.around([marker.point for marker in markers] or [(36.5, 127.8)]).grown(GROWN, LEAST)


def _extent_shown(city: Extent, markers: Sequence[Marker]) -> Extent:
    """The whole city, or closer where all stops keep to a part of it."""
    if not markers:
        return city
    close = Extent.around(marker.point for marker in markers).grown(GROWN, LEAST)
    smaller = close.width < city.width * CLOSER and close.height < city.height * CLOSER
    return close if smaller else city


def _groups(markers: Sequence[Marker], projection: Projection, frame: Box) -> tuple[_Group, ...]:
    at: dict[XY, list[Marker]] = {}
    for marker in markers:
        x, y = projection.at(marker.point)
        at.setdefault((round(x, 1), round(y, 1)), []).append(marker)
    taken: list[Box] = []
    groups: list[_Group] = []
    for point, together in at.items():
        width = 2 * RADIUS * len(together) + 2
        box = place(point, width, 2 * RADIUS + 2, frame, taken)
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


def _way(stretches: Sequence[tuple[tuple[XY, XY], bool]], look: Look) -> list[Markup]:
    casing = [line(points, "#ffffff", 4.2, False, "map-casing") for points, _ in stretches]
    return [*casing, *(line(points, look.signal, 1.8, dashed, "map-route") for points, dashed in stretches)]


def _names(
    boundaries: Boundaries,
    projection: Projection,
    frame: Box,
    taken: Sequence[Box],
    stretches: Sequence[tuple[tuple[XY, XY], bool]],
) -> list[Markup]:
    """The names of the towns that are seen, each inside its own: off the way where there is room."""
    names: list[Markup] = []
    occupied = list(taken)
    way = [box for points, _ in stretches for box in along(points, 4)]
    for outline in boundaries.outlines:
        box = _name(outline, projection, frame, [*occupied, *way]) or _name(outline, projection, frame, occupied)
        if box is not None:
            occupied.append(box)
            names.append(svg_text((box.middle[0], box.middle[1] + NAME * 0.36), outline.name, NAME, GREY))
    return [Markup(f'<g class="map-names">{Markup().join(names)}</g>')]


def _name(outline: Outline, projection: Projection, frame: Box, taken: Sequence[Box]) -> Box | None:
    visible = projection.seen(frame.left, frame.top, frame.width, frame.height)
    size = text_width(outline.name, NAME) + 3, NAME + 3
    at = projection.at((outline.label[1], outline.label[0]))
    if not frame.holds(Box.around(at, *size)):
        within = point_within(outline, (visible.south, visible.west), (visible.north, visible.east))
        if within is None:
            return None
        at = projection.at(within)
    return beside(at, size, frame, taken, REACH, lambda middle: lies_in(projection.back(middle), outline))


def _leader(group: _Group, look: Look) -> Markup:
    """A line to the true point of stops that had to be set beside it."""
    middle = group.box.middle
    if abs(middle[0] - group.at[0]) + abs(middle[1] - group.at[1]) <= 1:
        return Markup()
    drawn = line((group.at, middle), look.primary, 0.7, False, "map-leader")
    return drawn + Markup(
        f'<circle cx="{number(group.at[0])}" cy="{number(group.at[1])}" r="1.6" fill="{look.primary}"/>'
    )


def _marker_group(group: _Group, look: Look) -> Markup:
    middle, group_svg = group.box.middle, Markup()
    first = middle[0] - RADIUS * (len(group.markers) - 1)
    for position, marker in enumerate(group.markers):
        x, y = first + 2 * RADIUS * position, middle[1]
        fill, figure = ("#ffffff", look.primary) if marker.hollow else (look.primary, "#ffffff")
        css_class = "map-marker map-hollow" if marker.hollow else "map-marker"
        group_svg += Markup(
            f'<g class="{css_class}"><title>{marker.number} {escape(marker.label)}</title>'
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(RADIUS)}" fill="#ffffff"/>'
            f'<circle class="map-disc" cx="{number(x)}" cy="{number(y)}" r="{number(RADIUS - 0.8)}" fill="{fill}" '
            f'stroke="{look.primary}" stroke-width="1"/>'
        )
        group_svg += svg_text((x, y + FIGURE * 0.36), str(marker.number), FIGURE, figure, bold=True) + Markup("</g>")
    return group_svg


def _foot(
    size: Size,
    projection: Projection,
    markers: Sequence[Marker],
    look: Look,
    translations: gettext.NullTranslations,
    connected: bool,
) -> Markup:
    base = size.height - 7
    bar, _ = scale_bar((30, base), projection.scale, size.width * 0.28)
    hollow = any(marker.hollow for marker in markers)
    label = translations.gettext("들르는 곳") if connected else translations.gettext("있는 곳")
    signs = legend((size.width - 1, base), look.primary, label, hollow, translations) if markers else Markup()
    return north((7, base), translations.gettext("북")) + bar + signs
