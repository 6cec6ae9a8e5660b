"""What happened in the city over the years, which the page shows that asks for `[[history]]`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guidebook.model.label import Label
from guidebook.model.record import PartialDate, SubRecord, Words
from guidebook.model.source import Source
from guidebook.model.text import text


class Milestone(SubRecord):
    """One event, with where it was seen."""

    when: Annotated[
        PartialDate, Label(text("시기"), "언제 있었는지. 아는 데까지만 적습니다.", "2026-03", "‘걸어온 길’ 표")
    ]
    text: Annotated[
        Words,
        Label(text("내용"), "있었던 일을 한 문장으로 적습니다.", "마을자치 조례를 제정했습니다.", "‘걸어온 길’ 표"),
    ]
    sources: Annotated[
        Annotated[tuple[Source, ...], Field(min_length=1)],
        Label(text("출처"), "이 일을 본 곳. 하나 이상 적습니다.", shown="‘걸어온 길’ 표"),
    ]
