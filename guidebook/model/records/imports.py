"""What imports wrote into a record, so that they never overwrite what a person changed since."""

from __future__ import annotations

from typing import Annotated, Literal

from guidebook.model.label import Label
from guidebook.model.record import PartialDate, SubRecord, Words
from guidebook.model.text import text

NOTED = "import가 적는 기록. 사람이 고친 값을 덮어쓰지 않게 합니다. 고치지 않습니다."


class Import(SubRecord):
    """What one kind of import wrote into a record."""

    by: Annotated[
        Literal["table", "tourapi"],
        Label(
            text("가져온 명령"),
            NOTED,
            "table",
            "표시하지 않음",
            choices={"table": text("표(import table)"), "tourapi": text("관광공사 자료(import tourapi)")},
        ),
    ]
    key: Annotated[Words, Label(text("자료의 번호"), NOTED, "강 박물관", "표시하지 않음")]
    """By which the same row or place is known again."""
    date: Annotated[PartialDate, Label(text("자료의 날짜"), NOTED, "2026-10-20", "표시하지 않음")]
    source: Annotated[Words | None, Label(text("자료의 출처"), NOTED, "마루군, 방문 예약 목록", "표시하지 않음")] = None
    """Of records that have no sources: visits."""
    values: Annotated[
        tuple[Words, ...], Label(text("가져온 값"), NOTED, '["phone=043-222-1100"]', "표시하지 않음")
    ] = ()
    """`field=value` as last imported; of visits a digest of it, and none where a person changed it since."""


Imports = Annotated[tuple[Import, ...], Label(text("가져온 값의 기록"), NOTED, shown="표시하지 않음")]
"""The field of a record."""
