"""A written page: overview, how to visit, about."""

from __future__ import annotations

from enum import StrEnum
from math import inf
from typing import Annotated

from guidebook.model.label import Label
from guidebook.model.picture import Picture
from guidebook.model.record import Searchable, Slug, Words
from guidebook.model.source import Note
from guidebook.model.text import text

ENGLISH = "en"
"""The id of the first page in English; those of the others begin with it."""


class Block(StrEnum):
    """Something made from the records. It stands where the body has its name in a line of its own: `[[routes]]`."""

    PROGRAM_TABLE = "program-table"
    PROGRAM_FACTS = "program-facts"
    TIMELINE = "timeline"
    HISTORY = "history"
    SOURCES = "sources"
    ROUTES = "routes"
    MODEL_TOWNS = "model-towns"
    TOWNS = "towns"
    GUIDES = "guides"
    PARKING = "parking"
    ASKING = "asking"
    TERMS = "terms"
    PICTURES = "pictures"
    ACCESSIBILITY = "accessibility"


IN_ENGLISH = frozenset({Block.PROGRAM_TABLE, Block.TOWNS, Block.ROUTES, Block.ASKING})
"""What pages in English can ask for; the rest is Korean through and through."""
IN_KOREAN = frozenset(Block) - {Block.TOWNS}
"""What the other pages can ask for: the towns have a page of their own."""


class Page(Searchable):
    """`content/pages/<id>.md`."""

    title: Annotated[Words, Label(text("제목"), "글의 제목", "마루군 찾아오기", "페이지, 찾아보기, 책")]
    summary: Annotated[
        Words,
        Label(
            text("요약"),
            "무엇을 적은 글인지 한 문장으로 적습니다.",
            "마루군의 마을자치를 보러 오는 길입니다.",
            "페이지, 공유할 때의 설명, 책의 차례",
        ),
    ]
    order: Annotated[
        int | None,
        Label(
            text("차례"),
            "글끼리의 차례. 작은 수가 먼저이고, 적지 않으면 제목순으로 맨 뒤에 놓입니다. section을 적은 글에서는 "
            "그 목록 안의 차례입니다. 사업이나 읍면동 앞에 두려면 site.yml의 menu와 book에 글의 아이디를 적습니다.",
            "4",
            "주 메뉴, 책",
        ),
    ] = None
    """Among the written pages alone: where they stand among lists and parts, the settings name."""
    section: Annotated[
        Slug | None,
        Label(
            text("상위 글"),
            "이 글을 목록에 실을 글의 아이디. 적으면 메뉴와 하단 대신 그 글의 목록에서 연결됩니다.",
            "news",
            "상위 글의 목록, 현재 경로",
        ),
    ] = None
    """The id of the page that lists this one, in whose place in menu or foot it has none of its own."""
    book: Annotated[bool, Label(text("책 수록"), "안내책자에도 실을 글인지", "true", "책")] = True
    """Whether the page is also a chapter of the guidebook."""
    footer: Annotated[
        bool,
        Label(
            text("하단 메뉴"),
            "주 메뉴 대신 모든 페이지 하단에서 연결되게 하려면 true로 적습니다.",
            "false",
            "페이지 하단",
        ),
    ] = False
    """Whether the foot of every page leads to it, instead of the menu."""
    name: Annotated[
        Words | None, Label(text("메뉴 이름"), "제목이 길 때 메뉴에 쓸 짧은 이름", "찾아오기", "주 메뉴")
    ] = None
    """What the menu calls it, where the title is too long for that."""
    notes: Annotated[
        tuple[Note, ...], Label(text("주석"), "본문에 붙이는 주석", shown="페이지의 ‘주석과 출처’, 책의 각주")
    ] = ()
    pictures: Annotated[tuple[Picture, ...], Label(text("사진"), "본문에 넣을 사진", shown="페이지와 책")] = ()
    """Those that the body shows, each at its place."""
    body: Annotated[
        str,
        Label(
            text("본문"),
            "머리글 아래에 마크다운으로 적는 글. 한 줄에 [[routes]]처럼 적으면 그 자리에 목록이 들어갑니다.",
            shown="페이지와 책",
        ),
    ] = ""

    def asks_for(self, block: Block) -> bool:
        """Whether the body has `[[block]]` in a line of its own, and the page can show it."""
        asked = f"[[{block.value}]]"
        return block in self.blocks and asked in self.body and asked in self.body.split("\n")

    @property
    def place(self) -> tuple[float, str]:
        """By which it is sorted: its order, and within a section then its title; without an order it comes last."""
        return (inf if self.order is None else self.order, self.title if self.section or self.order is None else "")

    @property
    def blocks(self) -> frozenset[Block]:
        """What it can ask for."""
        return IN_ENGLISH if self.english else IN_KOREAN

    @property
    def english(self) -> bool:
        """Whether it is a page in English: its id is `en` or begins with `en-`, and its address with `en/`."""
        return self.id == ENGLISH or self.id.startswith(f"{ENGLISH}-")

    @property
    def twin(self) -> str:
        """The id of the Korean page that an English one stands for; empty for the first page."""
        return self.id.removeprefix(ENGLISH).removeprefix("-")
