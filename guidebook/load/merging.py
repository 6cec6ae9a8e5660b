"""Reads `content/map/merge.yml`: which areas of a map each town is made of."""

from __future__ import annotations

from pathlib import Path

from guidebook.load.boundaries import FOLDER, TABLE
from guidebook.load.files import read_text
from guidebook.load.regular_files import Nature, nature
from guidebook.load.validate import validate
from guidebook.load.yaml_positions import parse
from guidebook.model.catalogue import SourceMap
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.settings.merging import NO_TABLE, MergingTable


def load_merging(root: Path, name: str) -> tuple[MergingTable, SourceMap | None, tuple[Diagnostic, ...]]:
    """The table, and the places of its lines; empty where there is no file. `name` is shown in faults."""
    path = root / FOLDER / TABLE
    if nature(path.parent) is not Nature.FOLDER or nature(path) is Nature.MISSING:
        return NO_TABLE, None, ()
    source, faults = read_text(path, name)
    if source is None:
        return NO_TABLE, None, faults
    data, places, faults = parse(source, name)
    if data is None:
        return NO_TABLE, places, faults
    table, more = validate(MergingTable, data, places)
    return table or NO_TABLE, places, (*faults, *more)
