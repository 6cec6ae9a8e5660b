"""What the site shows of itself: colours, first figures, changes, words of search, grades, certificate."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from guidebook.model.label import Label
from guidebook.model.record import Slug, SubRecord, Words
from guidebook.model.records.visit import Day
from guidebook.model.text import text

COLOUR = r"^#[0-9a-f]{6}$"

Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
"""A colour as `#rrggbb` in lower case."""


class Grade(SubRecord):
    """A grade of the hygiene designation, in the words of the day."""

    id: Annotated[Slug, Label(text("등급 이름"), "음식점 파일의 grade에 적는 이름", "good", "표시하지 않음")]
    label: Annotated[Words, Label(text("등급"), "보이는 이름", "좋음", "음식점 페이지와 목록, 책, 자료 파일")]
    stars: Annotated[
        Annotated[int, Field(ge=0, le=5)],
        Label(
            text("별"),
            "이름 옆에 보일 별의 수. 등급이 하나뿐이면 적지 않습니다.",
            "1",
            "음식점 페이지와 목록, 책",
            unit="개",
        ),
    ] = 0
    """Stars shown beside the word; none for a single label."""
    aliases: Annotated[
        tuple[Words, ...],
        Label(
            text("명부의 표현"), "명부에서 쓰는 다른 표현. import hygiene이 읽습니다.", "[좋음등급]", "표시하지 않음"
        ),
    ] = ()
    """How registers write it."""


class Synonym(SubRecord):
    """Words that mean the same to whoever searches."""

    name: Annotated[Words, Label(text("쓰는 말"), "누리집이 쓰는 말", "음식점", "검색")]
    """The word that this site uses: 음식점."""
    aliases: Annotated[
        Annotated[tuple[Words, ...], Field(min_length=1)],
        Label(text("같은 말"), "읽는 사람이 적을 만한 말", "[맛집, 밥집]", "검색"),
    ]
    """What readers may type for it: 맛집, 식당."""


class Change(SubRecord):
    """Something that became new or different, for the readers who come back."""

    date: Annotated[Day, Label(text("날짜"), "바뀐 날", "2026-10-30", "업데이트 내역, 알림(Atom)")]
    text: Annotated[
        Words,
        Label(
            text("내용"),
            "바뀐 내용을 한 문장으로 적습니다.",
            "강길 이야기를 실었습니다.",
            "첫 화면, 업데이트 내역, 알림(Atom)",
        ),
    ]
    """What changed, in a sentence."""
    record: Annotated[
        Slug | None, Label(text("변경된 글"), "바뀐 파일의 아이디", "river-path", "업데이트 내역의 링크")
    ] = None
    """The record that changed, if it was one."""


class Certificate(SubRecord):
    """A certificate of web accessibility. Without one no page shows a mark."""

    body: Annotated[Words, Label(text("인증 기관"), "인증한 기관", "한솔웹접근성인증원", "접근성 점검, 페이지 하단")]
    """Who gave it."""
    number: Annotated[Words, Label(text("인증번호"), "인증번호", "제2026-1호", "접근성 점검, 페이지 하단")]
    until: Annotated[
        Day,
        Label(
            text("유효기간"), "인증이 끝나는 날. 지나면 표시하지 않습니다.", "2027-10-31", "접근성 점검, 페이지 하단"
        ),
    ]


class Palette(SubRecord):
    """One city colour and one signal colour."""

    primary: Annotated[
        Colour,
        Label(
            text("대표색"),
            "글과 단추에 쓰는 시의 색. 읽히지 않는 색이면 오류로 알립니다.",
            '"#4a3a78"',
            "누리집, 책, 지도, 아이콘",
        ),
    ] = "#0b4f6c"
    signal: Annotated[Colour, Label(text("강조색"), "눈에 띄어야 할 곳에 쓰는 색", '"#e8590c"', "누리집, 책, 지도")] = (
        "#e8590c"
    )


class Highlight(SubRecord):
    """A number on the home page: an indicator of a programme."""

    program: Annotated[Words, Label(text("사업"), "수치가 있는 사업", "river-path", "첫 화면")]
    indicator: Annotated[Words, Label(text("지표"), "그 사업의 indicators에 적은 id", "walkers", "첫 화면")]
    """The indicator's id."""
