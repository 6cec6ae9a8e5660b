"""Imports the outlines of the towns: from legal areas and the editor's table, or from a GeoJSON that the editor has."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from guidebook.check.points import outlines_have_towns
from guidebook.importers.boundaries import LEGAL, MERGED, Area, merged, outlines, square_kilometres
from guidebook.load.boundaries import FILE, FOLDER, TABLE, boundaries_of, merging_table
from guidebook.load.content import load_content, shown
from guidebook.load.regular_files import read_octets, real
from guidebook.model.boundary import Outline
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.imported import ImportedBoundaries
from guidebook.model.text import text
from guidebook.publish.content_files import content_unwritable, write_content
from guidebook.publish.legal_areas import CREDIT, DATE, legal_areas

MOST_OCTETS = 200_000_000
"""Of an office's own file: all boundaries of the country, unsimplified."""

Imported = tuple[ImportedBoundaries | None, tuple[Diagnostic, ...]]


@dataclass(frozen=True, slots=True)
class _Source:
    """Areas, and what is known of them."""

    areas: tuple[Area, ...]
    credit: str
    date: str
    kind: str = ""


def import_boundaries(content: Path, file: Path | None, write: bool) -> Imported:
    """Make the outlines and, if `write`, put them into the content. Faults of other content do not matter here."""
    catalogue = load_content(content).catalogue
    table, faults = merging_table(content, shown(content / FOLDER / TABLE))
    source, more = _from_file(file) if file else _from_package(catalogue, content)
    faults += more
    if source is None:
        return None, faults
    kind = MERGED if table else source.kind or LEGAL
    made = outlines(merged(source.areas, table), source.credit, kind, source.date)
    target = content / FOLDER / FILE
    boundaries, more = boundaries_of(made, shown(target))
    faults += (*more, *outlines_have_towns(replace(catalogue, boundaries=boundaries)))
    if write:
        try:
            write_content(target, _a_town_a_line(made))
        except OSError as error:
            return None, (*faults, content_unwritable(target.parent, error))
    towns = tuple(
        (str(feature["properties"]["name"]), square_kilometres(feature["geometry"])) for feature in made["features"]
    )
    octets = len(json.dumps(made, ensure_ascii=False).encode())
    return ImportedBoundaries(shown(target), kind, source.credit, towns, octets, write), faults


def _from_package(catalogue: Catalogue, content: Path) -> tuple[_Source | None, tuple[Diagnostic, ...]]:
    if catalogue.site is None:
        return None, load_content(content).diagnostics
    city = catalogue.site.city
    areas = legal_areas(city.province, city.name)
    if areas:
        return _Source(areas, CREDIT, DATE), ()
    fault = Diagnostic(
        catalogue.where_site("city", "name"),
        "unknown-city",
        text("'{province} {city}' 경계를 찾을 수 없습니다.", province=city.province, city=city.name),
        text("도와 시의 이름을 확인하거나, 가진 GeoJSON 파일을 명령 뒤에 적으세요."),
    )
    return None, (fault,)


def _from_file(file: Path) -> tuple[_Source | None, tuple[Diagnostic, ...]]:
    # An office's own file may be larger than what content may hold: it is simplified here.
    read: Any = None
    with suppress(OSError, ValueError, RecursionError):  # what cannot be read is no collection of outlines
        read = json.loads(read_octets(real(file), MOST_OCTETS).decode("utf-8-sig"))
    boundaries, faults = boundaries_of(read, shown(file))
    if boundaries is None:
        hint = text("읍면동마다 properties.name과 Polygon 좌표(WGS84)가 든 GeoJSON을 적으세요.")
        return None, tuple(replace(fault, hint=hint) for fault in faults)
    areas = tuple(Area(outline.name, _geometry(outline)) for outline in boundaries.outlines)
    return _Source(areas, boundaries.credit, str(read.get("source_date") or ""), boundaries.kind or MERGED), ()


def _geometry(outline: Outline) -> dict[str, Any]:
    return {"type": "MultiPolygon", "coordinates": outline.polygons}


def _a_town_a_line(collection: dict[str, Any]) -> str:
    """The GeoJSON with a feature a line, so that a change of one town is one line of difference."""
    head = {key: value for key, value in collection.items() if key != "features"}
    features = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in collection["features"]
    )
    opened = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{opened}, "features": [\n{features}\n]}}\n'
