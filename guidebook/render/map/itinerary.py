"""The map of a timed route or visit: its stops with the numbers that they have in the list."""

from __future__ import annotations

from markupsafe import Markup

from guidebook.plan.itinerary import Itinerary
from guidebook.plan.spot import Precision
from guidebook.render.context import RenderContext
from guidebook.render.design.values import Size
from guidebook.render.map.kept import map_of
from guidebook.render.map.subject import Marker


def markers_of(itinerary: Itinerary) -> tuple[Marker, ...]:
    """A marker for every stop of which at least the town is known; hollow where the point is not the place's own."""
    return tuple(
        Marker(entry.number, entry.spot.point, entry.spot.name, entry.spot.precision is not Precision.EXACT)
        for entry in itinerary.entries
        if entry.spot.point is not None
    )


def has_map(context: RenderContext, itinerary: Itinerary) -> bool:
    """Whether there is anything to draw: outlines of towns, or a place that is known. Else a map is an empty frame."""
    return context.catalogue.boundaries is not None or bool(markers_of(itinerary))


def itinerary_map(context: RenderContext, itinerary: Itinerary, size: Size, name: str, ident: str) -> Markup:
    """The drawing, as large as `size`. `ident` is unique among the maps of a page or book."""
    markers, words = markers_of(itinerary), context.words.gettext
    return map_of(
        context,
        markers,
        size,
        title=words("{name}의 지도").format(name=name),
        description=words("번호는 일정의 번호와 같습니다. 같은 순서의 목록이 함께 있습니다."),
        ident=ident,
    )


def credit(context: RenderContext) -> str:
    """The line of credit that stands beside a map; empty where the map has no outlines."""
    boundaries = context.catalogue.boundaries
    return boundaries.credit if boundaries else ""
