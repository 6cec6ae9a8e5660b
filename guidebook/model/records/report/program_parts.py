"""The parts of a programme: facts, bodies, partnerships, questions, whom to ask.

Separate from the record that has them, which is long enough.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from guidebook.model.label import Label
from guidebook.model.record import Phone, Slug, SubRecord, Words
from guidebook.model.records.graphic_parts import NoteName
from guidebook.model.source import Source
from guidebook.model.text import text


class Facts(SubRecord):
    """The fact box, each row in the source's wording; a row that the source does not have is left out."""

    what: Annotated[Words, Label(text("사례명"), "사례명을 출처의 표현대로 적습니다.", "강길 내기", "사실 상자")]
    when: Annotated[
        Words | None,
        Label(
            text("추진기간"),
            "추진기간을 출처의 표현대로 적습니다.",
            "2026. 3.~9.",
            "사실 상자, 사업별 개요, 사업 기간 표",
            wanted=True,
        ),
    ] = None
    who: Annotated[
        Words,
        Label(text("추진주체"), "추진주체를 출처의 표현대로 적습니다.", "주민 모임", "사실 상자, 사업별 개요"),
    ]
    scale: Annotated[
        Words | None,
        Label(
            text("규모"),
            "참여한 사람이나 시설의 규모를 출처의 표현대로 적습니다.",
            "강길 4km",
            "사실 상자, 사업별 개요",
            wanted=True,
        ),
    ] = None
    cost: Annotated[
        Words | None,
        Label(
            text("예산"),
            "사용한 예산을 출처의 표현대로 적습니다.",
            "5백만원",
            "사실 상자, 사업별 개요",
            wanted=True,
        ),
    ] = None
    result: Annotated[
        Words | None,
        Label(
            text("성과"),
            "이룬 것을 출처의 표현대로 적습니다.",
            "4km의 강길을 냄",
            "사실 상자, 사업별 개요",
            wanted=True,
        ),
    ] = None


class Sector(StrEnum):
    """민(民), 관(官), 사(社)."""

    CIVIC = "civic"
    PUBLIC = "public"
    BUSINESS = "business"


class Bodies(SubRecord):
    """The organisations of one sector that took part."""

    sector: Annotated[
        Sector,
        Label(
            text("구분"),
            "민·관·사 가운데 어디인지",
            "civic",
            "사례 보고의 ‘추진주체’",
            choices={"civic": text("민(民)"), "public": text("관(官)"), "business": text("사(社)")},
        ),
    ]
    names: Annotated[
        Annotated[tuple[Words, ...], Field(min_length=1)],
        Label(text("이름"), "함께한 기관과 단체", "[강길 주민 모임, 나루 청년회]", "사례 보고의 ‘추진주체’, 찾아보기"),
    ]


class Partnership(SubRecord):
    """A project that towns, or bodies of one town, did together; drawn as a tie on the map of towns."""

    id: Annotated[Slug, Label(text("협력 이름"), "이 파일 안에서 하나뿐인 이름", "two-banks", "표시하지 않음")]
    partners: Annotated[
        Words,
        Label(
            text("협력 기관·단체"),
            "함께한 곳을 출처의 표현대로 적습니다.",
            "가온면-나루면",
            "사례 보고, 읍면동 페이지",
        ),
    ]
    """Who did it, in the source's words: `가온면-나루면`."""
    title: Annotated[Words, Label(text("내용"), "함께한 일", "두 강가 잇기", "사례 보고, 읍면동 페이지")]
    cost: Annotated[
        Words | None,
        Label(text("예산"), "사용한 예산을 출처의 표현대로 적습니다.", "5백만원", "사례 보고, 읍면동 페이지"),
    ] = None
    towns: Annotated[tuple[Slug, ...], Label(text("읍면동"), "함께한 읍면동", "[gaon, naru]", "함께한 읍면동의 지도")]
    note: NoteName = None


class ProgramContact(SubRecord):
    """The office to ask about a programme, never a person."""

    department: Annotated[
        Words, Label(text("부서"), "부서나 단체. 사람의 이름은 적지 않습니다.", "마을자치과", "사례 보고의 ‘문의처’")
    ]
    phone: Annotated[
        Phone | None, Label(text("전화"), "부서의 대표 번호", "043-222-0101", "사례 보고의 ‘문의처’, 검색")
    ] = None
    as_of: Annotated[
        Words, Label(text("확인 시점"), "언제 확인했는지 보이는 그대로", "2026. 10. 확인", "사례 보고의 ‘문의처’")
    ]
    sources: Annotated[tuple[Source, ...], Label(text("출처"), "부서와 전화의 출처", shown="출처 목록, 자료 파일")]
