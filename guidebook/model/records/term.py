"""A term of the glossary, which also stands in the index of the book."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guidebook.model.label import Label
from guidebook.model.record import Record, Slug, Words
from guidebook.model.source import Source
from guidebook.model.text import text


class Term(Record):
    """`content/terms/<id>.yml`."""

    name: Annotated[Words, Label(text("이름"), "용어", "주민총회", "용어 풀이, 찾아보기")]
    also: Annotated[
        tuple[Words, ...],
        Label(text("다른 이름"), "달리 부르는 이름. 찾아보기에도 나옵니다.", "[마을총회]", "용어 풀이, 찾아보기, 검색"),
    ] = ()
    """What else it is called; the index leads from these too."""
    aliases: Annotated[
        tuple[Words, ...],
        Label(text("검색어"), "검색에서 같은 뜻으로 볼 말: 잘못 쓴 말, 줄인 말, 외래어", "[총회]", "검색"),
    ] = ()
    """Words that search takes for the name, beside `also`: misspellings, colloquial and foreign ones. Nowhere shown."""
    meaning: Annotated[
        Words,
        Label(
            text("뜻"),
            "두 문장: 무엇인지, 이 시와 어떤 관계인지",
            "주민이 모여 마을 의제를 정하는 자리입니다. 마루군은 2026년에 처음 열었습니다.",
            "용어 풀이",
        ),
    ]
    """Two sentences: what it is, and what it has to do with this city."""
    programs: Annotated[
        tuple[Slug, ...],
        Label(text("관련 사업"), "이 용어가 나오는 사례 보고", "[river-path]", "용어 풀이, 책의 찾아보기"),
    ] = ()
    """The reports that turn on it."""
    sources: Annotated[
        Annotated[tuple[Source, ...], Field(min_length=1)], Label(text("출처"), "뜻의 출처", shown="용어 풀이")
    ]

    @property
    def doubtful(self) -> bool:
        """Whether a part of it rests on a blog or an unnamed source: one of the sentences then needs confirming."""
        return any(source.doubtful for source in self.sources)
