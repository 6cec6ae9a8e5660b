"""The print format of a book: paper, type, ink, folding. Read from `templates/print/formats/<id>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.model.label import Label
from guidebook.model.record import Slug, SubRecord, Words
from guidebook.model.text import text

BODY = 9.5
"""Points of the body text that the style sheets are written for."""
BLEED = 3.0
"""Millimetres that every page is drawn beyond its edge; a press cuts them off, screens never show them."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A trim size and the margins of its pages, in millimetres; `inner` is at the fold."""

    title: str
    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """Millimetres between the inner and the outer margin."""
        return self.width - self.inner - self.outer


PAPERS: Mapping[str, Paper] = {
    "a5": Paper("A5", 148, 210, 18, 14, 16, 20),
    "sinkuk": Paper("신국판", 152, 225, 19, 15, 18, 22),
    "a4": Paper("A4", 210, 297, 25, 25, 20, 24),
}
"""The trim sizes that books come in."""


class PrintFormat(SubRecord):
    """How a book is printed: paper, type, ink, folding, binding."""

    id: Annotated[
        Slug, Label(text("아이디"), "파일의 이름에서 옵니다. 파일 안에는 적지 않습니다.", "office", "명령(--edition)")
    ]
    title: Annotated[
        Words, Label(text("이름"), "파일 이름과 주문서에 쓰는 이름", '"복사기용"', "파일 이름, 인쇄 방법, 주문서")
    ]
    """In file names and on order sheets: 화면용, 복사기용."""
    order: Annotated[
        Annotated[int, Field(ge=1)],
        Label(text("만드는 순서"), "여러 판을 만들 때의 순서. 수가 작은 판을 먼저 만듭니다.", "1", "인쇄 방법"),
    ] = 100
    """Formats are made and listed in this order, those of one number by their ids."""
    paper: Annotated[
        Literal["a5", "sinkuk", "a4"],
        Label(
            text("판형"),
            "종이의 크기",
            '"a5"',
            "인쇄물",
            choices={"a5": text("A5"), "sinkuk": text("신국판"), "a4": text("A4")},
        ),
    ] = "a5"
    body: Annotated[
        Annotated[float, Field(ge=8, le=24)],
        Label(text("글자 크기"), "본문 글자의 크기. 나머지도 함께 커집니다.", "9.5", "인쇄물", unit="포인트"),
    ] = BODY
    """Points of the body text; all else grows with it."""
    least: Annotated[
        Annotated[float, Field(ge=0, le=24)],
        Label(text("가장 작은 글자"), "이보다 작은 글자는 이 크기로 키웁니다.", "16", "인쇄물", unit="포인트"),
    ] = 0
    """No text is smaller than so many points."""
    ink: Annotated[
        Literal["rgb", "grey", "cmyk"],
        Label(
            text("잉크"),
            "색의 종류. grey는 복사기가 색을 찍으면 색으로 바뀝니다.",
            '"grey"',
            "인쇄물",
            choices={"rgb": text("화면용(RGB)"), "grey": text("회색"), "cmyk": text("인쇄용 4도(CMYK)")},
        ),
    ] = "rgb"
    """Grey becomes colour where the copier has it."""
    bleed: Annotated[bool, Label(text("재단 여분"), "재단 여분 3mm와 재단선을 남기는지", "false", "인쇄물")] = False
    """Whether the file keeps what is drawn beyond the edge, with crop marks."""
    folded: Annotated[bool, Label(text("접지"), "A4 한 장에 두 쪽씩 놓아 접는지", "true", "인쇄물")] = False
    """Whether two pages lie side by side on A4, to be folded and stitched."""
    binding: Annotated[
        Literal["none", "stitch", "corner", "press"],
        Label(
            text("제본"),
            "제본 방법",
            '"stitch"',
            "인쇄물, 인쇄 방법",
            choices={
                "none": text("제본하지 않음"),
                "stitch": text("가운데 철심"),
                "corner": text("모서리 철심"),
                "press": text("인쇄소에서 제본"),
            },
        ),
    ] = "none"
    openers: Annotated[bool, Label(text("부의 시작"), "부를 오른쪽 쪽에서 시작하는지", "true", "인쇄물")] = True
    """Whether parts open on right-hand pages."""
    multiple: Annotated[
        Annotated[int, Field(ge=1, le=8)],
        Label(text("쪽수의 배수"), "쪽수를 이 수의 배수로 맞춥니다.", "4", "인쇄물", unit="쪽"),
    ] = 1
    """The number of pages is a multiple of this."""
    heard: Annotated[
        bool, Label(text("화면 낭독기"), "화면 낭독기와 보존의 규칙(PDF/UA-1, PDF/A-2b)을 지키는지", "true", "인쇄물")
    ] = False
    """Whether it keeps tags, links and bookmarks, and the rules of PDF/UA-1 and PDF/A-2b."""
    megabytes: Annotated[
        Annotated[float, Field(gt=0)] | None,
        Label(text("파일 크기 한도"), "사진이 없는 책의 가장 큰 크기", "5", "검사", unit="MB"),
    ] = None
    """The most that a book without photographs may weigh."""

    @property
    def sheet(self) -> Paper:
        """The paper's size and margins."""
        return PAPERS[self.paper]

    @property
    def scale(self) -> float:
        """How much larger than in the style sheets everything is set."""
        return self.body / BODY


SCREEN = "screen"
"""The id of the format that books and single sheets have where nothing else is asked for: nobody prints it."""


def parsed(id: str, source: str) -> PrintFormat:
    """The print format that a TOML file describes. Raises ValueError with what is wrong in it."""
    return PrintFormat.model_validate({"id": id, **tomllib.loads(source)})
