"""Pictures: no file without its rights and a description; people on them only with consent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from guidebook.model.label import Label
from guidebook.model.record import SubRecord, Words
from guidebook.model.text import text

FOCUS = r"^(100|[1-9]?[0-9])% +(100|[1-9]?[0-9])%$"
"""Percent from the left and from the top."""


class Licence(StrEnum):
    """What a picture may be used under. Types 3 and 4 of KOGL allow no change: never cropped, nothing laid over."""

    KOGL_0 = "kogl-0"
    KOGL_1 = "kogl-1"
    KOGL_2 = "kogl-2"
    KOGL_3 = "kogl-3"
    KOGL_4 = "kogl-4"
    CC_BY = "cc-by-4.0"
    CC_BY_SA = "cc-by-sa-4.0"
    CC0 = "cc0"
    OWN = "own"
    PERMISSION = "permission"

    @property
    def allows_cutting(self) -> bool:
        """Whether a picture may be shown in part."""
        return self not in (Licence.KOGL_3, Licence.KOGL_4)


class Rights(SubRecord):
    """Whose the picture is and why we may show it."""

    holder: Annotated[
        Words, Label(text("권리자"), "사진의 권리를 가진 사람이나 기관", "마루군", "사진 아래, 사진의 권리 표")
    ]
    licence: Annotated[
        Licence,
        Label(
            text("이용 조건"),
            "사진을 어떤 조건으로 쓸 수 있는지. 제3·4유형은 자르거나 글을 얹지 않습니다.",
            "kogl-1",
            "사진 아래, 사진의 권리 표",
            choices={
                "kogl-0": text("공공누리 제0유형"),
                "kogl-1": text("공공누리 제1유형"),
                "kogl-2": text("공공누리 제2유형"),
                "kogl-3": text("공공누리 제3유형"),
                "kogl-4": text("공공누리 제4유형"),
                "cc-by-4.0": text("CC BY 4.0"),
                "cc-by-sa-4.0": text("CC BY-SA 4.0"),
                "cc0": text("CC0"),
                "own": text("직접 만듦"),
                "permission": text("허락을 받음"),
            },
        ),
    ]
    source: Annotated[
        Words | None,
        Label(
            text("최초 게재처"), "처음 실린 곳을 글로 적습니다.", "마루군보 2026년 9월호", "사진 아래, 사진의 권리 표"
        ),
    ] = None
    """Where it was published first, in words."""


class People(StrEnum):
    """Who can be known again on it."""

    NONE = "none"
    CROWD = "crowd"
    CONSENTED = "consented"


def _bare(file: str) -> str:
    """The name alone: forms of the browser write `./river-path.jpg`."""
    return file.removeprefix("./")


class Picture(SubRecord):
    """A picture of a record; the file lies in `content/assets/`."""

    file: Annotated[
        Annotated[Words, AfterValidator(_bare)],
        Label(text("파일"), "assets 폴더에 있는 파일의 이름", "river-path.jpg", "표시하지 않음"),
    ]
    alt: Annotated[
        Words,
        Label(
            text("대체 텍스트"),
            "사진을 보지 못하는 사람에게 읽어 주는 글. 무엇이 보이는지 한 문장으로 적습니다.",
            "버드나무 사이로 난 강길과 걷는 사람들",
            "화면 낭독기, 사진의 권리 표",
        ),
    ]
    """What is seen, in a sentence, for those who do not see it."""
    focus: Annotated[
        Annotated[str, StringConstraints(pattern=FOCUS)],
        Label(
            text("초점"),
            "사진을 자리에 맞추어 자를 때 남길 곳. 왼쪽에서, 위에서 몇 퍼센트인지 적습니다. "
            "적지 않으면 한가운데(50% 50%)입니다.",
            "60% 40%",
            "누리집과 책의 사진",
        ),
    ] = "50% 50%"
    """Where the subject is, for places of another shape than the picture's."""
    caption: Annotated[
        Words | None, Label(text("설명"), "사진 아래에 보이는 글", "2026년 9월에 연 강길", "사진 아래")
    ] = None
    rights: Annotated[
        Rights,
        Label(
            text("권리"),
            "누구의 사진이고 어떤 조건으로 쓰는지. 모르면 사진을 쓰지 않습니다.",
            shown="사진 아래, 사진의 권리 표",
        ),
    ]
    people: Annotated[
        People,
        Label(
            text("사람"),
            "알아볼 수 있는 사람이 있는지",
            "none",
            "표시하지 않음",
            choices={"none": text("없음"), "crowd": text("군중"), "consented": text("동의를 받음")},
        ),
    ]
    consent: Annotated[
        Words | None,
        Label(
            text("동의서"),
            "동의서를 보관한 곳. 사람의 이름은 적지 않습니다. people이 consented이면 꼭 적습니다.",
            "2026. 10. 동의서, 자치팀 보관",
            "표시하지 않음",
        ),
    ] = None
    """Where the consent is kept, never a name: `2026. 10. 동의서, 자치팀 보관`. Not published."""
    ai: Annotated[
        bool, Label(text("인공지능"), "인공지능이 만든 그림이면 true로 적습니다.", "false", "사진 아래, 사진의 권리 표")
    ] = False
    """Made by a machine; said beneath it."""

    @property
    def focus_point(self) -> tuple[int, int]:
        """Percent from the left and from the top."""
        across, down = self.focus.split()
        return int(across.removesuffix("%")), int(down.removesuffix("%"))


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture file as its own bytes tell."""

    file: str
    """Its path as shown in diagnostics."""
    width: int
    height: int
