"""Figures and timetables of a case report."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from guidebook.model.clock import Clock
from guidebook.model.label import Label
from guidebook.model.record import Slug, SubRecord, Words
from guidebook.model.records.visit import Day
from guidebook.model.source import Source
from guidebook.model.text import text

Figure = Annotated[Decimal, Field(max_digits=15)]
"""No figure of a city is longer; data files write every digit."""
Length = Annotated[Decimal, Field(ge=0, max_digits=15)]
"""What a bar can show."""


class Indicator(SubRecord):
    """A figure of the report."""

    id: Annotated[
        Slug,
        Label(
            text("지표 이름"),
            "이 파일 안에서 하나뿐인 이름. site.yml의 highlights가 이 이름으로 부릅니다.",
            "walkers",
            "표시하지 않음",
        ),
    ]
    label: Annotated[Words, Label(text("지표"), "무엇을 센 수인지", "강길을 걸은 사람", "수치 표, 첫 화면")]
    value: Annotated[
        Figure, Label(text("수"), "계산과 그림에 쓰는 수. 쉼표와 단위를 적지 않습니다.", "1200", "자료 파일")
    ]
    """The bare number, for charts and sums."""
    text: Annotated[Words, Label(text("값"), "출처에 적힌 그대로, 단위와 함께", '"1,200여 명"', "수치 표, 첫 화면")]
    """As the source writes it, with its unit: `3,600여 명`."""
    when: Annotated[Words, Label(text("기준 시점"), "어느 시점의 수인지", "2026년", "수치 표")]
    """What time it speaks of: `2019년`, `최근 4년`."""
    note: Annotated[
        Words | None,
        Label(
            text("주석 이름"), "다른 기록과 다른 점을 적은 주석의 이름(notes의 id)", "walkers", "수치 옆의 주석 번호"
        ),
    ] = None
    """Id of the note that says where other records differ."""
    sources: Annotated[
        tuple[Source, ...],
        Label(
            text("출처"),
            "site.yml의 출처 문서가 아닌 다른 기록의 수일 때 적습니다. 표를 따로 보여 줍니다.",
            shown="수치 표",
        ),
    ] = ()
    """Left out where the figure is the source document's; what others counted is shown apart from it."""


class Bar(SubRecord):
    """One bar of a comparison."""

    label: Annotated[Words, Label(text("이름"), "막대의 이름", "2026년", "비교 그림")]
    value: Annotated[Length, Label(text("수"), "막대의 길이가 될 수", "3", "비교 그림, 자료 파일")]
    text: Annotated[Words, Label(text("값"), "막대 옆에 적을 값과 단위", "3km", "비교 그림")]


class Total(Bar):
    """A sum, of the bars or of what somebody counted otherwise."""

    when: Annotated[
        Words | None,
        Label(text("기준 시점"), "어느 시점의 합계인지. 막대의 합과 다르면 적습니다.", "2025~2026년", "비교 그림 아래"),
    ] = None


class Comparison(SubRecord):
    """Figures of one kind side by side, drawn as bars with the number on each."""

    id: Annotated[Slug, Label(text("비교 이름"), "이 파일 안에서 하나뿐인 이름", "by-year", "표시하지 않음")]
    title: Annotated[Words, Label(text("제목"), "무엇을 비교하는지", "해마다 고친 강길", "비교 그림의 제목")]
    bars: Annotated[
        Annotated[tuple[Bar, ...], Field(min_length=1)],
        Label(text("막대"), "비교할 값. 적은 순서대로 그립니다.", shown="비교 그림"),
    ]
    total: Annotated[
        Total | None,
        Label(text("합계"), "막대의 합. 집계 시점이 달라 막대의 합과 다르면 따로 보여 줍니다.", shown="비교 그림 아래"),
    ] = None
    """Told beneath the bars, never beside them; one that is not their sum stands apart, as a figure of its own."""
    note: Annotated[
        Words | None,
        Label(
            text("주석 이름"), "다른 기록과 다른 점을 적은 주석의 이름(notes의 id)", "walkers", "제목 옆의 주석 번호"
        ),
    ] = None
    sources: Annotated[
        tuple[Source, ...],
        Label(text("출처"), "site.yml의 출처 문서가 아닌 다른 기록의 수일 때 적습니다.", shown="비교 그림 아래"),
    ] = ()
    """Left out where the figures are the source document's."""

    @property
    def adds_up(self) -> bool:
        """Whether the total is the sum of the bars."""
        return self.total is not None and self.total.value == sum(bar.value for bar in self.bars)


class Session(SubRecord):
    """One line of a timetable."""

    date: Annotated[Day, Label(text("날짜"), "열린 날", "2026-09-12", "시간표")]
    time: Annotated[Clock, Label(text("시각"), "시작한 시각", '"14:00"', "시간표")]
    title: Annotated[Words, Label(text("내용"), "무엇을 했는지", "강길 함께 걷기", "시간표")]
    place: Annotated[Words | None, Label(text("장소"), "열린 곳", "나루터", "시간표")] = None
    host: Annotated[
        Words | None,
        Label(text("주관"), "주관한 기관이나 단체. 사람의 이름은 적지 않습니다.", "강길 주민 모임", "시간표"),
    ] = None
    """The body that led it, never a person."""


class Timetable(SubRecord):
    """What happened when, at an event of several sessions."""

    title: Annotated[Words, Label(text("제목"), "시간표의 제목", "강길 여는 날(2026년)", "시간표의 제목")]
    sessions: Annotated[
        Annotated[tuple[Session, ...], Field(min_length=1)],
        Label(text("순서"), "날짜와 시각마다 한 항목", shown="시간표"),
    ]
    note: Annotated[
        Words | None,
        Label(
            text("주석 이름"), "다른 기록과 다른 점을 적은 주석의 이름(notes의 id)", "walkers", "제목 옆의 주석 번호"
        ),
    ] = None
    sources: Annotated[
        tuple[Source, ...],
        Label(text("출처"), "출처 문서가 아닌 다른 기록에서 옮겼을 때 적습니다.", shown="시간표 아래"),
    ] = ()
