"""Reads `content/map/merge.yml`, like any other file: which areas of a map each town is made of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from guidebook.load.boundaries import FOLDER, TABLE
from guidebook.load.files import read_text
from guidebook.load.regular_files import Nature, nature
from guidebook.load.validate import validate
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import SourceMap
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.settings.merging import MergingTable

Merging = Mapping[str, tuple[str, ...]]


def load_merging(root: Path, name: str) -> tuple[Merging, SourceMap | None, tuple[Diagnostic, ...]]:
    """Town → its areas, and the places of the lines; empty where there is no file. `name` is shown in faults."""
    path = root / FOLDER / TABLE
    if nature(path.parent) is not Nature.FOLDER or nature(path) is Nature.MISSING:
        return {}, None, ()
    source, faults = read_text(path, name)
    if source is None:
        return {}, None, faults
    data, places, faults = parse(source, name)
    if data is None:
        return {}, places, faults
    table, more = validate(MergingTable, data, places)
    return MappingProxyType(table.towns if table else {}), places, (*faults, *more)
