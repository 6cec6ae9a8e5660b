"""Rules over the lines `[[name]]` of bodies, by which a page asks for what is made from records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from guidebook.check.markdown.bodies import bodies
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.prose import BLOCK
from guidebook.model.records.page import Block, Page
from guidebook.model.text import text
from guidebook.model.wording.suggestion import closest

SHOWN: Mapping[Block, Callable[[Catalogue], object]] = {
    Block.PROGRAM_TABLE: lambda catalogue: catalogue.programs,
    Block.PROGRAM_FACTS: lambda catalogue: catalogue.programs,
    Block.TIMELINE: lambda catalogue: [program for program in catalogue.programs if program.start],
    Block.HISTORY: lambda catalogue: catalogue.site is None or catalogue.site.history,
    Block.ROUTES: lambda catalogue: catalogue.routes,
    Block.MODEL_TOWNS: lambda catalogue: [town for town in catalogue.towns if town.model],
    Block.TOWNS: lambda catalogue: catalogue.towns,
    Block.GUIDES: lambda catalogue: catalogue.guides,
    Block.PARKING: lambda catalogue: [place for place in catalogue.sites if place.parking],
    Block.TERMS: lambda catalogue: catalogue.terms,
}
"""What a block shows; the others always have something to say."""


def blocks_are_known(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A line `[[name]]` of a page asks for something that can be made; other bodies have no blocks."""
    block_names = {block.value: block.value for block in Block}
    for body in bodies(catalogue):
        for run in body.document.tokens:
            match = BLOCK.match(run.content) if run.type == "inline" and run.level == 1 else None
            if not match or "toc" in match[1].lower():
                continue
            span = body.begin(run)
            if not isinstance(body.record, Page):
                yield Diagnostic(
                    span,
                    "unknown-block",
                    text("여기에는 [[{name}]] 같은 자리 표시를 쓸 수 없습니다.", name=match[1]),
                    text("이 줄을 지우세요. 자리 표시는 pages 폴더의 글에만 씁니다."),
                )
            elif match[1] not in block_names:
                near = closest(match[1], block_names)
                yield Diagnostic(
                    span,
                    "unknown-block",
                    text("[[{name}]] 자리에 넣을 것을 알 수 없습니다.", name=match[1]),
                    text("[[{near}]]{를} 뜻하셨나요?", near=near)
                    if near
                    else text("쓸 수 있는 이름: {known}", known=", ".join(block_names)),
                )


def blocks_are_shown(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What a page asks for can stand on a page in its language."""
    for page in (*catalogue.pages, *catalogue.english):
        for number, line in enumerate(page.body.split("\n"), start=1):
            match = BLOCK.match(line)
            name = match[1] if match else ""
            if name in set(Block) - page.blocks:
                known = ", ".join(sorted(page.blocks))
                yield Diagnostic(
                    catalogue.source_map(page).body(number),
                    "block-not-shown",
                    text("영어 페이지에는 [[{name}]] 자리에 아무것도 나오지 않습니다.", name=name)
                    if page.english
                    else text("[[{name}]] 자리에 나오는 것은 영어 페이지에만 있습니다.", name=name),
                    text("이 줄을 지우세요. 이 글에 쓸 수 있는 이름: {known}", known=known),
                    Severity.WARNING,
                )


def blocks_have_something_to_show(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """There is a record of what a page asks for."""
    names = {block.value: block for block in SHOWN}
    for page in (*catalogue.pages, *catalogue.english):
        for number, line in enumerate(page.body.split("\n"), start=1):
            match = BLOCK.match(line)
            block = names.get(match[1]) if match else None
            if block in page.blocks and not SHOWN[block](catalogue):
                yield Diagnostic(
                    catalogue.source_map(page).body(number),
                    "block-empty",
                    text("[[{name}]] 자리에 넣을 내용이 콘텐츠에 없습니다.", name=block),
                    text("해당하는 항목을 적거나 이 줄을 지우세요."),
                    Severity.WARNING,
                )


RULES = (blocks_are_known, blocks_are_shown, blocks_have_something_to_show)
