"""Sights, facilities, town halls and restaurants as GeoJSON (RFC 7946).

A geometry is only ever the place's own point. What is known less well stands beside it in words, so that no map shows
a guess as a place.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guidebook.export.imprint import imprint
from guidebook.export.json_values import Json, as_json, field_sources, known, public
from guidebook.model.catalogue import Catalogue
from guidebook.model.records.place import PLACE_KINDS, Place
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.town import Town
from guidebook.model.site import Site
from guidebook.model.text import Text, text
from guidebook.plan.designation import grade_on
from guidebook.plan.opening import hours_are_unknown
from guidebook.plan.spot import Precision, Spot, spot_of_hall, spot_of_place, spot_of_restaurant

FIELDS = (
    ("id", text("장소의 아이디. 누리집 주소에도 씁니다. 행정복지센터는 읍면동의 아이디입니다.")),
    ("geometry", text("장소의 제 좌표(경도, 위도 차례, WGS84). 모르면 null입니다.")),
    ("kind", text("종류의 아이디")),
    ("kind_label", text("종류의 이름")),
    ("name", text("이름")),
    ("name_en", text("영어 이름")),
    ("summary", text("무엇이 있는지 말하는 한 문장")),
    ("town", text("읍면동의 아이디")),
    ("town_name", text("읍면동")),
    ("near", text("제 좌표를 모를 때 가까운 곳의 좌표(경도, 위도)와 그곳이 무엇인지")),
    ("address", text("주소")),
    ("postcode", text("우편번호")),
    ("access", text("가는 길. road는 길, ferry는 배, expressway는 고속도로입니다.")),
    ("phone", text("전화")),
    ("as_of", text("주소와 전화를 확인한 때")),
    ("hours", text("여는 시간, 출처의 글대로")),
    ("closed", text("쉬는 날, 출처의 글대로")),
    ("opening", text("여는 시간과 쉬는 날, OSM opening_hours 문법. 시간을 모르면 없습니다.")),
    ("moved_closing", text("쉬는 요일이 공휴일이면 그다음 평일에 쉬는지")),
    ("fee", text("요금")),
    ("parking", text("주차할 수 있는 차의 수")),
    ("shops", text("점포의 수")),
    ("coach", text("큰 버스를 댈 수 있는지")),
    ("toilet", text("화장실이 있는지")),
    ("indoor", text("실내인지")),
    ("wheelchair", text("휠체어로 다닐 수 있는지")),
    ("designated", text("지정된 날")),
    ("trade", text("음식점의 업종")),
    ("dishes", text("음식")),
    ("seats", text("좌석의 수")),
    ("group", text("단체 예약")),
    ("grade", text("위생등급. 자료의 기준일에 지정이 이어지는 곳에만 있습니다.")),
    ("remark", text("읽을 때 알아 둘 점")),
    ("confirm", text("확인이 필요한 값의 이름. 블로그나 이름 없는 출처에만 있거나 틀려 보이는 값입니다.")),
    ("sources", text("출처와 그 출처에서 본 값의 이름(covers)")),
)

_NAMES: Mapping[str, str] = MappingProxyType({"point": "geometry", "approx": "near", "designation": "grade"})
"""Fields of records that are called otherwise here."""
_TRADE: Mapping[str, str] = MappingProxyType({**_NAMES, "kind": "trade"})
_HALL, _RESTAURANT = text("행정복지센터"), text("음식점")


def places_geojson(catalogue: Catalogue, site: Site, translations: gettext.NullTranslations) -> bytes | None:
    """The file; None without places."""
    features = list(_features(catalogue, site, translations))
    if not features:
        return None
    head = imprint(translations.gettext("볼거리, 시설, 행정복지센터, 음식점"), site, translations)
    return as_json({"type": "FeatureCollection", **head, "features": features})


def _features(catalogue: Catalogue, site: Site, translations: gettext.NullTranslations) -> Iterator[Json]:
    towns = {town.id: town.name for town in catalogue.towns}

    def kind(id: str, label: Text) -> dict[str, Json]:
        return {"kind": id, "kind_label": label.into(translations.gettext)}

    for place in catalogue.sites:
        spot = spot_of_place(place, catalogue)
        told = _told(spot, kind(place.kind, PLACE_KINDS[place.kind]), _of_place(place), towns)
        yield _feature(spot, told, _sources(place, spot, told, site), _NAMES)
    for town in catalogue.towns:
        spot = spot_of_hall(town, catalogue)
        told = _told(spot, kind("town-hall", _HALL), _of_hall(town), towns)
        yield _feature(spot, told, [*map(public, spot.sources), *_office_hours(spot, None, site)], _NAMES)
    for restaurant in catalogue.restaurants:
        spot = spot_of_restaurant(restaurant, catalogue)
        told = _told(spot, kind("restaurant", _RESTAURANT), _of_restaurant(restaurant, site), towns)
        sources = field_sources(restaurant.sources, {*told, "geometry"}, _TRADE)
        yield _feature(spot, told, sources, _TRADE)


def _told(spot: Spot, kind: dict[str, Json], own: dict[str, Json], towns: Mapping[str, str]) -> dict[str, Json]:
    """The properties in the order of `FIELDS`, but for what to confirm and the sources."""
    every: dict[str, Json] = {
        **kind,
        "name": spot.name,
        "town": spot.town,
        "town_name": towns.get(spot.town or ""),
        "address": spot.address,
        "access": spot.access,
        "phone": spot.phone,
        "hours": spot.hours,
        "closed": spot.closed,
        "opening": None if spot.opening and hours_are_unknown(spot.opening) else spot.opening,
        "moved_closing": spot.moved_closing or None,
        "remark": spot.remark,
        **own,
    }
    return known({name: every.get(name) for name, _ in FIELDS})


def _feature(spot: Spot, told: dict[str, Json], sources: list[Json], names: Mapping[str, str]) -> Json:
    own = spot.point if spot.precision in (Precision.EXACT, Precision.DOUBTFUL) else None
    doubtful = {names.get(field, field) for field in spot.doubtful}
    return {
        "type": "Feature",
        "id": spot.id,
        "geometry": {"type": "Point", "coordinates": [own[1], own[0]]} if own else None,
        "properties": {
            **told,
            **known({"confirm": [name for name in ("geometry", *told) if name in doubtful], "sources": sources}),
        },
    }


def _of_place(place: Place) -> dict[str, Json]:
    near = place.approx if place.point is None else None
    return {
        **{name: getattr(place, name) for name in ("name_en", "summary", "postcode", "fee", "parking", "shops")},
        **{name: getattr(place, name) for name in ("coach", "toilet", "indoor", "wheelchair", "designated")},
        "near": {"coordinates": [near.lon, near.lat], "basis": near.basis} if near else None,
    }


def _of_hall(town: Town) -> dict[str, Json]:
    return {"postcode": town.hall.postcode, "as_of": town.hall.as_of}


def _of_restaurant(restaurant: Restaurant, site: Site) -> dict[str, Json]:
    held, grade = restaurant.designation, grade_on(restaurant.designation, site, site.published)
    designation = held.model_dump(exclude_none=True, exclude={"grade"}) if held else {}
    return {
        "trade": restaurant.kind,
        **{name: getattr(restaurant, name) for name in ("dishes", "seats", "group")},
        "grade": {"id": grade.id, "label": grade.label, **designation} if grade else None,
    }


def _sources(place: Place, spot: Spot, told: dict[str, Json], site: Site) -> list[Json]:
    return [*field_sources(place.sources, {*told, "geometry"}, _NAMES), *_office_hours(spot, place, site)]


def _office_hours(spot: Spot, place: Place | None, site: Site) -> list[Json]:
    """Where the hours come from that a hall has because all offices keep them."""
    if site.offices is None:
        return []
    own = {"hours": place.hours, "opening": place.opening} if place else {}
    lent = [name for name in ("hours", "opening") if getattr(spot, name) and not own.get(name)]
    return [{**public(source), "covers": lent} for source in site.offices.sources] if lent else []
