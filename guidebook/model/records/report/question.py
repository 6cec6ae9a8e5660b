"""Questions that visitors may ask about a programme on the spot, by what they are about."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from guidebook.model.label import Label
from guidebook.model.record import SubRecord, Words
from guidebook.model.text import text


class Topic(StrEnum):
    """What a visitor asks about: 조례, 예산, 인력, 갈등, 포기한 것."""

    ORDINANCE = "ordinance"
    BUDGET = "budget"
    STAFF = "staff"
    CONFLICT = "conflict"
    GIVEN_UP = "given-up"


class Question(SubRecord):
    """A question worth asking on the spot."""

    topic: Annotated[
        Topic,
        Label(
            text("주제"),
            "무엇에 대한 질문인지",
            "budget",
            "누리집과 책의 ‘질의 사항’",
            choices={
                "ordinance": text("조례"),
                "budget": text("예산"),
                "staff": text("인력"),
                "conflict": text("갈등"),
                "given-up": text("포기한 것"),
            },
        ),
    ]
    text: Annotated[
        Words,
        Label(
            text("질문"),
            "현장에서 물어볼 질문",
            "강길을 고치는 돈은 누가 냅니까?",
            "누리집과 책의 ‘질의 사항’, 방문 안내책자",
        ),
    ]
