"""Imports the outlines of the towns: from legal areas and the editor's table, or from a GeoJSON that the editor has."""

from __future__ import annotations

import json
from pathlib import Path

from guidebook.importers.boundaries import LEGAL, MERGED, Area, merged, outlines, square_kilometres
from guidebook.load.boundaries import FILE, FOLDER, TABLE, merging_table
from guidebook.load.content import load_content, shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.imported import ImportedBoundaries
from guidebook.model.text import text
from guidebook.publish.boundary_file import write_boundaries
from guidebook.publish.legal_areas import CREDIT, DATE, legal_areas

Imported = tuple[ImportedBoundaries | None, tuple[Diagnostic, ...]]


def import_boundaries(content: Path, file: Path | None, write: bool) -> Imported:
    """Make the outlines and, if `write`, put them into the content. Faults of other content do not matter here."""
    catalogue = load_content(content).catalogue
    table, faults = merging_table(content, shown(content / FOLDER / TABLE))
    areas, credit, date, more = _areas(catalogue, content, file)
    faults += more
    if not areas:
        return None, faults
    made = outlines(merged(areas, table), credit, MERGED if table or file else LEGAL, date)
    target = content / FOLDER / FILE
    if write:
        write_boundaries(target, made)
    towns = tuple(
        (str(feature["properties"]["name"]), square_kilometres(feature["geometry"])) for feature in made["features"]
    )
    octets = len(json.dumps(made, ensure_ascii=False).encode())
    known = {town.name for town in catalogue.towns}
    faults += tuple(_unknown(name, target) for name, _ in towns if known and name not in known)
    return ImportedBoundaries(shown(target), str(made["kind"]), credit, towns, octets, write), faults


def _areas(
    catalogue: Catalogue, content: Path, file: Path | None
) -> tuple[tuple[Area, ...], str, str, tuple[Diagnostic, ...]]:
    if file is not None:
        return _from_file(file)
    if catalogue.site is None:
        return (), "", "", load_content(content).diagnostics
    city = catalogue.site.city
    areas = legal_areas(city.province, city.name)
    if areas:
        return areas, CREDIT, DATE, ()
    fault = Diagnostic(
        catalogue.where_site("city", "name"),
        "unknown-city",
        text("'{province} {city}' 경계를 찾을 수 없습니다.", province=city.province, city=city.name),
        text("도와 시의 이름을 확인하거나, 가진 GeoJSON 파일을 명령 뒤에 적으세요."),
    )
    return (), "", "", (fault,)


def _from_file(file: Path) -> tuple[tuple[Area, ...], str, str, tuple[Diagnostic, ...]]:
    try:
        read = json.loads(file.read_text(encoding="utf-8-sig"))
        areas = tuple(Area(str(one["properties"]["name"]), one["geometry"]) for one in read["features"])
        usable = all(area.geometry["type"] in ("Polygon", "MultiPolygon") for area in areas)
    except (OSError, ValueError, TypeError, KeyError):
        areas, usable, read = (), False, {}
    if areas and usable:
        return areas, str(read.get("credit", "")), str(read.get("source_date", "")), ()
    fault = Diagnostic(
        Span(shown(file)),
        "bad-boundaries",
        text("읍면동 경계 파일을 읽을 수 없습니다({what}).", what="GeoJSON"),
        text("읍면동마다 properties.name과 Polygon 좌표(WGS84)가 든 GeoJSON을 적으세요."),
    )
    return (), "", "", (fault,)


def _unknown(name: str, target: Path) -> Diagnostic:
    return Diagnostic(
        Span(shown(target)),
        "no-town",
        text("경계 파일의 '{name}' 읍면동에 맞는 파일이 없습니다.", name=name),
        text("towns 폴더에 그 읍면동을 더하거나, map/merge.yml에서 합치세요."),
        Severity.WARNING,
    )
