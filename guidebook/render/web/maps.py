"""Maps of web pages: small drawings that a page enlarges, so that their text can be read on a phone.

Colours are the light ones; the style sheet recolours them by class.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from guidebook.model.records.program import Program
from guidebook.plan.itinerary import Itinerary
from guidebook.plan.spot import Precision, Spot, town_point
from guidebook.render.addresses import address, url
from guidebook.render.context import RenderContext
from guidebook.render.map.itinerary import has_map, markers_of
from guidebook.render.map.kept import map_of
from guidebook.render.map.look import MapSizes
from guidebook.render.map.subject import Around, Lettered, Marker
from guidebook.render.map.ties import Tie
from guidebook.render.map.towns import towns_map, towns_shown


def city_map(context: RenderContext, hatched: Sequence[str] = (), tinted: Sequence[str] = ()) -> Markup:
    """The city on its home page: every town is a link to its page. Sets of towns, by their ids, show a finding."""
    links = {town.id: url("", address("town", town.id)) for town in context.catalogue.towns}
    return towns_map(
        context,
        context.design.look(MapSizes).home,
        towns_shown(context, tinted=tinted, hatched=hatched, links=links),
        title=context.words.gettext("{city}의 읍면동").format(city=context.site.city.name),
        description=context.words.gettext("읍면동의 경계와 이름입니다."),
        ident="map",
    )


def route_maps(context: RenderContext, itinerary: Itinerary, name: str) -> tuple[Markup, Markup]:
    """The way of a route, with the numbers of its timetable: for a phone, and at most as high as a window.

    Empty where nothing is known that could be drawn.
    """
    if not has_map(context, itinerary):
        return Markup(""), Markup("")
    title = context.words.gettext("{name} 지도").format(name=name)
    description = context.words.gettext("번호는 일정의 번호와 같습니다. 같은 순서의 목록이 함께 있습니다.")
    markers, sizes = markers_of(itinerary), context.design.look(MapSizes)
    drawn = partial(map_of, context, markers, title=title, description=description)
    low = drawn(sizes.web_low, least=sizes.web_least, ident="map")
    return low, drawn(sizes.beside, least=sizes.beside_least, ident="map-high")


def has_dot(spot: Spot) -> bool:
    """Whether a place without a number is drawn: only where it is known exactly."""
    return spot.point is not None and spot.precision is Precision.EXACT


def places_map(
    context: RenderContext,
    spots: Sequence[Spot],
    name: str,
    town: str | None = None,
    dots: Sequence[tuple[Spot, str]] = (),
) -> Markup:
    """Places under the numbers of the list beside it, a town filled in; dots, with a letter or none, for the others."""
    exact = [(spot.point, letter, spot) for spot, letter in dots if spot.point and has_dot(spot)]
    return _drawn(
        context,
        tuple(
            Marker(number, spot.point, spot.name, spot.precision is not Precision.EXACT)
            for number, spot in enumerate(spots, start=1)
            if spot.point is not None
        ),
        context.words.gettext("{name} 지도").format(name=name),
        context.words.gettext("번호는 목록의 번호와 같습니다."),
        Around(
            False,
            town,
            tuple(point for point, letter, _ in exact if not letter),
            tuple(Lettered(point, letter, spot.name) for point, letter, spot in exact if letter),
        ),
    )


def place_map(context: RenderContext, spot: Spot) -> Markup:
    """One place in its town."""
    town = context.catalogue.town(spot.town) if spot.town else None
    words = context.words.gettext
    markers = (Marker(1, spot.point, spot.name, spot.precision is not Precision.EXACT),) if spot.point else ()
    description = words("{name} 안의 위치").format(name=town.name) if town else ""
    return _drawn(
        context,
        markers,
        words("{name} 지도").format(name=spot.name),
        description,
        Around(False, town.name if town else None),
    )


def partnerships_map(context: RenderContext, program: Program) -> Markup:
    """What towns did together as lines between them, under the numbers of the list beside it."""
    catalogue = context.catalogue
    ties = []
    for number, partnership in enumerate(program.partnerships, start=1):
        points = tuple(point for town in partnership.towns if (point := town_point(town, catalogue)[0]))
        if points:
            ties.append(Tie(number, points, partnership.title))
    return _drawn(
        context,
        (),
        context.words.gettext("{name} 지도").format(name=program.name),
        context.words.gettext("번호는 목록의 번호와 같습니다. 선은 협력한 읍면동을 연결합니다."),
        Around(False, ties=tuple(ties)),
    )


def _drawn(
    context: RenderContext, markers: Sequence[Marker], title: str, description: str, around: Around | None = None
) -> Markup:
    return map_of(
        context,
        markers,
        context.design.look(MapSizes).web,
        least=context.design.look(MapSizes).web_least,
        title=title,
        description=description,
        ident="map",
        around=around or Around(),
    )
