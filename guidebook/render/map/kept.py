"""Maps drawn once: a map that is asked for again with the same values is taken from the cache of steps.

Separate from `drawing`, which draws and knows neither contexts nor caches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from guidebook.model.boundary import Boundaries
from guidebook.render.context import KeptMaps, RenderContext
from guidebook.render.design.values import Size
from guidebook.render.map.drawing import draw_map
from guidebook.render.map.look import MapLook
from guidebook.render.map.subject import ALONE, Around, Marker
from guidebook.storage.program import ProgramSteps
from guidebook.storage.steps import digest_of

STEP = "map"
"""The name of the step."""


def keeping_maps(context: RenderContext, steps: ProgramSteps) -> RenderContext:
    """The context, and that of its pages in English, with maps that `steps` keeps."""
    maps = KeptMaps(steps, _digest(context.catalogue.boundaries))
    english = replace(context.english, maps=maps) if context.english else None
    return replace(context, maps=maps, english=english)


def map_of(
    context: RenderContext,
    markers: Sequence[Marker],
    size: Size,
    *,
    title: str,
    description: str,
    ident: str,
    around: Around = ALONE,
    least: Size | None = None,
) -> Markup:
    """A map of the context's city, as `draw_map` draws it."""
    boundaries, look = context.catalogue.boundaries, context.design.look(MapLook)
    inputs = {
        "outlines": context.maps.outlines,
        "language": context.language,
        "map": digest_of(title, description, ident, *map(repr, (tuple(markers), size, least, look, around))),
    }

    def drawn() -> str:
        named = {"title": title, "description": description, "ident": ident}
        return str(draw_map(boundaries, markers, size, look, context.words, **named, around=around, least=least))

    return Markup(context.maps.steps.kept(STEP, title, inputs, str, drawn))


def _digest(boundaries: Boundaries | None) -> str:
    return digest_of(repr(boundaries))
