"""Headings under which the lists of this city's offices have their columns, beside those that the import knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from guidebook.model.label import Label
from guidebook.model.record import SubRecord, Words
from guidebook.model.records.guide import Guide
from guidebook.model.records.place import Place
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.visit import Visit
from guidebook.model.settings.column_names import columns_of
from guidebook.model.text import text

Headings = tuple[Words, ...]

if TYPE_CHECKING:
    SiteColumn = str
    RestaurantColumn = str
    GuideColumn = str
    VisitColumn = str
else:  # names that are made from the models, so that a wrong one is told like any other choice
    SiteColumn = Literal[("id", *columns_of(Place))]
    RestaurantColumn = Literal[("id", *columns_of(Restaurant))]
    GuideColumn = Literal[("id", *columns_of(Guide))]
    VisitColumn = Literal[("id", *columns_of(Visit))]


class TableColumns(SubRecord):
    """For `import table`, by the kind of record: field → the headings of its column, the best first."""

    site: Annotated[
        dict[SiteColumn, Headings],
        Label(
            text("장소의 표"),
            "장소의 항목마다 그 값이 든 열의 제목. 앞의 것부터 찾습니다.",
            "{name: [시설 이름], point.lat: [북위]}",
            "표 가져오기",
        ),
    ] = Field(default_factory=dict)
    restaurant: Annotated[
        dict[RestaurantColumn, Headings],
        Label(text("음식점의 표"), "음식점의 항목마다 그 값이 든 열의 제목", "{dishes: [대표 음식]}", "표 가져오기"),
    ] = Field(default_factory=dict)
    guide: Annotated[
        dict[GuideColumn, Headings],
        Label(text("안내의 표"), "안내의 항목마다 그 값이 든 열의 제목", "{shows: [해설 내용]}", "표 가져오기"),
    ] = Field(default_factory=dict)
    visit: Annotated[
        dict[VisitColumn, Headings],
        Label(text("방문의 표"), "방문의 항목마다 그 값이 든 열의 제목", "{delegation: [신청 단체]}", "표 가져오기"),
    ] = Field(default_factory=dict)


class HygieneColumns(SubRecord):
    """For `import hygiene`: what is read → the headings of its column, the best first."""

    name: Annotated[
        Headings,
        Label(text("업소명"), "업소 이름이 든 열의 제목. 앞의 것부터 찾습니다.", "[상호]", "위생등급 가져오기"),
    ] = ()
    """업소명."""
    address: Annotated[Headings, Label(text("주소"), "주소가 든 열의 제목", "[영업장 주소]", "위생등급 가져오기")] = ()
    """주소."""
    grade: Annotated[Headings, Label(text("등급"), "등급이 든 열의 제목", "[위생등급]", "위생등급 가져오기")] = ()
    """등급."""
    number: Annotated[
        Headings, Label(text("지정번호"), "지정번호가 든 열의 제목", "[등록 번호]", "위생등급 가져오기")
    ] = ()
    """지정번호."""
    start: Annotated[
        Headings, Label(text("지정일"), "지정된 날이 든 열의 제목", "[지정 날짜]", "위생등급 가져오기")
    ] = ()
    """지정된 날."""
    end: Annotated[
        Headings, Label(text("만료일"), "지정이 끝나는 날이 든 열의 제목", "[만료 날짜]", "위생등급 가져오기")
    ] = ()
    """지정이 끝나는 날."""
    phone: Annotated[Headings, Label(text("전화"), "전화가 든 열의 제목", "[대표 전화]", "위생등급 가져오기")] = ()
    """전화."""
    kind: Annotated[Headings, Label(text("업종"), "업종이 든 열의 제목", "[영업 종류]", "위생등급 가져오기")] = ()
    """업종."""
    licence: Annotated[
        Headings,
        Label(
            text("인허가번호"),
            "인허가번호가 든 열의 제목. 음식점을 다시 알아보는 데 씁니다.",
            "[허가 번호]",
            "위생등급 가져오기",
        ),
    ] = ()
    """인허가번호, by which a restaurant is known again."""
    cancelled: Annotated[
        Headings, Label(text("취소일"), "지정이 취소된 날이 든 열의 제목", "[취소 날짜]", "위생등급 가져오기")
    ] = ()
    """지정이 취소된 날."""
    closed: Annotated[
        Headings, Label(text("폐업일"), "폐업한 날이 든 열의 제목", "[폐업 날짜]", "위생등급 가져오기")
    ] = ()
    """폐업한 날."""
    status: Annotated[
        Headings, Label(text("영업 상태"), "영업 상태가 든 열의 제목", "[상태]", "위생등급 가져오기")
    ] = ()
    """영업 상태."""
