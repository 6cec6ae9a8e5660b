"""Imports the outlines of the towns: from legal areas and the editor's table, or from a GeoJSON that the editor has."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from guidebook.check.merging import merging_faults
from guidebook.check.points import outlines_have_towns
from guidebook.importers.areas.boundaries import LEGAL, MERGED, split, square_kilometres
from guidebook.importers.areas.map_file import Areas
from guidebook.importers.areas.outlines import a_town_a_line, areas_of_file, areas_of_package, fitted_outlines
from guidebook.importers.areas.splitting import split_faults
from guidebook.importers.content_files import write_content
from guidebook.load.boundaries import FILE, FOLDER, TABLE, boundaries_of
from guidebook.load.content import Loaded, load_content
from guidebook.load.disk_faults import content_unwritable
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Faults, Span, has_errors
from guidebook.model.outcome import ImportedBoundaries
from guidebook.model.text import text


@dataclass(frozen=True, slots=True)
class Asked:
    """What is imported."""

    file: Path | None = None
    """The editor's map; without it the legal areas are taken."""
    name_field: str = ""
    """The property of the areas of both files that holds their names."""
    parts: Path | None = None
    """A map of the shapes by which areas are split."""


def import_boundaries(content: Path, asked: Asked, write: bool) -> tuple[ImportedBoundaries | None, Faults]:
    """Make the outlines and, if `write`, put them into the content. Faults of other content do not matter here."""
    loaded = load_content(content)
    catalogue, target, file = loaded.catalogue, content / FOLDER / FILE, asked.file
    table = shown(content / FOLDER / TABLE)
    faults = tuple(fault for fault in (*loaded.diagnostics, *merging_faults(catalogue)) if fault.span.file == table)
    source, more = _source(asked, loaded)
    faults += more
    if source is None or has_errors(faults):
        return None, faults
    source, more = _split(source, asked, catalogue)
    faults += more
    if source is None or has_errors(faults):
        return None, faults
    kind = MERGED if catalogue.merging.towns else source.kind or (MERGED if file else LEGAL)
    outlines, more = fitted_outlines(source, catalogue.merging.towns, kind, shown(file or target))
    faults += more
    if outlines is None:
        return None, faults
    boundaries, more = boundaries_of(outlines, shown(target))
    faults += (*more, *outlines_have_towns(replace(catalogue, boundaries=boundaries)))
    if has_errors(faults):
        return None, faults
    if write:
        try:
            write_content(target, a_town_a_line(outlines))
        except OSError as error:
            return None, (*faults, content_unwritable(target.parent, error))
    towns = tuple(
        (str(feature["properties"]["name"]), square_kilometres(feature["geometry"])) for feature in outlines["features"]
    )
    octets = len(json.dumps(outlines, ensure_ascii=False).encode())
    return ImportedBoundaries(shown(target), kind, source.credit, towns, octets, write), faults


def _source(asked: Asked, loaded: Loaded) -> tuple[Areas | None, Faults]:
    """The editor's file, else the legal areas of the city that the content names."""
    catalogue = loaded.catalogue
    if asked.file is not None:
        return areas_of_file(asked.file, catalogue, asked.name_field)
    if catalogue.site is None:
        return None, loaded.diagnostics
    return areas_of_package(catalogue.site, catalogue)


def _split(source: Areas, asked: Asked, catalogue: Catalogue) -> tuple[Areas | None, Faults]:
    """The areas, those of several towns split by the shapes of the second file, or of the first where there is none."""
    shapes = source
    faults: Faults = ()
    if asked.parts is not None:
        given, faults = areas_of_file(asked.parts, catalogue, asked.name_field)
        if given is None:
            return None, faults
        shapes = given
    faults += tuple(split_faults(catalogue, source.areas, shapes.areas))
    if has_errors(faults):
        return None, faults
    areas, empty = split(source.areas, shapes.areas, catalogue.merging.split)
    for name in empty:
        message = text("'{area}' 도형이 나눌 구역과 겹치지 않습니다.", area=name)
        hint = text("도형의 위치와 이름을 보고 파일을 고치세요.")
        faults += (Diagnostic(Span(shown(asked.parts or asked.file or Path())), "bad-boundaries", message, hint),)
    return replace(source, areas=areas), faults
