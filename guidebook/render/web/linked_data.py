"""Linked data for search engines: JSON-LD in the terms of schema.org. Values that need confirming are left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from guidebook.model.records.place import Place
from guidebook.model.records.place_kinds import KindOfPlace, PlaceKind
from guidebook.model.records.program import Program
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.route import Route
from guidebook.model.records.town import Town
from guidebook.model.settings.showing import Grade
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.plan.spot import Precision, Spot, spot_of_hall
from guidebook.render.addresses import address
from guidebook.render.context import RenderContext

Data = dict[str, Any]
"""A node of JSON-LD with the terms of schema.org."""
Address = Callable[[str], str]
"""A path below the site's root → its address from this page."""


def script_text(data: Data) -> str:
    """The data as text for a script element: no character that could end it."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def breadcrumbs(trail: Sequence[tuple[str, str]], title: str, path: str, to: Address) -> Data:
    """The way from the home page to this one."""
    steps = [*trail, (path, title)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": label, "item": to(target)}
            for number, (target, label) in enumerate(steps, start=1)
        ],
    }


def program_data(context: RenderContext, program: Program, to: Address) -> Data:
    """A report."""
    return {
        "@type": "Article",
        "headline": program.title,
        "description": program.summary,
        "inLanguage": "ko",
        "url": to(address("program", program.id)),
        "about": {"@type": "City", "name": context.site.city.name, "alternateName": context.site.city.name_en},
        "publisher": {"@type": "Organization", "name": context.site.publisher.name},
    }


def route_data(route: Route, itinerary: Itinerary, to: Address) -> Data:
    """A route as a trip with its stops in order."""
    return {
        "@type": "TouristTrip",
        "name": route.title,
        "description": route.summary,
        "url": to(address("route", route.id)),
        "itinerary": {
            "@type": "ItemList",
            "numberOfItems": len(itinerary.entries),
            "itemListOrder": "https://schema.org/ItemListOrderAscending",
            "itemListElement": [
                {"@type": "ListItem", "position": entry.number, "item": _stop(entry, to)} for entry in itinerary.entries
            ],
        },
    }


def _stop(entry: Entry, to: Address) -> Data:
    spot = entry.spot
    if spot.id and spot.kind in ("site", "restaurant"):
        kind = "Restaurant" if spot.kind == "restaurant" else "TouristAttraction"
        return {**_place(spot, kind), "url": to(address(spot.kind, spot.id))}
    if spot.id and spot.kind == "hall":
        return {**_place(spot, "GovernmentOffice"), "url": to(address("town", spot.id))}
    return {"@type": "Place", "name": entry.title}


_TYPES: Mapping[str, str] = {
    PlaceKind.CITY_HALL: "CityHall",
    PlaceKind.PARK: "Park",
    PlaceKind.PARKING: "ParkingFacility",
    PlaceKind.STATION: "TrainStation",
    PlaceKind.BUS_TERMINAL: "BusStation",
    PlaceKind.AIRPORT: "Airport",
    PlaceKind.LODGING: "LodgingBusiness",
    PlaceKind.LIBRARY: "Library",
    PlaceKind.SCHOOL: "School",
    PlaceKind.BEACH: "Beach",
}
"""Kinds of places that schema.org has a type of."""


def site_data(place: Place, kind: KindOfPlace, spot: Spot, to: Address) -> Data:
    """A sight or a facility."""
    data = {
        **_place(spot, _TYPES.get(kind.id) or ("TouristAttraction" if kind.is_sight else "Place")),
        "url": to(address("site", place.id)),
    }
    if place.name_en and "name_en" not in spot.doubtful:
        data["alternateName"] = place.name_en
    if place.summary and "summary" not in spot.doubtful:
        data["description"] = place.summary
    return data


def restaurant_data(restaurant: Restaurant, spot: Spot, grade: Grade | None, to: Address) -> Data:
    """A restaurant; its grade only while it holds."""
    data = {**_place(spot, "Restaurant"), "url": to(address("restaurant", restaurant.id))}
    if restaurant.dishes:
        data["servesCuisine"] = list(restaurant.dishes)
    if grade:
        data["additionalProperty"] = {"@type": "PropertyValue", "name": "위생등급", "value": grade.label}
    return data


def town_data(context: RenderContext, town: Town, to: Address) -> Data:
    """A town's hall as the public body that answers there."""
    spot = spot_of_hall(town, context.catalogue)
    return {
        **_place(spot, "GovernmentOrganization"),
        "url": to(address("town", town.id)),
        "areaServed": {"@type": "AdministrativeArea", "name": town.name, "alternateName": town.name_en},
        "parentOrganization": {"@type": "GovernmentOrganization", "name": context.site.city.name},
    }


def _place(spot: Spot, kind: str) -> Data:
    """Name, address, telephone and point, each only where it is known for certain."""
    data: Data = {"@type": kind, "name": spot.name}
    if spot.address and "address" not in spot.doubtful:
        data["address"] = {"@type": "PostalAddress", "streetAddress": spot.address, "addressCountry": "KR"}
    if spot.phone:
        data["telephone"] = "+82-" + spot.phone.removeprefix("0") if spot.phone.startswith("0") else spot.phone
    if spot.point and spot.precision is Precision.EXACT:
        geo = {"@type": "GeoCoordinates", "latitude": spot.point[0], "longitude": spot.point[1]}
        if kind == "GovernmentOrganization":  # an organisation has no point of its own
            data["location"] = {"@type": "Place", "name": spot.name, "geo": geo}
        else:
            data["geo"] = geo
    return data
