"""The pages of the towns."""

from __future__ import annotations

from guidebook.model.records.town import Town
from guidebook.plan.local_words import facilities, kinds_of_places, sights
from guidebook.plan.related import guides_of_town, programs_of_town, routes_of_town
from guidebook.plan.spot import spot_of_hall, spot_of_place
from guidebook.render.addresses import TOWNS
from guidebook.render.context import RenderContext
from guidebook.render.map.itinerary import credit
from guidebook.render.web.linked_data import town_data
from guidebook.render.web.maps import partnerships_map, places_map
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.values import TownsValues, TownValues


def towns_page(context: RenderContext) -> SitePage:
    """The list of towns."""
    words, towns = context.words, context.catalogue.towns
    title = words.ngettext("읍면동 {count}곳", "읍면동 {count}곳", len(towns)).format(count=len(towns))
    description = words.gettext("{city} 읍면동의 주민자치 사례와 행정복지센터").format(city=context.site.city.name)
    tied = next((program for program in context.catalogue.programs if program.partnerships), None)
    return page_from(
        context,
        "towns",
        PageHead(TOWNS, title, description, context.catalogue.where_site().file),
        TownsValues(program=tied, drawing=partnerships_map(context, tied) if tied else "", credit=credit(context)),
    )


def town_page(context: RenderContext, town: Town) -> SitePage:
    """A town: what it did, what there is to see and eat, who guides, which routes come by."""
    words, catalogue = context.words.gettext, context.catalogue
    to_see = sights(catalogue, town.id)
    spots = [spot_of_hall(town, catalogue), *(spot_of_place(place, catalogue) for place in to_see)]
    return page_from(
        context,
        "town",
        PageHead(
            f"{TOWNS}{town.id}/",
            town.name,
            words("{town}의 주민자치 사례와 행정복지센터").format(town=town.name),
            catalogue.source_map(town).file,
            data=lambda to: town_data(context, town, to),
        ),
        TownValues(
            town=town,
            programs=programs_of_town(catalogue, town),
            partnerships=[
                (program, partnership)
                for program in catalogue.programs
                for partnership in program.partnerships
                if town.id in partnership.towns
            ],
            sights=to_see,
            facilities=facilities(catalogue, town.id),
            restaurants=[restaurant for restaurant in catalogue.restaurants if restaurant.town == town.id],
            guides=guides_of_town(catalogue, town),
            routes=routes_of_town(catalogue, town),
            place_kinds=kinds_of_places(catalogue),
            hall=spots[0],
            drawing=places_map(context, spots, town.name, town.name) if catalogue.boundaries else "",
            credit=credit(context),
        ),
    )
