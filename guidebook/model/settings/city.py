"""The city, who speaks for it, and when its offices are open."""

from __future__ import annotations

from typing import Annotated

from guidebook.model.label import Label
from guidebook.model.record import KOREAN, Phone, SubRecord, Words
from guidebook.model.records.visit import Day
from guidebook.model.source import Source
from guidebook.model.text import text


class City(SubRecord):
    """The city that the content is about."""

    name: Annotated[Words, Label(text("이름"), "시·군·구의 이름", "마루군", "모든 페이지, 책, 자료 파일")]
    """With its kind: 마루군."""
    name_en: Annotated[Words, Label(text("영어 이름"), "로마자로 쓴 이름", "Maru-gun", "영어 페이지")]
    province: Annotated[
        Words, Label(text("시도"), "시도의 이름. 경계를 가져올 때도 씁니다.", "가람도", "첫 화면, 책의 표지")
    ]
    hall: Annotated[
        Words | None, Label(text("청사 주소"), "시청·군청·구청의 주소", "가람도 마루군 마루로 1", "문의처")
    ] = None
    """Address of the city hall."""
    hall_en: Annotated[
        Words | None,
        Label(
            text("영어 주소"), "출처에 있는 청사의 영어 주소", "1 Maru-ro, Maru-gun, Garam-do", "영어 페이지의 문의처"
        ),
    ] = None
    phone: Annotated[
        Phone | None, Label(text("전화"), "대표 전화", "043-222-0000", "문의처, 검색, 책의 긴급 연락처")
    ] = None
    phone_note: Annotated[
        Words | None,
        Label(
            text("전화 설명"), "전화 옆에 적을 말", "마루군 콜센터(2026. 10. 확인)", "문의처, 검색, 책의 긴급 연락처"
        ),
    ] = None
    phone_note_en: Annotated[
        Words | None,
        Label(
            text("영어 전화 설명"),
            "같은 말을 영어로 적습니다.",
            "Maru-gun call centre (checked in October 2026)",
            "영어 페이지의 문의처",
        ),
    ] = None
    sources: Annotated[tuple[Source, ...], Label(text("출처"), "주소와 전화의 출처", shown="읍면동 목록")] = ()

    def named(self, language: str) -> str:
        """The name in Korean, and in every other language that in Latin letters."""
        return self.name if language == KOREAN else self.name_en


NOWHERE = City.model_construct(name="", name_en="", province="")
"""What stands for the city in content that is about none: a handbook, a manual."""


class Publisher(SubRecord):
    """Who makes and answers for this site and book. Never the city while `official` is false."""

    name: Annotated[
        Words,
        Label(
            text("이름"),
            "만들고 답하는 곳. official이 false이면 시·군·구의 이름을 쓸 수 없습니다.",
            "마루 기록 모임",
            "페이지 하단, 판권지, 인쇄 주문서",
        ),
    ]
    name_en: Annotated[
        Words | None, Label(text("영어 이름"), "영어로 쓴 이름", "Maru records circle", "영어 페이지")
    ] = None
    department: Annotated[
        Words | None,
        Label(text("담당 부서"), "이 누리집과 책을 맡은 부서", "마을자치과", "문의처, 판권지, 인쇄 주문서"),
    ] = None
    duty: Annotated[
        Words | None, Label(text("직무"), "부서에서 맡은 일", "자치 담당", "문의처, 판권지, 인쇄 주문서")
    ] = None
    phone: Annotated[
        Phone | None, Label(text("전화"), "담당 부서의 전화", "043-222-0101", "문의처, 판권지, 인쇄 주문서")
    ] = None

    def named(self, language: str) -> str:
        """The name in the language of the interface, where it has one there."""
        return self.name if language == KOREAN else (self.name_en or self.name)


class Offices(SubRecord):
    """When the halls are open, by law the same for all."""

    opening: Annotated[
        Words,
        Label(
            text("운영시간(기계용)"),
            "행정복지센터의 운영시간을 OSM opening_hours 문법으로 적습니다.",
            '"Mo-Fr 09:00-18:00; PH off"',
            "방문 검사, 자료 파일",
        ),
    ]
    """OSM's `opening_hours` grammar."""
    hours: Annotated[
        Words,
        Label(
            text("운영시간"),
            "같은 시간을 글로 적습니다.",
            "월~금 09:00~18:00, 토·일·공휴일 휴무",
            "읍면동 페이지, 일정, 자료 파일",
        ),
    ]
    """The same in words."""
    sources: Annotated[tuple[Source, ...], Label(text("출처"), "운영시간의 출처", shown="자료 파일")]


class Holiday(SubRecord):
    """A day on which public offices are closed and that no calendar knows beforehand: temporary, election."""

    date: Annotated[Day, Label(text("날짜"), "휴무일", "2026-12-11", "방문 검사")]
    name: Annotated[Words, Label(text("이름"), "무슨 날인지", "임시공휴일", "방문 검사")]


class Emergency(SubRecord):
    """A line of the emergency page."""

    label: Annotated[Words, Label(text("이름"), "어느 기관의 번호인지", "화재·구급", "책의 긴급 연락처, 검색")]
    label_en: Annotated[
        Words | None,
        Label(text("영어 이름"), "같은 말을 영어로 적습니다.", "Fire and ambulance", "다른 언어의 방문 안내책자"),
    ] = None
    number: Annotated[Words, Label(text("번호"), "거는 번호", '"119"', "책의 긴급 연락처, 검색")]
