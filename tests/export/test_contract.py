"""The published schemas say what the files hold: neither less, nor anything that is not there."""

from __future__ import annotations

import gettext
import json
from typing import Any

from jsonschema import Draft202012Validator

from guidebook.export.contract.shapes import PLACE, PROGRAM
from guidebook.export.downloads import data_files
from guidebook.export.places_geojson import FIELDS as PLACE_FIELDS
from guidebook.export.programs_json import FIELDS as PROGRAM_FIELDS
from guidebook.load.content import load_content
from guidebook.model.portal.published import PLACES, PROGRAMS, VERSION, Programs, read_json
from tests.conftest import CITIES
from tests.export.conftest import City

PAIRS = {"programs.json": "programs.schema.json", "places.geojson": "places.schema.json"}


def read(city: City) -> dict[str, Any]:
    made = data_files(city.catalogue, city.site, gettext.NullTranslations())
    return {one.path: json.loads(one.octets) for one in made if one.path in {*PAIRS, *PAIRS.values()}}


def test_every_file_keeps_its_schema(city: City) -> None:
    files = read(city)
    for file, schema in PAIRS.items():
        assert (file in files) is (schema in files)
        if file in files:
            Draft202012Validator.check_schema(files[schema])
            assert [error.message for error in Draft202012Validator(files[schema]).iter_errors(files[file])] == []


def test_every_key_of_a_file_stands_in_its_schema_with_its_meaning(city: City) -> None:
    files = read(city)
    told = files["programs.schema.json"]["properties"]
    assert files["programs.json"].keys() <= told.keys()
    fields = told["programs"]["items"]["properties"]
    assert all(one.keys() <= fields.keys() for one in files["programs.json"]["programs"])
    assert [(name, field["description"]) for name, field in fields.items()] == [
        (name, str(about)) for name, about in PROGRAM_FIELDS
    ]


def test_every_field_of_the_tables_has_a_shape() -> None:
    assert {name for name, _ in PROGRAM_FIELDS} == PROGRAM.keys()
    assert {name for name, _ in PLACE_FIELDS} - {"id", "geometry"} == PLACE.keys()


def test_a_schema_refuses_what_the_file_could_not_be(small: City) -> None:
    files = read(small)
    validator = Draft202012Validator(files["programs.schema.json"])
    changes: tuple[dict[str, Any], ...] = (
        {"version": VERSION + 1},
        {"format": PLACES},
        {"official": "no"},
        {"programs": {}},
    )
    for change in changes:
        assert not validator.is_valid({**files["programs.json"], **change})
    program = {**files["programs.json"]["programs"][0], "years": ["2026"]}
    assert not validator.is_valid({**files["programs.json"], "programs": [program]})


def test_a_portal_reads_what_a_city_publishes(city: City) -> None:
    written = json.dumps(read(city)["programs.json"])
    found, faults = read_json(Programs, written)
    assert faults == ()
    assert found is not None
    assert [one.id for one in found.programs] == [one.id for one in city.catalogue.programs]
    assert found.official is city.site.official


def test_a_file_says_its_format_and_version_first(small: City) -> None:
    files = read(small)
    assert list(files["programs.json"])[:2] == ["format", "version"]
    assert (files["programs.json"]["format"], files["places.geojson"]["format"]) == (PROGRAMS, PLACES)


def test_years_are_those_of_the_period_and_without_one_that_of_the_facts(city: City) -> None:
    for told, program in zip(read(city)["programs.json"]["programs"], city.catalogue.programs, strict=True):
        last = program.end or str(program.as_of)
        first = program.start or last
        assert (told["years"][0], told["years"][-1]) == (int(first[:4]), max(int(first[:4]), int(last[:4])))
        assert told["page"] == f"programs/{program.id}/"


def test_themes_are_told_as_the_city_writes_them() -> None:
    loaded = load_content(CITIES / "yeoul")
    assert loaded.catalogue.site is not None
    told = read(City(loaded.catalogue, loaded.catalogue.site))["programs.json"]["programs"]
    assert {one["id"]: one.get("themes") for one in told}["library"] == ["교육", "주민참여"]
