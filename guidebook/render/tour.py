"""The chapters of the tour in the guidebook: routes with clock times and maps, sights by town, restaurants."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from markupsafe import Markup

from guidebook.model.catalogue import Catalogue
from guidebook.model.restaurant import Restaurant
from guidebook.model.route import Route
from guidebook.model.site import Grade, Site
from guidebook.model.town import Town
from guidebook.plan.designation import grade_on
from guidebook.plan.itinerary import Itinerary, plan_route
from guidebook.plan.related import apart, towns_of_route
from guidebook.plan.spot import Spot, spot_of_place, spot_of_restaurant
from guidebook.render.addresses import SITES, TOWNS
from guidebook.render.chapter import Chapter, Side, chapter, link, referring, see_page
from guidebook.render.edition import Edition
from guidebook.render.embedded import apart_from_body, in_book
from guidebook.render.footnotes import footnotes
from guidebook.render.itinerary_map import credit, itinerary_map
from guidebook.render.map.drawing import Size
from guidebook.render.signpost import permanent, signpost
from guidebook.render.typesetting import map_size
from guidebook.render.written import written

SEEN = {"site": "site", "hall": "town"}
"""Kind of stop → how the chapter that tells of it names its anchor."""
Lunch = tuple[Restaurant, Spot, Grade | None, float | None]
"""A restaurant with its place, its grade that holds, and the kilometres from where a route eats."""
ROUTE_MAP = Size(330, 180)
"""The map that faces a schedule, with room for its places beneath."""
MAP_SIZE = Size(330, 244)
"""A map between the book's margins, in points."""


def route_chapter(edition: Edition, route: Route) -> Chapter:
    """A route as an opening of two pages: the schedule on the left, facing it the map with its places."""
    itinerary = plan_route(route, edition.catalogue)
    told = [_told_at(entry.spot) for entry in itinerary.entries]

    def set_pages(reference: Callable[[str], Markup]) -> Chapter:
        def see(spot: Spot) -> Markup:
            anchor = _told_at(spot)
            return see_page(edition, reference(anchor)) if anchor else Markup()

        return arranged(
            edition,
            route,
            "route",
            map_size(ROUTE_MAP, edition.profile),
            "left" if edition.profile.openers else None,
            see=see,
            lunches=lunches(edition, route, itinerary),
        )

    return referring([anchor for anchor in told if anchor], set_pages)


def _told_at(spot: Spot) -> str:
    """Where the book tells more of a stop; empty where it does not."""
    return f"{SEEN[spot.kind]}-{spot.id}" if spot.kind in SEEN and spot.id else ""


def arranged(
    edition: Edition, route: Route, template: str, size: Size, side: Side | None = None, **values: object
) -> Chapter:
    """A route in the form of a template, with a map of that size; `values` are what the template needs beside."""
    anchor, itinerary = f"route-{route.id}", plan_route(route, edition.catalogue)
    body = written(edition, route, link, in_book(edition, route), f"{anchor}-", lines=True)
    return chapter(
        edition,
        template,
        anchor,
        route.title,
        edition.catalogue.source_map(route).file,
        side,
        foot=footnotes(edition, route, f"{anchor}-"),
        route=route,
        anchor=anchor,
        prose=body.html,
        apart=apart_from_body(route),
        itinerary=itinerary,
        drawing=itinerary_map(edition, itinerary, size, route.title, f"{anchor}-map"),
        credit=credit(edition),
        sign=signpost(edition, route.title, permanent(route.id)),
        **values,
    )


def lunches(edition: Edition, route: Route, itinerary: Itinerary) -> tuple[Lunch, ...]:
    """The restaurants in the towns of a route, the closest to where it eats first; distances where points are known."""
    towns = {town.id for town in towns_of_route(edition.catalogue, route)}
    eaten = next((entry.spot for entry in itinerary.entries if entry.stop.lunch), None)
    found = [
        (one, spot, grade, apart(eaten, spot) if eaten else None)
        for one, spot, grade in graded(edition.catalogue, edition.site, edition.site.published)
        if one.town in towns
    ]
    return tuple(sorted(found, key=lambda one: (one[3] is None, one[3] or 0, one[0].name)))


def places_chapter(edition: Edition, towns: Collection[str] | None = None) -> Chapter:
    """All sights by town, then the restaurants; where `towns` are named, only theirs and no lists."""
    catalogue, title = edition.catalogue, edition.words.gettext("볼거리와 음식점")
    wanted = [town for town in catalogue.towns if towns is None or town.id in towns]
    restaurants = graded(catalogue, edition.site, edition.site.published)
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
        (route, lunches(edition, route, plan_route(route, catalogue)))
        for route in catalogue.routes
        if towns is None or {town.id for town in towns_of_route(catalogue, route)} <= set(towns)
    ]
    place = partial(
        chapter,
        edition,
        "places",
        "places",
        title,
        catalogue.where_site().file,
        by_town=[(town, places) for town, places in by_town if places],
        by_route=routes,
        restaurants=[one for one in restaurants if towns is None or one[0].town in towns],
        lists=catalogue.lists if towns is None else (),
        sign=signpost(edition, title, SITES),
    )

    def set_pages(reference: Callable[[str], Markup]) -> Chapter:
        return place(see=lambda route: see_page(edition, reference(f"route-{route.id}")))

    return referring([f"route-{route.id}" for route, _ in routes], set_pages)


def towns_chapter(edition: Edition, towns: Sequence[Town] | None = None) -> Chapter:
    """All towns, or those named: their cases, halls and sights."""
    told = edition.catalogue.towns if towns is None else towns
    title, file = towns_title(edition, len(told)), edition.catalogue.where_site().file
    return chapter(edition, "towns", "towns", title, file, towns=told, sign=signpost(edition, title, TOWNS))


def towns_title(edition: Edition, count: int) -> str:
    """`읍면동 14곳`."""
    return edition.words.ngettext("읍면동 {count}곳", "읍면동 {count}곳", count).format(count=count)


def graded(catalogue: Catalogue, site: Site, day: str) -> tuple[tuple[Restaurant, Spot, Grade | None], ...]:
    """Every restaurant with the grade that holds on `day`; one that has ended or was cancelled is not shown."""
    return tuple(
        (one, spot_of_restaurant(one, catalogue), grade_on(one.designation, site, day)) for one in catalogue.restaurants
    )
