"""What another office needs to do the same: how it went, on what rule, with what money and people, what was hard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from guidebook.model.label import Label
from guidebook.model.record import PartialDate, SubRecord, Words
from guidebook.model.source import Address, Source
from guidebook.model.text import text

Sources = Annotated[tuple[Source, ...], Field(min_length=1)]
"""Where a statement was seen: at least one."""


class Lesson(SubRecord):
    """One statement, with where it was seen."""

    text: Annotated[
        Words,
        Label(text("내용"), "한두 문장으로 적습니다.", "주민 모임을 먼저 꾸렸습니다.", "사례 보고의 ‘따라 하려면’"),
    ]
    sources: Annotated[
        Sources, Label(text("출처"), "이 내용을 본 곳. 하나 이상 적습니다.", shown="‘따라 하려면’의 내용 뒤")
    ]


class Lessons(SubRecord):
    """What others can learn. Only what a source says is written, and a part without any is not shown."""

    steps: Annotated[
        tuple[Lesson, ...],
        Label(text("추진 절차"), "어떤 차례로 했는지 차례대로 적습니다.", shown="사례 보고의 ‘따라 하려면’"),
    ] = ()
    rule: Annotated[
        Lesson | None, Label(text("근거"), "어떤 조례나 규정에 따라 했는지", shown="사례 보고의 ‘따라 하려면’")
    ] = None
    budget: Annotated[Lesson | None, Label(text("예산"), "어떤 예산으로 했는지", shown="사례 보고의 ‘따라 하려면’")] = (
        None
    )
    people: Annotated[
        Lesson | None, Label(text("인력"), "누가 몇 명이 맡았는지", shown="사례 보고의 ‘따라 하려면’")
    ] = None
    hard: Annotated[
        Lesson | None, Label(text("어려웠던 점"), "무엇이 어려웠는지", shown="사례 보고의 ‘따라 하려면’")
    ] = None

    @property
    def single(self) -> tuple[tuple[str, Lesson], ...]:
        """The parts of one statement that are there, each with the name of its field, in their order."""
        parts = ((name, getattr(self, name)) for name in ("rule", "budget", "people", "hard"))
        return tuple((name, part) for name, part in parts if part is not None)

    @property
    def sources(self) -> Iterator[Source]:
        """The sources of all parts."""
        return (source for part in (*self.steps, *(part for _, part in self.single)) for source in part.sources)

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.steps or self.single)


class LegalBasis(SubRecord):
    """An ordinance or law on which a programme rests."""

    title: Annotated[
        Words, Label(text("법규명"), "조례나 법령의 이름", "마루군 마을자치 조례", "사실 상자, 찾아보기, 자료 파일")
    ]
    article: Annotated[Words | None, Label(text("조항"), "해당 조항", "제3조", "사실 상자, 자료 파일")] = None
    date: Annotated[
        PartialDate | None,
        Label(text("제정·개정일"), "제정하거나 개정한 날. 아는 데까지만 적습니다.", "2026-01", "사실 상자, 자료 파일"),
    ] = None
    url: Annotated[
        Address | None,
        Label(
            text("웹 주소"),
            "법규를 볼 수 있는 주소. 확실할 때만 적습니다.",
            "https://example.org/maru/rule",
            "사실 상자의 링크, 자료 파일",
        ),
    ] = None
    sources: Annotated[
        tuple[Source, ...], Label(text("출처"), "이 법규를 근거로 한다고 본 곳", shown="출처 목록, 자료 파일")
    ] = ()
