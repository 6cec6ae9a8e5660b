"""Kinds of places: those that every city has at hand, and how a city adds its own or changes them in `site.yml`.

Separate from the record of a place, because a kind is content: what a place is called, and whether it is a sight, is
known only beside the settings of its city.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from guidebook.model.text import Text, text


class PlaceKind(StrEnum):
    """The kinds that are built in and that something of ours asks for by name; a city may have more."""

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
    HISTORIC_HOUSE = "historic-house"
    HISTORIC_SITE = "historic-site"
    HISTORIC_VILLAGE = "historic-village"
    CONFUCIAN_SCHOOL = "confucian-school"
    PAVILION = "pavilion"
    MONUMENT = "monument"
    GALLERY = "gallery"
    STREET = "street"
    TRAIL = "trail"
    VIEWPOINT = "viewpoint"
    BEACH = "beach"
    MOUNTAIN = "mountain"
    VALLEY = "valley"
    LAKE = "lake"
    CAVE = "cave"
    ISLAND = "island"
    THEME_PARK = "theme-park"
    HOT_SPRING = "hot-spring"
    PORT = "port"
    PARK = "park"
    MARKET = "market"
    PARKING = "parking"
    STATION = "station"
    BUS_TERMINAL = "bus-terminal"
    FERRY_TERMINAL = "ferry-terminal"
    AIRPORT = "airport"
    REST_AREA = "rest-area"
    LODGING = "lodging"
    CAMPSITE = "campsite"
    VISITOR_CENTRE = "visitor-centre"
    LIBRARY = "library"
    SCHOOL = "school"
    SPORTS_CENTRE = "sports-centre"
    WELFARE_CENTRE = "welfare-centre"
    COMMUNITY_CENTRE = "community-centre"
    VILLAGE_HALL = "village-hall"
    OFFICE = "office"
    SQUARE = "square"
    LANDMARK = "landmark"


class Role(StrEnum):
    """What a place of a kind is to visitors."""

    SIGHT = "sight"
    FACILITY = "facility"
    LANDMARK = "landmark"


ROLES: Mapping[str, Text] = {
    Role.SIGHT: text("볼거리"),
    Role.FACILITY: text("시설"),
    Role.LANDMARK: text("목록에 없음"),
}
"""What each is called."""


@dataclass(frozen=True, slots=True)
class KindOfPlace:
    """A kind as it holds in one city."""

    id: str
    label: Text
    role: Role = Role.SIGHT
    stop: bool = True
    """Whether routes and visits may stop there."""
    letter: str = ""
    """What stands in its circle on maps and beside its name in lists; empty for a plain circle."""

    @property
    def is_sight(self) -> bool:
        """Whether its places stand in the list of sights."""
        return self.role is Role.SIGHT

    @property
    def is_facility(self) -> bool:
        """Whether its places stand below that list."""
        return self.role is Role.FACILITY


class OwnKind(Protocol):
    """What a city says of a kind; what is None stays as it is."""

    @property
    def id(self) -> str:
        """Of a kind that is built in, or a new one."""

    @property
    def label(self) -> str | None:
        """What it is called in Korean."""

    @property
    def role(self) -> Role | None:
        """What its places are to visitors."""

    @property
    def stop(self) -> bool | None:
        """Whether routes and visits may stop there."""

    @property
    def letter(self) -> str | None:
        """What stands on maps."""


PLACE_KINDS: Mapping[str, Text] = {
    PlaceKind.CITY_HALL: text("시청"),
    PlaceKind.TOURIST_RESORT: text("관광지"),
    PlaceKind.MUSEUM: text("박물관·전시관"),
    PlaceKind.SHRINE: text("성지"),
    PlaceKind.CHURCH: text("성당"),
    PlaceKind.FORTRESS: text("성곽"),
    PlaceKind.TEMPLE: text("절"),
    PlaceKind.TEMPLE_SITE: text("절터"),
    PlaceKind.ARBORETUM: text("수목원"),
    PlaceKind.VENUE: text("공연장"),
    PlaceKind.VILLAGE: text("체험마을"),
    PlaceKind.HISTORIC_HOUSE: text("고택"),
    PlaceKind.HISTORIC_SITE: text("유적지"),
    PlaceKind.HISTORIC_VILLAGE: text("전통마을"),
    PlaceKind.CONFUCIAN_SCHOOL: text("향교·서원"),
    PlaceKind.PAVILION: text("정자·누각"),
    PlaceKind.MONUMENT: text("기념탑·기념비"),
    PlaceKind.GALLERY: text("미술관"),
    PlaceKind.STREET: text("거리·골목"),
    PlaceKind.TRAIL: text("둘레길·산책로"),
    PlaceKind.VIEWPOINT: text("전망대"),
    PlaceKind.BEACH: text("해수욕장"),
    PlaceKind.MOUNTAIN: text("산"),
    PlaceKind.VALLEY: text("계곡"),
    PlaceKind.LAKE: text("호수·저수지"),
    PlaceKind.CAVE: text("동굴"),
    PlaceKind.ISLAND: text("섬"),
    PlaceKind.THEME_PARK: text("놀이공원"),
    PlaceKind.HOT_SPRING: text("온천"),
    PlaceKind.PORT: text("항구"),
    PlaceKind.PARK: text("공원"),
    PlaceKind.MARKET: text("시장"),
    PlaceKind.PARKING: text("주차장"),
    PlaceKind.STATION: text("역"),
    PlaceKind.BUS_TERMINAL: text("버스터미널"),
    PlaceKind.FERRY_TERMINAL: text("여객선터미널"),
    PlaceKind.AIRPORT: text("공항"),
    PlaceKind.REST_AREA: text("휴게소"),
    PlaceKind.LODGING: text("숙박"),
    PlaceKind.CAMPSITE: text("야영장"),
    PlaceKind.VISITOR_CENTRE: text("관광안내소"),
    PlaceKind.LIBRARY: text("도서관"),
    PlaceKind.SCHOOL: text("학교"),
    PlaceKind.SPORTS_CENTRE: text("체육시설"),
    PlaceKind.WELFARE_CENTRE: text("복지관"),
    PlaceKind.COMMUNITY_CENTRE: text("주민공동시설"),
    PlaceKind.VILLAGE_HALL: text("마을회관"),
    PlaceKind.OFFICE: text("공공기관"),
    PlaceKind.SQUARE: text("광장"),
    PlaceKind.LANDMARK: text("명소"),
}
"""What each that is built in is called, in the order in which lists have them."""

_ORDER = tuple(PLACE_KINDS)
_FACILITIES = frozenset(_ORDER[_ORDER.index(PlaceKind.PORT) : _ORDER.index(PlaceKind.LANDMARK)])


def _built_in(id: str, label: Text) -> KindOfPlace:
    if id in _FACILITIES:
        return KindOfPlace(id, label, Role.FACILITY)
    if id in (PlaceKind.CITY_HALL, PlaceKind.LANDMARK):
        return KindOfPlace(id, label, Role.LANDMARK, stop=id == PlaceKind.CITY_HALL)
    return KindOfPlace(id, label)


BUILT_IN: Mapping[str, KindOfPlace] = MappingProxyType(
    {str(id): _built_in(str(id), label) for id, label in PLACE_KINDS.items()}
)
"""The kinds of every city."""


def kinds_with(own: Iterable[OwnKind]) -> Mapping[str, KindOfPlace]:
    """The kinds of a city: those that are built in, changed where it says so, then its own in their order."""
    kinds = dict(BUILT_IN)
    for one in own:
        kind = kinds.get(one.id) or KindOfPlace(one.id, Text(one.label or one.id))
        label = Text(one.label) if one.label else kind.label
        role = one.role or kind.role
        stop = one.stop if one.stop is not None else kind.stop if role is kind.role else role is not Role.LANDMARK
        kinds[one.id] = replace(kind, label=label, role=role, stop=stop, letter=one.letter or kind.letter)
    return MappingProxyType(kinds)
