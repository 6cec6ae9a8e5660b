"""The index in 가나다 order: the way to everything without search, and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from guidebook.model.records.page import Block
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
    for program in catalogue.programs:
        yield program.name, words("사업"), address("program", program.id)
        for bodies in program.bodies:
            yield from ((name, program.name, address("program", program.id)) for name in bodies.names)
    yield from ((town.name, words("읍면동"), address("town", town.id)) for town in catalogue.towns)
    yield from ((place.name, words("장소"), address("site", place.id)) for place in catalogue.sites)
    yield from (
        (restaurant.name, words("음식점"), address("restaurant", restaurant.id)) for restaurant in catalogue.restaurants
    )
    yield from ((route.title, words("코스"), address("route", route.id)) for route in catalogue.routes)
    yield from ((page.title, words("글"), address("page", page.id)) for page in catalogue.pages)
    glossary = next((page for page in catalogue.pages if page.asks_for(Block.TERMS)), None)
    if glossary:
        for term in catalogue.terms:
            path = f"{address('page', glossary.id)}#term-{term.id}"
            yield from ((name, words("낱말"), path) for name in (term.name, *term.also))


def index_page(context: RenderContext) -> SitePage:
    """The page itself."""
    words = context.words.gettext
    groups = [(letter, list(group)) for letter, group in groupby(entries(context), key=lambda entry: initial(entry[0]))]
    title, file = words("가나다 찾아보기"), context.catalogue.where_site().file
    description = words("사업, 읍면동, 장소, 음식점, 코스의 이름을 차례로 모았습니다.")
    return page_from(context, "index", PageHead(INDEX, title, description, file), IndexValues(groups=groups))
