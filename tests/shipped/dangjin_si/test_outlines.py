"""The outlines of the city's towns are what the import makes of the areas of the law and the city's own table."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import shapely
from shapely.geometry import mapping, shape

from guidebook.cli import main
from guidebook.importers.areas.boundaries import square_kilometres
from tests.conftest import ROOT


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
    assert len(new) < 100_000
    assert not shapely.get_num_interior_rings(shapely.get_parts(shapely.union_all(shapes))).any()
    assert abs(sum(square_kilometres(mapping(one)) for one in shapes) - 705) < 5
