"""Places without numbers on a map: small circles, with the letter of their kind where the city gives it one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import Projection
from guidebook.render.map.shapes import BASELINE, Lettering, circle, svg_text
from guidebook.render.map.subject import Around, Lettered


@dataclass(frozen=True, slots=True)
class Dot:
    """One of them, inside the frame."""

    box: Box
    of: Lettered | None = None
    """The place, where its kind has a letter."""


def dots(around: Around, projection: Projection, frame: Box, look: MapLook) -> tuple[Dot, ...]:
    """Those that the frame holds; those with letters come last, above the others."""
    plain = [Dot(Box.around(projection.at(point), 2 * look.dot, 2 * look.dot)) for point in around.dots]
    size = 2 * look.lettered
    lettered = [Dot(Box.around(projection.at(one.point), size, size), one) for one in around.lettered]
    return tuple(dot for dot in (*plain, *lettered) if frame.holds(dot.box))


def circles(every: Iterable[Dot], look: MapLook) -> Markup:
    """The dots as they are drawn."""
    return Markup().join(_circle(dot, look) for dot in every)


def _circle(dot: Dot, look: MapLook) -> Markup:
    at = dot.box.middle
    drawn = circle(at, dot.box.width / 2, look.paper, "map-dot", look.accent, look.rule_sign)
    if dot.of is None:
        return drawn
    lettering = Lettering(look.family, look.type_small, look.accent, bold=True)
    drawn += svg_text((at[0], at[1] + look.type_small * BASELINE), dot.of.letter, lettering)
    return Markup(f'<g class="map-lettered"><title>{escape(dot.of.name)}</title>{drawn}</g>')
