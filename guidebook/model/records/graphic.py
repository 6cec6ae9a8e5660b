"""The information graphic of a report: what it shows of the programme's own facts, and what only it needs.

Separate from the programme, whose bodies, figures, timetable and partnerships a graphic takes by reference. Each kind
stands under a key of its own, so that the place of a fault and the reference of fields need to know of no kinds.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guidebook.model.label import Label
from guidebook.model.record import Slug, SubRecord, Words
from guidebook.model.records.figures import Length
from guidebook.model.records.graphic_parts import (
    BESIDE,
    GRAPHIC,
    ComparisonName,
    IndicatorName,
    Instead,
    NoteName,
    Reported,
    Sources,
    Title,
    Value,
    When,
    noted,
)
from guidebook.model.text import text


class ActorsGraphic(SubRecord):
    """Who took part, a square each, in the columns of the programme's `bodies`."""

    title: Title
    spread_to: Annotated[
        tuple[Words, ...],
        Label(text("번진 곳"), "뒤이어 같은 일을 한 곳. 출처 문서의 표현대로 적습니다.", "[나루시, 한솔시]", BESIDE),
    ] = ()
    comparison: Instead = None
    note: NoteName = None


class OpenedRow(SubRecord):
    """One thing before and after."""

    topic: Annotated[Words, Label(text("구분"), "무엇이 달라졌는지", "사업제안", BESIDE)]
    before: Annotated[Words, Label(text("바뀌기 전"), "바뀌기 전의 내용", "모임만 가능", BESIDE)]
    after: Annotated[Words, Label(text("바뀐 뒤"), "바뀐 뒤의 내용", "누구나 가능", BESIDE)]
    opened: Annotated[
        bool, Label(text("새로 열림"), "새로 할 수 있게 된 것이면 true. 굵게 씁니다.", "true", BESIDE)
    ] = False


class DatedStep(SubRecord):
    """What happened, and when."""

    when: Annotated[Words, Label(text("시기"), "언제인지. 출처의 표현대로 적습니다.", "2026. 3.", BESIDE)]
    text: Annotated[Words, Label(text("내용"), "무엇을 했는지", "강길을 열었습니다.", BESIDE)]
    note: NoteName = None


class BeforeAfterGraphic(SubRecord):
    """What was and what is, in two columns that face each other, over the steps between them."""

    title: Title
    before: Annotated[Words, Label(text("앞 칸의 이름"), "바뀌기 전을 무엇이라 부르는지", "예전 강가", BESIDE)]
    after: Annotated[Words, Label(text("뒤 칸의 이름"), "바뀐 뒤를 무엇이라 부르는지", "지금의 강길", BESIDE)]
    rows: Annotated[
        Annotated[tuple[OpenedRow, ...], Field(min_length=1)],
        Label(text("앞뒤로 바뀐 것"), "한 항목에 한 줄. 본문의 표와 되풀이하지 않습니다.", shown=BESIDE),
    ]
    steps: Annotated[tuple[DatedStep, ...], Label(text("그사이의 일"), "시기순으로 적습니다.", shown=BESIDE)] = ()
    note: NoteName = None


class TiesGraphic(SubRecord):
    """The programme's `partnerships` on the map, each with its work and its money."""

    title: Title
    note: NoteName = None


class Stage(SubRecord):
    """The towns that were in at one time."""

    label: Annotated[Words, Label(text("시기"), "언제의 모습인지", "2025년", BESIDE)]
    towns: Annotated[
        Annotated[tuple[Slug, ...], Field(min_length=1)],
        Label(text("읍면동"), "그때 참여한 읍면동 모두", "[gaon, naru]", BESIDE),
    ]
    reported: Reported = False
    note: NoteName = None
    sources: Sources = ()


class SquaredMoney(SubRecord):
    """A comparison of money in squares of one amount."""

    comparison: ComparisonName
    unit: Annotated[
        Length, Label(text("한 칸의 금액"), "막대의 수를 나누어떨어지게 하는 수", "1", "그림에 그린 칸의 수")
    ]
    unit_text: Annotated[Words, Label(text("한 칸의 뜻"), "한 칸이 얼마인지, 단위와 함께", "1백만원", BESIDE)]
    unexplained: Annotated[
        int,
        Field(ge=0),
        Label(text("설명 없는 칸"), "마지막 막대에서 출처에 설명이 없는 칸의 수. 테두리만 그립니다.", "1", BESIDE),
    ] = 0


class ShareOf(SubRecord):
    """A percentage as dots."""

    indicator: IndicatorName
    of: Annotated[
        int,
        Field(ge=10, le=1000),
        Label(text("점의 수"), "모두 몇 점을 그릴지. 비율만큼 칠한 점의 수가 정수여야 합니다.", "1000", BESIDE),
    ] = 1000


class Recount(SubRecord):
    """What a later count says of a figure."""

    indicator: IndicatorName
    value: Value
    when: When
    note: NoteName = None


class SpreadGraphic(SubRecord):
    """How some towns became more: two maps, the money, the share of residents, and what was counted later."""

    title: Title
    before: Annotated[Stage, Label(text("앞의 모습"), "넓어지기 전", shown=BESIDE)]
    after: Annotated[Stage, Label(text("뒤의 모습"), "넓어진 뒤", shown=BESIDE)]
    comparison: Instead = None
    money: Annotated[SquaredMoney | None, Label(text("예산"), "칸으로 그릴 예산", shown=BESIDE)] = None
    share: Annotated[ShareOf | None, Label(text("비율"), "점으로 그릴 비율", shown=BESIDE)] = None
    later: Annotated[
        tuple[Recount, ...],
        Label(text("이후 집계"), "같은 것을 나중에 다르게 센 수. 기준 시점과 함께 나란히 씁니다.", shown=BESIDE),
    ] = ()
    note: NoteName = None


class HoursGraphic(SubRecord):
    """The programme's `timetable` as days, hours and rooms."""

    title: Title
    note: NoteName = None


class TeamAt(SubRecord):
    """A team in a town."""

    town: Annotated[Slug, Label(text("읍면동"), "어느 읍면동인지", "gaon", BESIDE)]
    name: Annotated[Words, Label(text("이름"), "무슨 조직인지", "방문복지팀", BESIDE)]
    reported: Reported = False
    note: NoteName = None


class Award(SubRecord):
    """What somebody was given."""

    year: Annotated[Words, Label(text("연도"), "언제 받았는지", "2026년", BESIDE)]
    name: Annotated[Words, Label(text("이름"), "무엇을 받았는지", "우수", BESIDE)]
    town: Annotated[Slug | None, Label(text("읍면동"), "받은 읍면동", "naru", BESIDE)] = None
    reported: Reported = False
    note: NoteName = None


class CoverageGraphic(SubRecord):
    """The map of the programme's `towns` with a dot for each team, and awards by name."""

    title: Title
    covered: Annotated[
        Words,
        Label(text("칠한 읍면동의 뜻"), "이 사업의 towns에 적은 읍면동이 무엇인지", "강길이 있는 읍면동", BESIDE),
    ]
    teams: Annotated[tuple[TeamAt, ...], Label(text("조직"), "점으로 그릴 조직", shown=BESIDE)] = ()
    awards: Annotated[tuple[Award, ...], Label(text("수상"), "이름을 적을 수상", shown=BESIDE)] = ()
    sources: Sources = ()
    note: NoteName = None


class MarkedBar(SubRecord):
    """A part of a bar, counted before the bar was full."""

    comparison: ComparisonName
    bar: Annotated[Words, Label(text("막대의 이름"), "그 비교에 있는 막대의 이름", "2026년", BESIDE)]
    value: Annotated[Length, Label(text("수"), "막대 안에 표시할 수", "1", "그림, 자료 파일")]
    text: Value
    when: When
    note: NoteName = None
    sources: Sources = ()


class GrowthRatios(SubRecord):
    """By how much each bar grew, under what is claimed of it."""

    comparison: ComparisonName
    claim: Annotated[Words, Label(text("표현"), "출처 문서의 표현 그대로", "매년 2배", BESIDE)]
    note: NoteName = None


class GrowthGraphic(SubRecord):
    """Comparisons by year on one axis, and the total that was counted at another time."""

    title: Title
    comparisons: Annotated[
        Annotated[tuple[Slug, ...], Field(min_length=1)],
        Label(text("비교"), "같은 해로 나눈 비교의 이름(id). 첫째를 크게 그립니다.", "[by-year]", BESIDE),
    ]
    marked: Annotated[tuple[MarkedBar, ...], Label(text("막대 안의 수"), "그해의 중간에 센 수", shown=BESIDE)] = ()
    ratios: Annotated[GrowthRatios | None, Label(text("늘어난 배수"), "앞 막대의 몇 배인지 씁니다.", shown=BESIDE)] = (
        None
    )
    totals: Annotated[
        tuple[Slug, ...],
        Label(
            text("따로 센 합계"), "집계 시점이 달라 막대의 합이 아닌 지표의 이름(id)", "[walkers]", "그림 아래의 한 줄"
        ),
    ] = ()
    note: NoteName = None


class Graphic(SubRecord):
    """One graphic: exactly one of these is written."""

    actors: Annotated[
        ActorsGraphic | None, Label(text("함께한 곳"), "추진주체(bodies)를 칸으로 그립니다.", shown=GRAPHIC)
    ] = None
    before_after: Annotated[
        BeforeAfterGraphic | None, Label(text("앞뒤 비교"), "바뀌기 전과 뒤를 마주 놓습니다.", shown=GRAPHIC)
    ] = None
    ties: Annotated[
        TiesGraphic | None, Label(text("협력 지도"), "협력(partnerships)을 지도에 잇습니다.", shown=GRAPHIC)
    ] = None
    spread: Annotated[
        SpreadGraphic | None, Label(text("넓어진 모습"), "참여한 읍면동이 늘어난 모습을 그립니다.", shown=GRAPHIC)
    ] = None
    hours: Annotated[
        HoursGraphic | None, Label(text("시간표 그림"), "시간표(timetable)를 날과 방으로 그립니다.", shown=GRAPHIC)
    ] = None
    coverage: Annotated[
        CoverageGraphic | None, Label(text("닿은 곳"), "관련 읍면동(towns)을 지도에 칠합니다.", shown=GRAPHIC)
    ] = None
    growth: Annotated[
        GrowthGraphic | None, Label(text("늘어난 모습"), "해마다의 비교를 한 축에 그립니다.", shown=GRAPHIC)
    ] = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are written, in the order of the fields: one, unless the editor slipped."""
        return tuple(name for name in type(self).model_fields if getattr(self, name) is not None)

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the notes that the graphic itself points at."""
        return tuple(note for _, note in noted(self))
