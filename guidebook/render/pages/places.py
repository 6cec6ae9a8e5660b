"""The pages of places and restaurants: lists that can be narrowed down, and a page each."""

from __future__ import annotations

from guidebook.model.place import Place
from guidebook.model.restaurant import Restaurant
from guidebook.model.site import Grade
from guidebook.plan.kinds import KINDS
from guidebook.plan.related import guides_of_place, near, routes_of_place
from guidebook.plan.spot import Spot, spot_of_place
from guidebook.render.addresses import RESTAURANTS, SITES
from guidebook.render.edition import Edition
from guidebook.render.facts import facts_of
from guidebook.render.filters import facets_of, filter_style
from guidebook.render.itinerary_map import credit
from guidebook.render.linked_data import restaurant_data, site_data
from guidebook.render.page import SitePage
from guidebook.render.pages.body import page_from, said
from guidebook.render.tour import graded
from guidebook.render.web_map import place_map, places_map


def sites_page(edition: Edition) -> SitePage:
    """Sights under the numbers of their map, to be narrowed down; then parks, car parks, ports and markets."""
    words, catalogue = edition.words, edition.catalogue
    sights = [place for place in catalogue.sites if place.is_sight]
    facilities = [place for place in catalogue.sites if place.is_facility]
    spots = {place.id: spot_of_place(place, catalogue) for place in catalogue.sites}
    title = words.ngettext("볼거리 {count}곳", "볼거리 {count}곳", len(sights)).format(count=len(sights))
    facets = facets_of(catalogue, sights, words.gettext)
    return page_from(
        edition,
        "sites",
        SITES,
        title if sights else words.gettext("볼거리"),
        words.gettext("{city}의 볼거리를 읍면동과 종류로 골라 봅니다.").format(city=edition.site.city.name),
        catalogue.where_site().file,
        scripts=("finder.js",),
        style=filter_style(facets),
        rows=[(place, spots[place.id], guides_of_place(catalogue, place)) for place in sights],
        groups=[
            (said(edition, label), those)
            for kind, label in KINDS.items()
            if (those := [(place, spots[place.id]) for place in facilities if place.kind is kind])
        ],
        facets=facets,
        kinds=KINDS,
        drawing=places_map(
            edition,
            [spots[place.id] for place in sights],
            words.gettext("볼거리"),
            dots=[spots[place.id] for place in facilities],
        ),
        credit=credit(edition),
    )


def site_page(edition: Edition, place: Place) -> SitePage:
    """A place with all that is known of it, and where each value was seen."""
    catalogue, spot = edition.catalogue, spot_of_place(place, edition.catalogue)
    town = catalogue.town(place.town)
    kind = said(edition, KINDS[place.kind])
    where = town.name if town else edition.site.city.name
    return page_from(
        edition,
        "site",
        f"{SITES}{place.id}/",
        place.name,
        place.summary or edition.words.gettext("{town}의 {kind}").format(town=where, kind=kind),
        catalogue.source_map(place).file,
        data=lambda to: site_data(place, spot, to),
        item=place,
        spot=spot,
        facts=facts_of(place, spot, edition.words.gettext, edition.language),
        kind=kind,
        town=town,
        guides=guides_of_place(catalogue, place),
        routes=routes_of_place(catalogue, place),
        near=near(catalogue, spot),
        drawing=place_map(edition, spot) if spot.point else "",
        credit=credit(edition),
    )


def restaurants_page(edition: Edition) -> SitePage:
    """Restaurants with the grade that holds, and apart from them the names that the press once printed."""
    catalogue, words = edition.catalogue, edition.words.gettext
    return page_from(
        edition,
        "restaurants",
        RESTAURANTS,
        words("음식점"),
        words("{city} 음식점의 주소와 위생등급, 확인한 날짜").format(city=edition.site.city.name),
        catalogue.where_site().file,
        rows=[(one, spot, grade, catalogue.town(one.town or "")) for one, spot, grade in _graded(edition)],
    )


def restaurant_pages(edition: Edition) -> tuple[SitePage, ...]:
    """A page for every restaurant."""
    return tuple(_restaurant(edition, *row) for row in _graded(edition))


def _restaurant(edition: Edition, restaurant: Restaurant, spot: Spot, grade: Grade | None) -> SitePage:
    catalogue = edition.catalogue
    town = catalogue.town(restaurant.town or "")
    where = town.name if town else edition.site.city.name
    return page_from(
        edition,
        "restaurant",
        f"{RESTAURANTS}{restaurant.id}/",
        restaurant.name,
        edition.words.gettext("{town}의 음식점").format(town=where),
        catalogue.source_map(restaurant).file,
        data=lambda to: restaurant_data(restaurant, spot, grade, to),
        item=restaurant,
        spot=spot,
        facts=facts_of(restaurant, spot, edition.words.gettext, edition.language),
        grade=grade,
        town=town,
        routes=routes_of_place(catalogue, restaurant),
        near=near(catalogue, spot),
        drawing=place_map(edition, spot) if spot.point else "",
        credit=credit(edition),
    )


def _graded(edition: Edition) -> tuple[tuple[Restaurant, Spot, Grade | None], ...]:
    return graded(edition.catalogue, edition.site, edition.site.published)
