"""Draws a map as SVG: land and names, the way, and the stops under the numbers of their list."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from guidebook.model.boundary import Boundaries
from guidebook.render.design.values import Size
from guidebook.render.map.dots import circles, dots
from guidebook.render.map.framing import city_extent, cut_to, extent_shown, fitted, geography_of, is_part
from guidebook.render.map.furniture import corner, foot, key
from guidebook.render.map.ground import Geography, apart_from, ground
from guidebook.render.map.inset import inset
from guidebook.render.map.land import Land, land_below, names_above
from guidebook.render.map.look import MapLook, OutlineLook
from guidebook.render.map.names import Names, names_beside, names_inside, shown
from guidebook.render.map.placing import Box, along
from guidebook.render.map.projection import XY, Projection
from guidebook.render.map.searching import Room
from guidebook.render.map.shapes import number, outlines, rectangle
from guidebook.render.map.stops import discs, groups, leader, stretches, way
from guidebook.render.map.subject import ALONE, Around, Marker
from guidebook.render.map.ties import Knot, knot_lines, knot_number, knots


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map inside its frame, to stand in a larger drawing."""

    markup: Markup
    projection: Projection
    missing: tuple[str, ...]
    """The towns whose names found no room, for the words beside the map."""
    knots: tuple[Knot, ...] = ()


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
    around: Around = ALONE,
    least: Size | None = None,
) -> Markup:
    """The map as inline SVG; `ident` makes its ids unique. Without outlines it still shows stops, scale and north.

    A map with a `least` size may be cut to what it shows. Names that find no room are listed in its description.
    """
    size = cut_to(size, least, geography_of(boundaries), markers, around, look) if least else size
    edge = look.rule_border
    beneath = look.foot if around.furnished else 2 * edge
    frame = Box(edge, edge, size.width - 2 * edge, size.height - beneath)
    drawn = map_in_frame(boundaries, markers, frame, look, around)
    inner = drawn.markup + rectangle(frame, "none", look.edge, edge, "map-frame")
    if around.furnished:
        inner += foot(size, drawn.projection, markers, look, translations, around.connected)
    if drawn.missing:
        words = translations.gettext("지도에 이름을 표시하지 못한 곳: {names}").format(names=", ".join(drawn.missing))
        description = f"{description} {words}"
    return _svg(inner, size, title, description, ident, "group" if around.links else "img")


def map_in_frame(
    boundaries: Boundaries | None, markers: Sequence[Marker], frame: Box, look: MapLook, around: Around
) -> Drawn:
    """The map as elements that lie inside `frame`: for a drawing that holds more than a map."""
    towns = geography_of(boundaries)
    city = city_extent(towns, markers)
    extent = extent_shown(city, markers, around)
    projection = fitted(towns, extent, frame, look)
    placed = groups(markers, projection, frame, look)
    dotted = dots(around, projection, frame, look)
    tied = knots(around.ties, projection, frame, [*(group.box for group in placed), *(dot.box for dot in dotted)], look)
    between = stretches(markers, projection) if around.connected else []
    taken = [*(group.box for group in placed), *(knot.box for knot in tied)]
    small = Markup()
    visible = projection.seen(frame.left, frame.top, frame.width, frame.height)
    if boundaries and extent is not city and is_part(city, visible):
        box = corner(frame, look, [group.at for group in placed])
        if not any(box.meets(other) for other in taken):
            small, taken = key(boundaries, city, visible, box, look), [*taken, box]
    taken += [dot.box for dot in dotted]
    lines = [points for points, _ in between] + [ends for knot in tied for ends in knot.lines]
    lines += [ends for group in placed if (ends := group.leader)]
    room = Room(
        frame.within(look.rule_border), tuple(taken), tuple(b for ends in lines for b in along(ends, look.way_room))
    )
    stops = [projection.at(marker.point) for marker in markers]
    land = _land(boundaries, towns, projection, frame, room, look, around, stops) if boundaries and towns else None
    off = land.names.boxes(look.rule_tie) if land else ()
    parts = [
        land_below(land, around, look) if land else Markup(),
        *way(between, look),
        *(knot_lines(knot, look, off) for knot in tied),
        circles(dotted, look),
        small,
        names_above(land, around, look) if land else Markup(),
        *(leader(group.leader, look) for group in placed),
        *(discs(group, look) for group in placed),
        *(knot_number(knot, look) for knot in tied),
    ]
    return Drawn(Markup().join(parts), projection, land.names.missing if land else (), tied)


def _land(
    boundaries: Boundaries,
    city: Geography,
    projection: Projection,
    frame: Box,
    room: Room,
    look: MapLook,
    around: Around,
    stops: Sequence[XY],
) -> Land:
    """The land with its names: inside their towns, else beside them, else in a part that is enlarged."""
    seen = ground(city, projection, frame)
    if not around.named:
        return Land(frame, seen, Names())
    labels = {outline.name: projection.at(outline.label[::-1]) for outline in boundaries.outlines}
    towns = shown(seen, look, stops)
    inside = names_inside(seen, labels, towns, room, look)
    names = names_beside(seen, inside, room, look)
    small = inset(city, projection, seen, inside.missing, labels, room, look) if names.missing else None
    if small is None:
        return Land(frame, seen, names)
    seen, room = apart_from(seen, small.box), room.without(small.box)
    rest = [town for town in towns if town in seen.areas and town not in inside.missing]
    return Land(frame, seen, names_beside(seen, names_inside(seen, labels, rest, room, look), room, look), small)


def outline_map(
    boundaries: Boundaries, size: Size, colour: str, look: OutlineLook, highlight: str | None = None
) -> Markup:
    """The outlines alone, for covers; the town of the name `highlight` is filled."""
    inside = Box(0, 0, size.width, size.height).within(look.margin)
    projection = Projection.fitting(
        city_extent(geography_of(boundaries)), inside.left, inside.top, inside.width, inside.height
    )
    rest = [outline for outline in boundaries.outlines if outline.name != highlight]
    chosen = [outline for outline in boundaries.outlines if outline.name == highlight]
    drawn = outlines(rest, projection, "none", colour, look.rule)
    drawn += outlines(chosen, projection, colour, colour, look.rule)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="outline-map" width="{number(size.width)}pt" '
        f'height="{number(size.height)}pt" viewBox="0 0 {number(size.width)} {number(size.height)}" '
        f'aria-hidden="true">{drawn}</svg>'
    )


def _svg(inner: Markup, size: Size, title: str, description: str, ident: str, role: str) -> Markup:
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map-drawing" role="{role}" '
        f'aria-labelledby="{ident}-title {ident}-desc" width="{number(size.width)}pt" height="{number(size.height)}pt" '
        f'viewBox="0 0 {number(size.width)} {number(size.height)}"><title id="{ident}-title">{escape(title)}</title>'
        f'<desc id="{ident}-desc">{escape(description)}</desc>{inner}</svg>'
    )
