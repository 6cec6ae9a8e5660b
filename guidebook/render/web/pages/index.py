"""The index in 가나다 order: links to everything without search and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from guidebook.model.records.page import Block, Page
from guidebook.render.addresses import INDEX, address
from guidebook.render.context import RenderContext
from guidebook.render.text.korean import in_index, initial
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.values import IndexValues


def entries(context: RenderContext) -> tuple[tuple[str, str, str], ...]:
    """Name, what it is, and path of everything that has a page; bodies that took part lead to their programme."""
    return tuple(sorted(set(_entries(context)), key=lambda entry: (in_index(entry[0]), entry)))


def _entries(context: RenderContext) -> Iterator[tuple[str, str, str]]:
    catalogue, words = context.catalogue, context.words.gettext
    for kind in catalogue.kinds:
        for record in catalogue.of_kind(kind) if kind.indexed else ():
            if not (isinstance(record, Page) and record.english):
                yield getattr(record, kind.indexed), kind.label.into(words), kind.address(record.id)
    for program in catalogue.programs:
        for bodies in program.bodies:
            yield from ((name, program.name, address("program", program.id)) for name in bodies.names)
        yield from ((rule.title, program.name, f"{address('program', program.id)}#rules") for rule in program.rules)
    glossary = next((page for page in catalogue.pages if page.asks_for(Block.TERMS)), None)
    if glossary:
        for term in catalogue.terms:
            path, label = f"{address('page', glossary.id)}#term-{term.id}", catalogue.kind(term).label.into(words)
            yield from ((name, label, path) for name in (term.name, *term.also))


def index_page(context: RenderContext) -> SitePage:
    """The page itself."""
    words = context.words.gettext
    groups = [(letter, list(group)) for letter, group in groupby(entries(context), key=lambda entry: initial(entry[0]))]
    title, file = words("가나다 찾아보기"), context.catalogue.where_site().file
    description = words("사업, 읍면동, 장소, 음식점, 코스의 이름을 가나다순으로 모았습니다.")
    return page_from(context, "index", PageHead(INDEX, title, description, file), IndexValues(groups=groups))
