"""The chapters of the tour in the guidebook: routes with clock times and maps, sights by town, restaurants."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from markupsafe import Markup

from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.route import Route
from guidebook.model.records.town import Town
from guidebook.model.settings.showing import Grade
from guidebook.plan.designation import graded
from guidebook.plan.itinerary import Itinerary, plan_route
from guidebook.plan.related import apart, towns_of_route
from guidebook.plan.spot import Spot, spot_of_place
from guidebook.render.addresses import SITES, TOWNS
from guidebook.render.book.chapter import Chapter, Side, chapter, link, referring, see_page
from guidebook.render.book.footnotes import footnotes
from guidebook.render.book.qr_link import permanent, signpost
from guidebook.render.book.typesetting import map_size
from guidebook.render.context import RenderContext
from guidebook.render.map.drawing import Size
from guidebook.render.map.itinerary import credit, itinerary_map
from guidebook.render.text.embedded import apart_from_body, in_book
from guidebook.render.text.written import written

SEEN = {"site": "site", "hall": "town"}
"""Kind of stop → how the chapter that tells of it names its anchor."""
Lunch = tuple[Restaurant, Spot, Grade | None, float | None]
"""A restaurant with its place, its grade that holds, and the kilometres from where a route eats."""
ROUTE_MAP = Size(330, 180)
"""The map that faces a schedule, with room for its places beneath."""
MAP_SIZE = Size(330, 244)
"""A map between the book's margins, in points."""


def route_chapter(context: RenderContext, route: Route) -> Chapter:
    """A route as an opening of two pages: the schedule on the left, facing it the map with its places."""
    itinerary = plan_route(route, context.catalogue)
    told = [_told_at(entry.spot) for entry in itinerary.entries]

    def set_pages(reference: Callable[[str], Markup]) -> Chapter:
        def see(spot: Spot) -> Markup:
            anchor = _told_at(spot)
            return see_page(context, reference(anchor)) if anchor else Markup()

        return arranged(
            context,
            route,
            "route",
            map_size(ROUTE_MAP, context.print_format),
            "left" if context.print_format.openers else None,
            see=see,
            lunches=lunches(context, route, itinerary),
        )

    return referring([anchor for anchor in told if anchor], set_pages)


def _told_at(spot: Spot) -> str:
    """Where the book tells more of a stop; empty where it does not."""
    return f"{SEEN[spot.kind]}-{spot.id}" if spot.kind in SEEN and spot.id else ""


def arranged(
    context: RenderContext, route: Route, template: str, size: Size, side: Side | None = None, **values: object
) -> Chapter:
    """A route in the form of a template, with a map of that size; `values` are what the template needs beside."""
    anchor, itinerary = f"route-{route.id}", plan_route(route, context.catalogue)
    body = written(context, route, link, in_book(context, route), f"{anchor}-", lines=True)
    return chapter(
        context,
        template,
        anchor,
        route.title,
        context.catalogue.source_map(route).file,
        side,
        foot=footnotes(context, route, f"{anchor}-"),
        route=route,
        anchor=anchor,
        prose=body.html,
        apart=apart_from_body(route),
        itinerary=itinerary,
        drawing=itinerary_map(context, itinerary, size, route.title, f"{anchor}-map"),
        credit=credit(context),
        sign=signpost(context, route.title, permanent(route.id)),
        **values,
    )


def lunches(context: RenderContext, route: Route, itinerary: Itinerary) -> tuple[Lunch, ...]:
    """The restaurants in the towns of a route, the closest to where it eats first; distances where points are known."""
    towns = {town.id for town in towns_of_route(context.catalogue, route)}
    eaten = next((entry.spot for entry in itinerary.entries if entry.stop.lunch), None)
    found = [
        (one, spot, grade, apart(eaten, spot) if eaten else None)
        for one, spot, grade in graded(context.catalogue, context.site, context.site.published)
        if one.town in towns
    ]
    return tuple(sorted(found, key=lambda one: (one[3] is None, one[3] or 0, one[0].name)))


def places_chapter(context: RenderContext, towns: Collection[str] | None = None) -> Chapter:
    """All sights by town, then the restaurants; where `towns` are named, only theirs and no lists."""
    catalogue, title = context.catalogue, context.words.gettext("볼거리와 음식점")
    wanted = [town for town in catalogue.towns if towns is None or town.id in towns]
    restaurants = graded(catalogue, context.site, context.site.published)
    by_town = [
        (
            town,
            [
                (place, spot_of_place(place, catalogue))
                for place in catalogue.sites
                if place.is_sight and place.town == town.id
            ],
        )
        for town in wanted
    ]
    routes = [
        (route, lunches(context, route, plan_route(route, catalogue)))
        for route in catalogue.routes
        if towns is None or {town.id for town in towns_of_route(catalogue, route)} <= set(towns)
    ]
    place = partial(
        chapter,
        context,
        "places",
        "places",
        title,
        catalogue.where_site().file,
        by_town=[(town, places) for town, places in by_town if places],
        by_route=routes,
        restaurants=[one for one in restaurants if towns is None or one[0].town in towns],
        lists=catalogue.lists if towns is None else (),
        sign=signpost(context, title, SITES),
    )

    def set_pages(reference: Callable[[str], Markup]) -> Chapter:
        return place(see=lambda route: see_page(context, reference(f"route-{route.id}")))

    return referring([f"route-{route.id}" for route, _ in routes], set_pages)


def towns_chapter(context: RenderContext, towns: Sequence[Town] | None = None) -> Chapter:
    """All towns, or those named: their cases, halls and sights."""
    told = context.catalogue.towns if towns is None else towns
    title, file = towns_title(context, len(told)), context.catalogue.where_site().file
    return chapter(context, "towns", "towns", title, file, towns=told, sign=signpost(context, title, TOWNS))


def towns_title(context: RenderContext, count: int) -> str:
    """`읍면동 14곳`."""
    return context.words.ngettext("읍면동 {count}곳", "읍면동 {count}곳", count).format(count=count)
