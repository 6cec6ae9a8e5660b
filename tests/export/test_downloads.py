"""The table of files: one line makes the file, its place in the list and its documentation."""

from __future__ import annotations

import gettext

import pytest

from guidebook.export.downloads import FORMATS, data_files
from guidebook.model.catalogue import Catalogue
from guidebook.model.download import DataFile
from guidebook.model.records.route import Route
from guidebook.model.records.visit import Visit
from guidebook.model.source import Source
from tests.export.conftest import City, Planned

WORDS = gettext.NullTranslations()


def files(city: City) -> dict[str, DataFile]:
    made = data_files(city.catalogue, city.site, WORDS)
    assert len({one.path for one in made}) == len(made)
    return {one.path: one for one in made}


def test_the_files_stand_in_the_order_of_the_table(dasom: City) -> None:
    routes = [route.id for route in dasom.catalogue.routes]
    gpx = [f"routes/{id}.gpx" for id in routes if id != "rope"]
    whole = ["programs.json", "programs.schema.json", "places.geojson", "places.schema.json", "restaurants.csv"]
    assert list(files(dasom)) == [*whole, *gpx, *(f"routes/{id}.ics" for id in routes)]


def test_a_file_of_a_route_bears_its_name(small: City) -> None:
    made = files(small)
    assert str(made["routes/river-day.gpx"].title) == "강길을 따라 하루: 경로 파일(GPX)"
    assert {path: one.record for path, one in made.items()} == {
        "programs.json": None,
        "programs.schema.json": None,
        "places.geojson": None,
        "places.schema.json": None,
        "restaurants.csv": None,
        "routes/river-day.gpx": "river-day",
        "routes/river-day.ics": "river-day",
    }


def test_every_file_says_what_it_holds(city: City) -> None:
    for one in files(city).values():
        assert one.octets
        assert str(one.about).endswith(".")
        assert "{" not in f"{one.title}{one.about}"
        assert all(name and str(meaning) for name, meaning in one.fields)


def test_a_line_of_the_table_makes_either_one_file_or_one_a_route() -> None:
    for one in FORMATS:
        assert (one.whole is None) is not (one.of_route is None)
        assert ("{route}" in one.path) is (one.of_route is not None)


def test_the_same_content_makes_the_same_bytes(city: City) -> None:
    assert data_files(city.catalogue, city.site, WORDS) == data_files(city.catalogue, city.site, WORDS)


def test_a_visit_is_in_no_file_even_if_it_is_public(plan: Planned) -> None:
    visit = plan.visit.model_copy(update={"public": True})
    catalogue = plan.catalogue.having(Visit, visit).public()
    assert catalogue.visits == (visit,)
    for one in data_files(catalogue, plan.site, WORDS):
        for private in secrets_of(visit):
            assert private.encode() not in one.octets, one.path


def secrets_of(visit: Visit) -> tuple[str, ...]:
    assert visit.host.phone is not None
    return visit.id, visit.delegation, visit.host.department, visit.host.phone


def ways(value: object) -> set[str]:
    """Every `via` in the records that is not a piece of the public address."""
    if isinstance(value, Source):
        return {value.via} if value.via and value.via not in (value.url or "") else set()
    if isinstance(value, tuple):
        return {way for one in value for way in ways(one)}
    fields = getattr(type(value), "model_fields", {})
    return {way for name in fields for way in ways(getattr(value, name))}


def test_how_a_source_was_fetched_is_in_no_file(dasom: City) -> None:
    private = ways(dasom.catalogue.records) | ways(dasom.site)
    assert len(private) > 10
    written = "".join(one.octets.decode() for one in files(dasom).values())
    # Unfolded, so that no line end of a calendar hides a piece.
    unfolded = written.replace("\r\n ", "")
    assert not [way for way in private if len(way) > 12 and way in unfolded]


@pytest.mark.parametrize("official", [False, True])
def test_every_file_with_room_says_that_it_is_a_sample(small: City, official: bool) -> None:
    site = small.site.model_copy(update={"official": official})
    for path, one in files(City(small.catalogue, site)).items():
        said = "마루군의 공식 자료가 아닙니다." in one.octets.decode().replace("\r\n ", "")
        assert said is (not official and not path.endswith((".csv", ".schema.json")))


def test_a_city_without_content_has_no_files(small: City) -> None:
    assert data_files(Catalogue(small.site), small.site, WORDS) == ()


def test_a_route_without_stops_is_in_no_file(small: City) -> None:
    route = small.catalogue.routes[0].model_copy(update={"stops": ()})
    made = data_files(small.catalogue.having(Route, route), small.site, WORDS)
    assert [one.path for one in made] == [
        "programs.json",
        "programs.schema.json",
        "places.geojson",
        "places.schema.json",
        "restaurants.csv",
    ]
