"""Map files as offices publish them: what cannot be used is said, the rest is read, and no file is a crash."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.cli import main
from guidebook.importers.areas.map_file import read_areas
from guidebook.importers.areas.names import City
from guidebook.importers.areas.outlines import fitted_outlines
from guidebook.load.boundaries import load_boundaries
from guidebook.model.diagnostic import Diagnostic, has_errors

CITY = City("마루군")
Feature = dict[str, Any]
Said = list[str]


def box(left: float, low: float, size: float = 0.06) -> list[list[float]]:
    right, high = left + size, low + size
    return [[left, low], [right, low], [right, high], [left, high], [left, low]]


def feature(name: object = "가온면", ring: object = None, key: str = "name", **properties: object) -> Feature:
    ring = ring or box(127.88, 36.48)
    return {
        "type": "Feature",
        "properties": {key: name, **properties},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


GAON, NARU = feature(), feature("나루면", box(127.94, 36.52))


def collected(*features: object, **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **more}, ensure_ascii=False).encode()


def read(octets: bytes) -> tuple[list[str] | None, Said]:
    """The names of the areas, None where the file is refused, and what is said."""
    found, faults = read_areas(octets, "map.geojson", CITY)
    assert (found is None) is has_errors(faults)
    return ([area.name for area in found.areas] if found else None), [f"{one.message} {one.hint}" for one in faults]


@pytest.mark.parametrize(
    ("geometry", "remark"),
    [
        (None, "도형이 비어 있어(null)"),
        ({"type": "Point", "coordinates": [127.9, 36.5]}, "면(Polygon)이 아닌 도형(Point)"),
        ({"type": "LineString", "coordinates": box(127.9, 36.5)}, "면(Polygon)이 아닌 도형(LineString)"),
        ({"type": "Polygon", "coordinates": []}, "좌표가 없어"),
        ({"type": "Polygon", "coordinates": [[[127.9, 36.5]] * 5]}, "꼭짓점이 셋보다 적은"),
        ({"type": "Polygon", "coordinates": [[["127.9", "36.5"]] * 5]}, "숫자가 아닌 좌표"),
        ({"type": "Polygon", "coordinates": [[[None, 36.5]] * 5]}, "숫자가 아닌 좌표"),
        ({"type": "GeometryCollection", "geometries": []}, None),
        ({}, "면(Polygon)이 아닌 도형(None)"),
    ],
)
def test_what_encloses_nothing_is_said_and_the_rest_is_read(geometry: object, remark: str | None) -> None:
    sea = {"type": "Feature", "properties": {"name": "바다"}, "geometry": geometry}
    names, said = read(collected(GAON, sea, NARU))
    assert names == ["가온면", "나루면"]
    assert remark is None or any("'바다'" in one and remark in one for one in said)


@pytest.mark.parametrize(
    "key", ["adm_nm", "ADM_NM", "ADM_DR_NM", "EMD_KOR_NM", "EMD_NM", "HJD_NAM", "읍면동명", "행정동명", "name"]
)
@pytest.mark.parametrize("name", ["가온면", "가람도 마루군 가온면", " 가온면\u200b"])
def test_the_name_is_found_under_what_offices_call_it(key: str, name: str) -> None:
    assert read(collected(feature(name, key=key), NARU)) == (["가온면", "나루면"], [])


@pytest.mark.parametrize(
    "properties", [{"adm_nm": "다른도 먼시 가온면"}, {"EMD_KOR_NM": "가온면", "SIG_KOR_NM": "먼시"}]
)
def test_areas_of_other_cities_are_left_out_and_counted(properties: dict[str, str]) -> None:
    names, said = read(collected({**GAON, "properties": properties}, NARU))
    assert (names, len(said)) == (["나루면"], 1)
    assert "다른 시군의 도형 1개" in said[0]


def test_areas_of_one_name_are_made_one_and_areas_without_a_name_are_said() -> None:
    island = feature("가온면", box(127.82, 36.48))
    names, said = read(collected(GAON, island, NARU, feature(None, box(128.1, 36.5))))
    assert names == ["가온면", "나루면"]
    assert any("'가온면' 이름의 도형이 2개" in one for one in said)
    assert any("4번째 도형에 이름이 없어" in one for one in said)


def test_an_area_of_parts_and_of_collections_is_read_whole_whichever_way_its_rings_run() -> None:
    parts = {"type": "MultiPolygon", "coordinates": [[box(127.88, 36.48)], [box(128.2, 36.48)[::-1]]]}
    inside = {"type": "GeometryCollection", "geometries": [parts, {"type": "Point", "coordinates": [127.9, 36.5]}]}
    found, faults = read_areas(collected({**GAON, "geometry": inside}), "map.geojson", CITY)
    assert found is not None
    assert len(found.areas[0].geometry["coordinates"]) == 2
    assert ["도형(Point)" in str(one.message) for one in faults] == [True]


def test_a_ring_that_is_not_closed_is_closed_and_said() -> None:
    names, said = read(collected(feature(ring=box(127.88, 36.48)[:-1])))
    assert names == ["가온면"]
    assert "닫히지 않은 경계선" in said[0]


def test_cp949_is_read_and_said() -> None:
    names, said = read(collected(GAON, NARU).decode().encode("cp949"))
    assert (names, "CP949(EUC-KR)로 읽었습니다" in said[0]) == (["가온면", "나루면"], True)


@pytest.mark.parametrize(
    ("point", "words"),
    [
        ((923868, 1877151), "EPSG:5179"),
        ((168409, 476820), "EPSG:5186"),
        ((168338, 376514), "EPSG:5174"),
        ((14098000, 4419000), "EPSG:3857"),
        ((36.5, 127.9), "위도와 경도가 바뀌어"),
        ((2.3, 48.8), "우리나라의 경위도가 아닙니다"),
    ],
)
def test_coordinates_that_are_no_degrees_in_korea_are_told_with_the_remedy(
    point: tuple[float, float], words: str
) -> None:
    names, said = read(collected(feature(ring=box(*point, 0.01 if abs(point[0]) < 200 else 900))))
    assert names is None
    assert words in said[-1]
    assert "WGS84" in said[-1]


def test_a_system_that_the_file_itself_names_is_believed() -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::5187"}}
    assert "EPSG:5187" in read(collected(feature(ring=box(168409, 476820, 900)), crs=crs))[1][-1]


TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [0.01, 0.01], "translate": [127.88, 36.48]},
    "arcs": [[[6, 0], [0, 6]], [[6, 6], [-6, 0], [0, -6], [6, 0]], [[6, 0], [6, 0], [0, 6], [-6, 0]]],
    "objects": {
        "시도": {"type": "Polygon", "arcs": [[1, 0]], "properties": {"name": "가람도"}},
        "읍면동": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "가온면"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "나루면"}},
                {"type": None, "properties": {"name": "바다"}},
            ],
        },
    },
}


def test_a_topology_is_unpacked_and_its_other_objects_are_said() -> None:
    found, faults = read_areas(json.dumps(TOPOLOGY).encode(), "map.topojson", CITY)
    assert found is not None
    assert [area.name for area in found.areas] == ["가온면", "나루면"]
    west, east = (area.geometry["coordinates"][0][0] for area in found.areas)
    assert (round(min(x for x, _ in west), 2), round(max(x for x, _ in east), 2)) == (127.88, 128.0)
    assert "'읍면동' 레이어를 읽었습니다" in str(faults[0].message)
    assert "'바다'" in str(faults[1].message)


def test_arcs_that_are_used_without_end_are_refused() -> None:
    ring = {"type": "Polygon", "arcs": [[0] * 1000], "properties": {"name": "가온면"}}
    arc = [[127.9, 36.5]] * 3000
    octets = json.dumps({"type": "Topology", "arcs": [arc], "objects": {"a": ring}}).encode()
    assert "좌표가 너무 많습니다" in read(octets)[1][0]


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b'"FeatureCollection"',
        b"{",
        b"[" * 100_000,
        b'{"type": "FeatureCollection"}',
        b'{"type": "FeatureCollection", "features": [1, null, "a"]}',
        b'{"type": "FeatureCollection", "features": []}',
        b'{"type": "Topology", "arcs": [], "objects": {}}',
        b'{"type": "Topology", "arcs": [[1]], "objects": {"a": {"type": "Polygon", "arcs": [[7]]}}}',
        b'{"type": "FeatureCollection", "features": [' + b"{}," * 500_000 + b"{}]}",
        collected(*(feature(f"{number}면") for number in range(500))),
    ],
)
def test_what_is_no_map_of_a_city_is_refused_in_a_sentence(octets: bytes) -> None:
    names, said = read(octets)
    assert names is None
    assert said


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(("type", "name")), inner, max_size=3),
    max_leaves=8,
)
GEOMETRIES = st.fixed_dictionaries(
    {
        "type": st.sampled_from(("Polygon", "MultiPolygon", "GeometryCollection", "Point")),
        "coordinates": JSON,
        "geometries": JSON,
        "arcs": JSON,
    }
)


@given(
    JSON
    | st.fixed_dictionaries(
        {
            "type": st.sampled_from(("FeatureCollection", "Feature", "Topology")),
            "features": st.lists(
                st.fixed_dictionaries({"properties": JSON, "geometry": GEOMETRIES | JSON}), max_size=3
            ),
            "objects": st.dictionaries(st.text(max_size=2), GEOMETRIES, max_size=2),
            "arcs": JSON,
        }
    )
)
def test_no_json_whatever_is_a_crash(value: object) -> None:
    read(json.dumps(value).encode())


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def imported(maru: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(octets: bytes) -> tuple[int, str]:
        file = tmp_path / "map.geojson"
        file.write_bytes(octets)
        code = main(["import", "boundaries", str(file), "--write", "--content", str(maru)])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return run


def test_a_map_with_an_empty_geometry_two_parts_of_a_town_and_cp949_is_imported(imported: Run, maru: Path) -> None:
    sea = {"type": "Feature", "properties": {"name": "바다"}, "geometry": None}
    code, said = imported(collected(GAON, sea, feature("가온면", box(127.82, 36.48)), NARU).decode().encode("cp949"))
    assert code == 0, said
    boundaries, faults = load_boundaries(maru, "towns.geojson")
    assert faults == ()
    assert boundaries is not None
    assert [outline.name for outline in boundaries.outlines] == ["가온면", "나루면"]
    assert all(words in said for words in ("CP949", "'바다'", "도형이 2개"))


def test_towns_that_lie_upon_each_other_are_said_and_nothing_of_a_refused_map_is_left(
    imported: Run, maru: Path
) -> None:
    code, said = imported(collected(GAON, feature("나루면")))
    assert (code, "'나루면' 경계는 넓이가 없거나" in said) == (0, True)
    before = (maru / "map" / "towns.geojson").read_bytes()
    assert imported(collected(feature(ring=box(168409, 476820, 900))))[0] == 1
    assert (maru / "map" / "towns.geojson").read_bytes() == before
    assert [path.name for path in (maru / "map").iterdir()] == ["towns.geojson"]


def test_a_wrong_table_of_merged_towns_stops_an_import(imported: Run, maru: Path) -> None:
    (maru / "map").mkdir()
    (maru / "map" / "merge.yml").write_text("towns:\n  가온면: [가동]\n  가온면: [나동]\n", encoding="utf-8")
    code, said = imported(collected(GAON, NARU))
    assert (code, "merge.yml:3:3: error[duplicate-key]" in said) == (1, True)
    assert not (maru / "map" / "towns.geojson").exists()


def wavy(middle: float, corners: int) -> list[list[float]]:
    """A round area with so many corners, some metres in and out."""
    turns = [(2 * math.pi * at / corners, 0.05 * (1 + math.sin(at) / 3000)) for at in range(corners)]
    return [[middle + far * math.cos(turn), 36.5 + far * math.sin(turn)] for turn, far in turns]


def test_a_map_finer_than_ours_is_thinned_before_it_is_fitted_and_one_without_end_is_refused(imported: Run) -> None:
    fine = collected(feature(ring=wavy(127.5, 20_000)), feature("나루면", wavy(127.65, 20_000)))
    code, said = imported(fine)
    assert code == 0, said
    assert said.count("㎢") == 3
    code, said = imported(collected(feature(ring=wavy(127.5, 410_000))))
    assert (code, "좌표가 너무 많습니다" in said) == (1, True)


POINTS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda at: [127.8 + at[0] / 100, 36.4 + at[1] / 100])


@settings(max_examples=40)
@given(st.lists(st.lists(POINTS, min_size=3, max_size=7), min_size=1, max_size=4))
def test_shapes_of_any_kind_are_fitted_or_said(rings: list[list[list[float]]]) -> None:
    features = [feature(f"{number}면", ring) for number, ring in enumerate(rings)]
    found, faults = read_areas(collected(*features), "map.geojson", CITY)
    if found is not None:
        made, more = fitted_outlines(found, {}, "행정동 경계", "map.geojson")
        assert made is not None or has_errors(more)
        assert all(isinstance(one, Diagnostic) for one in (*faults, *more))
