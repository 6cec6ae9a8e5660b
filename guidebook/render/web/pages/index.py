"""The index in 가나다 order: links to everything without search and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from guidebook.model.records.emblem import name_among
from guidebook.model.records.page import Block, Page
from guidebook.render.addresses import INDEX, address
from guidebook.render.context import RenderContext
from guidebook.render.text.korean import in_index, initial
from guidebook.render.web.list_parts import Part, parts_of
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.values import IndexValues

AT_MOST = 500
"""How many names one page lists."""


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
        called = name_among(program, catalogue.programs)
        for bodies in program.bodies:
            yield from ((name, called, address("program", program.id)) for name in bodies.names)
        yield from ((rule.title, called, f"{address('program', program.id)}#rules") for rule in program.rules)
    glossary = next((page for page in catalogue.pages if page.asks_for(Block.TERMS)), None)
    if glossary:
        for term in catalogue.terms:
            path, label = f"{address('page', glossary.id)}#term-{term.id}", catalogue.kind(term).label.into(words)
            yield from ((name, label, path) for name in (term.name, *term.also))


def index_pages(context: RenderContext) -> Iterator[SitePage]:
    """The page itself, and where it would grow too long further ones: `index/2/`, …

    Each shows the letters of all, which lead to where theirs begin.
    """
    words, file = context.words.gettext, context.catalogue.where_site().file
    description = words("사업, 읍면동, 장소, 음식점, 코스의 이름을 가나다순으로 모았습니다.")
    title, wording = words("가나다 찾아보기"), words("{title} ({number}/{count}쪽)")
    parts = parts_of(entries(context), INDEX, AT_MOST) or (Part((), INDEX, 1, 1),)
    begins = [(initial(name), part.path) for part in parts for name, _, _ in part.items]
    first = dict(reversed(begins))
    numbers = {letter: number for number, letter in enumerate(dict.fromkeys(letter for letter, _ in begins), start=1)}
    letters = [(letter, number, first[letter]) for letter, number in numbers.items()]
    for part in parts:
        of_letter = groupby(part.items, key=lambda entry: initial(entry[0]))
        groups = [(letter, numbers[letter], list(group)) for letter, group in of_letter]
        called = wording.format(title=title, number=part.number, count=part.of) if part.number > 1 else title
        head = PageHead(part.path, called, description, file)
        yield page_from(context, "index", head, IndexValues(letters=letters, groups=groups, part=part))
