"""The words in which one city differs from another: kinds of places, and what its areas and halls are called."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from guidebook.model.label import Label
from guidebook.model.record import Slug, SubRecord, Words
from guidebook.model.records.place_kinds import ROLES, Role
from guidebook.model.text import text

EVERYWHERE = "누리집, 책, 서식, 자료 파일"
CALLED = r"^[^{}%]+$"
Called = Annotated[Words, StringConstraints(pattern=CALLED)]
"""What something is called inside our sentences, whose places to fill in are written with these signs."""
ENGLISH = "영어 페이지, 영어로 만든 누리집과 책"


class OwnPlaceKind(SubRecord):
    """A kind of places that a city adds, or that is built in and that it changes."""

    id: Annotated[
        Slug,
        Label(
            text("아이디"),
            "장소의 kind에 적는 말. 이미 있는 종류의 아이디를 적으면 그 종류를 바꿉니다.",
            "salt-farm",
            "장소의 kind, 자료 파일",
        ),
    ]
    label: Annotated[
        Called | None,
        Label(text("이름"), "종류의 이름. 새 종류에는 꼭 적습니다.", "염전", "장소 페이지와 목록, 자료 파일"),
    ] = None
    label_en: Annotated[
        Called | None,
        Label(text("영어 이름"), "영어로 쓴 이름. 새 종류에는 꼭 적습니다.", "Salt farm", ENGLISH),
    ] = None
    letter: Annotated[
        Annotated[str, StringConstraints(min_length=1, max_length=1)] | None,
        Label(
            text("지도의 글자"),
            "볼거리 지도의 원 안에 적을 글자 하나. 번호가 없는 시설과 landmark에만 쓰입니다.",
            "염",
            "장소 목록의 지도",
        ),
    ] = None
    role: Annotated[
        Role | None,
        Label(
            text("역할"),
            "볼거리 목록에 넣을지, 그 아래 시설로 넣을지, 목록에 넣지 않을지. 새 종류는 적지 않으면 볼거리입니다.",
            "facility",
            "장소 목록, 읍면동 페이지, 책",
            choices=ROLES,
        ),
    ] = None
    stop: Annotated[
        bool | None,
        Label(
            text("방문지"),
            "코스와 방문의 방문지로 쓸 수 있는지. 적지 않으면 지도에만 표시하는 종류만 쓸 수 없습니다.",
            "true",
            "코스와 방문의 검사",
        ),
    ] = None


class OwnWords(SubRecord):
    """What the city calls its areas and halls, where the defaults do not say it."""

    towns: Annotated[
        Called | None,
        Label(
            text("읍면동을 부르는 말"),
            "적지 않으면 있는 것만 이어 부릅니다: 동만 있으면 ‘동’, 읍과 면이 있으면 ‘읍면’, 다 있으면 ‘읍면동’",
            "읍면동",
            EVERYWHERE,
        ),
    ] = None
    town_en: Annotated[
        Called | None, Label(text("읍면동을 부르는 영어(하나)"), "하나일 때의 영어", "village", ENGLISH)
    ] = None
    towns_en: Annotated[
        Called | None, Label(text("읍면동을 부르는 영어(여럿)"), "여럿일 때의 영어", "villages", ENGLISH)
    ] = None
    town_hall: Annotated[
        Called | None,
        Label(text("읍면동의 청사를 부르는 말"), "적지 않으면 행정복지센터", "주민센터", EVERYWHERE),
    ] = None
    town_hall_en: Annotated[
        Called | None, Label(text("읍면동의 청사를 부르는 영어"), "하나일 때의 영어", "community centre", ENGLISH)
    ] = None
    city_hall: Annotated[
        Called | None,
        Label(
            text("시군구의 청사를 부르는 말"),
            "적지 않으면 이름의 끝 글자에서 옵니다: 시청, 군청, 구청, 도청",
            "군청",
            EVERYWHERE,
        ),
    ] = None
    city_hall_en: Annotated[
        Called | None, Label(text("시군구의 청사를 부르는 영어"), "하나일 때의 영어", "county office", ENGLISH)
    ] = None
