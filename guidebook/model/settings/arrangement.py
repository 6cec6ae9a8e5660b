"""In what order the parts of the guidebook stand: named in `site.yml`, ours where nothing is named."""

from __future__ import annotations

from typing import Annotated, Literal

from guidebook.model.label import Label
from guidebook.model.record import Slug, SubRecord, Words
from guidebook.model.text import text

PartName = Literal["programs", "routes", "places", "towns", "pages", "appendix"]
"""What a part of the guidebook tells of."""
PARTS: tuple[PartName, ...] = ("programs", "routes", "towns", "appendix")
"""The parts in their order where none is named. Places belong to the routes unless they have a part of their own."""
REPEATED = frozenset({"pages"})
"""Parts of which there may be several."""


class BookPart(SubRecord):
    """A part of the guidebook: what it tells of, and which written pages it begins with."""

    part: Annotated[
        PartName,
        Label(
            text("부"),
            "무엇을 싣는 부인지. 적지 않은 부는 맨 뒤에 놓입니다.",
            "programs",
            "책의 차례",
            choices={
                "programs": text("사업"),
                "routes": text("코스, 볼거리와 음식점"),
                "places": text("볼거리와 음식점만 따로"),
                "towns": text("읍면동"),
                "pages": text("pages에 적은 글만"),
                "appendix": text("부록"),
            },
        ),
    ]
    title: Annotated[
        Words | None,
        Label(text("제목"), "이 부의 제목. 없으면 정해진 제목을 씁니다.", "마을자치 사례", "책의 차례와 머리말"),
    ] = None
    line: Annotated[
        Words | None, Label(text("설명"), "제목 아래에 적을 한 줄", "사업별 추진 내용", "책의 차례, 부의 표지")
    ] = None
    pages: Annotated[
        tuple[Slug, ...],
        Label(
            text("글"),
            "이 부의 앞에 실을 글의 아이디. 어느 부에도 적지 않은 글은 부록에 실립니다. "
            "[[routes]]를 넣은 글은 코스와 함께 실립니다.",
            "[overview]",
            "책의 차례",
        ),
    ] = ()
