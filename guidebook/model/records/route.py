"""Routes: stops in their order, marked as suggestions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from guidebook.model.clock import Clock
from guidebook.model.label import Label
from guidebook.model.picture import Picture
from guidebook.model.record import Searchable, Slug, Words
from guidebook.model.records.stop import Stop
from guidebook.model.source import Note, Source
from guidebook.model.text import text


class Length(StrEnum):
    """반나절, 하루, 1박 2일, 2박 3일."""

    HALF_DAY = "half-day"
    FULL_DAY = "full-day"
    TWO_DAYS = "two-days"
    THREE_DAYS = "three-days"

    @property
    def days(self) -> int:
        """On how many days there are stops."""
        return {Length.TWO_DAYS: 2, Length.THREE_DAYS: 3}.get(self, 1)


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
            "반나절인지 하루인지, 하룻밤이나 이틀 밤을 묵는지",
            "half-day",
            "코스 목록, 책",
            choices={
                "half-day": text("반나절"),
                "full-day": text("하루"),
                "two-days": text("1박 2일"),
                "three-days": text("2박 3일"),
            },
        ),
    ]
    start: Annotated[
        Clock, Label(text("시작 시각"), "첫날 첫 방문지에 도착하는 시각", '"10:00"', "일정, 경로 파일")
    ] = "10:00"
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
