"""Who comes on a visit and how: offices to ask, coaches, lunch. Separate from `visit`, which says when and what."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from guidebook.model import text as wording  # a field is called `text`
from guidebook.model.clock import Clock
from guidebook.model.label import Label
from guidebook.model.record import Phone, Slug, SubRecord, Words
from guidebook.model.records.stop import MEALS, MOST_DAYS, Meal
from guidebook.model.text import text

Name = Annotated[Words, StringConstraints(max_length=60)]
"""A name that stands on a line of its own, on covers, sheets and forms: 60 letters at most."""

Count = Annotated[int, Field(ge=1, le=10000)]


class Host(SubRecord):
    """Who receives the delegation: an office, never a person."""

    department: Annotated[
        Name, Label(text("부서"), "부서. 사람의 이름은 적지 않습니다.", "마을자치과", "안내책자, 일정표, 보낼 글")
    ]
    department_en: Annotated[
        Name | None,
        Label(text("영어 부서"), "부서를 영어로 적습니다.", "Self-governance Division", "다른 언어의 방문 자료"),
    ] = None
    duty: Annotated[Name | None, Label(text("직무"), "부서에서 맡은 일", "자치 담당", "안내책자, 일정표, 보낼 글")] = (
        None
    )
    duty_en: Annotated[
        Name | None, Label(text("영어 직무"), "직무를 영어로 적습니다.", "Village programmes", "다른 언어의 방문 자료")
    ] = None
    phone: Annotated[
        Phone,
        Label(
            text("전화"),
            "부서의 대표 번호. 휴대전화 번호는 받지 않습니다.",
            "043-222-0101",
            "안내책자, 일정표, 보낼 글",
        ),
    ]

    @property
    def name(self) -> str:
        """The office with its duty: `자치행정과 주민자치 담당`."""
        return f"{self.department} {self.duty}" if self.duty else self.department


class Contact(Host):
    """Whom to ask in the delegation: an office with its duty and its telephone, never a person's own."""


class Departure(SubRecord):
    """Where and when the delegation sets off at home."""

    place: Annotated[Name, Label(text("출발지"), "방문단이 출발하는 곳", "한솔시청 앞", "일정, 일정표, 달력, 보낼 글")]
    time: Annotated[
        Clock,
        Label(text("출발 시각"), "출발하는 시각. start보다 일러야 합니다.", '"07:30"', "일정, 일정표, 달력, 보낼 글"),
    ]


class Boarding(SubRecord):
    """Where some of the delegation get on a coach."""

    place: Annotated[Name, Label(text("타는 곳"), "버스에 타는 곳", "한솔역 2번 출구", "일정표, 보낼 글")]
    time: Annotated[Clock, Label(text("타는 시각"), "버스에 타는 시각", '"07:45"', "일정표, 보낼 글")]
    address: Annotated[Words | None, Label(text("주소"), "타는 곳의 주소", "한솔시 역로 1", "보낼 글(버스 기사님)")] = (
        None
    )
    who: Annotated[
        Name | None,
        Label(
            text("타는 사람"),
            "누가 타는지. 무리의 이름만 적고 사람의 이름은 적지 않습니다.",
            "주민자치위원",
            "보낼 글(버스 기사님)",
        ),
    ] = None
    """Who gets on: a group (`가온면 위원`), never names."""
    people: Annotated[Count | None, Label(text("인원"), "몇 명이 타는지", "14", "보낼 글(버스 기사님)", unit="명")] = (
        None
    )


class Group(SubRecord):
    """A part of the delegation that goes ways of its own for a while."""

    name: Annotated[
        Name, Label(text("이름"), "조의 이름. 방문지의 group에 같은 이름을 적습니다.", "A조", "일정, 보낼 글")
    ]
    people: Annotated[
        Count | None,
        Label(
            text("인원"),
            "이 조의 인원. 한 조는 적지 않으면 나머지입니다.",
            "20",
            "확인표, 보낼 글",
            unit="명",
        ),
    ] = None


class Coach(SubRecord):
    """One coach of the delegation. Its driver gets a text of its own."""

    name: Annotated[
        Name | None,
        Label(text("이름"), "버스의 이름. 적지 않으면 순서대로 1호차, 2호차", "1호차", "일정표, 확인표, 보낼 글"),
    ] = None
    """`1호차`; by its place in the list where left out."""
    seats: Annotated[
        Count | None,
        Label(text("승객 좌석"), "승객이 앉을 좌석의 수. 타는 사람보다 적으면 알려 줍니다.", "25", "확인표", unit="석"),
    ] = None
    """Seats for passengers."""
    people: Annotated[
        Count | None,
        Label(
            text("인원"),
            "타는 사람. 적지 않으면 타는 곳에 적은 수를 더하고, 버스가 한 대뿐이면 모두 탑니다.",
            "18",
            "확인표, 보낼 글",
            unit="명",
        ),
    ] = None
    """How many ride on it; the sum of its boardings where left out."""
    phone: Annotated[
        Phone | None, Label(text("전화"), "버스 회사나 버스의 번호", "02-2000-1111", "맞이하는 담당자의 확인표")
    ] = None
    """Of the coach company or of the coach: stands on the host's checklist alone."""
    group: Annotated[
        Name | None,
        Label(text("조"), "이 버스를 타는 조. 적으면 기사님께 보낼 글에 그 조의 방문지만 나옵니다.", "A조", "보낼 글"),
    ] = None
    """The group that rides on it while the delegation is divided."""
    boarding: Annotated[
        tuple[Boarding, ...],
        Label(text("타는 곳"), "타는 곳. 시각순으로 적습니다. 없으면 모두 depart에서 탑니다.", shown="일정표, 보낼 글"),
    ] = ()
    """In the order in which the coach comes by; all get on where the delegation sets off where left out."""


class Lunch(SubRecord):
    """Lunch: a record, or what the host has arranged, in words."""

    restaurant: Annotated[
        Slug | None,
        Label(
            wording.text("음식점"),
            "restaurants 폴더에 있는 음식점. restaurant나 text 가운데 하나를 적습니다.",
            "ferry-table",
            "일정, 달력, 보낼 글, 확인표",
        ),
    ] = None
    text: Annotated[
        Name | None,
        Label(wording.text("음식점 이름"), "파일이 없는 음식점의 이름", "○○식당", "일정, 달력, 보낼 글, 확인표"),
    ] = None
    """The name of a place that has no record: `○○식당`."""
    text_en: Annotated[
        Name | None,
        Label(
            wording.text("영어 음식점 이름"), "음식점의 이름을 영어로 적습니다.", "Ferry House", "다른 언어의 방문 자료"
        ),
    ] = None
    address: Annotated[
        Words | None,
        Label(
            wording.text("주소"),
            "주소. 음식점 파일의 주소보다 먼저 씁니다.",
            "가람도 마루군 나루면 나루길 5",
            "일정, 보낼 글, 확인표",
        ),
    ] = None
    """Its address, or the record's where left out."""
    phone: Annotated[
        Phone | None,
        Label(wording.text("전화"), "전화. 음식점 파일의 전화보다 먼저 씁니다.", "043-222-5000", "보낼 글, 확인표"),
    ] = None
    """Its telephone, or the record's where left out."""
    confirmed: Annotated[
        bool,
        Label(
            wording.text("예약 확인"),
            "예약을 확인했으면 true로 적습니다. 확인하면 다시 묻지 않습니다.",
            "true",
            "확인표, 보낼 글",
        ),
    ] = False
    """The place has said yes: nobody asks it again."""
    seats: Annotated[
        Count | None,
        Label(wording.text("좌석"), "물어본 좌석 수. 인원보다 적으면 알려 줍니다.", "60", "확인표", unit="석"),
    ] = None
    """How many the place takes, where the host has asked."""


class Table(Lunch):
    """One place of a meal: several where the delegation divides, or eats on more days than one."""

    meal: Annotated[
        Meal,
        Label(wording.text("식사"), "아침, 점심, 저녁 가운데 무엇인지", "dinner", "일정, 보낼 글", choices=MEALS),
    ] = Meal.LUNCH
    day: Annotated[
        Annotated[int, Field(ge=1, le=MOST_DAYS)] | None,
        Label(wording.text("날"), "여러 날이면 몇째 날의 식사인지. 적지 않으면 날마다 같습니다.", "2", "일정, 보낼 글"),
    ] = None
    people: Annotated[
        Count | None,
        Label(
            wording.text("인원"),
            "나누어 먹을 때 이곳에서 먹는 사람. 한 곳은 적지 않으면 나머지입니다.",
            "20",
            "확인표, 보낼 글",
            unit="명",
        ),
    ] = None
