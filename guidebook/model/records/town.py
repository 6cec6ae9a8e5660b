"""A town of the city: its hall, its case, its works."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from guidebook.model.label import Label
from guidebook.model.picture import Picture
from guidebook.model.record import Phone, Searchable, SubRecord, Words, Year
from guidebook.model.records.place import Point
from guidebook.model.source import Note, Source
from guidebook.model.text import text


class TownKind(StrEnum):
    """읍, 면, 동."""

    EUP = "eup"
    MYEON = "myeon"
    DONG = "dong"


class Hall(SubRecord):
    """The town hall (행정복지센터)."""

    address: Annotated[
        Words,
        Label(
            text("주소"),
            "행정복지센터의 주소",
            "가람도 마루군 가온면 마루로 10",
            "읍면동 페이지, 책, 자료 파일",
            wanted=True,
        ),
    ]
    postcode: Annotated[
        Words | None, Label(text("우편번호"), "다섯 자리 우편번호", '"28900"', "읍면동 페이지, 자료 파일")
    ] = None
    point: Annotated[
        Point | None, Label(text("지도 위치"), "행정복지센터의 좌표", shown="지도, 이동 시간, 자료 파일", wanted=True)
    ] = None
    phone: Annotated[
        Phone | None, Label(text("전화"), "대표 전화", "043-222-1000", "읍면동 페이지, 책, 검색, 확인표", wanted=True)
    ] = None
    as_of: Annotated[
        Words,
        Label(
            text("확인 시점"),
            "주소와 전화를 확인한 때를 보이는 그대로 적습니다.",
            "2026. 10. 확인",
            "읍면동 페이지, 책, 검색",
        ),
    ]
    """When address and phone were last seen, as shown: `2023. 4. 확인`."""
    moved: Annotated[
        Words | None,
        Label(
            text("이전"),
            "그 뒤 옮겼다면 그 일을 한 문장으로 적습니다.",
            "2026년 9월 1일에 이 주소로 옮겼습니다.",
            "읍면동 페이지",
        ),
    ] = None
    """A sentence on a move since."""
    sources: Annotated[tuple[Source, ...], Label(text("출처"), "주소와 전화의 출처", shown="읍면동 페이지")]


class TownCase(SubRecord):
    """The town's own case of one year."""

    year: Annotated[Year, Label(text("연도"), "사례의 해", "2026", "읍면동 페이지와 목록, 책", unit="년")]
    title: Annotated[Words, Label(text("제목"), "사례의 제목", "아이와 걷는 강길", "읍면동 페이지와 목록, 책")]
    sources: Annotated[tuple[Source, ...], Label(text("출처"), "사례의 출처", shown="읍면동 페이지")]


class Work(SubRecord):
    """Something else that the town is known for in self-governance."""

    text: Annotated[
        Words,
        Label(
            text("활동"),
            "활동을 한 문장으로 적습니다.",
            "주민총회에서 마을 의제를 정합니다.",
            "읍면동 페이지, 책, ‘우수 읍면동’",
        ),
    ]
    sources: Annotated[tuple[Source, ...], Label(text("출처"), "활동의 출처", shown="읍면동 페이지, 책")]


class Town(Searchable):
    """`content/towns/<id>.yml`."""

    name: Annotated[Words, Label(text("이름"), "읍면동의 이름", "가온면", "읍면동 페이지와 목록, 지도, 책")]
    name_en: Annotated[
        Words, Label(text("영어 이름"), "로마자로 쓴 이름", "Gaon-myeon", "읍면동 페이지, 영어 페이지, 책")
    ]
    kind: Annotated[
        TownKind,
        Label(
            text("종류"),
            "읍, 면, 동 가운데 어디인지",
            "myeon",
            "표시하지 않음",
            choices={"eup": text("읍"), "myeon": text("면"), "dong": text("동")},
        ),
    ]
    order: Annotated[
        int, Label(text("차례"), "지역에서 쓰는 읍면동의 차례. 작은 수가 먼저입니다.", "1", "읍면동 목록, 책")
    ]
    """Place in the city's customary order of towns."""
    model: Annotated[
        bool,
        Label(
            text("우수 읍면동"),
            "방문단을 맞는 우수 읍면동이면 true로 적습니다.",
            "true",
            "읍면동 페이지와 목록, ‘우수 읍면동’, 책",
        ),
    ] = False
    """One of the model towns that receive visitors."""
    hall: Annotated[
        Hall, Label(text("행정복지센터"), "행정복지센터의 주소와 전화", shown="읍면동 페이지와 목록, 책, 일정")
    ]
    case: Annotated[
        TownCase | None,
        Label(text("주민자치 사례"), "읍면동의 한 해 사례", shown="읍면동 페이지와 목록, 책", wanted=True),
    ] = None
    works: Annotated[
        tuple[Work, ...],
        Label(text("알려진 활동"), "그 밖에 알려진 주민자치 활동", shown="읍면동 페이지, ‘우수 읍면동’, 책"),
    ] = ()
    pictures: Annotated[
        tuple[Picture, ...], Label(text("사진"), "읍면동의 사진", shown="읍면동 페이지와 책", wanted=True)
    ] = ()
    notes: Annotated[
        tuple[Note, ...], Label(text("주석"), "읍면동 페이지 끝에 붙이는 주석", shown="읍면동 페이지와 책")
    ] = ()
