"""The parts of a map beside its subject: scale bar, north arrow, legend, and a small key map of the whole city."""

from __future__ import annotations

import gettext
from collections.abc import Sequence

from markupsafe import Markup

from guidebook.model.boundary import Boundaries
from guidebook.render.design.values import Size
from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY, Extent, Projection
from guidebook.render.map.shapes import Lettering, circle, number, outlines, rectangle, svg_text, text_width
from guidebook.render.map.subject import Marker

SCALE = 0.28
"""How wide the scale bar is at most, as a share of the map's width."""
STEPS = (0.5, 1, 2, 5, 10, 20, 50)
"""Kilometres that a scale bar may show."""


def scale_bar(at: XY, scale: float, widest: float, look: MapLook) -> Markup:
    """A bar of a round length with its words; `scale` is points in a kilometre."""
    fitting = [step for step in STEPS if step * scale <= widest] or [STEPS[0]]
    length, (x, y) = fitting[-1] * scale, at
    tick, width = number(look.scale_tick), number(look.rule_scale)
    ticks = f"M{number(x)} {number(y - look.scale_tick)}v{tick}h{number(length)}v-{tick}"
    bar = Markup(f'<path class="map-scale" d="{ticks}" fill="none" stroke="{look.ink}" stroke-width="{width}"/>')
    return bar + svg_text((x + length + look.scale_gap, y), f"{fitting[-1]:g}km", _small(look, look.ink))


def north(at: XY, label: str, look: MapLook) -> Markup:
    """An arrow to the north, its foot at `at`, and beside it what it means."""
    (x, y), side, height = at, number(look.north.width / 2), look.north.height
    notch = number(look.north_notch)
    arrow = f"M{number(x)} {number(y - height)}l{side} {number(height)}l-{side} -{notch}l-{side} {notch}z"
    drawn = Markup(f'<path class="map-north" d="{arrow}" fill="{look.ink}"/>')
    return drawn + svg_text((x + look.north_gap, y), label, _small(look, look.ink))


def legend(at: XY, filled: str, hollow: bool, translations: gettext.NullTranslations, look: MapLook) -> Markup:
    """What filled and hollow numbers mean; only what the map holds. `at` is the right end of the base line."""
    right, y = at
    entries = [(filled, look.accent, "map-sign")]
    if hollow:
        entries.append((translations.gettext("대략 위치"), look.paper, "map-sign map-hollow"))
    drawn = Markup()
    for label, fill, css_class in reversed(entries):
        right -= text_width(label, look.type_small)
        drawn += svg_text((right, y), label, _small(look, look.quiet))
        right -= look.sign_gap
        drawn += circle((right, y - look.sign_rise), look.sign, fill, css_class, look.accent, look.rule_sign)
        right -= look.sign_room
    return drawn


def key(boundaries: Boundaries, city: Extent, shown: Extent, box: Box, look: MapLook) -> Markup:
    """The whole city, small, with a frame around what the map shows."""
    inside = box.within(look.key_margin)
    projection = Projection.fitting(city, inside.left, inside.top, inside.width, inside.height)
    x1, y1 = projection.at((shown.north, shown.west))
    x2, y2 = projection.at((shown.south, shown.east))
    x1, y1 = max(x1, box.left), max(y1, box.top)
    x2, y2 = min(x2, box.left + box.width), min(y2, box.top + box.height)
    ground = rectangle(box, look.paper, look.edge, look.rule_border)
    frame = rectangle(Box(x1, y1, x2 - x1, y2 - y1), "none", look.ink, look.rule_key_frame)
    drawn = outlines(boundaries.outlines, projection, look.paper, look.edge, look.rule_key)
    return Markup('<g class="map-key">') + ground + drawn + frame + Markup("</g>")


def corner(frame: Box, look: MapLook, points: Sequence[XY]) -> Box:
    """Where the key stands: the corner of the frame in which the fewest points lie."""
    width, height, room = look.key.width, look.key.height, look.key_room
    right, bottom = frame.left + frame.width - width, frame.top + frame.height - height
    corners = [Box(x, y, width, height) for y in (frame.top, bottom) for x in (right, frame.left)]
    return min(corners, key=lambda box: sum(box.meets(Box.around(point, room, room)) for point in points))


def foot(
    size: Size,
    projection: Projection,
    markers: Sequence[Marker],
    look: MapLook,
    translations: gettext.NullTranslations,
    connected: bool,
) -> Markup:
    """North, scale and legend beneath the frame."""
    base = size.height - look.foot_rise
    bar = scale_bar((look.scale_start, base), projection.scale, size.width * SCALE, look)
    hollow = any(marker.hollow for marker in markers)
    label = translations.gettext("방문지") if connected else translations.gettext("위치")
    signs = (
        legend((size.width - 2 * look.rule_border, base), label, hollow, translations, look) if markers else Markup()
    )
    return north((look.foot_rise, base), translations.gettext("북"), look) + bar + signs


def _small(look: MapLook, colour: str) -> Lettering:
    return Lettering(look.family, look.type_small, colour, "start")
