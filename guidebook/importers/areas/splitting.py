"""Whether all is there by which areas that lie in several towns are split, told at the lines of the table.

The cutting itself is in `boundaries`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidebook.importers.areas.boundaries import Area
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import text
from guidebook.model.wording.suggestion import suggested_name


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
