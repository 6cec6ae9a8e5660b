"""The table by which areas of a map become towns: which legal dongs an administrative dong is made of.

An area that lies in several towns is split first, by shapes that the editor has.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guidebook.model.label import Label
from guidebook.model.record import SubRecord, Words
from guidebook.model.text import text


class MergingTable(SubRecord):
    """`content/map/merge.yml`."""

    towns: Annotated[
        Annotated[dict[Words, Annotated[tuple[Words, ...], Field(min_length=1)]], Field(min_length=1)],
        Label(
            text("읍면동"),
            "읍면동의 이름마다 그 안에 있는 법정동의 이름을 적습니다.",
            "{가온1동: [가온동, 새터동]}",
            "지도의 경계",
        ),
    ]
    """Name of the town → names of its areas."""
    split: Annotated[
        dict[Words, Annotated[tuple[Words, ...], Field(min_length=1)]],
        Field(default_factory=dict),
        Label(
            text("나눌 구역"),
            "여러 읍면동에 걸친 법정동마다, 그 안을 나누는 도형의 이름을 적습니다. 도형은 import boundaries의 "
            "--parts에 적은 파일에서 찾고, 남는 곳은 법정동의 이름을 그대로 씁니다.",
            "{새터동: [새터동-서쪽]}",
            "지도의 경계",
        ),
    ]
    """Name of an area → names of the shapes that cut parts off it."""

    @property
    def town_of(self) -> dict[str, str]:
        """Area → its town, for those that lie in one town as a whole: an address in another tells no town."""
        return {area: town for town, areas in self.towns.items() for area in areas if area not in self.split}


NO_TABLE = MergingTable.model_construct(towns={}, split={})
"""Where a city has none."""
