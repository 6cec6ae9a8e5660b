"""What stands before the contents: the cover with the city's outlines, its map, the title page, reading aids."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.colour import mix
from guidebook.render.chapter import Chapter, chapter
from guidebook.render.edition import Edition
from guidebook.render.itinerary_map import credit
from guidebook.render.map.drawing import Look, Size, draw_map, outline_map
from guidebook.render.typesetting import map_size

COVER_MAP = Size(640, 577)
"""Larger than the page: the coast runs off its edge. Its style sheet gives it its size."""
FRONT_MAP = Size(330, 330)
"""The map of the towns, in points."""


def front_matter(edition: Edition) -> Iterator[Chapter]:
    """The first pages, the title page on the right: it faces the map, or where there is none, how to read the book."""
    words, file = edition.words.gettext, edition.catalogue.where_site().file
    title = edition.site.titled(edition.language)
    outline = cover_outline(edition)
    yield chapter(edition, "cover", "cover", title, file, "right", outline=outline)
    opening, reading = _frontispiece(edition), chapter(edition, "reading", "reading", words("일러두기"), file)
    yield opening or reading
    yield chapter(edition, "title", "title", title, file, "right")
    if opening:
        yield reading


def single_cover(edition: Edition, title: str, line: str, source: str, mark: str = "") -> Chapter:
    """The cover of a book that holds one record: its title, a line about it, the emblem where it has one."""
    outline = cover_outline(edition)
    return chapter(edition, "single-cover", "cover", title, source, "right", outline=outline, line=line, mark=mark)


def cover_outline(edition: Edition) -> str:
    """The city's outlines behind the title, on the city's blue, or on white where a copier prints the book."""
    boundaries, primary = edition.catalogue.boundaries, edition.site.palette.primary
    line = mix(primary, "#ffffff", 0.6 if edition.profile.ink == "grey" else 0.45)
    return outline_map(boundaries, COVER_MAP, line, None) if boundaries else ""


def _frontispiece(edition: Edition) -> Chapter | None:
    """The city and its towns; None where there are no boundaries."""
    boundaries, palette = edition.catalogue.boundaries, edition.site.palette
    if boundaries is None:
        return None
    title = edition.words.gettext("{city}의 읍면동").format(city=edition.site.city.name)
    about = edition.words.gettext("읍면동의 경계와 이름입니다.")
    look = Look(palette.primary, palette.signal)
    size = map_size(FRONT_MAP, edition.profile)
    drawn = draw_map(boundaries, (), size, look, edition.words, title=title, description=about, ident="front-map")
    file = edition.catalogue.where_site().file
    return chapter(edition, "frontispiece", "front", title, file, drawing=drawn, credit=credit(edition))
