"""Maps of towns as information, for whoever has a context: towns by their ids, tinted, hatched, linked, tied.

A map of its own is `towns_map`; inside a larger drawing stands `towns_in_frame`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from guidebook.render.context import RenderContext
from guidebook.render.design.values import Size
from guidebook.render.map.drawing import Drawn, map_in_frame
from guidebook.render.map.kept import map_of
from guidebook.render.map.look import MapLook
from guidebook.render.map.placing import Box
from guidebook.render.map.projection import LatLon
from guidebook.render.map.subject import Around, Marker
from guidebook.render.map.ties import Tie


def towns_shown(
    context: RenderContext,
    *,
    tinted: Iterable[str] = (),
    strong: str | None = None,
    hatched: Iterable[str] = (),
    dots: Iterable[LatLon] = (),
    ties: Iterable[Tie] = (),
    links: Mapping[str, str] | None = None,
    named: bool = True,
    furnished: bool = False,
) -> Around:
    """What a map of the whole city shows; towns by their ids, and what is no town of the city is left out."""
    return Around(
        connected=False,
        highlight=next(iter(_names(context, (strong,) if strong else ())), None),
        dots=tuple(dots),
        ties=tuple(ties),
        tinted=_names(context, tinted),
        hatched=_names(context, hatched),
        links=tuple((name, to) for id, to in (links or {}).items() for name in _names(context, (id,))),
        named=named,
        furnished=furnished,
        whole=True,
    )


def towns_map(
    context: RenderContext,
    size: Size,
    around: Around,
    *,
    title: str,
    description: str,
    ident: str,
    markers: tuple[Marker, ...] = (),
) -> Markup:
    """A map of towns as a drawing of its own, kept between runs; empty where the city has no outlines."""
    if context.catalogue.boundaries is None:
        return Markup()
    return map_of(context, markers, size, title=title, description=description, ident=ident, around=around)


def towns_in_frame(
    context: RenderContext, frame: Box, around: Around, markers: tuple[Marker, ...] = ()
) -> Drawn | None:
    """The same inside a frame of a larger drawing, without `<svg>`; None where the city has no outlines."""
    boundaries = context.catalogue.boundaries
    if boundaries is None:
        return None
    return map_in_frame(boundaries, markers, frame, context.design.look(MapLook), around)


def _names(context: RenderContext, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(town.name for id in ids if (town := context.catalogue.town(id)))
