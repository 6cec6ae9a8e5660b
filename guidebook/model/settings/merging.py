"""The table by which areas of a map become towns: which legal dongs an administrative dong is made of."""

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
