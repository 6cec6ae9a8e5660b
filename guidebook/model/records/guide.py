"""Who can show a place: offices and kinds of guides, never a person's name."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from guidebook.model.label import Label
from guidebook.model.record import Phone, Slug, SubRecord, Words
from guidebook.model.records.imports import Imports
from guidebook.model.records.sourced import Sourced
from guidebook.model.text import text


class GuideKind(StrEnum):
    """주민자치 활동가, 문화관광해설사."""

    ACTIVIST = "activist"
    INTERPRETER = "interpreter"


class Asking(SubRecord):
    """How to ask for a guide."""

    department: Annotated[
        Words,
        Label(text("부서"), "물어볼 부서나 기관. 사람의 이름은 적지 않습니다.", "마루군 관광과", "안내·해설 표, 검색"),
    ]
    phone: Annotated[Phone | None, Label(text("전화"), "부서의 전화", "043-222-3000", "안내·해설 표, 검색")] = None


class Guide(Sourced):
    """`content/guides/<id>.yml`. Stands at one site or in one town."""

    own: ClassVar[frozenset[str]] = frozenset({"kind", "site", "town", "ask", "imports"})

    kind: Annotated[
        GuideKind,
        Label(
            text("안내자"),
            "안내하는 분의 종류",
            "interpreter",
            "안내·해설 표, 장소 페이지, 읍면동 페이지",
            choices={"activist": text("주민자치 활동가"), "interpreter": text("문화관광해설사")},
        ),
    ]
    site: Annotated[
        Slug | None,
        Label(
            text("장소"),
            "안내하는 장소. site와 town 가운데 하나만 적습니다.",
            "river-museum",
            "안내·해설 표, 장소 페이지",
        ),
    ] = None
    town: Annotated[
        Slug | None,
        Label(
            text("읍면동"),
            "안내하는 읍면동. site와 town 가운데 하나만 적습니다.",
            "gaon",
            "안내·해설 표, 읍면동 페이지",
        ),
    ] = None
    shows: Annotated[
        Words | None,
        Label(
            text("안내 내용"),
            "무엇을 설명하는지 짧게 적습니다.",
            "강의 옛 모습과 나루터 이야기",
            "안내·해설 표, 장소 페이지, 읍면동 페이지",
            wanted=True,
        ),
    ] = None
    """What they show, in a few words."""
    ask: Annotated[
        Asking | None,
        Label(text("문의처"), "안내를 부탁할 곳. 모르면 적지 않습니다.", shown="안내·해설 표, 검색", wanted=True),
    ] = None
    """Left out where nobody knows."""
    imports: Imports = ()

    @property
    def telephone(self) -> str | None:
        """The number to call; none where it is doubtful who answers."""
        return self.ask.phone if self.ask and not self.doubtful("ask") else None
