"""Imports the outlines of the towns: from legal areas and the editor's table, or from a GeoJSON that the editor has."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from guidebook.check.merging import merging_faults
from guidebook.check.points import outlines_have_towns
from guidebook.importers.areas.boundaries import LEGAL, MERGED, square_kilometres
from guidebook.importers.areas.map_file import Areas
from guidebook.importers.areas.outlines import a_town_a_line, areas_of_file, areas_of_package, fitted_outlines
from guidebook.importers.content_files import write_content
from guidebook.load.boundaries import FILE, FOLDER, TABLE, boundaries_of
from guidebook.load.content import Loaded, load_content
from guidebook.load.disk_faults import content_unwritable
from guidebook.load.folders import shown
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.outcome import ImportedBoundaries


def import_boundaries(content: Path, file: Path | None, write: bool) -> tuple[ImportedBoundaries | None, Faults]:
    """Make the outlines and, if `write`, put them into the content. Faults of other content do not matter here."""
    loaded = load_content(content)
    catalogue, target = loaded.catalogue, content / FOLDER / FILE
    table = shown(content / FOLDER / TABLE)
    faults = tuple(fault for fault in (*loaded.diagnostics, *merging_faults(catalogue)) if fault.span.file == table)
    source, more = _source(file, loaded)
    faults += more
    if source is None or has_errors(faults):
        return None, faults
    kind = MERGED if catalogue.merging else source.kind or (MERGED if file else LEGAL)
    outlines, more = fitted_outlines(source, catalogue.merging, kind, shown(file or target))
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


def _source(file: Path | None, loaded: Loaded) -> tuple[Areas | None, Faults]:
    """The editor's file, else the legal areas of the city that the content names."""
    catalogue = loaded.catalogue
    if file is not None:
        return areas_of_file(file, catalogue)
    if catalogue.site is None:
        return None, loaded.diagnostics
    return areas_of_package(catalogue.site, catalogue)
