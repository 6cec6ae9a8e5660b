"""The chapters of the tour in the guidebook: routes with clock times and maps, sights by town, restaurants."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from markupsafe import Markup

from guidebook.model.records.page import Block
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.route import Route
from guidebook.model.records.town import Town
from guidebook.model.settings.showing import Grade
from guidebook.model.wording.order import natural
from guidebook.plan.designation import graded
from guidebook.plan.itinerary import Itinerary, plan_route
from guidebook.plan.local_words import sights
from guidebook.plan.related import apart, towns_of_route
from guidebook.plan.spot import Spot, spot_of_place
from guidebook.render.addresses import SITES, TOWNS
from guidebook.render.book.chapter import Chapter, Side, chapter, link, referring
from guidebook.render.book.footnotes import Footnotes, footnotes
from guidebook.render.book.links import see_page
from guidebook.render.book.qr_link import permanent, qr_link
from guidebook.render.book.typesetting import map_size, spread_side
from guidebook.render.context import RenderContext
from guidebook.render.design.values import Size
from guidebook.render.map.grounds import town_outline
from guidebook.render.map.itinerary import credit, has_map, itinerary_map
from guidebook.render.map.look import MapSizes, OutlineLook
from guidebook.render.text.embedded import apart_from_body, in_book
from guidebook.render.text.written import written

SEEN = {"site": "site", "hall": "town"}
"""Kind of stop → how the chapter that tells of it names its anchor."""
APART = 0.05
"""Kilometres from which two places are apart: less has no distance that is told."""
Lunch = tuple[Restaurant, Spot, Grade | None, float | None]
"""A restaurant with its place, its grade that holds, and the kilometres from where a route eats, where it is apart."""


def route_chapter(context: RenderContext, route: Route) -> Chapter:
    """A route as an opening of two pages: the schedule on the left, facing it the map with its places."""
    itinerary = plan_route(route, context.catalogue)
    anchors = [_anchor_of(entry.spot) for entry in itinerary.entries]

    def set_pages(reference: Callable[[str], Markup]) -> Chapter:
        def see(spot: Spot) -> Markup:
            anchor = _anchor_of(spot)
            return see_page(context, reference(anchor)) if anchor else Markup()

        return arranged(
            context,
            route,
            "route",
            map_size(context.design.look(MapSizes).route, context.print_format),
            spread_side(context.print_format),
            see=see,
            lunches=lunches(context, route, itinerary),
        )

    return referring([anchor for anchor in anchors if anchor], set_pages)


def _anchor_of(spot: Spot) -> str:
    """The anchor of the entry that the book has about a stop; empty where it has none."""
    return f"{SEEN[spot.kind]}-{spot.id}" if spot.kind in SEEN and spot.id else ""


def arranged(
    context: RenderContext, route: Route, template: str, size: Size, side: Side | None = None, **values: object
) -> Chapter:
    """A route in the form of a template, with a map of that size; `values` are what the template needs beside."""
    anchor, itinerary = f"route-{route.id}", plan_route(route, context.catalogue)
    drawing = itinerary_map(context, itinerary, size, route.title, f"{anchor}-map")
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
        drawing=drawing if has_map(context, itinerary) else "",
        credit=credit(context),
        sign=qr_link(context, route.title, permanent(route.id)),
        **values,
    )


def lunches(context: RenderContext, route: Route, itinerary: Itinerary) -> tuple[Lunch, ...]:
    """The restaurants in the towns of a route, the closest to where it eats first; distances where points are known."""
    towns = {town.id for town in towns_of_route(context.catalogue, route)}
    lunch = next((entry.spot for entry in itinerary.entries if entry.stop.lunch), None)
    choices = [
        (restaurant, spot, grade, apart(lunch, spot) if lunch else None)
        for restaurant, spot, grade in graded(context.catalogue, context.site, context.site.published)
        if restaurant.town in towns
    ]
    nearest = sorted(choices, key=lambda choice: (choice[3] is None, choice[3] or 0, natural(choice[0].name)))
    return tuple(
        (restaurant, spot, grade, km if km is not None and km >= APART else None)
        for restaurant, spot, grade, km in nearest
    )


def places_chapter(context: RenderContext, towns: Collection[str] | None = None) -> Chapter:
    """All sights by town, then the restaurants; where `towns` are named, only theirs and no lists."""
    catalogue, title = context.catalogue, context.words.gettext("볼거리와 음식점")
    wanted = [town for town in catalogue.towns if towns is None or town.id in towns]
    restaurants = graded(catalogue, context.site, context.site.published)
    by_town = [
        (
            town,
            [(place, spot_of_place(place, catalogue)) for place in sights(catalogue, town.id)],
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
        measured=any(km is not None for _, choices in routes for *_, km in choices),
        restaurants=[restaurant for restaurant in restaurants if towns is None or restaurant[0].town in towns],
        lists=catalogue.lists if towns is None else (),
        sign=qr_link(context, title, SITES),
    )

    def set_pages(reference: Callable[[str], Markup]) -> Chapter:
        return place(see=lambda route: see_page(context, reference(f"route-{route.id}")))

    return referring([f"route-{route.id}" for route, _ in routes], set_pages)


def towns_chapter(context: RenderContext, towns: Sequence[Town] | None = None) -> Chapter:
    """All towns, or those named: their cases, halls and sights.

    What the model towns did stands where a page of the book tells of it, to which their entries lead.
    """
    listed = context.catalogue.towns if towns is None else towns
    title, file = towns_title(context, len(listed)), context.catalogue.where_site().file
    size, look = context.design.look(MapSizes).town, context.design.look(OutlineLook)
    drawn = {town.id: town_outline(context.catalogue.boundaries, town.name, size, look) for town in listed}
    pages = [page for page in context.catalogue.pages if page.book and page.asks_for(Block.MODEL_TOWNS)]
    told = f"page-{pages[0].id}" if pages and towns is None else ""
    set_page = partial(
        chapter,
        context,
        "towns",
        "towns",
        title,
        file,
        foot=Footnotes({}, context.words.gettext("주{number}"), "towns-", bool(context.print_format.least)),
        towns=listed,
        outlines=drawn,
        sign=qr_link(context, title, TOWNS),
    )
    if not told:
        return set_page(see="")
    return referring([told], lambda reference: set_page(see=see_page(context, reference(told))))


def towns_title(context: RenderContext, count: int) -> str:
    """`읍면동 14곳`."""
    return context.words.ngettext("읍면동 {count}곳", "읍면동 {count}곳", count).format(count=count)
