"""Figures over time: several kinds of money or people, year by year, each in its own unit.

Separate from comparisons, whose bars have no times and are of one kind.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from guidebook.model.label import Label
from guidebook.model.record import Slug, SubRecord, Words
from guidebook.model.records.graphic_parts import NoteName
from guidebook.model.source import Source
from guidebook.model.text import text

NOT_KNOWN = "-"
"""What stands for a value that no record gives."""
SHOWN = "사례 보고의 ‘주요 통계’, 자료 파일"

READING = r"^(-|[0-9]{1,15}(\.[0-9]{1,6})?)$"

Reading = Annotated[str, StringConstraints(pattern=READING)]
"""A value of one line at one time: a number, or `-` where no record gives it."""


class SeriesForm(StrEnum):
    """선, 쌓은 막대."""

    LINES = "lines"
    STACKED = "stacked"


class SeriesLine(SubRecord):
    """One kind of figure, followed over time."""

    label: Annotated[Words, Label(text("이름"), "무엇의 수인지", "군비", SHOWN)]
    unit: Annotated[
        Words,
        Label(text("단위"), "수의 단위. 단위가 다른 줄은 그림을 나누어 그립니다.", "백만원", SHOWN),
    ]


class SeriesRow(SubRecord):
    """The values of all lines at one time."""

    when: Annotated[Words, Label(text("시기"), "언제의 수인지", "2026년", SHOWN)]
    values: Annotated[
        tuple[Reading, ...],
        Label(
            text("값"),
            "lines에 적은 순서대로 수만 적습니다. 기록이 없으면 '-'",
            "[120, 30]",
            SHOWN,
        ),
    ]

    @property
    def known(self) -> tuple[Decimal | None, ...]:
        """The values as numbers; None where no record gives one."""
        return tuple(None if value == NOT_KNOWN else Decimal(value) for value in self.values)


class Series(SubRecord):
    """A table of figures over time, drawn as lines or as stacked bars; the drawing tells every number."""

    id: Annotated[Slug, Label(text("추이 이름"), "이 파일 안에서 하나뿐인 이름", "budget", "표시하지 않음")]
    title: Annotated[Words, Label(text("제목"), "무엇의 추이인지", "해마다 쓴 예산", SHOWN)]
    form: Annotated[
        SeriesForm,
        Label(
            text("그리는 방식"),
            "선으로 그릴지, 합계가 보이게 막대를 쌓을지",
            "stacked",
            SHOWN,
            choices={"lines": text("선"), "stacked": text("쌓은 막대")},
        ),
    ] = SeriesForm.LINES
    lines: Annotated[
        Annotated[tuple[SeriesLine, ...], Field(min_length=1, max_length=4)],
        Label(text("줄"), "무엇의 수인지. 네 가지까지", "[{label: 군비, unit: 백만원}]", SHOWN),
    ]
    rows: Annotated[
        Annotated[tuple[SeriesRow, ...], Field(min_length=1, max_length=60)],
        Label(text("시기별 값"), "오래된 때부터 적습니다.", "[{when: 2026년, values: [120]}]", SHOWN),
    ]
    note: NoteName = None
    sources: Annotated[
        tuple[Source, ...], Label(text("출처"), "출처 문서가 아닌 다른 기록의 수일 때만 적습니다.", shown="그림 아래")
    ] = ()

    @property
    def panels(self) -> tuple[tuple[int, ...], ...]:
        """The places of lines of one unit each, in the order in which units come: what shares an axis."""
        units = tuple(dict.fromkeys(line.unit for line in self.lines))
        return tuple(tuple(place for place, line in enumerate(self.lines) if line.unit == unit) for unit in units)
