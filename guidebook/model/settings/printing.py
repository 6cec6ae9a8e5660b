"""What the office's copier and the printing house can do, and how much readers take home."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from guidebook.model.label import Label
from guidebook.model.record import SubRecord, Words
from guidebook.model.text import text

REGISTRATION = r"^[0-9]{2}-[0-9]{7}-[0-9]{6}-[0-9]{2}$"

LONGEST_PATH = 255
"""Of a file or folder that `site.yml` names."""


class Printing(SubRecord):
    """What the office's copier and the printing house can do, and what their forms and the archive's ask."""

    staple_sheets: Annotated[
        Annotated[int, Field(ge=1, le=100)],
        Label(
            text("철심 한도"),
            "복사기의 철심이 묶는 가장 많은 장수. 넘으면 여러 권으로 나눕니다.",
            "15",
            "복사기용, 인쇄 방법",
            unit="장",
        ),
    ] = 15
    """The most sheets that the copier's stapler takes."""
    colour: Annotated[bool, Label(text("색"), "복사기가 색을 찍는지", "false", "복사기용, 인쇄 방법")] = False
    """Whether it prints colour."""
    paper_thickness: Annotated[
        Annotated[float, Field(ge=0, le=0.5)],
        Label(
            text("종이 두께"), "종이 한 장의 두께. 접은 책의 안쪽 쪽을 그만큼 당깁니다.", "0.1", "복사기용", unit="mm"
        ),
    ] = 0.1
    """Millimetres of a sheet: 0.1 is paper of 80 g/㎡."""
    dpi: Annotated[
        Annotated[int, Field(ge=150, le=1200)],
        Label(text("사진 해상도"), "책에 넣는 사진의 해상도", "300", "책의 사진", unit="dpi"),
    ] = 300
    """How fine pictures are on paper."""
    icc: Annotated[
        Annotated[Words, Field(max_length=LONGEST_PATH)] | None,
        Label(
            text("ICC 프로파일"),
            "인쇄소가 준 ICC 프로파일(CMYK). 콘텐츠 폴더에서 본 경로",
            "print-shop.icc",
            "인쇄소용",
        ),
    ] = None
    """The printing house's ICC profile (CMYK) of paper and ink: a path from the content folder."""
    registration: Annotated[
        Annotated[str, StringConstraints(pattern=REGISTRATION)] | None,
        Label(text("발간등록번호"), "받은 발간등록번호", "74-1234567-000001-01", "책의 표지와 판권지"),
    ] = None
    """발간등록번호, once the archive has given one; it stands on the cover's top left and in the colophon."""
    purpose: Annotated[
        Words | None,
        Label(
            text("용도"),
            "발간등록번호를 신청할 때 묻는 용도. 없으면 빈칸으로 남습니다.",
            "찾아오는 주민자치회에 나눠 주기",
            "발간등록 신청 자료",
        ),
    ] = None
    """What books are published for, as the form for a registration number asks: 벤치마킹 방문단 안내."""
    frequency: Annotated[
        Words | None,
        Label(
            text("발간 주기"),
            "발간등록번호를 신청할 때 묻는 발간 주기. 없으면 빈칸으로 남습니다.",
            "해마다",
            "발간등록 신청 자료",
        ),
    ] = None
    """How often: 한 번, 해마다."""
    cover_paper: Annotated[
        Words | None,
        Label(
            text("표지 종이"), "표지의 종이(종류와 무게). 없으면 빈칸으로 남습니다.", "아트지 250g/㎡", "인쇄 주문서"
        ),
    ] = None
    """Kind and weight of the cover's paper, as a print shop orders it: 아트지 250g/㎡."""
    inner_paper: Annotated[
        Words | None,
        Label(
            text("내지 종이"), "내지의 종이(종류와 무게). 없으면 빈칸으로 남습니다.", "모조지 100g/㎡", "인쇄 주문서"
        ),
    ] = None
    """The same for all other pages."""


class Attached(SubRecord):
    """How much readers may be given to take home: the files that bodies link to."""

    file_mb: Annotated[
        Annotated[int, Field(ge=1, le=100)],
        Label(text("파일 하나의 한도"), "첨부파일 하나의 크기 한도", "20", "검사(check)", unit="MB"),
    ] = 20
    """The most megabytes (1,000,000 bytes) of one file."""
    total_mb: Annotated[
        Annotated[int, Field(ge=1, le=1000)],
        Label(text("전체 한도"), "첨부파일 전체의 크기 한도", "200", "검사(check)", unit="MB"),
    ] = 200
    """The most megabytes of all files together."""
