"""Places: what a delegation sees, and the parks, car parks, ports and markets around it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from guidebook.model.picture import Picture
from guidebook.model.record import Part, PartialDate, Phone, Searchable, Slug, Words
from guidebook.model.records.sourced import Sourced

SOUTH, NORTH, WEST, EAST = 33.0, 39.0, 124.0, 132.0
"""Korea in degrees; what lies outside is a slip of the pen, mostly latitude and longitude exchanged."""


def _within(low: float, high: float) -> AfterValidator:
    def inside(value: float) -> float:
        if not low <= value <= high:
            raise PydanticCustomError("outside_korea", "outside Korea")
        return value

    return AfterValidator(inside)


class Point(Part):
    """A place on earth in degrees, WGS84."""

    lat: Annotated[float, _within(SOUTH, NORTH)]
    lon: Annotated[float, _within(WEST, EAST)]


class NearbyPoint(Point):
    """A point that is not the place's own but near it."""

    basis: Words
    """What the point is: `성상리 693-2 보안등`."""


class PlaceKind(StrEnum):
    """What a place is."""

    CITY_HALL = "city-hall"
    TOURIST_RESORT = "tourist-resort"
    MUSEUM = "museum"
    SHRINE = "shrine"
    CHURCH = "church"
    FORTRESS = "fortress"
    TEMPLE = "temple"
    TEMPLE_SITE = "temple-site"
    ARBORETUM = "arboretum"
    VENUE = "venue"
    VILLAGE = "experience-village"
    PORT = "port"
    PARK = "park"
    MARKET = "market"
    PARKING = "parking"
    LANDMARK = "landmark"


FACILITIES = frozenset({PlaceKind.PORT, PlaceKind.PARK, PlaceKind.MARKET, PlaceKind.PARKING})
"""On maps and in towns, but not in the list of sights."""
NO_SIGHTS = FACILITIES | {PlaceKind.LANDMARK, PlaceKind.CITY_HALL}


class Access(StrEnum):
    """How a place is reached."""

    ROAD = "road"
    FERRY = "ferry"
    EXPRESSWAY = "expressway"


class Place(Sourced, Searchable):
    """`content/sites/<id>.yml`. A missing key means that nobody knows, never "no"."""

    own: ClassVar[frozenset[str]] = frozenset({"name", "kind", "town", "moved_closing", "pictures"})

    name: Words
    name_en: Words | None = None
    kind: PlaceKind
    town: Slug
    summary: Words | None = None
    """One sentence in our own words on what there is to see; the facts in it are sourced."""
    address: Words | None = None
    postcode: Words | None = None
    point: Point | None = None
    approx: NearbyPoint | None = None
    """Only where the place's own point is not known."""
    access: Access | None = None
    phone: Phone | None = None
    hours: Words | None = None
    """Opening hours in the source's words."""
    closed: Words | None = None
    """Closed days in the source's words."""
    opening: Words | None = None
    """The same for machines, in OSM's `opening_hours` grammar: `Tu-Su 09:00-17:00; PH off`."""
    moved_closing: bool = False
    """Closed on the next weekday where the weekly closing day is a public holiday; the grammar cannot say that."""
    fee: Words | None = None
    parking: int | None = None
    """Number of parking spaces."""
    shops: int | None = None
    coach: bool | None = None
    toilet: bool | None = None
    indoor: bool | None = None
    wheelchair: bool | None = None
    designated: PartialDate | None = None
    pictures: tuple[Picture, ...] = ()
    remark: Words | None = None
    """What a reader should know about these values: that sources disagree, what was not found."""

    @property
    def is_sight(self) -> bool:
        """Whether it stands in the list of sights."""
        return self.kind not in NO_SIGHTS

    @property
    def is_facility(self) -> bool:
        """Whether it is a park, car park, port or market."""
        return self.kind in FACILITIES
