"""The chapters of the tour in the guidebook: routes with clock times and maps, sights by town, restaurants."""

from __future__ import annotations

from typing import Any

from guidebook.model.catalogue import Catalogue
from guidebook.model.restaurant import Restaurant
from guidebook.model.route import Route
from guidebook.model.site import Grade, Site
from guidebook.plan.designation import grade_on
from guidebook.plan.itinerary import plan_route
from guidebook.plan.spot import Spot, spot_of_place, spot_of_restaurant
from guidebook.render.addresses import SITES, TOWNS
from guidebook.render.chapter import Chapter, chapter, link
from guidebook.render.edition import Edition
from guidebook.render.itinerary_map import credit, itinerary_map
from guidebook.render.map.drawing import Size
from guidebook.render.prose import prose
from guidebook.render.signpost import permanent, signpost

MAP_SIZE = Size(330, 244)
"""A map between the book's margins, in points."""


def route_chapter(
    edition: Edition, route: Route, template: str = "route", size: Size = MAP_SIZE, **values: Any
) -> Chapter:
    """A route as suggested, with a map of that size; `values` are what another template needs beside."""
    anchor, itinerary = f"route-{route.id}", plan_route(route, edition.catalogue)
    body = prose(route.body, route.notes, link, f"{anchor}-", edition.words.gettext("주{number}"))
    return chapter(
        edition,
        template,
        anchor,
        route.title,
        edition.catalogue.source_map(route).file,
        route=route,
        anchor=anchor,
        prose=body.html,
        itinerary=itinerary,
        drawing=itinerary_map(edition, itinerary, size, route.title, f"{anchor}-map"),
        credit=credit(edition),
        sign=signpost(edition, route.title, permanent(route.id)),
        **values,
    )


def places_chapter(edition: Edition) -> Chapter:
    """All sights by town, then the restaurants."""
    catalogue, title = edition.catalogue, edition.words.gettext("볼거리와 음식점")
    by_town = [
        (
            town,
            [
                (place, spot_of_place(place, catalogue))
                for place in catalogue.sites
                if place.is_sight and place.town == town.id
            ],
        )
        for town in catalogue.towns
    ]
    return chapter(
        edition,
        "places",
        "places",
        title,
        catalogue.where_site().file,
        by_town=[(town, places) for town, places in by_town if places],
        restaurants=graded(catalogue, edition.site, edition.site.published),
        sign=signpost(edition, title, SITES),
    )


def towns_chapter(edition: Edition) -> Chapter:
    """All towns: their cases, halls and sights."""
    title = towns_title(edition)
    file = edition.catalogue.where_site().file
    return chapter(edition, "towns", "towns", title, file, sign=signpost(edition, title, TOWNS))


def towns_title(edition: Edition) -> str:
    """`읍면동 14곳`."""
    count = len(edition.catalogue.towns)
    return edition.words.ngettext("읍면동 {count}곳", "읍면동 {count}곳", count).format(count=count)


def graded(catalogue: Catalogue, site: Site, day: str) -> tuple[tuple[Restaurant, Spot, Grade | None], ...]:
    """Every restaurant with the grade that holds on `day`; one that has ended or was cancelled is not shown."""
    return tuple(
        (one, spot_of_restaurant(one, catalogue), grade_on(one.designation, site, day)) for one in catalogue.restaurants
    )
