"""A route as a leaflet of its own, to be taken along: what the guidebook's chapter says, and every stop in full."""

from __future__ import annotations

from enum import StrEnum

from guidebook.model.records.route import Route
from guidebook.model.wording.sample import title_suffix
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.links import without_dangling_links
from guidebook.render.book.tour import arranged
from guidebook.render.context import RenderContext
from guidebook.render.map.look import MapSizes


class Form(StrEnum):
    """How a leaflet is arranged. Which suits a route shows when it is laid out."""

    FLOWING = "flowing"
    """One after the other: for a route so short that two pages hold all, or so long that nothing else is left."""
    OPEN = "open"
    """A page for introduction and schedule, one for the map, one for the stops."""
    CLOSE = "close"
    """The same, with the introduction beneath a smaller map."""


def leaflet(context: RenderContext, route: Route, form: Form) -> Manuscript:
    """The leaflet of a route. Links to what it does not hold are plain words."""
    title = f"{route.title} {title_suffix(context.site, context.words)}".strip()
    sizes = context.design.look(MapSizes)
    maps = {Form.FLOWING: sizes.leaflet, Form.OPEN: sizes.leaflet_page, Form.CLOSE: sizes.leaflet_half}
    chapters = without_dangling_links([arranged(context, route, "leaflet", maps[form], form=form)])
    return Manuscript(title, chapters, chapters[0])
