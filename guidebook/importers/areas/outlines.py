"""The outlines of a city's towns: where they come from, what is left when they are fitted, and how they are written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from guidebook.importers.areas.boundaries import TOO_DETAILED, UnfitError, fitted
from guidebook.importers.areas.legal_areas import CREDIT, DATE, legal_areas
from guidebook.importers.areas.map_file import BROKEN, Areas, read_areas
from guidebook.importers.areas.names import City, Naming
from guidebook.importers.reading.limits import MOST_OCTETS
from guidebook.load.folders import shown
from guidebook.load.named_file import read_given
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.site import Site
from guidebook.model.text import text
from guidebook.model.wording.order import natural

NO_FILE = text("읍면동 경계가 든 GeoJSON이나 TopoJSON 파일을 적으세요.")
Collection = dict[str, Any]
"""A GeoJSON FeatureCollection."""


def areas_of_package(site: Site, catalogue: Catalogue) -> tuple[Areas | None, tuple[Diagnostic, ...]]:
    """The legal areas of the city, from the package that carries them for the whole country."""
    city = site.city
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


def areas_of_file(
    file: Path, catalogue: Catalogue, name_field: str = ""
) -> tuple[Areas | None, tuple[Diagnostic, ...]]:
    """The areas in a file that the editor has, called as the table of the city calls them."""
    table = catalogue.merging
    named = (*table.split, *(name for names in (*table.split.values(), *table.towns.values()) for name in names))
    naming = Naming(name_field, frozenset(named))
    given, faults = read_given(file, shown(file), MOST_OCTETS, NO_FILE)
    if given is None:
        return None, faults
    return read_areas(given.octets, shown(file), City(catalogue.site.city.name if catalogue.site else ""), naming)


def fitted_outlines(
    source: Areas, table: Mapping[str, Sequence[str]], kind: str, file: str
) -> tuple[Collection | None, tuple[Diagnostic, ...]]:
    """The outlines; areas of which nothing is left are named."""
    try:
        names, outlines = fitted(source.areas, table, source.credit, kind, source.date)
    except UnfitError as error:
        if str(error) == TOO_DETAILED:
            return None, (Diagnostic(Span(file), "bad-boundaries", BROKEN["points"], NO_FILE),)
        message = text("도형들을 서로 맞출 수 없습니다: {reason}", reason=str(error)[:200])
        hint = text("QGIS의 ‘도형 수정(Fix geometries)’으로 수정한 파일을 적으세요.")
        return None, (Diagnostic(Span(file), "bad-boundaries", message, hint),)
    left = {str(feature["properties"]["name"]) for feature in outlines["features"]}
    merged_away = {part for parts in table.values() for part in parts}
    wanted = ({area.name for area in source.areas} - merged_away) | {*names}
    lost = sorted(wanted - left, key=natural)
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
    if outlines["features"]:
        return outlines, faults
    none = text("읽을 수 있는 읍면동 경계가 하나도 없습니다.")
    return None, (*faults, Diagnostic(Span(file), "bad-boundaries", none, NO_FILE))


def a_town_a_line(collection: Collection) -> str:
    """The GeoJSON with a feature a line, so that a change of one town is one line of difference."""
    head = {key: value for key, value in collection.items() if key != "features"}
    features = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in collection["features"]
    )
    opened = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{opened}, "features": [\n{features}\n]}}\n'
