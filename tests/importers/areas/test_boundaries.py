"""Outlines made from areas fit without gaps, stay small, and say what they are."""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import shapely
from shapely.geometry import mapping, shape

from guidebook.cli import main
from guidebook.importers.areas.boundaries import Area, merged, outlines, square_kilometres
from guidebook.load.boundaries import load_boundaries

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


def test_an_exclave_too_small_to_keep_goes_to_its_neighbour_and_leaves_no_hole() -> None:
    speck = shapely.box(126.15, 36.05, 126.151, 36.051)
    around = shapely.box(126.1, 36.0, 126.2, 36.1) - speck
    left = shapely.MultiPolygon([shapely.box(126.0, 36.0, 126.1, 36.1), speck])
    made = outlines((Area("가동", mapping(left)), Area("나면", mapping(around))), "어디", "법정동 경계", "2023-09-15")
    shapes = [shape(feature["geometry"]) for feature in made["features"]]
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).equals(shapely.box(126.0, 36.0, 126.2, 36.1))
    assert shapes[0].equals(shape(LEFT.geometry))


def test_a_pier_is_left_off_and_an_islet_too() -> None:
    pier, islet = shapely.box(126.2, 36.05, 126.25, 36.0502), shapely.box(126.3, 36.0, 126.3005, 36.0005)
    shore = Area("나면", mapping(shapely.union_all([shapely.box(126.1, 36.0, 126.2, 36.1), pier, islet])))
    made = outlines((LEFT, shore), "어디", "법정동 경계", "2023-09-15")
    covered = shapely.union_all([shape(feature["geometry"]) for feature in made["features"]])
    assert covered.equals(shapely.box(126.0, 36.0, 126.2, 36.1))


def test_areas_that_cross_themselves_are_mended() -> None:
    bow = Area("가동", mapping(shapely.Polygon([(126.0, 36.0), (126.1, 36.1), (126.1, 36.0), (126.0, 36.1)])))
    (feature,) = outlines(merged((bow,), {}), "어디", "법정동 경계", "2023-09-15")["features"]
    assert shape(feature["geometry"]).is_valid


def test_a_table_merges_areas_under_a_new_name() -> None:
    (town,) = merged((LEFT, RIGHT), {"일동": ["가동", "나면"]})
    assert town.name == "일동"
    assert abs(square_kilometres(town.geometry) - 2 * square_kilometres(LEFT.geometry)) < 2


def test_a_square_of_a_tenth_of_a_degree_has_a_hundred_square_kilometres() -> None:
    assert abs(square_kilometres(LEFT.geometry) - 100) < 1


@pytest.fixture
def gyeryong(maru: Path) -> Path:
    """The small city under the name of one that there is: four areas of the law."""
    site = maru / "site.yml"
    written = site.read_text(encoding="utf-8")
    for old, new in (("  name: 마루군", "  name: 계룡시"), ("province: 가람도", "province: 충청남도")):
        assert written.count(old) == 1
        written = written.replace(old, new)
    site.write_text(written, encoding="utf-8")
    return maru


def test_the_outlines_of_a_real_city_are_made_from_the_areas_of_the_law(
    gyeryong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = gyeryong / "map" / "towns.geojson"
    assert main(["import", "boundaries", "--content", str(gyeryong)]) == 0
    assert not file.exists()
    assert main(["import", "boundaries", "--write", "--content", str(gyeryong)]) == 0
    said = capsys.readouterr()
    assert "법정동 경계 4곳" in said.out
    assert "금암동" in said.err
    shapes = [shape(feature["geometry"]) for feature in json.loads(file.read_bytes())["features"]]
    assert shapely.coverage_is_valid(shapes)
    assert file.stat().st_size < 100_000
    assert not shapely.get_num_interior_rings(shapely.get_parts(shapely.union_all(shapes))).any()
    assert abs(sum(square_kilometres(mapping(one)) for one in shapes) - 60.7) < 1


def test_a_table_makes_the_areas_of_offices_of_those_of_the_law(
    gyeryong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (gyeryong / "map").mkdir()
    (gyeryong / "map" / "merge.yml").write_text("towns:\n  가온면: [신도안면, 금암동]\n", encoding="utf-8")
    assert main(["import", "boundaries", "--write", "--content", str(gyeryong)]) == 0
    assert "행정동 경계 3곳" in capsys.readouterr().out
    boundaries, _ = load_boundaries(gyeryong, "towns.geojson")
    assert boundaries is not None
    assert sorted(outline.name for outline in boundaries.outlines) == ["가온면", "두마면", "엄사면"]


def test_an_unknown_city_and_a_file_that_is_none_are_told(
    maru: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "boundaries", "--content", str(maru)]) == 1
    assert "error[unknown-city]" in capsys.readouterr().err
    file = tmp_path / "towns.json"
    file.write_text("{}", encoding="utf-8")
    assert main(["import", "boundaries", str(file), "--content", str(maru)]) == 1
    assert "error[bad-boundaries]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {"type": "Point", "coordinates": [126, 36]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[36.0, 126.0]] * 4]},
    ],
)
def test_a_file_of_other_shapes_is_told_and_nothing_is_written(
    maru: Path, capsys: pytest.CaptureFixture[str], geometry: object
) -> None:
    file = maru.parent / "towns.json"
    file.write_text(collection({"가온면": geometry}), encoding="utf-8")
    assert main(["import", "boundaries", str(file), "--write", "--content", str(maru)]) == 1
    assert "error[bad-boundaries]" in capsys.readouterr().err
    assert not (maru / "map").exists()


def test_a_file_of_one_s_own_is_taken_and_towns_without_an_outline_are_named(
    maru: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = maru.parent / "towns.json"
    file.write_text(collection({"가온면": LEFT.geometry, "다른면": RIGHT.geometry}), encoding="utf-8")
    assert main(["import", "boundaries", str(file), "--write", "--content", str(maru)]) == 0
    said = capsys.readouterr()
    assert "warning[no-outline] '나루면'" in said.err
    assert "warning[no-town] 경계 파일의 '다른면'" in said.err
    boundaries, faults = load_boundaries(maru, "towns.geojson")
    assert faults == ()
    assert boundaries is not None
    assert [outline.name for outline in boundaries.outlines] == ["가온면", "다른면"]


def collection(geometries: Mapping[str, object]) -> str:
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": geometry} for name, geometry in geometries.items()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    gyeryong: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "boundaries", "--write", "--content", str(gyeryong)]) == 0
    before = (gyeryong / "map" / "towns.geojson").read_bytes()

    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["import", "boundaries", "--write", "--content", str(gyeryong)]) == 1
    said = capsys.readouterr().err
    assert "error[disk-full]" in said
    assert "콘텐츠 폴더에 쓸 권한과 빈 공간" in said
    assert "--output" not in said
    assert (gyeryong / "map" / "towns.geojson").read_bytes() == before
