"""Headings under which the lists of this city's offices have their columns, beside those that the import knows."""

from __future__ import annotations

from typing import Annotated

from guidebook.model.label import Label
from guidebook.model.record import SubRecord, Words
from guidebook.model.text import text

Headings = tuple[Words, ...]


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
