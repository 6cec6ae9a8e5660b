"""Where a stop is, whatever kind of record it names: one view of sites, halls, restaurants and free text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.place import Access, Place
from guidebook.model.records.place_kinds import PlaceKind
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.route import Stop
from guidebook.model.records.town import Town
from guidebook.model.source import Source
from guidebook.plan.local_words import vocabulary

LatLon = tuple[float, float]


class Precision(StrEnum):
    """How well the point of a stop is known."""

    EXACT = "exact"
    DOUBTFUL = "doubtful"
    """Only a blog or an unnamed source has it: "확인 필요"."""
    NEARBY = "nearby"
    """A point near the place: "대략 위치"."""
    TOWN = "town"
    """The town's label point: "대략 위치"."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Spot:
    """What schedule, map and pages need of the place a stop stands at."""

    name: str
    kind: str = "text"
    """`site`, `hall`, `restaurant` or `text`; with `id` the record behind it."""
    id: str | None = None
    town: str | None = None
    point: LatLon | None = None
    precision: Precision = Precision.NONE
    access: Access | None = None
    address: str | None = None
    phone: str | None = None
    """Only one that is not doubtful."""
    hours: str | None = None
    closed: str | None = None
    opening: str | None = None
    moved_closing: bool = False
    seats: int | None = None
    doubtful: frozenset[str] = frozenset()
    """Which of these values need confirming."""
    remark: str | None = None
    sources: tuple[Source, ...] = ()
    area: str | None = None
    """The town's name of free text that does not say it: the best there is where nobody knows an address."""


def spot_of(stop: Stop, catalogue: Catalogue) -> Spot:
    """Where the stop is. A record that is not there has its own diagnostic and counts as free text."""
    if stop.site and (place := catalogue.place(stop.site)):
        return spot_of_place(place, catalogue)
    if stop.restaurant and (restaurant := catalogue.restaurant(stop.restaurant)):
        return spot_of_restaurant(restaurant, catalogue)
    if stop.hall and (town := catalogue.town(stop.hall)):
        return spot_of_hall(town, catalogue)
    point, precision = town_point(stop.town, catalogue)
    town = catalogue.town(stop.town) if stop.town else None
    area = town.name if town and town.name not in (stop.text or "") else None
    return Spot(stop.text or "", town=stop.town, point=point, precision=precision, area=area)


def spot_of_place(place: Place, catalogue: Catalogue) -> Spot:
    """A site or facility. The city hall keeps the hours of all offices where it has none of its own."""
    doubtful = frozenset(name for name in place.needing_source if place.doubtful(name))
    point, precision = _point(place, catalogue, doubtful)
    offices = catalogue.site.offices if catalogue.site and place.kind == PlaceKind.CITY_HALL else None
    return Spot(
        place.name,
        "site",
        place.id,
        place.town,
        point,
        precision,
        place.access,
        place.address,
        place.telephone,
        place.hours or (offices.hours if offices else None),
        place.closed,
        place.opening or (offices.opening if offices else None),
        place.moved_closing,
        None,
        doubtful,
        place.remark,
        place.sources,
    )


def spot_of_restaurant(restaurant: Restaurant, catalogue: Catalogue) -> Spot:
    """A restaurant."""
    doubtful = frozenset(name for name in restaurant.needing_source if restaurant.doubtful(name))
    point, precision = _point(restaurant, catalogue, doubtful)
    return Spot(
        restaurant.name,
        "restaurant",
        restaurant.id,
        restaurant.town,
        point,
        precision,
        restaurant.access,
        restaurant.address,
        restaurant.telephone,
        restaurant.hours,
        restaurant.closed,
        restaurant.opening,
        False,
        restaurant.seats,
        doubtful,
        restaurant.remark,
        restaurant.sources,
    )


def spot_of_hall(town: Town, catalogue: Catalogue) -> Spot:
    """A town hall; all halls keep the hours of the city's offices."""
    hall, offices = town.hall, catalogue.site.offices if catalogue.site else None
    own_point = hall.point
    point, precision = (
        ((own_point.lat, own_point.lon), Precision.EXACT) if own_point else town_point(town.id, catalogue)
    )
    return Spot(
        f"{town.name} {vocabulary(catalogue).town_hall}",
        "hall",
        town.id,
        town.id,
        point,
        precision,
        address=hall.address,
        phone=hall.phone,
        hours=offices.hours if offices else None,
        opening=offices.opening if offices else None,
        remark=hall.moved,
        sources=hall.sources,
    )


def town_point(town: str | None, catalogue: Catalogue) -> tuple[LatLon | None, Precision]:
    """The point that stands for a town of which nothing closer is known: its label point, else its hall."""
    record = catalogue.town(town) if town else None
    if record is None:
        return None, Precision.NONE
    outline = catalogue.boundaries.outline(record.name) if catalogue.boundaries else None
    if outline is not None:
        return (outline.label[1], outline.label[0]), Precision.TOWN
    if record.hall.point is not None:
        return (record.hall.point.lat, record.hall.point.lon), Precision.TOWN
    return None, Precision.NONE


def _point(
    record: Place | Restaurant, catalogue: Catalogue, doubtful: frozenset[str]
) -> tuple[LatLon | None, Precision]:
    if record.point is not None:
        precision = Precision.DOUBTFUL if "point" in doubtful else Precision.EXACT
        return (record.point.lat, record.point.lon), precision
    approx = record.approx if isinstance(record, Place) else None
    if approx is not None:
        return (approx.lat, approx.lon), Precision.NEARBY
    return town_point(record.town, catalogue)
