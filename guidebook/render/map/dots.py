"""Places without numbers on a map: small circles, with the letter of their kind where the city gives it one."""

from __future__ import annotations

from markupsafe import Markup, escape

from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import Projection
from guidebook.render.map.shapes import BASELINE, Lettering, circle, svg_text
from guidebook.render.map.subject import Around, Lettered


def boxes(around: Around, projection: Projection, look: MapLook) -> list[Box]:
    """The room that they take."""
    plain = [Box.around(projection.at(point), 2 * look.dot, 2 * look.dot) for point in around.dots]
    size = 2 * look.lettered
    return [*plain, *(Box.around(projection.at(one.point), size, size) for one in around.lettered)]


def dots(around: Around, projection: Projection, look: MapLook) -> Markup:
    """The circles; those with letters above the others."""
    plain = [
        circle(projection.at(point), look.dot, look.paper, "map-dot", look.accent, look.rule_sign)
        for point in around.dots
    ]
    return Markup().join((*plain, *(_lettered(one, projection, look) for one in around.lettered)))


def _lettered(one: Lettered, projection: Projection, look: MapLook) -> Markup:
    at = projection.at(one.point)
    drawn = circle(at, look.lettered, look.paper, "map-dot", look.accent, look.rule_sign)
    lettering = Lettering(look.family, look.type_small, look.accent, bold=True)
    drawn += svg_text((at[0], at[1] + look.type_small * BASELINE), one.letter, lettering)
    return Markup(f'<g class="map-lettered"><title>{escape(one.name)}</title>{drawn}</g>')
