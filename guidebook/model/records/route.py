"""Routes: stops in their order, marked as suggestions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from guidebook.model import text as wording  # a field is called `text`
from guidebook.model.clock import Clock
from guidebook.model.label import Label
from guidebook.model.picture import Picture
from guidebook.model.record import Searchable, Slug, SubRecord, Words
from guidebook.model.source import Note, Source
from guidebook.model.text import text

Minutes = Annotated[int, Field(ge=0, le=720)]


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
    leg: Annotated[
        Minutes | None,
        Label(
            wording.text("이동 시간"),
            "앞 방문지에서 오는 시간. 적지 않으면 직선거리로 추정합니다.",
            "20",
            "일정",
            unit="분",
        ),
    ] = None
    """Minutes of travel from the stop before; estimated where left out."""
    lunch: Annotated[
        bool, Label(wording.text("점심"), "점심을 먹는 곳이면 true로 적습니다.", "false", "일정, 보낼 글")
    ] = False
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


class Length(StrEnum):
    """반나절, 하루."""

    HALF_DAY = "half-day"
    FULL_DAY = "full-day"


class Route(Searchable):
    """`content/routes/<id>.md`: front matter is this, the body introduces the route."""

    title: Annotated[Words, Label(text("제목"), "코스의 이름", "강길과 나루터", "코스 페이지와 목록, 찾아보기, 책")]
    title_en: Annotated[
        Words | None, Label(text("영어 제목"), "영어로 쓴 이름", "River path and ferry", "영어 페이지")
    ] = None
    summary: Annotated[
        Words,
        Label(
            text("요약"),
            "어떤 코스인지 한 문장으로 적습니다.",
            "가온면에서 이야기를 듣고 강길을 걷습니다.",
            "코스 페이지와 목록, 책의 차례",
        ),
    ]
    summary_en: Annotated[
        Words | None,
        Label(
            text("영어 요약"),
            "영어로 쓴 한 문장",
            "Hear the story in Gaon-myeon, then walk the river path.",
            "영어 페이지",
        ),
    ] = None
    order: Annotated[int, Label(text("차례"), "코스의 차례. 작은 수가 먼저입니다.", "1", "코스 목록, 책")]
    length: Annotated[
        Length,
        Label(
            text("길이"),
            "반나절인지 하루인지",
            "half-day",
            "코스 목록, 책",
            choices={"half-day": text("반나절"), "full-day": text("하루")},
        ),
    ]
    start: Annotated[Clock, Label(text("시작 시각"), "첫 방문지에 도착하는 시각", '"10:00"', "일정, 경로 파일")] = (
        "10:00"
    )
    programs: Annotated[
        tuple[Slug, ...],
        Label(
            text("관련 사업"), "이 코스에서 듣는 사업", "[river-path]", "코스 페이지, 책, 방문 안내책자", wanted=True
        ),
    ] = ()
    stops: Annotated[
        tuple[Stop, ...],
        Label(
            text("방문지"),
            "방문하는 순서대로 적습니다.",
            "[{site: river-museum, stay: 60}]",
            "코스 페이지, 지도, 책, 경로 파일",
        ),
    ]
    notes: Annotated[tuple[Note, ...], Label(text("주석"), "본문에 붙이는 주석", shown="코스 페이지, 책의 각주")] = ()
    pictures: Annotated[
        tuple[Picture, ...], Label(text("사진"), "코스의 사진", shown="코스 페이지와 책", wanted=True)
    ] = ()
    sources: Annotated[
        tuple[Source, ...], Label(text("참고한 방문"), "실제 방문을 따랐다면 그 출처", shown="코스 페이지와 책")
    ] = ()
    """Where a route follows a real visit."""
    body: Annotated[
        str, Label(text("본문"), "머리글 아래에 마크다운으로 적는 소개", shown="코스 페이지와 책", wanted=True)
    ] = ""
