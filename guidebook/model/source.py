"""A source of a fact, and whether it needs confirming."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from guidebook.model.label import Label
from guidebook.model.record import PartialDate, SubRecord, Words
from guidebook.model.text import text

ADDRESS = r"^https?://[^\s<>\"/?#@:%{}|^`'()\[\]\\]+(:[0-9]{1,5})?([/?#][^\s<>\"]*)?$"
Address = Annotated[str, StringConstraints(pattern=ADDRESS)]
"""A whole web address: a host, perhaps a port, and what stands behind it as it is."""


UNTITLED = "제목 미상"
"""Written for the title of a source whose title was looked for in vain: shown as these words, and not as a title."""


class SourceKind(StrEnum):
    """Who speaks. What rests only on a blog or an unknown source is shown as "확인 필요"."""

    REPORT = "report"
    OFFICIAL = "official"
    NEWS = "press"
    DATA = "data"
    BLOG = "blog"
    UNKNOWN = "unknown"


class Source(SubRecord):
    """One source in the words that the public reads; `via` says where it was fetched and stays in the file."""

    kind: Annotated[
        SourceKind,
        Label(
            text("종류"),
            "누가 한 말인지. blog나 unknown뿐인 값에는 ‘확인 필요’가 붙습니다.",
            "official",
            "출처 목록",
            choices={
                "report": text("출처 문서"),
                "official": text("공공기관"),
                "press": text("언론 보도"),
                "data": text("공공데이터"),
                "blog": text("블로그"),
                "unknown": text("알 수 없음"),
            },
        ),
    ]
    publisher: Annotated[Words, Label(text("발행처"), "기관이나 매체의 이름", "마루군", "출처 목록")]
    """Who published it, e.g. 마루군 or 마루신문."""
    title: Annotated[
        Words | None,
        Label(
            text("제목"),
            "문서나 기사의 제목. 찾지 못했으면 ‘제목 미상’이라고 적습니다.",
            "마루군 누리집 자료",
            "출처 목록",
        ),
    ] = None
    date: Annotated[
        PartialDate | None, Label(text("날짜"), "발행하거나 확인한 날. 아는 데까지만 적습니다.", "2026-10", "출처 목록")
    ] = None
    url: Annotated[
        Address | None,
        Label(
            text("웹 주소"),
            "누구나 열 수 있는 주소. 확실할 때만 적습니다.",
            "https://example.org/maru/10",
            "출처 목록의 링크",
        ),
    ] = None
    """A public address, shown as a link; only where one is known for certain."""
    kept: Annotated[
        PartialDate | None,
        Label(
            text("보존본"),
            "지금의 쪽이 아니라 보존된 사본을 보았다면 그 사본의 날짜. 아는 데까지만 적습니다.",
            "2023-04",
            "출처 뒤의 ‘(2023. 4. 보존본)’",
        ),
    ] = None
    """A kept copy was seen, and of when it is."""
    via: Annotated[
        Words | None,
        Label(
            text("입수처"),
            "자료를 실제로 받은 곳. 파일에만 남고 어디에도 나오지 않습니다.",
            "군청 자료실 2026-10-11",
            "표시하지 않음",
        ),
    ] = None

    @property
    def doubtful(self) -> bool:
        """Whether a fact that rests on this alone needs confirming."""
        return self.kind in (SourceKind.BLOG, SourceKind.UNKNOWN)


class Note(SubRecord):
    """A remark on a passage: that other records differ, or that a figure of the source document is lost.

    A passage points at it with `[^id]` in the Markdown body; a note nothing points at stands for the whole report.
    """

    id: Annotated[
        Words,
        Label(
            text("주석 이름"),
            "본문에서 [^이름]으로 가리킵니다. 가리키지 않으면 보고 전체에 대한 주석이 됩니다.",
            "walkers",
            "본문의 주석 번호",
        ),
    ]
    text: Annotated[
        Words,
        Label(
            text("주석"),
            "다른 기록과 다른 점, 판독되지 않는 부분처럼 읽는 사람이 알아야 할 것",
            "다른 기록에는 1,100명으로 되어 있습니다.",
            "페이지의 ‘주석과 출처’, 책의 각주",
        ),
    ]
    sources: Annotated[tuple[Source, ...], Label(text("출처"), "주석의 근거", shown="주석 뒤")] = ()


def in_reading_order(notes: tuple[Note, ...], referred: Sequence[str]) -> tuple[Note, ...]:
    """The notes as the body refers to them, whose ids in the order of reading are `referred`.

    Those of the whole report, to which no passage refers, come last.
    """
    places = {id: place for place, id in enumerate(referred)}
    return tuple(sorted(notes, key=lambda note: places.get(note.id, len(places))))
