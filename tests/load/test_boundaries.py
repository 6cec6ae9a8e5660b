"""Outlines are read from any GeoJSON of the shape, and a broken one is a sentence, never an exception."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guidebook.check import check
from guidebook.load.boundaries import load_boundaries
from guidebook.load.content import load_content
from guidebook.load.merging import load_merging

RING = [[126.0, 36.0], [126.1, 36.0], [126.1, 36.1], [126.0, 36.0]]


def collection(**change: Any) -> dict[str, Any]:
    feature: dict[str, Any] = {
        "type": "Feature",
        "properties": {"name": "가온면"},
        "geometry": {"type": "Polygon", "coordinates": [RING]},
    }
    return {"type": "FeatureCollection", "credit": "어디", "kind": "행정동 경계", "features": [feature | change]}


def written(root: Path, text: str) -> Path:
    (root / "map").mkdir()
    (root / "map" / "towns.geojson").write_text(text, encoding="utf-8")
    return root


def test_a_polygon_with_a_name_is_enough(tmp_path: Path) -> None:
    boundaries, faults = load_boundaries(written(tmp_path, json.dumps(collection())), "towns.geojson")
    assert faults == ()
    assert boundaries is not None
    (outline,) = boundaries.outlines
    assert (outline.name, boundaries.credit) == ("가온면", "어디")
    assert 126.0 <= outline.label[0] <= 126.1


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert load_boundaries(tmp_path, "x") == (None, ())


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"type": "FeatureCollection"}',
        '{"type": "Feature"}',
        json.dumps(collection(geometry={"type": "Point", "coordinates": [126, 36]})),
        json.dumps(collection(properties={})),
        json.dumps(collection(properties={"name": None})),
        json.dumps(collection(properties={"name": "가온면", "label_lon": 126.0, "label_lat": 1e9})),
        json.dumps(collection() | {"features": []}),
        json.dumps(collection(geometry=None)),
        json.dumps(collection(geometry={"type": "Polygon", "coordinates": []})),
        json.dumps(collection(geometry={"type": "Polygon", "coordinates": [[[126.0]] * 4]})),
        json.dumps(collection(geometry={"type": "Polygon", "coordinates": [[[10**400, 36.0]] * 4]})),
        json.dumps(collection(geometry={"type": "Polygon", "coordinates": [[[36.0, 126.0]] * 4]})),
        json.dumps(collection(geometry={"type": "Polygon", "coordinates": [[["a", "b"]] * 4]})),
        json.dumps(collection(geometry={"type": "Polygon", "coordinates": [RING[:2]]})),
        "[" * 100_000,
    ],
)
def test_whatever_is_wrong_is_one_sentence(tmp_path: Path, text: str) -> None:
    boundaries, faults = load_boundaries(written(tmp_path, text), "towns.geojson")
    assert boundaries is None
    assert [fault.code for fault in faults] == ["bad-boundaries"]


def test_other_files_beside_it_are_named(maru: Path) -> None:
    written(maru, json.dumps(collection()))
    (maru / "map" / "old.shp").write_bytes(b"")
    assert [fault.code for fault in load_content(maru).diagnostics] == ["unknown-file"]


def test_the_table_of_merged_towns_is_read_and_a_wrong_one_named(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    table = tmp_path / "map" / "merge.yml"
    table.write_text("towns:\n  일동: [가동, 나동]\n", encoding="utf-8")
    read, _, faults = load_merging(tmp_path, "merge.yml")
    assert (read.towns, read.split, faults) == ({"일동": ("가동", "나동")}, {}, ())


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("towns: 일동\n", ("wrong-type", 1)),
        ("towns:\n  가온면: 가동\n", ("wrong-type", 2)),
        ("towns:\n  가온면: []\n", ("empty-value", 2)),
        ("towns:\n  가온면: [{가: 나}]\n", ("wrong-type", 2)),
        ("town: {}\n", ("unknown-key", 1)),
        ("towns:\n  가온면: [가동]\n  가온면: [나동]\n", ("duplicate-key", 3)),
        ("towns:\n  가온면: [가동]\n  나루면: [나동, 가동]\n", ("merged-twice", 3)),
        ("towns:\n  가온면: [가동]\n  나르면: [나동]\n", ("unknown-town", 3)),
        ("towns:\n\t가온면: [가동]\n", ("tab", 2)),
    ],
)
def test_the_table_of_merged_towns_is_checked_like_any_other_file(
    maru: Path, table: str, fault: tuple[str, int]
) -> None:
    (maru / "map").mkdir()
    (maru / "map" / "merge.yml").write_text(table, encoding="utf-8")
    loaded = load_content(maru)
    found = [*loaded.diagnostics, *check(loaded.catalogue)]
    assert fault in [(one.code, one.span.line) for one in found if one.span.file.endswith("merge.yml")]
