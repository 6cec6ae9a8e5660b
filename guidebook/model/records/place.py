"""Places: what a delegation sees, and the parks, car parks, ports and markets around it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from guidebook.model.label import Label
from guidebook.model.picture import Picture
from guidebook.model.record import PartialDate, Phone, Quantity, Searchable, Slug, SubRecord, Words
from guidebook.model.records.imports import Imports
from guidebook.model.records.place_kinds import PLACE_KINDS
from guidebook.model.records.sourced import Sourced
from guidebook.model.text import Text, text

SOUTH, NORTH, WEST, EAST = 33.0, 39.0, 124.0, 132.0
"""Korea in degrees; what lies outside is a slip of the pen, mostly latitude and longitude exchanged."""


def _within(low: float, high: float) -> AfterValidator:
    def inside(value: float) -> float:
        if not low <= value <= high:
            raise PydanticCustomError("outside_korea", "outside Korea")
        return value

    return AfterValidator(inside)


class Point(SubRecord):
    """A place on earth in degrees, WGS84."""

    lat: Annotated[
        Annotated[float, _within(SOUTH, NORTH)],
        Label(text("위도"), "위도(WGS84)", "36.5012", "지도, 자료 파일", unit="도"),
    ]
    lon: Annotated[
        Annotated[float, _within(WEST, EAST)],
        Label(text("경도"), "경도(WGS84)", "127.9034", "지도, 자료 파일", unit="도"),
    ]


class NearbyPoint(Point):
    """A point that is not the place's own but near it."""

    basis: Annotated[Words, Label(text("기준"), "어느 곳의 좌표인지", "마을회관 앞 정류장", "지도 아래, 자료 파일")]
    """What the point is: `성상리 693-2 보안등`."""


class Access(StrEnum):
    """How a place is reached."""

    ROAD = "road"
    FERRY = "ferry"
    EXPRESSWAY = "expressway"


ACCESS: Mapping[str, Text] = {
    Access.ROAD: text("길"),
    Access.FERRY: text("배편"),
    Access.EXPRESSWAY: text("고속도로에서만 진입"),
}
"""What each way is called."""


class Place(Sourced, Searchable):
    """`content/sites/<id>.yml`. A missing key means that nobody knows, never "no"."""

    own: ClassVar[frozenset[str]] = frozenset({"name", "kind", "town", "moved_closing", "pictures", "imports"})

    name: Annotated[Words, Label(text("이름"), "장소의 이름", "강 박물관", "장소 페이지와 목록, 지도, 찾아보기, 책")]
    name_en: Annotated[
        Words | None,
        Label(text("영어 이름"), "출처에 있는 영어 이름", "River Museum", "장소 페이지, 영어 페이지, 자료 파일"),
    ] = None
    kind: Annotated[
        Slug,
        Label(
            text("종류"),
            "어떤 곳인지. 공원·시장·역 같은 시설은 볼거리 목록 아래 따로 나옵니다. "
            "여기에 없는 종류는 site.yml의 place_kinds에 적고 씁니다.",
            "museum",
            "장소 페이지와 목록, 자료 파일",
            choices=PLACE_KINDS,
            open=True,
        ),
    ]
    town: Annotated[Slug, Label(text("읍면동"), "있는 읍면동", "gaon", "장소 페이지와 목록, 읍면동 페이지, 책")]
    summary: Annotated[
        Words | None,
        Label(
            text("요약"),
            "무엇을 볼 수 있는지 우리 말로 적은 한 문장. 그 안의 사실에는 출처가 있어야 합니다.",
            "강에서 나온 배와 그물을 볼 수 있습니다.",
            "장소 페이지와 목록, 책",
            wanted=True,
        ),
    ] = None
    """One sentence in our own words on what there is to see; the facts in it are sourced."""
    address: Annotated[
        Words | None,
        Label(
            text("주소"),
            "도로명주소. 없으면 지번주소",
            "가람도 마루군 가온면 강변로 1",
            "장소 페이지, 책, 일정, 자료 파일",
            wanted=True,
        ),
    ] = None
    address_en: Annotated[
        Words | None,
        Label(
            text("영어 주소"),
            "출처에 있는 영어 주소. 도로 이름을 손으로 로마자로 옮기지 않습니다.",
            "1 Gangbyeon-ro, Gaon-myeon, Maru-gun",
            "영어 페이지의 코스",
        ),
    ] = None
    postcode: Annotated[Words | None, Label(text("우편번호"), "다섯 자리 우편번호", '"28901"', "자료 파일")] = None
    point: Annotated[
        Point | None, Label(text("지도 위치"), "장소의 좌표", shown="지도, 이동 시간, 자료 파일", wanted=True)
    ] = None
    approx: Annotated[
        NearbyPoint | None,
        Label(
            text("대략 위치"), "장소의 좌표를 모를 때만 적는 가까운 곳의 좌표", shown="지도의 ‘대략 위치’, 자료 파일"
        ),
    ] = None
    """Only where the place's own point is not known."""
    access: Annotated[
        Access | None,
        Label(
            text("가는 길"),
            "길이 아니라 배나 고속도로로만 갈 수 있을 때 적습니다.",
            "road",
            "장소 페이지, 자료 파일",
            choices=ACCESS,
        ),
    ] = None
    phone: Annotated[
        Phone | None,
        Label(text("전화"), "대표 전화", "043-222-2000", "장소 페이지, 책, 검색, 확인표, 자료 파일", wanted=True),
    ] = None
    hours: Annotated[
        Words | None,
        Label(
            text("운영시간"),
            "운영시간을 출처의 표현대로 적습니다.",
            "09:00~18:00",
            "장소 페이지, 책, 일정, 확인표, 자료 파일",
            wanted=True,
        ),
    ] = None
    """Opening hours in the source's words."""
    closed: Annotated[
        Words | None,
        Label(
            text("휴무일"),
            "휴무일을 출처의 표현대로 적습니다.",
            "월요일",
            "장소 페이지, 책, 일정, 확인표, 자료 파일",
            wanted=True,
        ),
    ] = None
    """Closed days in the source's words."""
    opening: Annotated[
        Words | None,
        Label(
            text("운영시간(기계용)"),
            "같은 운영시간을 OSM opening_hours 문법으로 적습니다. 방문 날짜와 비교하는 데 씁니다.",
            '"Tu-Su 09:00-18:00; PH off"',
            "방문 검사, 자료 파일",
        ),
    ] = None
    """The same for machines, in OSM's `opening_hours` grammar: `Tu-Su 09:00-17:00; PH off`."""
    moved_closing: Annotated[
        bool,
        Label(text("휴무일 옮김"), "휴무 요일이 공휴일이면 그다음 평일에 휴무인지", "false", "방문 검사, 자료 파일"),
    ] = False
    """Closed on the next weekday where the weekly closing day is a public holiday; the grammar cannot say that."""
    fee: Annotated[
        Words | None,
        Label(text("요금"), "요금을 출처의 표현대로 적습니다.", "무료", "장소 페이지, 책, 자료 파일", wanted=True),
    ] = None
    parking: Annotated[
        Quantity | None,
        Label(text("주차"), "주차할 수 있는 차의 수", "40", "장소 페이지와 목록, 책, 자료 파일", unit="면"),
    ] = None
    """Number of parking spaces."""
    shops: Annotated[
        Quantity | None, Label(text("점포 수"), "시장의 점포 수", "52", "장소 페이지, 자료 파일", unit="곳")
    ] = None
    coach: Annotated[
        bool | None,
        Label(
            text("버스 주차"), "대형 버스를 주차할 수 있는지", "true", "장소 페이지와 목록, 책, 자료 파일", wanted=True
        ),
    ] = None
    toilet: Annotated[
        bool | None, Label(text("화장실"), "화장실이 있는지", "true", "장소 페이지와 목록, 책, 자료 파일", wanted=True)
    ] = None
    indoor: Annotated[bool | None, Label(text("실내"), "실내인지", "true", "장소 페이지와 목록, 책, 자료 파일")] = None
    wheelchair: Annotated[
        bool | None,
        Label(
            text("휠체어 이용"), "휠체어를 이용할 수 있는지", "true", "장소 페이지와 목록, 책, 자료 파일", wanted=True
        ),
    ] = None
    designated: Annotated[
        PartialDate | None, Label(text("지정일"), "관광지 등으로 지정된 날", "2020-05-01", "장소 페이지, 자료 파일")
    ] = None
    pictures: Annotated[
        tuple[Picture, ...], Label(text("사진"), "장소의 사진", shown="장소 페이지와 책", wanted=True)
    ] = ()
    remark: Annotated[
        Words | None,
        Label(
            text("비고"),
            "값에 대해 읽는 사람이 알아야 할 것: 출처마다 다른 점, 찾지 못한 것",
            "출처마다 휴무일이 다릅니다.",
            "장소 페이지, 책, 자료 파일",
        ),
    ] = None
    """What a reader should know about these values: that sources disagree, what was not found."""
    imports: Imports = ()
