"""A route as a leaflet of its own, to be taken along: what the guidebook's chapter says, and every stop in full."""

from __future__ import annotations

from enum import StrEnum

from guidebook.model.route import Route
from guidebook.render.book import Manuscript
from guidebook.render.chapter import without_dangling_links
from guidebook.render.edition import Edition
from guidebook.render.map.drawing import Size
from guidebook.render.notice import title_suffix
from guidebook.render.tour import MAP_SIZE, arranged


class Form(StrEnum):
    """How a leaflet is arranged. Which suits a route shows when it is laid out."""

    FLOWING = "flowing"
    """One after the other: for a route so short that two pages hold all, or so long that nothing else is left."""
    OPEN = "open"
    """A page for introduction and schedule, one for the map, one for the stops."""
    CLOSE = "close"
    """The same, with the introduction beneath a smaller map."""


MAPS = {Form.FLOWING: MAP_SIZE, Form.OPEN: Size(330, 424), Form.CLOSE: Size(330, 330)}
"""How large the map is in each form, in points."""


def leaflet(edition: Edition, route: Route, form: Form) -> Manuscript:
    """The leaflet of a route. Links to what it does not hold are plain words."""
    title = f"{route.title} {title_suffix(edition.site, edition.words)}".strip()
    chapters = without_dangling_links([arranged(edition, route, "leaflet", MAPS[form], form=form)])
    return Manuscript(title, chapters, chapters[0])
