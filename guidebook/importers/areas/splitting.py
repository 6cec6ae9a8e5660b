"""Areas that lie in several towns, cut by shapes that the editor has: what a shape covers becomes an area of its own.

Separate from `boundaries`, which fits areas of whatever making together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from guidebook.importers.areas.boundaries import SMALLEST_ISLAND, Area
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import text
from guidebook.model.wording.suggestion import suggested_name

LEAST = 0.01
"""The share of an area below which what no shape covers is a slip of the drawing: it goes to whoever is beside it."""


def split(
    areas: Sequence[Area], shapes: Sequence[Area], table: Mapping[str, Sequence[str]]
) -> tuple[tuple[Area, ...], tuple[str, ...]]:
    """The areas, those that the table names cut by its shapes, and the names of shapes that cover nothing of theirs.

    A shape may reach over the area: only what lies within counts. What no shape covers keeps the area's name.
    """
    shaped = {area.name: _sound(area) for area in shapes}
    cutting = {name for names in table.values() for name in names}
    result: list[Area] = []
    empty: list[str] = []
    for area in areas:
        if area.name in table:
            parts = list(_parts(area, [name for name in table[area.name] if name in shaped], shaped))
            result += [part for part, size in parts if size > 0]
            empty += [part.name for part, size in parts if size <= 0 and part.name != area.name]
        elif area.name not in cutting:
            result.append(area)
    return tuple(result), tuple(empty)


def _parts(area: Area, names: Sequence[str], shaped: Mapping[str, BaseGeometry]) -> Iterator[tuple[Area, float]]:
    """The parts of one area with their sizes, the rest last; where shapes overlap, the first has it."""
    rest = whole = _sound(area)
    for name in names:
        part = shapely.intersection(rest, shaped[name])
        rest = shapely.difference(rest, shaped[name])
        yield Area(name, mapping(part)), part.area
    if not names or rest.area >= min(whole.area * LEAST, SMALLEST_ISLAND * 10):
        yield Area(area.name, mapping(rest)), rest.area


def _sound(area: Area) -> BaseGeometry:
    return shapely.make_valid(shape(area.geometry), method="structure", keep_collapsed=False)


def split_faults(catalogue: Catalogue, areas: Sequence[Area], shapes: Sequence[Area]) -> Iterator[Diagnostic]:
    """Areas to be split and shapes to split them by are there, and so are the areas that towns are made of."""
    table = catalogue.merging
    known, drawn = [area.name for area in areas], [area.name for area in shapes]
    for area, parts in table.split.items():
        if area not in known:
            yield Diagnostic(
                catalogue.where_merging("split", area),
                "unknown-area",
                text("'{area}' 구역이 경계 자료에 없습니다.", area=area),
                suggested_name(area, known, text("경계 자료에 있는 이름을 적으세요.")),
            )
        for position, part in enumerate(parts):
            if part not in drawn:
                yield Diagnostic(
                    catalogue.where_merging("split", area, position),
                    "unknown-area",
                    text("'{area}' 구역을 나눌 도형을 찾을 수 없습니다.", area=part),
                    suggested_name(
                        part, set(drawn) - set(known), text("그 이름의 도형이 든 파일을 ‘--parts 파일’로 적으세요.")
                    ),
                )
    there = {*known, *(part for parts in table.split.values() for part in parts)}
    for town, names in table.towns.items():
        for position, name in enumerate(names):
            if name not in there:
                yield Diagnostic(
                    catalogue.where_merging("towns", town, position),
                    "unknown-area",
                    text("'{area}' 구역이 경계 자료에 없습니다.", area=name),
                    suggested_name(name, there, text("경계 자료에 있는 이름을 적거나, 이 이름을 지우세요.")),
                    Severity.WARNING,
                )
