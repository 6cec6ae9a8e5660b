"""Rules over `map/merge.yml`: its towns exist, no area belongs to two of them, no part to two areas."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import text
from guidebook.model.wording.suggestion import suggested_name


def merged_towns_exist(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Areas are merged into towns that have a file."""
    names = [town.name for town in catalogue.towns]
    unread = sum(kind == "town" for kind, _ in catalogue.declared) > len(names)  # which has its own diagnostic
    for name in catalogue.merging.towns:
        if name not in names and names and not unread:
            yield Diagnostic(
                catalogue.where_merging("towns", name),
                "unknown-town",
                text("'{id}' 읍면동을 찾을 수 없습니다.", id=name),
                suggested_name(
                    name,
                    names,
                    text("towns 폴더의 파일에 적은 name 가운데 하나를 적으세요: {known}", known=", ".join(names)),
                ),
            )


def areas_belong_to_one_town(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No area is merged twice."""
    owners: dict[str, str] = {}
    for town, areas in catalogue.merging.towns.items():
        for position, area in enumerate(areas):
            if area in owners:
                yield Diagnostic(
                    catalogue.where_merging("towns", town, position),
                    "merged-twice",
                    text("'{area}' 구역이 '{first}'에도 들어 있습니다.", area=area, first=owners[area]),
                    text("한 읍면동에만 남기고 지우세요. 두 읍면동에 걸친 구역이면 split에 나누는 도형을 적으세요."),
                )
            owners.setdefault(area, town)


def parts_are_of_one_area(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A shape cuts a part off one area, and is called otherwise than any area that is split."""
    split = catalogue.merging.split
    owners: dict[str, str] = {}
    for area, parts in split.items():
        for position, part in enumerate(parts):
            span = catalogue.where_merging("split", area, position)
            if part in split:
                message = text("'{part}' 구역 자체를 나누는 도형으로 적었습니다.", part=part)
                yield Diagnostic(span, "split-by-itself", message, text("나누는 도형에 다른 이름을 붙여 적으세요."))
            elif part in owners:
                message = text("'{area}' 구역이 '{first}'에도 들어 있습니다.", area=part, first=owners[part])
                yield Diagnostic(span, "split-twice", message, text("한 구역에만 남기고 지우세요."))
            owners.setdefault(part, area)


RULES = (merged_towns_exist, areas_belong_to_one_town, parts_are_of_one_area)
"""What the table says first, how it fits together then."""


def merging_faults(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """What all of them find."""
    return tuple(fault for rule in RULES for fault in rule(catalogue))
