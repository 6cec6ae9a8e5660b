"""The file `cities.yml`: what the portal is called, and where the fetched copies of the cities' data lie."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guidebook.model.label import Label
from guidebook.model.record import PartialDate, Slug, SubRecord, Words
from guidebook.model.settings.printing import LONGEST_PATH
from guidebook.model.settings.showing import Palette
from guidebook.model.settings.web_addresses import BASE_URL
from guidebook.model.text import text

MOST_CITIES = 1_000
NAME = Annotated[Words, StringConstraints(max_length=100)]


class City(SubRecord):
    """A city whose data was fetched beforehand."""

    id: Annotated[Slug, Label(text("아이디"), "이 파일 안에서 하나뿐인 이름. 주소에 씁니다.", "maru", "주소")]
    name: Annotated[NAME, Label(text("이름"), "시·군·구의 이름", "마루군", "모든 페이지")]
    province: Annotated[NAME, Label(text("시도"), "시도의 이름", "가람도", "조건 선택, 사례 페이지")]
    url: Annotated[
        Annotated[str, StringConstraints(pattern=BASE_URL, max_length=LONGEST_PATH)],
        Label(
            text("누리집"),
            "도시가 발행한 누리집의 주소. 링크에만 쓰고 접속하지 않습니다.",
            '"https://example.org/maru/"',
            "사례 페이지, 도시 목록",
        ),
    ]
    data: Annotated[
        Annotated[Words, StringConstraints(max_length=LONGEST_PATH)],
        Label(
            text("자료 폴더"),
            "미리 내려받은 programs.json이 든 폴더. 이 파일이 있는 폴더에서 본 경로",
            "maru/",
            "표시하지 않음",
        ),
    ]
    checked: Annotated[
        PartialDate, Label(text("받은 날"), "자료를 내려받은 날", "2026-11-20", "사례 페이지, 도시 목록")
    ]
    licence: Annotated[
        NAME | None,
        Label(
            text("이용 조건"),
            "도시가 밝힌 이용 조건. 적지 않으면 자료에 적힌 것을 씁니다.",
            "공공누리 제1유형",
            "사례 페이지, 도시 목록",
        ),
    ] = None


class Portal(SubRecord):
    """The portal itself, and its cities."""

    title: Annotated[NAME, Label(text("제목"), "모음 누리집의 이름", "가람도 주민자치 사례", "모든 페이지")]
    publisher: Annotated[NAME, Label(text("발행처"), "이 누리집을 만들고 답하는 곳", "가람도", "페이지 하단")]
    published: Annotated[
        PartialDate,
        Label(text("발행일"), "누리집에 적는 날짜. 만든 시각에서 가져오지 않습니다.", "2026-11-28", "페이지 하단"),
    ]
    base_url: Annotated[
        Annotated[str, StringConstraints(pattern=BASE_URL, max_length=LONGEST_PATH)] | None,
        Label(text("누리집"), "이 누리집을 올릴 주소", '"https://example.org/cases/"', "사이트맵, 공유"),
    ] = None
    language: Annotated[
        Literal["ko", "en"],
        Label(text("언어"), "메뉴와 단추의 언어", "ko", "누리집", choices={"ko": text("한국어"), "en": text("영어")}),
    ] = "ko"
    palette: Annotated[Palette, Label(text("색"), "대표색과 강조색", shown="누리집")] = Palette()
    cities: Annotated[
        Annotated[tuple[City, ...], Field(min_length=1, max_length=MOST_CITIES)],
        Label(text("도시"), "모을 도시. 한 도시에 ‘- ’ 하나씩 적습니다.", shown="누리집"),
    ]
