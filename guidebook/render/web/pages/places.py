"""The pages of places and restaurants: lists with filters, and a page for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guidebook.model.records.place import Place
from guidebook.model.records.place_kinds import KindOfPlace
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.settings.showing import Grade
from guidebook.plan.designation import graded
from guidebook.plan.local_words import facilities, kind_of, kinds_of_places, lettered_landmarks, sights
from guidebook.plan.related import guides_of_place, near, routes_of_place
from guidebook.plan.spot import Spot, spot_of_place
from guidebook.render.addresses import RESTAURANTS, SITES
from guidebook.render.context import RenderContext
from guidebook.render.map.itinerary import credit
from guidebook.render.text.facts import facts_of
from guidebook.render.web.filters import facets_of, filter_style
from guidebook.render.web.linked_data import restaurant_data, site_data
from guidebook.render.web.maps import has_dot, place_map, places_map
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from, translated
from guidebook.render.web.pages.values import RestaurantsValues, RestaurantValues, SitesValues, SiteValues


def sites_page(context: RenderContext) -> SitePage:
    """Sights under the numbers of their map, to be narrowed down; then its facilities, such as parks and stations."""
    words, catalogue = context.words, context.catalogue
    orienting = lettered_landmarks(catalogue)
    to_see, others, kinds = sights(catalogue), facilities(catalogue), kinds_of_places(catalogue)
    spots = {place.id: spot_of_place(place, catalogue) for place in catalogue.sites}
    title = words.ngettext("볼거리 {count}곳", "볼거리 {count}곳", len(to_see)).format(count=len(to_see))
    facets = facets_of(catalogue, to_see, words.gettext)
    dots = [(spots[place.id], kinds[place.kind]) for place in (*others, *orienting)]
    return page_from(
        context,
        "sites",
        PageHead(
            SITES,
            title if to_see else words.gettext("볼거리"),
            words.gettext("{city}의 볼거리를 읍면동별, 종류별로 볼 수 있습니다.").format(city=context.site.city.name),
            catalogue.where_site().file,
            style=filter_style(facets),
        ),
        SitesValues(
            rows=[(place, spots[place.id], guides_of_place(catalogue, place)) for place in to_see],
            groups=[
                (translated(context, kind.label), kind.letter, places)
                for kind in kinds.values()
                if (places := [(place, spots[place.id]) for place in others if place.kind == kind.id])
            ],
            facets=facets,
            place_kinds=kinds,
            letters=_letters(context, kinds.values(), dots),
            drawing=places_map(
                context,
                [spots[place.id] for place in to_see],
                words.gettext("볼거리"),
                dots=[(spot, kind.letter) for spot, kind in dots],
            ),
            credit=credit(context),
        ),
    )


def _letters(
    context: RenderContext, kinds: Iterable[KindOfPlace], dots: Sequence[tuple[Spot, KindOfPlace]]
) -> list[tuple[str, str]]:
    """What the letters on the map stand for, in the order of the kinds."""
    drawn = {kind.id for spot, kind in dots if kind.letter and has_dot(spot)}
    return [(kind.letter, translated(context, kind.label)) for kind in kinds if kind.id in drawn]


def site_page(context: RenderContext, place: Place) -> SitePage:
    """A place with all that is known of it, and where each value was seen."""
    catalogue, spot = context.catalogue, spot_of_place(place, context.catalogue)
    town = catalogue.town(place.town)
    kind = kind_of(catalogue, place)
    called = translated(context, kind.label)
    where = town.name if town else context.site.city.name
    return page_from(
        context,
        "site",
        PageHead(
            f"{SITES}{place.id}/",
            place.name,
            place.summary or context.words.gettext("{town}의 {kind}").format(town=where, kind=called),
            catalogue.source_map(place).file,
            data=lambda to: site_data(place, kind, spot, to),
        ),
        SiteValues(
            item=place,
            spot=spot,
            facts=facts_of(place, spot, context.words.gettext, context.language),
            kind=called,
            town=town,
            guides=guides_of_place(catalogue, place),
            routes=routes_of_place(catalogue, place),
            near=near(catalogue, spot),
            drawing=place_map(context, spot) if spot.point else "",
            credit=credit(context),
        ),
    )


def restaurants_page(context: RenderContext) -> SitePage:
    """Restaurants with the grade that holds, and apart from them the lists of names from newspapers."""
    catalogue, words = context.catalogue, context.words.gettext
    return page_from(
        context,
        "restaurants",
        PageHead(
            RESTAURANTS,
            words("음식점"),
            words("{city} 음식점의 주소와 위생등급, 확인한 날짜").format(city=context.site.city.name),
            catalogue.where_site().file,
        ),
        RestaurantsValues(
            rows=[
                (restaurant, spot, grade, catalogue.town(restaurant.town or ""))
                for restaurant, spot, grade in _graded(context)
            ]
        ),
    )


def restaurant_pages(context: RenderContext) -> tuple[SitePage, ...]:
    """A page for every restaurant."""
    return tuple(_restaurant(context, *row) for row in _graded(context))


def _restaurant(context: RenderContext, restaurant: Restaurant, spot: Spot, grade: Grade | None) -> SitePage:
    catalogue = context.catalogue
    town = catalogue.town(restaurant.town or "")
    where = town.name if town else context.site.city.name
    return page_from(
        context,
        "restaurant",
        PageHead(
            f"{RESTAURANTS}{restaurant.id}/",
            restaurant.name,
            context.words.gettext("{town}의 음식점").format(town=where),
            catalogue.source_map(restaurant).file,
            data=lambda to: restaurant_data(restaurant, spot, grade, to),
        ),
        RestaurantValues(
            item=restaurant,
            spot=spot,
            facts=facts_of(restaurant, spot, context.words.gettext, context.language),
            grade=grade,
            town=town,
            routes=routes_of_place(catalogue, restaurant),
            near=near(catalogue, spot),
            drawing=place_map(context, spot) if spot.point else "",
            credit=credit(context),
        ),
    )


def _graded(context: RenderContext) -> tuple[tuple[Restaurant, Spot, Grade | None], ...]:
    return graded(context.catalogue, context.site, context.site.published)
