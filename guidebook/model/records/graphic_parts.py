"""What the kinds of graphics have in common: fields that several of them have, and which notes they name.

Separate from the kinds, each of which would say the same again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from guidebook.model.label import Label
from guidebook.model.record import Slug, SubRecord, Words
from guidebook.model.source import Source
from guidebook.model.text import text

GRAPHIC = "사례 보고의 그림"
BESIDE = "그림과 그 아래 표"

Title = Annotated[Words, Label(text("제목"), "그림이 무엇을 보여 주는지", "강길을 낸 곳", "그림의 제목")]
NoteName = Annotated[
    Words | None,
    Label(text("주석 이름"), "다른 기록과 다른 점을 적은 주석의 이름(notes의 id)", "walkers", "그림 표의 주석 번호"),
]
Sources = Annotated[
    tuple[Source, ...],
    Label(text("출처"), "출처 문서가 아닌 다른 기록에서 옮겼을 때만 적습니다.", shown="그림 아래"),
]
Reported = Annotated[
    bool,
    Label(
        text("보도로만 확인"),
        "보도에만 나오면 true. 속을 비우거나 사선을 넣어 그리고 그렇게 밝힙니다.",
        "true",
        BESIDE,
    ),
]
ComparisonName = Annotated[
    Slug, Label(text("비교 이름"), "이 사업의 comparisons에 있는 비교의 이름(id)", "by-year", BESIDE)
]
IndicatorName = Annotated[
    Slug, Label(text("지표 이름"), "이 사업의 indicators에 있는 지표의 이름(id)", "walkers", BESIDE)
]
Instead = Annotated[
    Slug | None,
    Label(
        text("대신하는 비교"),
        "그림이 대신하는 비교의 이름(id). 막대의 수가 그림에 그린 수와 같아야 하며, 막대는 따로 나오지 않습니다.",
        "by-year",
        BESIDE,
    ),
]
Value = Annotated[Words, Label(text("값"), "출처에 적힌 그대로, 단위와 함께", '"1,100명"', BESIDE)]
When = Annotated[Words, Label(text("기준 시점"), "어느 시점의 수인지", "2026년 5월까지", BESIDE)]


def noted(part: SubRecord, *above: str | int) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a part of a graphic names a note, and which."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name == "note" and value is not None:
            yield (*above, name), value
        elif isinstance(value, SubRecord):
            yield from noted(value, *above, name)
        elif isinstance(value, tuple):
            for place, item in enumerate(value):
                if isinstance(item, SubRecord):
                    yield from noted(item, *above, name, place)
