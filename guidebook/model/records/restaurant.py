"""Restaurants with their hygiene designation, and lists of names from old newspapers."""

from __future__ import annotations

from typing import Annotated, ClassVar

from guidebook.model.label import Label
from guidebook.model.record import PartialDate, Phone, Quantity, Record, Searchable, Slug, SubRecord, Words
from guidebook.model.records.imports import Imports
from guidebook.model.records.place import ACCESS, Access, Point
from guidebook.model.records.sourced import Sourced
from guidebook.model.source import Source
from guidebook.model.text import text


class Designation(SubRecord):
    """A hygiene grade (위생등급, 식품안심업소) as the register has it. Its end is never computed."""

    grade: Annotated[
        Slug,
        Label(
            text("등급"),
            "위생등급. site.yml의 grades에 적은 id 가운데 하나입니다.",
            "good",
            "음식점 페이지와 목록, 책, 자료 파일",
        ),
    ]
    """Id of one of the site's `grades`."""
    number: Annotated[Words | None, Label(text("지정번호"), "지정번호", '"2026-11"', "음식점 페이지, 자료 파일")] = None
    start: Annotated[
        PartialDate | None, Label(text("지정일"), "지정된 날", "2026-03-02", "음식점 페이지, 자료 파일")
    ] = None
    end: Annotated[
        PartialDate | None,
        Label(
            text("지정 만료일"),
            "지정이 끝나는 날. 명부에 적힌 날만 적고 계산하지 않습니다.",
            "2028-03-01",
            "음식점 페이지와 목록, 자료 파일",
        ),
    ] = None
    cancelled: Annotated[
        PartialDate | None, Label(text("지정 취소일"), "지정이 취소된 날", "2027-01-15", "표시하지 않음")
    ] = None
    checked_on: Annotated[
        PartialDate, Label(text("확인일"), "명부에서 확인한 날", "2026-10-20", "음식점 페이지와 목록, 책, 자료 파일")
    ]
    """The day on which the register said so."""


class Restaurant(Sourced, Searchable):
    """`content/restaurants/<id>.yml`. Has an address and a source, or is no record."""

    own: ClassVar[frozenset[str]] = frozenset({"name", "town", "chain", "imported", "imports"})

    name: Annotated[
        Words, Label(text("이름"), "음식점의 이름", "나루밥상", "음식점 페이지와 목록, 찾아보기, 책, 자료 파일")
    ]
    name_en: Annotated[
        Words | None, Label(text("영어 이름"), "출처에 있는 영어 이름", "Ferry Table", "영어 페이지의 코스")
    ] = None
    kind: Annotated[
        Words | None, Label(text("업종"), "영업 신고의 업종", "일반음식점", "음식점 페이지, 자료 파일", wanted=True)
    ] = None
    """The licence's own word: 일반음식점."""
    dishes: Annotated[
        tuple[Words, ...],
        Label(text("음식"), "파는 음식", "[민물매운탕, 두부찌개]", "음식점 페이지와 목록, 책, 자료 파일", wanted=True),
    ] = ()
    town: Annotated[
        Slug | None, Label(text("읍면동"), "있는 읍면동", "gaon", "음식점 페이지와 목록, 읍면동 페이지, 자료 파일")
    ] = None
    address: Annotated[
        Words,
        Label(
            text("주소"),
            "도로명주소. 주소를 모르는 음식점은 싣지 않습니다.",
            "가람도 마루군 가온면 강변로 3",
            "음식점 페이지, 책, 자료 파일",
            wanted=True,
        ),
    ]
    point: Annotated[
        Point | None, Label(text("지도 위치"), "음식점의 좌표", shown="지도, 이동 시간, 자료 파일", wanted=True)
    ] = None
    access: Annotated[
        Access | None,
        Label(
            text("가는 길"),
            "배나 고속도로로만 갈 수 있을 때 적습니다.",
            "road",
            "음식점 페이지, 자료 파일",
            choices=ACCESS,
        ),
    ] = None
    phone: Annotated[
        Phone | None,
        Label(
            text("전화"),
            "음식점의 전화. 휴대전화 번호는 적지 않습니다.",
            "043-222-4000",
            "음식점 페이지와 목록, 책, 검색, 확인표, 자료 파일",
            wanted=True,
        ),
    ] = None
    seats: Annotated[
        Quantity | None,
        Label(
            text("좌석"),
            "좌석의 수. 방문 인원과 비교합니다.",
            "60",
            "음식점 페이지, 책, 자료 파일",
            unit="석",
            wanted=True,
        ),
    ] = None
    group: Annotated[
        Words | None,
        Label(
            text("단체"),
            "단체 예약을 받는지, 어떻게 받는지",
            "40명까지 예약",
            "음식점 페이지, 책, 자료 파일",
            wanted=True,
        ),
    ] = None
    """Whether and how groups can book."""
    hours: Annotated[
        Words | None,
        Label(
            text("운영시간"),
            "운영시간을 출처의 표현대로 적습니다.",
            "11:00~20:00",
            "음식점 페이지, 책, 자료 파일",
            wanted=True,
        ),
    ] = None
    closed: Annotated[
        Words | None,
        Label(
            text("휴무일"), "휴무일을 출처의 표현대로 적습니다.", "일요일", "음식점 페이지, 책, 자료 파일", wanted=True
        ),
    ] = None
    opening: Annotated[
        Words | None,
        Label(
            text("운영시간(기계용)"),
            "같은 운영시간을 OSM opening_hours 문법으로 적습니다. 방문 날짜와 비교하는 데 씁니다.",
            '"Mo-Sa 11:00-20:00"',
            "방문 검사, 자료 파일",
        ),
    ] = None
    """OSM's `opening_hours` grammar."""
    chain: Annotated[bool, Label(text("체인점"), "체인점이면 true로 적습니다.", "false", "표시하지 않음")] = False
    designation: Annotated[
        Designation | None,
        Label(
            text("위생등급"),
            "위생등급 지정. 기준일에 이어지는 것만 보입니다.",
            shown="음식점 페이지와 목록, 책, 자료 파일",
            wanted=True,
        ),
    ] = None
    remark: Annotated[
        Words | None,
        Label(
            text("비고"),
            "값에 대해 읽는 사람이 알아야 할 것",
            "저녁에는 예약한 손님만 받습니다.",
            "음식점 페이지, 책, 자료 파일",
        ),
    ] = None
    imported: Annotated[
        Imported | None,
        Label(
            text("가져온 기록"),
            "import hygiene이 적는 기록. 사람이 고친 값을 덮어쓰지 않게 합니다. 고치지 않습니다.",
            shown="표시하지 않음",
        ),
    ] = None
    imports: Imports = ()


class Imported(SubRecord):
    """What `import hygiene` wrote, so that it never overwrites what a person changed since."""

    key: Annotated[
        Words,
        Label(
            text("명부 번호"),
            "가져온 명부의 인허가번호. import hygiene이 적습니다. 고치지 않습니다.",
            '"20260001"',
            "표시하지 않음",
        ),
    ]
    """By which the register's row is known again: the licence number."""
    values: Annotated[
        tuple[Words, ...],
        Label(
            text("가져온 값"),
            "마지막으로 가져온 값. import hygiene이 적습니다. 고치지 않습니다.",
            '["name=나루밥상"]',
            "표시하지 않음",
        ),
    ] = ()
    """`field=value` as last imported."""


class NewsRow(SubRecord):
    """A name in a list."""

    name: Annotated[Words, Label(text("이름"), "업소의 이름", "강가식당", "음식점 목록 아래")]
    town: Annotated[
        Slug | None, Label(text("읍면동"), "있는 읍면동. 모르면 적지 않습니다.", "naru", "음식점 목록 아래")
    ] = None
    years: Annotated[tuple[int, ...], Label(text("연도"), "보도된 해", "[2024, 2025]", "음식점 목록 아래")]


class NewsList(Record):
    """`content/lists/<id>.yml`: names that newspapers printed as designated; their state today is unknown."""

    title: Annotated[Words, Label(text("제목"), "목록의 제목", "2025년 지정 업소로 보도된 곳", "음식점 목록 아래")]
    text: Annotated[
        Words,
        Label(
            text("설명"),
            "지금의 목록으로 여기지 않도록 표 위에 적는 말",
            "지금도 지정되었는지는 식품안전나라에서 확인하세요.",
            "음식점 목록 아래",
        ),
    ]
    """The paragraph above the table: says that this is no list of today."""
    rows: Annotated[tuple[NewsRow, ...], Label(text("업소"), "보도된 업소의 이름", shown="음식점 목록 아래")]
    sources: Annotated[tuple[Source, ...], Label(text("출처"), "보도의 출처", shown="음식점 목록 아래")]


Restaurant.model_rebuild()
