"""The places as GeoJSON, held against the rules of RFC 7946 and read with shapely: no guess is a point."""

from __future__ import annotations

import gettext
import json
from typing import Any

import pytest
from shapely.geometry import Point, Polygon, shape
from shapely.ops import unary_union

from guidebook.export.places_geojson import FIELDS, places_geojson
from guidebook.model.boundary import Boundaries
from guidebook.model.records.place import Place
from guidebook.model.records.place_kinds import PLACE_KINDS
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.town import Town
from tests.export.conftest import City

WORDS = gettext.NullTranslations()
SHORE = 0.001
"""Degrees, about a hundred metres: harbours stand in the water of a simplified outline."""

Feature = dict[str, Any]


def collection(city: City) -> Feature:
    octets = places_geojson(city.catalogue, city.site, WORDS)
    assert octets is not None
    read: Feature = json.loads(octets)
    return read


def features(city: City) -> dict[str, Feature]:
    return {one["id"]: one for one in collection(city)["features"]}


def test_it_keeps_the_rules_of_the_standard(city: City) -> None:
    read = collection(city)
    assert read["type"] == "FeatureCollection"
    assert not {"crs", "coordinates", "geometry", "geometries", "properties"} & set(read)
    ids = [one["id"] for one in read["features"]]
    assert len(set(ids)) == len(ids)
    for one in read["features"]:
        assert set(one) == {"type", "id", "geometry", "properties"}
        assert one["type"] == "Feature"
        assert isinstance(one["properties"], dict)
        if one["geometry"] is not None:
            assert set(one["geometry"]) == {"type", "coordinates"}
            lon, lat = one["geometry"]["coordinates"]
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90
            assert shape(one["geometry"]).equals(Point(lon, lat))


def test_every_point_lies_in_the_city_longitude_first(dasom: City) -> None:
    assert dasom.catalogue.boundaries is not None
    assert points_on_land(dasom, dasom.catalogue.boundaries) > 10


def points_on_land(city: City, boundaries: Boundaries) -> int:
    """How many places have a point; all must lie within the outlines."""
    land = unary_union([Polygon(outer, holes) for one in boundaries.outlines for outer, *holes in one.polygons]).buffer(
        SHORE
    )
    # A landmark may be a bridge over the sea.
    places = [one for one in features(city).values() if one["properties"]["kind"] != "landmark"]
    points = [shape(one["geometry"]) for one in places if one["geometry"]]
    assert all(land.contains(point) for point in points)
    return len(points)


def test_every_place_hall_and_restaurant_is_there_once(city: City) -> None:
    catalogue = city.catalogue
    expected = [one.id for one in (*catalogue.sites, *catalogue.towns, *catalogue.restaurants)]
    assert list(features(city)) == expected


def test_only_documented_properties_are_told_in_their_order(city: City) -> None:
    documented = [name for name, _ in FIELDS]
    for one in features(city).values():
        assert list(one["properties"]) == [name for name in documented if name in one["properties"]]


def test_a_point_that_is_only_near_is_no_geometry(small: City) -> None:
    fort = features(small)["old-fort"]
    assert fort["geometry"] is None
    assert fort["properties"]["near"] == {"coordinates": [127.955, 36.56], "basis": "성터 들머리 가로등"}


def test_where_only_the_town_is_known_no_point_is_told(dasom: City) -> None:
    unknown = [one for one in dasom.catalogue.towns if one.hall.point is None]
    assert unknown
    for town in unknown:
        hall = features(dasom)[town.id]
        assert hall["geometry"] is None
        assert "near" not in hall["properties"]
        assert hall["properties"]["town_name"] == town.name


def test_a_doubtful_value_is_told_and_named(small: City) -> None:
    village = features(small)["reed-village"]
    assert village["geometry"]["coordinates"] == [127.94, 36.545]
    told = village["properties"]
    assert told["confirm"] == ["geometry", "address", "hours", "closed", "opening"]
    assert "phone" not in told, "a doubtful number is nobody's to call"
    assert "confirm" not in features(small)["river-museum"]["properties"]


def test_whatever_is_to_be_confirmed_is_told(city: City) -> None:
    for one in features(city).values():
        for name in one["properties"].get("confirm", []):
            assert name in one["properties"] or (name == "geometry" and one["geometry"])


def test_hours_that_the_rule_calls_unknown_are_no_hours(dasom: City) -> None:
    museum = features(dasom)["rope-museum"]["properties"]
    assert "opening" not in museum
    assert "opening" not in museum["confirm"]
    assert museum["closed"] == "월요일, 공휴일 다음 날, 명절"


def test_a_moved_closing_day_is_told_because_the_grammar_cannot(small: City) -> None:
    told = {id: one["properties"].get("moved_closing") for id, one in features(small).items()}
    assert told["river-museum"] is True
    assert told["reed-village"] is None


def test_sources_say_what_they_cover_by_the_names_of_the_file_and_nothing_private(city: City) -> None:
    for one in features(city).values():
        told = one["properties"]
        assert told["sources"]
        for source in told["sources"]:
            assert not {"via", "imported"} & set(source)
            assert all(name in told or name == "geometry" for name in source.get("covers", []))


def test_halls_keep_the_hours_of_all_offices_with_their_source(small: City) -> None:
    hall = features(small)["gaon"]["properties"]
    assert (hall["kind"], hall["kind_label"]) == ("town-hall", "행정복지센터")
    assert hall["opening"] == "Mo-Fr 09:00-12:00,13:00-18:00; PH off"
    assert hall["sources"][-1]["covers"] == ["hours", "opening"]


@pytest.mark.parametrize(("published", "told"), [("2026-11-02", True), ("2027-07-01", False), ("2025-01", False)])
def test_a_grade_is_told_only_while_it_holds(small: City, published: str, told: bool) -> None:
    site = small.site.model_copy(update={"published": published})
    restaurant = features(City(small.catalogue, site))["ferry-table"]["properties"]
    assert (restaurant["kind"], restaurant["trade"]) == ("restaurant", "일반음식점")
    assert ("grade" in restaurant) is told
    assert ("designation" in str(restaurant)) is False
    if told:
        assert restaurant["grade"]["label"] == "좋음"
        assert restaurant["grade"]["end"] == "2027-06"


def test_every_kind_of_place_has_its_word(dasom: City) -> None:
    labels = {place.id: str(PLACE_KINDS[place.kind]) for place in dasom.catalogue.sites}
    assert {id: features(dasom)[id]["properties"]["kind_label"] for id in labels} == labels


def test_a_city_without_places_has_no_file(small: City) -> None:
    empty = small.catalogue.having(Place).having(Town).having(Restaurant)
    assert places_geojson(empty, small.site, WORDS) is None
