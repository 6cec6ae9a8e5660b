"""Imports the outlines of the towns: from legal areas and the editor's table, or from a GeoJSON that the editor has."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from guidebook.check.merging import merging_faults
from guidebook.check.points import outlines_have_towns
from guidebook.importers.area_names import City
from guidebook.importers.areas import BROKEN, Areas, read_areas
from guidebook.importers.boundaries import LEGAL, MERGED, TOO_DETAILED, UnfitError, fitted, square_kilometres
from guidebook.importers.content_files import write_content
from guidebook.importers.legal_areas import CREDIT, DATE, legal_areas
from guidebook.importers.limits import MOST_OCTETS
from guidebook.load.boundaries import FILE, FOLDER, TABLE, boundaries_of
from guidebook.load.content import load_content
from guidebook.load.disk_faults import content_unwritable
from guidebook.load.folders import shown
from guidebook.load.octets import read_given
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span, has_errors
from guidebook.model.imported import ImportedBoundaries
from guidebook.model.text import text

Imported = tuple[ImportedBoundaries | None, tuple[Diagnostic, ...]]


NO_FILE = text("읍면동 경계가 든 GeoJSON이나 TopoJSON 파일을 적으세요.")


def import_boundaries(content: Path, file: Path | None, write: bool) -> Imported:
    """Make the outlines and, if `write`, put them into the content. Faults of other content do not matter here."""
    loaded = load_content(content)
    catalogue, target = loaded.catalogue, content / FOLDER / FILE
    table = shown(content / FOLDER / TABLE)
    faults = tuple(fault for fault in (*loaded.diagnostics, *merging_faults(catalogue)) if fault.span.file == table)
    source, more = _from_file(file, catalogue) if file else _from_package(catalogue, content)
    faults += more
    if source is None or has_errors(faults):
        return None, faults
    kind = MERGED if catalogue.merging else source.kind or (MERGED if file else LEGAL)
    made, more = _fitted(source, catalogue.merging, kind, shown(file or target))
    faults += more
    if made is None:
        return None, faults
    boundaries, more = boundaries_of(made, shown(target))
    faults += (*more, *outlines_have_towns(replace(catalogue, boundaries=boundaries)))
    if has_errors(faults):
        return None, faults
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


def _from_package(catalogue: Catalogue, content: Path) -> tuple[Areas | None, tuple[Diagnostic, ...]]:
    if catalogue.site is None:
        return None, load_content(content).diagnostics
    city = catalogue.site.city
    areas = legal_areas(city.province, city.name)
    if areas:
        return Areas(areas, CREDIT, DATE), ()
    fault = Diagnostic(
        catalogue.where_site("city", "name"),
        "unknown-city",
        text("'{province} {city}' 경계를 찾을 수 없습니다.", province=city.province, city=city.name),
        text("도와 시의 이름을 확인하거나, 가진 GeoJSON 파일을 명령 뒤에 적으세요."),
    )
    return None, (fault,)


def _from_file(file: Path, catalogue: Catalogue) -> tuple[Areas | None, tuple[Diagnostic, ...]]:
    given, faults = read_given(file, shown(file), MOST_OCTETS, NO_FILE)
    if given is None:
        return None, faults
    return read_areas(given.octets, shown(file), City(catalogue.site.city.name if catalogue.site else ""))


def _fitted(
    source: Areas, table: Mapping[str, Sequence[str]], kind: str, file: str
) -> tuple[dict[str, Any] | None, tuple[Diagnostic, ...]]:
    """The outlines; areas of which nothing is left are named."""
    try:
        names, made = fitted(source.areas, table, source.credit, kind, source.date)
    except UnfitError as error:
        if str(error) == TOO_DETAILED:
            return None, (Diagnostic(Span(file), "bad-boundaries", BROKEN["points"], NO_FILE),)
        message = text("도형들을 서로 맞출 수 없습니다: {reason}", reason=str(error)[:200])
        hint = text("QGIS의 ‘도형 고치기(Fix geometries)’로 고친 파일을 적으세요.")
        return None, (Diagnostic(Span(file), "bad-boundaries", message, hint),)
    left = {str(feature["properties"]["name"]) for feature in made["features"]}
    merged_away = {part for parts in table.values() for part in parts}
    wanted = ({area.name for area in source.areas} - merged_away) | {*names}
    lost = sorted(wanted - left)
    faults = tuple(
        Diagnostic(
            Span(file),
            "boundary-remark",
            text("'{name}' 경계는 넓이가 없거나 다른 경계와 모두 겹쳐 남는 곳이 없습니다.", name=name),
            text("그 읍면동의 도형을 고친 파일을 적으세요."),
            Severity.WARNING,
        )
        for name in lost
    )
    if made["features"]:
        return made, faults
    none = text("읽을 수 있는 읍면동 경계가 하나도 없습니다.")
    return None, (*faults, Diagnostic(Span(file), "bad-boundaries", none, NO_FILE))


def _a_town_a_line(collection: dict[str, Any]) -> str:
    """The GeoJSON with a feature a line, so that a change of one town is one line of difference."""
    head = {key: value for key, value in collection.items() if key != "features"}
    features = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in collection["features"]
    )
    opened = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{opened}, "features": [\n{features}\n]}}\n'
