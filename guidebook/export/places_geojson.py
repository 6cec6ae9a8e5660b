"""Sights, facilities, town halls and restaurants as GeoJSON (RFC 7946).

A geometry is only ever the place's own point. What is known less well stands beside it in words, so that no map shows
a guess as a place.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guidebook.export.contract.schemas import contract, places_schema
from guidebook.export.imprint import imprint
from guidebook.export.json_values import Json, as_json, field_sources, known, public
from guidebook.model.catalogue import Catalogue
from guidebook.model.label import label_of
from guidebook.model.portal.published import PLACES
from guidebook.model.records.place import Place
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.town import Town
from guidebook.model.site import Site
from guidebook.model.text import Text, text
from guidebook.plan.designation import grade_on
from guidebook.plan.local_words import kind_of
from guidebook.plan.opening import hours_are_unknown
from guidebook.plan.spot import Precision, Spot, spot_of_hall, spot_of_place, spot_of_restaurant

FIELDS = (
    ("id", text("장소의 아이디. 누리집 주소에도 씁니다. 행정복지센터는 읍면동의 아이디입니다.")),
    ("geometry", text("장소의 좌표(경도, 위도 순, WGS84). 모르면 null입니다.")),
    ("kind", text("종류의 아이디")),
    ("kind_label", text("종류의 이름")),
    ("name", label_of(Place, "name").title),
    ("name_en", label_of(Place, "name_en").title),
    ("summary", text("장소를 소개하는 한 문장")),
    ("town", text("읍면동의 아이디")),
    ("town_name", label_of(Place, "town").title),
    ("near", text("정확한 좌표를 모를 때 가까운 곳의 좌표(경도, 위도)와 그 근거")),
    ("address", label_of(Place, "address").title),
    ("postcode", label_of(Place, "postcode").title),
    ("access", text("접근 경로. road는 도로, ferry는 배, expressway는 고속도로입니다.")),
    ("phone", label_of(Place, "phone").title),
    ("as_of", text("주소와 전화번호를 확인한 시점")),
    ("hours", text("운영시간, 출처에 적힌 그대로")),
    ("closed", text("휴무일, 출처에 적힌 그대로")),
    ("opening", text("운영시간과 휴무일, OSM opening_hours 문법. 시간을 모르면 없습니다.")),
    ("moved_closing", text("휴무 요일이 공휴일이면 그다음 평일에 쉬는지 여부")),
    ("fee", label_of(Place, "fee").title),
    ("parking", text("주차 가능 면수")),
    ("shops", text("점포 수")),
    ("coach", text("대형 버스 주차 가능 여부")),
    ("toilet", text("화장실 유무")),
    ("indoor", text("실내 여부")),
    ("wheelchair", text("휠체어 이용 가능 여부")),
    ("designated", text("지정일")),
    ("trade", text("음식점 업종")),
    ("dishes", label_of(Restaurant, "dishes").title),
    ("seats", text("좌석 수")),
    ("group", text("단체 예약")),
    ("grade", text("위생등급. 발행일 현재 지정이 유효한 곳에만 있습니다.")),
    ("remark", text("비고")),
    (
        "confirm",
        text(
            "확인이 필요한 값의 이름. 블로그나 출처 미상의 자료에만 있거나 오류로 보이는 값입니다. "
            "확인이 필요한 전화번호는 싣지 않습니다."
        ),
    ),
    ("sources", text("출처와 그 출처에서 확인한 값의 이름(covers)")),
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
    return as_json({"type": "FeatureCollection", **contract(PLACES, site), **head, "features": features})


def schema(catalogue: Catalogue, site: Site, translations: gettext.NullTranslations) -> bytes | None:
    """The JSON Schema of the file, in the language of the site; None without places."""
    if not (catalogue.sites or catalogue.towns or catalogue.restaurants):
        return None
    title = translations.gettext("볼거리, 시설, 행정복지센터, 음식점")
    return places_schema(FIELDS, title, site, translations)


def _features(catalogue: Catalogue, site: Site, translations: gettext.NullTranslations) -> Iterator[Json]:
    towns = {town.id: town.name for town in catalogue.towns}

    def kind(id: str, label: Text) -> dict[str, Json]:
        return {"kind": id, "kind_label": label.into(translations.gettext)}

    for place in catalogue.sites:
        spot = spot_of_place(place, catalogue)
        told = _properties(spot, kind(place.kind, kind_of(catalogue, place).label), _of_place(place), towns)
        yield _feature(spot, told, _sources(place, spot, told, site), _NAMES)
    for town in catalogue.towns:
        spot = spot_of_hall(town, catalogue)
        told = _properties(spot, kind("town-hall", _HALL), _of_hall(town), towns)
        yield _feature(spot, told, [*map(public, spot.sources), *_office_hours(spot, None, site)], _NAMES)
    for restaurant in catalogue.restaurants:
        spot = spot_of_restaurant(restaurant, catalogue)
        told = _properties(spot, kind("restaurant", _RESTAURANT), _of_restaurant(restaurant, site), towns)
        sources = field_sources(restaurant.sources, {*told, "geometry"}, _TRADE)
        yield _feature(spot, told, sources, _TRADE)


def _properties(spot: Spot, kind: dict[str, Json], own: dict[str, Json], towns: Mapping[str, str]) -> dict[str, Json]:
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


def _feature(spot: Spot, properties: dict[str, Json], sources: list[Json], names: Mapping[str, str]) -> Json:
    own = spot.point if spot.precision in (Precision.EXACT, Precision.DOUBTFUL) else None
    doubtful = {names.get(field, field) for field in spot.doubtful}
    return {
        "type": "Feature",
        "id": spot.id,
        "geometry": {"type": "Point", "coordinates": [own[1], own[0]]} if own else None,
        "properties": {
            **properties,
            **known({"confirm": [name for name in ("geometry", *properties) if name in doubtful], "sources": sources}),
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
    designation_held, grade = restaurant.designation, grade_on(restaurant.designation, site, site.published)
    designation = designation_held.model_dump(exclude_none=True, exclude={"grade"}) if designation_held else {}
    return {
        "trade": restaurant.kind,
        **{name: getattr(restaurant, name) for name in ("dishes", "seats", "group")},
        "grade": {"id": grade.id, "label": grade.label, **designation} if grade else None,
    }


def _sources(place: Place, spot: Spot, properties: dict[str, Json], site: Site) -> list[Json]:
    return [*field_sources(place.sources, {*properties, "geometry"}, _NAMES), *_office_hours(spot, place, site)]


def _office_hours(spot: Spot, place: Place | None, site: Site) -> list[Json]:
    """Where the hours come from that a hall has because all offices keep them."""
    if site.offices is None:
        return []
    own = {"hours": place.hours, "opening": place.opening} if place else {}
    lent = [name for name in ("hours", "opening") if getattr(spot, name) and not own.get(name)]
    return [{**public(source), "covers": lent} for source in site.offices.sources] if lent else []
