"""Reads the outlines of the towns, `content/map/towns.geojson`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guidebook.load.files import read_text
from guidebook.load.regular_files import Nature, nature
from guidebook.model.boundary import Boundaries, Outline, Ring
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.records.place import EAST, NORTH, SOUTH, WEST
from guidebook.model.text import text

FOLDER, FILE, TABLE = "map", "towns.geojson", "merge.yml"


class _UnusableError(Exception):
    """The file is no collection of outlines; what is wrong stands in the message."""


def boundaries_of(read: Any, name: str) -> tuple[Boundaries | None, tuple[Diagnostic, ...]]:
    """The outlines that a GeoJSON, as read, holds; None with the fault where it holds none. `name` is its file."""
    try:
        return _boundaries(read, name), ()
    except _UnusableError as error:
        return None, (_fault(Span(name), str(error)),)
    except (LookupError, TypeError, ValueError, OverflowError):
        return None, (_fault(Span(name), "GeoJSON"),)


def load_boundaries(root: Path, name: str) -> tuple[Boundaries | None, tuple[Diagnostic, ...]]:
    """The outlines, or None with the faults; None without faults where there is no file. `name` is shown in faults."""
    path = root / FOLDER / FILE
    if nature(path.parent) is not Nature.FOLDER or nature(path) is Nature.MISSING:
        return None, ()
    source, faults = read_text(path, name, lines=False)
    if source is None:
        return None, faults
    try:
        return boundaries_of(json.loads(source), name)
    except json.JSONDecodeError as error:
        return None, (_fault(Span(name, error.lineno, error.colno), "JSON"),)
    except (ValueError, RecursionError):
        return None, (_fault(Span(name), "GeoJSON"),)


def _boundaries(read: Any, file: str) -> Boundaries:
    if not isinstance(read, dict) or read.get("type") != "FeatureCollection":
        raise _UnusableError("FeatureCollection")
    outlines = tuple(_outline(feature) for feature in read["features"])
    if not outlines:
        raise _UnusableError("features")
    return Boundaries(file, str(read.get("credit") or ""), str(read.get("kind") or ""), outlines)


def _outline(feature: Any) -> Outline:
    properties, geometry = feature["properties"], feature["geometry"]
    kinds = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
    if geometry["type"] not in kinds:
        raise _UnusableError("Polygon, MultiPolygon")
    polygons = tuple(tuple(_ring(ring) for ring in polygon) for polygon in kinds[geometry["type"]])
    if not polygons or not all(polygons):
        raise _UnusableError("Polygon")
    name = str(properties["name"] or "")
    if not name:
        raise _UnusableError("name")
    if "label_lon" in properties and "label_lat" in properties:
        return Outline(name, polygons, _in_korea(properties["label_lon"], properties["label_lat"]))
    return Outline(name, polygons, _middle(polygons[0][0]))


def _ring(points: Any) -> Ring:
    ring = tuple(_in_korea(point[0], point[1]) for point in points)
    if len(ring) < 4:
        raise _UnusableError("Polygon")
    return ring


def _in_korea(lon: Any, lat: Any) -> tuple[float, float]:
    point = float(lon), float(lat)
    if not (WEST <= point[0] <= EAST and SOUTH <= point[1] <= NORTH):
        raise _UnusableError("WGS84")
    return point


def _middle(ring: Ring) -> tuple[float, float]:
    return sum(lon for lon, _ in ring) / len(ring), sum(lat for _, lat in ring) / len(ring)


def _fault(span: Span, detail: str) -> Diagnostic:
    return Diagnostic(
        span,
        "bad-boundaries",
        text("읍면동 경계 파일을 읽을 수 없습니다({what}).", what=detail),
        text(
            "직접 둔 파일이면 옮긴 뒤 ‘python3 build.py import boundaries 파일 --write’로 가져오세요. "
            "쓸 수 없는 도형을 하나하나 알려 주고 나머지를 읽습니다. "
            "파일이 없으면 ‘import boundaries --write’로 만드세요."
        ),
    )
