"""The index in 가나다 order: the way to everything without search, and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from guidebook.render.addresses import INDEX, address
from guidebook.render.edition import Edition
from guidebook.render.page import SitePage
from guidebook.render.pages.body import page_from

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
PLAIN = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
"""Doubled consonants stand with the plain ones."""


def initial(word: str) -> str:
    """The consonant under which a word stands; Latin letters as they are, all else under `#`."""
    first = word[:1].upper()
    if "가" <= first <= "힣":
        consonant = INITIALS[(ord(first) - ord("가")) // 588]
        return PLAIN.get(consonant, consonant)
    return first if "A" <= first <= "Z" else "#"


def entries(edition: Edition) -> tuple[tuple[str, str, str], ...]:
    """Name, what it is, and path of everything that has a page; bodies that took part lead to their programme."""
    return tuple(sorted(set(_entries(edition)), key=lambda entry: (initial(entry[0]) == "#", entry)))


def _entries(edition: Edition) -> Iterator[tuple[str, str, str]]:
    catalogue, words = edition.catalogue, edition.words.gettext
    for program in catalogue.programs:
        yield program.name, words("사업"), address("program", program.id)
        for bodies in program.bodies:
            yield from ((name, program.name, address("program", program.id)) for name in bodies.names)
    yield from ((town.name, words("읍면동"), address("town", town.id)) for town in catalogue.towns)
    yield from ((place.name, words("장소"), address("site", place.id)) for place in catalogue.sites)
    yield from ((one.name, words("음식점"), address("restaurant", one.id)) for one in catalogue.restaurants)
    yield from ((route.title, words("코스"), address("route", route.id)) for route in catalogue.routes)
    yield from ((page.title, words("글"), address("page", page.id)) for page in catalogue.pages)


def index_page(edition: Edition) -> SitePage:
    """The page itself."""
    words = edition.words.gettext
    grouped = [(letter, list(those)) for letter, those in groupby(entries(edition), key=lambda one: initial(one[0]))]
    title, file = words("가나다 찾아보기"), edition.catalogue.where_site().file
    description = words("사업, 읍면동, 장소, 음식점, 코스의 이름을 차례로 모았습니다.")
    return page_from(edition, "index", INDEX, title, description, file, groups=grouped)
