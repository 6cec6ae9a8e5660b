"""Places without numbers on a map: small circles, with the letter of their kind where the city gives it one."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import XY, Projection
from guidebook.render.map.shapes import BASELINE, Lettering, circle, svg_text
from guidebook.render.map.subject import Around


def boxes(around: Around, projection: Projection, look: MapLook) -> list[Box]:
    """The room that they take."""
    return [
        Box.around(at, 2 * _radius(letter, look), 2 * _radius(letter, look)) for at, letter in _at(around, projection)
    ]


def dots(around: Around, projection: Projection, look: MapLook) -> Markup:
    """The circles; those with letters above the others."""
    every = sorted(_at(around, projection), key=lambda one: bool(one[1]))
    return Markup().join(_dot(at, letter, look) for at, letter in every)


def _dot(at: XY, letter: str, look: MapLook) -> Markup:
    drawn = circle(at, _radius(letter, look), look.paper, "map-dot", look.accent, look.rule_sign)
    if not letter:
        return drawn
    lettering = Lettering(look.family, look.type_small, look.accent, bold=True)
    below = (at[0], at[1] + look.type_small * BASELINE)
    return Markup('<g class="map-lettered">') + drawn + svg_text(below, letter, lettering) + Markup("</g>")


def _at(around: Around, projection: Projection) -> Iterator[tuple[XY, str]]:
    letters = around.letters or ("",) * len(around.dots)
    for point, letter in zip(around.dots, letters, strict=True):
        yield projection.at(point), letter


def _radius(letter: str, look: MapLook) -> float:
    return look.lettered if letter else look.dot
