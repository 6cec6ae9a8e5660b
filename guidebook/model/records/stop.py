"""A stop of a route or visit: where it is, what happens there, how long, and on which day.

Separate from `route` and `visit`, which both have a list of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from guidebook.model import text as wording  # a field is called `text`
from guidebook.model.clock import Clock
from guidebook.model.label import Label
from guidebook.model.record import Slug, SubRecord, Words

MOST_DAYS = 7
"""Of a route or visit."""
Minutes = Annotated[int, Field(ge=0, le=720)]


class Mode(StrEnum):
    """전세버스, 걸어서, 승용차, 시내버스, 열차, 배."""

    COACH = "coach"
    FOOT = "foot"
    CAR = "car"
    BUS = "bus"
    TRAIN = "train"
    FERRY = "ferry"

    @property
    def by_timetable(self) -> bool:
        """Whether others decide when it goes: nothing of it is estimated."""
        return self in (Mode.BUS, Mode.TRAIN, Mode.FERRY)


class Meal(StrEnum):
    """아침, 점심, 저녁."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"


MEALS = {"breakfast": wording.text("아침"), "lunch": wording.text("점심"), "dinner": wording.text("저녁")}
"""What each is called."""


class Stop(SubRecord):
    """One stop. It stands at a site, a hall or a restaurant, or is free text, which may name its town."""

    site: Annotated[
        Slug | None,
        Label(
            wording.text("장소"),
            "방문하는 장소. site, hall, restaurant 가운데 하나나 text를 적습니다.",
            "river-museum",
            "일정, 지도",
        ),
    ] = None
    hall: Annotated[
        Slug | None, Label(wording.text("행정복지센터"), "방문하는 행정복지센터의 읍면동", "gaon", "일정, 지도")
    ] = None
    """The town whose hall it is."""
    restaurant: Annotated[
        Slug | None, Label(wording.text("음식점"), "방문하는 음식점", "ferry-table", "일정, 지도")
    ] = None
    text: Annotated[
        Words | None,
        Label(wording.text("하는 일"), "하는 일. 장소가 없으면 이 글이 방문지의 이름입니다.", "주민자치 설명", "일정"),
    ] = None
    """What happens: `시청 설명`; alone, the stop is known by nothing else: `○○식당, 확인함`."""
    text_en: Annotated[
        Words | None,
        Label(wording.text("영어로 적은 하는 일"), "같은 말을 영어로 적습니다.", "Briefing", "영어 페이지의 코스"),
    ] = None
    town: Annotated[
        Slug | None, Label(wording.text("읍면동"), "text만 적은 방문지가 있는 읍면동", "gaon", "일정, 이동 시간")
    ] = None
    """Where a stop of free text is, as far as known."""
    program: Annotated[
        Slug | None, Label(wording.text("사업"), "여기에서 보는 사업", "river-path", "일정, 사례 보고")
    ] = None
    """The programme that is visited here."""
    stay: Annotated[Minutes, Label(wording.text("체류 시간"), "방문지에서 보내는 시간", "60", "일정", unit="분")]
    day: Annotated[
        Annotated[int, Field(ge=1, le=MOST_DAYS)] | None,
        Label(
            wording.text("날"),
            "다음 날의 첫 방문지에 몇째 날인지 적습니다. 숙소(night: true) 다음 방문지는 적지 않아도 다음 날입니다.",
            "2",
            "일정, 달력, 보낼 글",
        ),
    ] = None
    """The day on which it is; as the stop before where left out, and a day later after a night."""
    start: Annotated[
        Clock | None,
        Label(
            wording.text("그날 시작 시각"),
            "둘째 날부터, 그날 첫 방문지에 도착하는 시각. 없으면 첫날과 같은 시각입니다.",
            '"09:30"',
            "일정, 달력, 보낼 글",
        ),
    ] = None
    """When the first stop of a later day is reached."""
    night: Annotated[
        bool,
        Label(
            wording.text("숙소"),
            "하룻밤 묵는 곳이면 true로 적습니다. 도착하는 때가 체크인이고, 다음 방문지부터 다음 날입니다.",
            "true",
            "일정, 달력, 보낼 글",
        ),
    ] = False
    """Whether they sleep here: the day ends."""
    leave: Annotated[
        Clock | None,
        Label(
            wording.text("숙소 출발 시각"),
            "숙소(night: true)에서 다음 날 출발하는 시각(체크아웃). 없으면 다음 방문지의 시각에 맞춥니다.",
            '"09:00"',
            "일정, 달력, 보낼 글",
        ),
    ] = None
    """When they leave their lodging on the morning after; in time for the next stop where left out."""
    leg: Annotated[
        Minutes | None,
        Label(
            wording.text("이동 시간"),
            "앞 방문지에서 오는 시간. 적지 않으면 직선거리로 추정합니다. 시내버스, 열차, 배는 추정하지 않습니다.",
            "20",
            "일정",
            unit="분",
        ),
    ] = None
    """Minutes of travel from the stop before; estimated where left out and an estimate is sound."""
    mode: Annotated[
        Mode,
        Label(
            wording.text("이동 수단"),
            "앞 방문지에서 어떻게 오는지. 적지 않으면 전세버스입니다.",
            "foot",
            "일정, 경로 파일, 보낼 글",
            choices={
                "coach": wording.text("전세버스"),
                "foot": wording.text("도보"),
                "car": wording.text("승용차"),
                "bus": wording.text("시내버스"),
                "train": wording.text("열차"),
                "ferry": wording.text("배"),
            },
        ),
    ] = Mode.COACH
    """How they come from the stop before."""
    departs: Annotated[
        Clock | None,
        Label(
            wording.text("타는 시각"),
            "시내버스, 열차, 배가 앞 방문지에서 떠나는 시각. 그때까지 기다리는 시간이 일정에 나옵니다.",
            '"11:20"',
            "일정, 달력, 보낼 글",
        ),
    ] = None
    """When the bus, train or ferry leaves the stop before: until then they wait."""
    lunch: Annotated[
        bool, Label(wording.text("점심"), "점심을 먹는 곳이면 true로 적습니다.", "false", "일정, 보낼 글")
    ] = False
    meal: Annotated[
        Meal | None,
        Label(
            wording.text("식사"),
            "식사하는 곳이면 아침, 점심, 저녁 가운데 무엇인지. lunch: true는 meal: lunch와 같습니다.",
            "dinner",
            "일정, 보낼 글",
            choices=MEALS,
        ),
    ] = None
    """The meal that is eaten here."""
    group: Annotated[
        Words | None,
        Label(
            wording.text("조"),
            "나뉘어 다니는 동안 이 방문지에 가는 조. 조를 적지 않은 다음 방문지에서 모두 만납니다.",
            "A조",
            "일정, 지도, 확인표, 보낼 글",
        ),
    ] = None
    """Which group goes here while the delegation is divided; all meet again at the next stop without one."""
    guide: Annotated[
        Slug | None,
        Label(
            wording.text("안내"), "해설을 부탁할 분(guides 폴더의 파일 이름)", "museum-guide", "일정, 확인표, 보낼 글"
        ),
    ] = None
    """A guide that is wanted here."""
    confirmed: Annotated[
        bool,
        Label(
            wording.text("확인함"), "장소(와 해설)를 확인했으면 true로 적습니다.", "false", "일정의 ‘해설 확인’, 확인표"
        ),
    ] = False
    """The place (and the guide, if one is wanted) has said yes."""

    @property
    def eats(self) -> Meal | None:
        """The meal that is eaten here, however it is written."""
        return self.meal or (Meal.LUNCH if self.lunch else None)
