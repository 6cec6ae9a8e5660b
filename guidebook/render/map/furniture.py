"""The parts of a map beside its subject: scale bar, north arrow, legend, and a small key map of the whole city."""

from __future__ import annotations

import gettext
from collections.abc import Sequence

from markupsafe import Markup

from guidebook.model.boundary import Boundaries
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY, Extent, Projection
from guidebook.render.map.shapes import EDGE, GREY, INK, number, outlines, svg_text, text_width

STEPS = (0.5, 1, 2, 5, 10, 20, 50)
"""Kilometres that a scale bar may show."""
SMALL = 7.0
STRIP = 22.0
"""Points at the foot of a map for scale and legend."""


def scale_bar(at: XY, scale: float, widest: float) -> tuple[Markup, float]:
    """A bar of a round length, and how wide it is with its words; `scale` is points in a kilometre."""
    fitting = [step for step in STEPS if step * scale <= widest] or [STEPS[0]]
    length, (x, y) = fitting[-1] * scale, at
    ticks = f"M{number(x)} {number(y - 3)}v3h{number(length)}v-3"
    label = f"{fitting[-1]:g}km"
    bar = f'<path class="map-scale" d="{ticks}" fill="none" stroke="{INK}" stroke-width="0.8"/>'
    return Markup(bar) + svg_text((x + length + 3, y), label, SMALL, INK, "start"), length + 3 + text_width(
        label, SMALL
    )


def north(at: XY, label: str) -> Markup:
    """An arrow to the north, its foot at `at`, and beside it what it means."""
    x, y = at
    arrow = f"M{number(x)} {number(y - 10)}l3.6 10l-3.6 -2.4l-3.6 2.4z"
    drawn = Markup(f'<path class="map-north" d="{arrow}" fill="{INK}"/>')
    return drawn + svg_text((x + 6, y), label, SMALL, INK, "start")


def legend(at: XY, colour: str, filled: str, hollow: bool, translations: gettext.NullTranslations) -> Markup:
    """What filled and hollow numbers mean; only what the map holds. `at` is the right end of the base line."""
    right, y = at
    entries = [(filled, colour, "map-sign")]
    if hollow:
        entries.append((translations.gettext("대략 위치"), "#ffffff", "map-sign map-hollow"))
    svg = Markup()
    for label, fill, css_class in reversed(entries):
        right -= text_width(label, SMALL)
        svg += svg_text((right, y), label, SMALL, GREY, "start")
        right -= 6
        svg += Markup(
            f'<circle class="{css_class}" cx="{number(right)}" cy="{number(y - 2.4)}" r="3" fill="{fill}" '
            f'stroke="{colour}" stroke-width="1"/>'
        )
        right -= 10
    return svg


def key(boundaries: Boundaries, city: Extent, shown: Extent, box: Box) -> Markup:
    """The whole city, small, with a frame around what the map shows."""
    projection = Projection.fitting(city, box.left + 4, box.top + 4, box.width - 8, box.height - 8)
    x1, y1 = projection.at((shown.north, shown.west))
    x2, y2 = projection.at((shown.south, shown.east))
    x1, y1 = max(x1, box.left), max(y1, box.top)
    x2, y2 = min(x2, box.left + box.width), min(y2, box.top + box.height)
    ground = (
        f'<rect x="{number(box.left)}" y="{number(box.top)}" width="{number(box.width)}" '
        f'height="{number(box.height)}" fill="#ffffff" stroke="{EDGE}" stroke-width="0.5"/>'
    )
    frame = (
        f'<rect x="{number(x1)}" y="{number(y1)}" width="{number(x2 - x1)}" height="{number(y2 - y1)}" '
        f'fill="none" stroke="{INK}" stroke-width="1"/>'
    )
    drawn = outlines(boundaries.outlines, projection, "#ffffff", EDGE, 0.3)
    return Markup(f'<g class="map-key">{ground}{drawn}{frame}</g>')


def corner(frame: Box, width: float, height: float, points: Sequence[XY]) -> Box:
    """The corner of the frame in which the fewest points lie."""
    right, bottom = frame.left + frame.width - width, frame.top + frame.height - height
    corners = [Box(x, y, width, height) for y in (frame.top, bottom) for x in (right, frame.left)]
    return min(corners, key=lambda box: sum(box.meets(Box.around(point, 24, 24)) for point in points))
