"""Areas that lie in several towns, names in properties that only the editor knows, towns of several shapes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box as square
from shapely.geometry import mapping, shape

from guidebook.cli import main
from guidebook.importers.areas.boundaries import Area, split
from guidebook.importers.areas.map_file import read_areas
from guidebook.importers.areas.names import City, Naming
from guidebook.load.boundaries import load_boundaries
from tests.importers.areas.test_areas import box, collected, feature

Run = Callable[..., tuple[int, str]]
MIDDLE = feature("새터동", box(127.88, 36.48, 0.1))
EAST = feature("강변동", box(127.98, 36.48, 0.1))
WEST_HALF = feature("새터동-서쪽", box(127.83, 36.43, 0.1))
"""Drawn by hand: it reaches far over the area that it splits, and covers a quarter of it."""
TABLE = "towns:\n  가온면: [새터동-서쪽]\n  나루면: [새터동, 강변동]\nsplit:\n  새터동: [새터동-서쪽]\n"


@pytest.fixture
def imported(maru: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(octets: bytes, *options: str, parts: bytes | None = None, table: str = "") -> tuple[int, str]:
        (tmp_path / "map.geojson").write_bytes(octets)
        if parts is not None:
            (tmp_path / "parts.geojson").write_bytes(parts)
            options = (*options, "--parts", str(tmp_path / "parts.geojson"))
        if table:
            (maru / "map").mkdir(exist_ok=True)
            (maru / "map" / "merge.yml").write_text(table, encoding="utf-8")
        given = ["import", "boundaries", str(tmp_path / "map.geojson"), "--write", "--content", str(maru), *options]
        code = main(given)
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return run


def sizes(content: Path) -> dict[str, float]:
    boundaries, faults = load_boundaries(content, "towns.geojson")
    assert faults == ()
    assert boundaries
    areas = {}
    for outline in boundaries.outlines:
        polygons = [shape({"type": "Polygon", "coordinates": polygon}) for polygon in outline.polygons]
        areas[outline.name] = round(sum(polygon.area for polygon in polygons), 4)
    return areas


def test_an_area_in_two_towns_is_split_by_a_shape_of_a_second_file(imported: Run, maru: Path) -> None:
    code, said = imported(collected(MIDDLE, EAST), parts=collected(WEST_HALF), table=TABLE)
    assert code == 0, said
    assert sizes(maru) == {"가온면": 0.0025, "나루면": 0.0175}
    assert main(["check", "--content", str(maru)]) == 0


def test_the_shape_may_stand_in_the_same_file(imported: Run, maru: Path) -> None:
    code, said = imported(collected(MIDDLE, EAST, WEST_HALF), table=TABLE)
    assert code == 0, said
    assert sizes(maru) == {"가온면": 0.0025, "나루면": 0.0175}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (TABLE.replace("  새터동: [새", "  새터: [새"), ("merge.yml:5", "unknown-area", "'새터동' 이름을 뜻하셨나요?")),
        (TABLE.replace("[새터동-서쪽]\n", "[새터동-동쪽]\n"), ("merge.yml:5", "unknown-area", "새터동-서쪽")),
        (
            TABLE.replace("split:\n  새터동: [새터동-서쪽]", "split:\n  새터동: [새터동]"),
            ("merge.yml:5", "split-by-itself"),
        ),
        (TABLE + "  강변동: [새터동-서쪽]\n", ("merge.yml:6", "split-twice")),
        (TABLE.replace("split:", "spilt:"), ("merge.yml:4", "unknown-key", "split")),
        (TABLE.replace("강변동]", "강벽동]"), ("merge.yml:3", "unknown-area", "'강변동' 이름을 뜻하셨나요?")),
    ],
)
def test_a_table_that_splits_what_is_not_there_is_told_at_its_line(
    table: str, said: tuple[str, ...], imported: Run
) -> None:
    _, words = imported(collected(MIDDLE, EAST), parts=collected(WEST_HALF), table=table)
    assert [one for one in said if one not in words] == [], words


def test_a_shape_that_covers_nothing_of_its_area_is_told(imported: Run, maru: Path) -> None:
    far = feature("새터동-서쪽", box(128.4, 36.0))
    code, said = imported(collected(MIDDLE, EAST), parts=collected(far), table=TABLE)
    assert (code, "'새터동-서쪽' 도형이 나눌 구역과 겹치지 않습니다" in said) == (1, True)
    assert not (maru / "map" / "towns.geojson").exists()


@pytest.mark.parametrize("octets", [b"", b"{}", b"[1]", b'{"type": "FeatureCollection", "features": [null]}'])
def test_a_file_of_parts_that_is_none_is_told(octets: bytes, imported: Run, maru: Path) -> None:
    code, said = imported(collected(MIDDLE, EAST), parts=octets, table=TABLE)
    assert (code, "parts.geojson" in said) == (1, True)
    assert not (maru / "map" / "towns.geojson").exists()


def test_addresses_in_an_area_of_two_towns_tell_no_town(maru: Path) -> None:
    from guidebook.load.content import load_content

    (maru / "map").mkdir()
    (maru / "map" / "merge.yml").write_text(TABLE, encoding="utf-8")
    assert load_content(maru).catalogue.merging.town_of == {"새터동-서쪽": "가온면", "강변동": "나루면"}


def test_a_name_of_two_words_is_a_name_where_the_table_has_it(imported: Run, maru: Path) -> None:
    shape_of_two_words = feature("새터동 서쪽", box(127.83, 36.43, 0.1))
    table = TABLE.replace("새터동-서쪽", "새터동 서쪽")
    code, said = imported(collected(MIDDLE, EAST), parts=collected(shape_of_two_words), table=table)
    assert code == 0, said
    assert sizes(maru)["가온면"] == 0.0025


LEFT, LOW = st.integers(-10, 12), st.integers(-10, 12)


@given(st.lists(st.tuples(LEFT, LOW, st.integers(1, 12)), max_size=4))
def test_parts_and_rest_are_the_area_and_no_two_overlap(shapes: list[tuple[int, int, int]]) -> None:
    whole = square(0, 0, 10, 10)
    cutting = [
        Area(f"부분{number}", mapping(square(left, low, left + size, low + size)))
        for number, (left, low, size) in enumerate(shapes)
    ]
    other = Area("다른", mapping(square(20, 0, 30, 10)))
    areas, empty = split([Area("전체", mapping(whole)), other], cutting, {"전체": [one.name for one in cutting]})
    assert areas[-1] == other
    parts = {area.name: shape(area.geometry) for area in areas[:-1]}
    assert abs(sum(part.area for part in parts.values()) - whole.area) <= whole.area * 0.01
    names = [*parts]
    for number, name in enumerate(names):
        assert all(parts[name].intersection(parts[later]).area < 1e-9 for later in names[number + 1 :])
    assert {*empty} == {one.name for one in cutting} - {*parts}


def test_the_property_that_holds_the_name_may_be_named(imported: Run, maru: Path) -> None:
    one, two = feature(key="TEXT_1", OBJECTID=1), feature("나루면", box(127.94, 36.52), key="TEXT_1", OBJECTID=2)
    code, said = imported(collected(one, two))
    assert code == 1
    assert "OBJECTID(1)" in said
    assert "TEXT_1(가온면)" in said
    assert "--name-field" in said
    assert "이름이 없어 읽지 않았습니다" not in said, "one sentence for all"
    code, said = imported(collected(one, two), "--name-field", "TEXT1")
    assert (code, "'TEXT_1' 항목을 뜻하셨나요?" in said) == (1, True)
    code, said = imported(collected(one, two), "--name-field", "text_1")
    assert code == 0, said
    assert [*sizes(maru)] == ["가온면", "나루면"]


def test_a_property_that_is_named_goes_before_those_we_know(imported: Run, maru: Path) -> None:
    areas = collected(feature("1구역", 이름="가온면"), feature("2구역", box(127.94, 36.52), 이름="나루면"))
    code, said = imported(areas, "--name-field", "이름")
    assert code == 0, said
    assert [*sizes(maru)] == ["가온면", "나루면"]


def test_islands_of_a_town_are_one_area_with_it(imported: Run, maru: Path) -> None:
    island = feature("가온면", box(128.2, 36.2, 0.02))
    code, said = imported(collected(feature(), feature("나루면", box(127.94, 36.52)), island))
    assert (code, "도형이 2개여서 하나로 합쳤습니다" in said) == (0, True)
    written = json.loads((maru / "map" / "towns.geojson").read_text(encoding="utf-8"))
    kinds = {one["properties"]["name"]: one["geometry"]["type"] for one in written["features"]}
    assert kinds == {"가온면": "MultiPolygon", "나루면": "Polygon"}


@pytest.mark.parametrize(("key", "kind"), [("EMD_KOR_NM", "법정동 경계"), ("adm_nm", ""), ("법정동명", "법정동 경계")])
def test_areas_of_the_law_are_known_by_what_their_names_stand_in(key: str, kind: str) -> None:
    found, _ = read_areas(collected(feature(key=key)), "map.geojson", City("마루군"))
    assert found
    assert found.kind == kind


@given(
    st.dictionaries(st.text(max_size=6), st.text(max_size=6) | st.integers() | st.none(), max_size=4),
    st.text(max_size=6),
)
def test_no_properties_and_no_field_are_a_crash(properties: dict[str, object], field: str) -> None:
    area = {**feature(), "properties": properties}
    read_areas(collected(area), "map.geojson", City("마루군"), Naming(field, frozenset({"가 나"})))
