"""Outlines made from areas fit without gaps, stay small, and say what they are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import shapely
from shapely.geometry import mapping, shape

from guidebook.cli import main
from guidebook.importers.boundaries import Area, merged, outlines, square_kilometres
from tests.conftest import ROOT

LEFT = Area("가동", mapping(shapely.box(126.0, 36.0, 126.1, 36.1)))
RIGHT = Area(
    "나면",
    mapping(shapely.Polygon([(126.1, 36.0), (126.2, 36.0), (126.2, 36.1), (126.1, 36.1), (126.1003, 36.05)])),
)
"""They touch at both ends and leave a sliver of thirty metres between."""


def test_slivers_go_to_a_neighbour_and_the_cover_is_whole() -> None:
    made = outlines((LEFT, RIGHT), "어디", "법정동 경계", "2023-09-15")
    shapes = [shape(feature["geometry"]) for feature in made["features"]]
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).geom_type == "Polygon"


def test_a_table_merges_areas_under_a_new_name() -> None:
    (town,) = merged((LEFT, RIGHT), {"일동": ["가동", "나면"]})
    assert town.name == "일동"
    assert abs(square_kilometres(town.geometry) - 2 * square_kilometres(LEFT.geometry)) < 2


def test_a_square_of_a_tenth_of_a_degree_has_a_hundred_square_kilometres() -> None:
    assert abs(square_kilometres(LEFT.geometry) - 100) < 1


def test_the_shipped_outlines_are_what_the_import_makes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "content"
    shutil.copytree(ROOT / "content", copy)
    (copy / "map" / "towns.geojson").unlink()
    assert main(["import", "boundaries", "--content", str(copy)]) == 0
    assert not (copy / "map" / "towns.geojson").exists()
    assert main(["import", "boundaries", "--write", "--content", str(copy)]) == 0
    said = capsys.readouterr().out
    assert "행정동 경계 14곳" in said
    new, shipped = ((root / "map" / "towns.geojson").read_bytes() for root in (copy, ROOT / "content"))
    assert new == shipped
    shapes = [shape(feature["geometry"]) for feature in json.loads(new)["features"]]
    assert shapely.coverage_is_valid(shapes)
    assert abs(sum(square_kilometres(mapping(one)) for one in shapes) - 705) < 5


def test_without_a_table_it_says_that_they_are_legal_areas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "content"
    shutil.copytree(ROOT / "content", copy)
    (copy / "map" / "merge.yml").unlink()
    assert main(["import", "boundaries", "--content", str(copy)]) == 0
    said = capsys.readouterr()
    assert "법정동 경계 22곳" in said.out
    assert "읍내동" in said.err


def test_an_unknown_city_and_a_file_that_is_none_are_told(
    maru: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "boundaries", "--content", str(maru)]) == 1
    assert "error[unknown-city]" in capsys.readouterr().err
    file = tmp_path / "towns.json"
    file.write_text("{}", encoding="utf-8")
    assert main(["import", "boundaries", str(file), "--content", str(maru)]) == 1
    assert "error[bad-boundaries]" in capsys.readouterr().err
    made = {"features": [{"properties": {"name": area.name}, "geometry": area.geometry} for area in (LEFT, RIGHT)]}
    file.write_text(json.dumps(made), encoding="utf-8")
    assert main(["import", "boundaries", str(file), "--write", "--content", str(maru)]) == 0
    assert (maru / "map" / "towns.geojson").is_file()
