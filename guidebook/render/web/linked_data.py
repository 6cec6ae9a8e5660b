"""What search engines read of a page, as JSON-LD in the words of schema.org. What needs confirming is left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from guidebook.model.records.place import Place, PlaceKind
from guidebook.model.records.program import Program
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.route import Route
from guidebook.model.records.town import Town
from guidebook.model.settings.showing import Grade
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.plan.spot import Precision, Spot, spot_of_hall
from guidebook.render.context import RenderContext

Data = dict[str, Any]
"""One thing of schema.org."""
Address = Callable[[str], str]
"""A path below the site's root → its address from this page."""


def written(data: Data) -> str:
    """The thing as text for a script element: no character that could end it."""
    said = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False, separators=(",", ":"))
    return said.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def breadcrumbs(trail: Sequence[tuple[str, str]], title: str, path: str, to: Address) -> Data:
    """The way from the home page to this one."""
    steps = [*trail, (path, title)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": label, "item": to(there)}
            for number, (there, label) in enumerate(steps, start=1)
        ],
    }


def program_data(context: RenderContext, program: Program, to: Address) -> Data:
    """A report."""
    return {
        "@type": "Article",
        "headline": program.title,
        "description": program.summary,
        "inLanguage": "ko",
        "url": to(f"programs/{program.id}/"),
        "about": {"@type": "City", "name": context.site.city.name, "alternateName": context.site.city.name_en},
        "publisher": {"@type": "Organization", "name": context.site.publisher.name},
    }


def route_data(context: RenderContext, route: Route, itinerary: Itinerary, to: Address) -> Data:
    """A route as a trip with its stops in order."""
    return {
        "@type": "TouristTrip",
        "name": route.title,
        "description": route.summary,
        "url": to(f"routes/{route.id}/"),
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
    if spot.kind in ("site", "restaurant"):
        kind = "Restaurant" if spot.kind == "restaurant" else "TouristAttraction"
        return {**_place(spot, kind), "url": to(f"{spot.kind}s/{spot.id}/")}
    if spot.kind == "hall":
        return {**_place(spot, "GovernmentOffice"), "url": to(f"towns/{spot.id}/")}
    return {"@type": "Place", "name": entry.title}


def site_data(place: Place, spot: Spot, to: Address) -> Data:
    """A sight, or a park, car park, port or market."""
    kind = {PlaceKind.CITY_HALL: "CityHall", PlaceKind.PARK: "Park", PlaceKind.PARKING: "ParkingFacility"}.get(
        place.kind, "TouristAttraction" if place.is_sight else "Place"
    )
    made = {**_place(spot, kind), "url": to(f"sites/{place.id}/")}
    if place.name_en and "name_en" not in spot.doubtful:
        made["alternateName"] = place.name_en
    if place.summary and "summary" not in spot.doubtful:
        made["description"] = place.summary
    return made


def restaurant_data(restaurant: Restaurant, spot: Spot, grade: Grade | None, to: Address) -> Data:
    """A restaurant; its grade only while it holds."""
    made = {**_place(spot, "Restaurant"), "url": to(f"restaurants/{restaurant.id}/")}
    if restaurant.dishes:
        made["servesCuisine"] = list(restaurant.dishes)
    if grade:
        made["additionalProperty"] = {"@type": "PropertyValue", "name": "위생등급", "value": grade.label}
    return made


def town_data(context: RenderContext, town: Town, to: Address) -> Data:
    """A town's hall as the public body that answers there."""
    spot = spot_of_hall(town, context.catalogue)
    return {
        **_place(spot, "GovernmentOrganization"),
        "url": to(f"towns/{town.id}/"),
        "areaServed": {"@type": "AdministrativeArea", "name": town.name, "alternateName": town.name_en},
        "parentOrganization": {"@type": "GovernmentOrganization", "name": context.site.city.name},
    }


def _place(spot: Spot, kind: str) -> Data:
    """Name, address, telephone and point, each only where it is known for certain."""
    made: Data = {"@type": kind, "name": spot.name}
    if spot.address and "address" not in spot.doubtful:
        made["address"] = {"@type": "PostalAddress", "streetAddress": spot.address, "addressCountry": "KR"}
    if spot.phone and "phone" not in spot.doubtful:
        made["telephone"] = "+82-" + spot.phone.removeprefix("0") if spot.phone.startswith("0") else spot.phone
    if spot.point and spot.precision is Precision.EXACT:
        geo = {"@type": "GeoCoordinates", "latitude": spot.point[0], "longitude": spot.point[1]}
        if kind == "GovernmentOrganization":  # an organisation has no point of its own
            made["location"] = {"@type": "Place", "name": spot.name, "geo": geo}
        else:
            made["geo"] = geo
    return made
