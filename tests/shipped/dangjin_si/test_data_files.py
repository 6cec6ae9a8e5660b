"""The files to take home of the city: what holds for every city, and what these records say."""

from __future__ import annotations

from guidebook.model.catalogue import Catalogue
from tests.export.conftest import City
from tests.export.test_downloads import (
    files,
    test_every_file_says_what_it_holds,
    test_the_same_content_makes_the_same_bytes,
    ways,
)
from tests.export.test_places_geojson import (
    features,
    points_on_land,
    test_every_place_hall_and_restaurant_is_there_once,
    test_it_keeps_the_rules_of_the_standard,
    test_only_documented_properties_are_told_in_their_order,
    test_sources_say_what_they_cover_by_the_names_of_the_file_and_nothing_private,
    test_whatever_is_to_be_confirmed_is_told,
)
from tests.export.test_programs_json import (
    test_the_programmes_stand_in_the_order_of_their_marks_with_documented_keys_only,
    written,
)
from tests.export.test_restaurants_csv import (
    octets,
    rows,
    test_every_restaurant_has_a_row_as_long_as_the_head,
    test_the_file_is_marked_as_utf_8_once_and_its_lines_end_as_the_standard_says,
)
from tests.export.test_route_calendar import (
    events,
    test_every_event_says_that_it_is_an_example_and_nothing_is_booked,
    test_every_stop_of_every_route_is_an_event_in_seoul_s_time,
)
from tests.export.test_route_gpx import test_every_route_of_the_city_keeps_the_schema
from tests.export.test_route_gpx import written as gpx_of

__all__ = [
    "test_every_event_says_that_it_is_an_example_and_nothing_is_booked",
    "test_every_file_says_what_it_holds",
    "test_every_place_hall_and_restaurant_is_there_once",
    "test_every_restaurant_has_a_row_as_long_as_the_head",
    "test_every_route_of_the_city_keeps_the_schema",
    "test_every_stop_of_every_route_is_an_event_in_seoul_s_time",
    "test_it_keeps_the_rules_of_the_standard",
    "test_only_documented_properties_are_told_in_their_order",
    "test_sources_say_what_they_cover_by_the_names_of_the_file_and_nothing_private",
    "test_the_file_is_marked_as_utf_8_once_and_its_lines_end_as_the_standard_says",
    "test_the_programmes_stand_in_the_order_of_their_marks_with_documented_keys_only",
    "test_the_same_content_makes_the_same_bytes",
    "test_whatever_is_to_be_confirmed_is_told",
]


def test_the_files_stand_in_the_order_of_the_table(city: City) -> None:
    routes = [route.id for route in city.catalogue.routes]
    gpx = [f"routes/{id}.gpx" for id in routes if id != "arboretum-olmi-fortress"]
    whole = ["programs.json", "programs.schema.json", "places.geojson", "places.schema.json", "restaurants.csv"]
    assert list(files(city)) == [*whole, *gpx, *(f"routes/{id}.ics" for id in routes)]


def test_a_route_with_fewer_than_two_known_places_has_no_gpx(city: City) -> None:
    arboretum = city.catalogue.route("arboretum-olmi-fortress")
    assert arboretum is not None
    assert gpx_of(city, arboretum) is None


def test_how_a_source_was_fetched_is_in_no_file(city: City) -> None:
    private = ways(city.catalogue.records) | ways(city.site)
    assert len(private) > 20
    unfolded = "".join(one.octets.decode() for one in files(city).values()).replace("\r\n ", "")
    assert not [way for way in private if len(way) > 12 and way in unfolded]


def test_figures_of_the_participation_week_are_numbers_with_their_notes(city: City) -> None:
    (week,) = [one for one in written(city)["programs"] if one["id"] == "participation-week"]
    shown = {one["id"]: one for one in week["indicators"]}
    assert (shown["participants"]["value"], shown["participants"]["text"]) == (2137, "2,137명")
    assert shown["share"]["value"] == 1.3
    (note,) = [note for note in week["notes"] if note["id"] == "count"]
    assert note == {"id": "count", **shown["share"]["note"]}
    assert note["sources"]


def test_a_telephone_that_only_a_blog_has_is_left_out_and_not_named_as_doubtful(city: City) -> None:
    told = {row["아이디"]: (row["전화"], row["확인 필요"]) for row in rows(city)}
    assert told == {"haeoreum": ("", ""), "haengdamdo-rest-area": ("", "")}


def test_names_that_the_press_once_printed_stay_out(city: City) -> None:
    known = {one.name for one in city.catalogue.restaurants}
    printed = {row.name for one in city.catalogue.lists for row in one.rows} - known
    assert printed
    assert not [name for name in printed if name in octets(city).decode()]


def test_every_point_lies_in_the_city(city: City, content: Catalogue) -> None:
    assert content.boundaries is not None
    assert points_on_land(city, content.boundaries) > 40


def test_halls_that_moved_have_no_point(city: City) -> None:
    unknown = [one for one in city.catalogue.towns if one.hall.point is None]
    assert unknown
    for town in unknown:
        assert features(city)[town.id]["geometry"] is None


def test_hours_that_the_rule_calls_unknown_are_no_hours(city: City) -> None:
    museum = features(city)["gijisi-museum"]["properties"]
    assert "opening" not in museum
    assert "opening" not in museum["confirm"]
    assert museum["closed"] == "월요일, 공휴일 다음 날, 명절"


def test_ids_of_events_differ_between_routes(city: City) -> None:
    ids = [event.uid for route in city.catalogue.routes for event in events(city, route)]
    assert len(set(ids)) == len(ids)
    assert ids[0] == f"{city.catalogue.routes[0].id}-1@jumin-guidebook"
