"""What a place costs, in numbers that can be reckoned with, and who pays it on a visit.

Separate from the words of the source (`fee` of a place), from which nobody reckons.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from guidebook.model.label import Label
from guidebook.model.record import SubRecord, Words
from guidebook.model.text import text

Who = Annotated[Words, StringConstraints(max_length=20)]
EVERYONE = "모두"
"""The fee of whoever comes."""
People = Annotated[int, Field(ge=1, le=10_000)]


class Fee(SubRecord):
    """One line of a price list."""

    who: Annotated[Who, Label(text("대상"), "누구의 요금인지. 누구나 같으면 ‘모두’", "어른", "장소 페이지, 확인표")]
    amount: Annotated[
        Annotated[int, Field(ge=0, le=1_000_000)],
        Label(text("금액"), "한 사람의 요금. 무료이면 0", "3000", "장소 페이지, 확인표, 자료 파일", unit="원"),
    ]
    group_from: Annotated[
        People | None,
        Label(text("단체"), "단체 요금이면 몇 명부터인지", "20", "장소 페이지, 확인표", unit="명"),
    ] = None
    """From how many people on it is paid, for a group."""


class Payer(SubRecord):
    """So many of a delegation who pay alike."""

    who: Annotated[Who, Label(text("대상"), "장소의 fees에 적은 who와 같은 말", "어른", "확인표")]
    people: Annotated[People, Label(text("인원"), "몇 명인지", "26", "확인표", unit="명")]
