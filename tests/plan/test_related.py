"""What belongs together is found from either side, whichever record says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.plan.related import (
    guides_of_place,
    guides_of_town,
    near,
    programs_of_route,
    routes_of_place,
    routes_of_program,
    routes_of_town,
    towns_of_route,
)
from guidebook.plan.spot import spot_of_hall, spot_of_place
from tests.conftest import CITIES, Change


@pytest.fixture(scope="module")
def city() -> Catalogue:
    return load_content(CITIES / "maru").catalogue


def test_a_route_belongs_to_the_programmes_of_its_stops_also_where_it_does_not_list_them(
    maru: Path, change: Change
) -> None:
    change("routes/river-day.md", "programs: [river-path]\n", "")
    city = load_content(maru).catalogue
    (route,), (program,) = city.routes, city.programs
    assert routes_of_program(city, program) == (route,)
    assert programs_of_route(city, route) == (program,)


def test_a_route_belongs_to_the_towns_of_whatever_it_stops_at(maru: Path, change: Change) -> None:
    change("routes/river-day.md", "  - {hall: naru, text: 주민과 이야기, stay: 40}\n", "")
    city = load_content(maru).catalogue
    (route,) = city.routes
    assert [town.id for town in towns_of_route(city, route)] == ["gaon", "naru"]
    assert all(routes_of_town(city, town) == (route,) for town in city.towns)


def test_restaurants_and_sights_know_the_routes_that_stop_there(city: Catalogue) -> None:
    restaurant, museum, fort = city.restaurants[0], city.place("river-museum"), city.place("old-fort")
    assert museum is not None
    assert fort is not None
    assert routes_of_place(city, restaurant) == routes_of_place(city, museum) == city.routes
    assert routes_of_place(city, fort) == ()


def test_a_town_has_the_guides_of_its_places(city: Catalogue) -> None:
    museum, gaon, naru = city.place("river-museum"), city.town("gaon"), city.town("naru")
    assert museum is not None
    assert gaon is not None
    assert naru is not None
    assert guides_of_place(city, museum) == guides_of_town(city, gaon) == city.guides
    assert guides_of_town(city, naru) == ()


def test_only_places_with_points_of_their_own_are_near_each_other(city: Catalogue) -> None:
    museum, fort, gaon = city.place("river-museum"), city.place("old-fort"), city.town("gaon")
    assert museum is not None
    assert fort is not None
    assert gaon is not None
    here = spot_of_place(museum, city)
    assert [place.id for _, place in near(city, here, within=50)] == ["reed-village"], (
        "neither itself nor the rough one"
    )
    assert near(city, here, within=1) == ()
    assert near(city, spot_of_place(fort, city), within=50) == ()
    found = near(city, spot_of_hall(gaon, city), within=50)
    assert [place.id for _, place in found] == ["river-museum", "reed-village"]
    assert [round(km, 1) for km, _ in found] == sorted(round(km, 1) for km, _ in found)
    assert near(city, spot_of_hall(gaon, city), most=1, within=50) == found[:1]
