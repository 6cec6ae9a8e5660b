"""What search knows beside the text of pages: search words of records, telephone numbers, synonyms, files.

Separate from `search`, which knows no records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from guidebook.model.kinds import KINDS, Kinds
from guidebook.model.record import Searchable
from guidebook.model.records.page import Block, Page
from guidebook.model.records.place import Place
from guidebook.model.records.program import Program
from guidebook.plan.local_words import kind_of, vocabulary
from guidebook.render.addresses import DATA, address
from guidebook.render.context import BookFile, RenderContext
from guidebook.render.web.pages.body import translated
from guidebook.render.web.pages.index import entries
from guidebook.render.web.pages.permanent import standing

OTHER, FILES = 5, 6
"""The numbers of results that are no record's page: written pages and lists, files to download. `search.js` knows the
second."""


@dataclass(frozen=True, slots=True)
class KnownPhone:
    """A telephone number that answers a question at once."""

    names: tuple[str, ...]
    """By which it is asked for."""
    label: str
    number: str
    note: str
    """What is to be known of it: when it was seen, that it needs confirming; may be empty."""
    path: str
    """The page that has it."""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file to download. It is found by its title, what it is, and further words."""

    path: str
    title: str
    about: str
    search_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it."""

    search_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """From a page's path to words by which it is looked for."""
    phones: tuple[KnownPhone, ...] = ()
    """The first is the one to call where search finds nothing."""
    same: tuple[tuple[str, ...], ...] = ()
    """A word of the site, and what readers type for it."""
    files: tuple[KnownFile, ...] = ()
    names: tuple[str, ...] = ()
    """Of everything that has a name."""
    kinds: Mapping[str, int] = field(default_factory=lambda: numbered(KINDS))
    """Folder of the pages of a kind of record → the number of the kind."""


def numbered(kinds: Kinds) -> Mapping[str, int]:
    """Folder of the pages of each kind that search tells apart → its number."""
    return {kind.pages: kind.searched for kind in kinds if kind.pages and kind.searched is not None}


def kinds_of_results(kinds: Kinds, words: Callable[[str], str]) -> tuple[str, ...]:
    """What each kind of result is called, by number."""
    labels = {kind.searched: kind.label.into(words) for kind in kinds if kind.searched is not None}
    labels |= {OTHER: words("기타 페이지"), FILES: words("파일")}
    return tuple(labels[number] for number in sorted(labels))


NOTHING = Knowledge()


def knowledge(context: RenderContext) -> Knowledge:
    """What search knows of the content of a city, in the language of `context`."""
    catalogue = context.catalogue
    search_words = {
        target[0]: further
        for record in catalogue.records
        if isinstance(record, Searchable)
        and (further := tuple(_search_words_of(context, record)))
        and (target := standing(catalogue, record))
    }
    synonyms = [(synonym.name, *synonym.aliases) for synonym in context.site.synonyms]
    synonyms += [(term.name, *term.also, *term.aliases) for term in catalogue.terms if term.also or term.aliases]
    names = tuple(name for name, _, _ in entries(context))
    files, kinds = tuple(_files(context)), numbered(catalogue.kinds)
    return Knowledge(search_words, tuple(_phones(context)), tuple(synonyms), files, names, kinds)


def _search_words_of(context: RenderContext, record: Searchable) -> Iterator[str]:
    """By what else a page is looked for: its menu's or record's name, the kind of a place, the English name."""
    yield from record.search
    if isinstance(record, Program | Page) and record.name:
        yield record.name
    if isinstance(record, Place):
        yield translated(context, kind_of(context.catalogue, record).label)
    if isinstance(record, Page) and record.asks_for(Block.TERMS):
        yield from (term.name for term in context.catalogue.terms)
    english = getattr(record, "name_en", None) or getattr(record, "title_en", None)
    if english:
        yield english


def _phones(context: RenderContext) -> Iterator[KnownPhone]:
    site, catalogue, words = context.site, context.catalogue, context.words.gettext
    city = site.city
    if city.phone:
        yield KnownPhone((*_city_names(context), words("문의처")), city.name, city.phone, city.phone_note or "", "")
    if site.official and site.publisher.phone:
        office = site.publisher.department or site.publisher.name
        yield KnownPhone((office, site.publisher.name), office, site.publisher.phone, site.publisher.duty or "", "")
    for place in catalogue.sites:
        if place.telephone:
            yield KnownPhone((place.name, *place.search), place.name, place.telephone, "", address("site", place.id))
    for restaurant in catalogue.restaurants:
        if number := restaurant.telephone:
            path = address("restaurant", restaurant.id)
            yield KnownPhone((restaurant.name, *restaurant.search), restaurant.name, number, "", path)
    for town in catalogue.towns:
        if town.hall.phone:
            label = words("{town} 행정복지센터").format(town=town.name)
            others = [f"{town.name} {hall}" for hall in ("행정복지센터", "주민센터", "주민자치센터")]
            halls = tuple(dict.fromkeys((label, f"{town.name}사무소", *others)))
            yield KnownPhone(
                (town.name, *halls, *town.search), label, town.hall.phone, town.hall.as_of, address("town", town.id)
            )
    for guide in catalogue.guides:
        target = standing(catalogue, guide)
        if guide.ask and guide.telephone and target:
            names = (guide.ask.department, f"{target[1]} {words('해설')}", f"{target[1]} {words('문화관광해설사')}")
            yield KnownPhone(names, guide.ask.department, guide.telephone, "", target[0])
    for line in site.emergency:
        yield KnownPhone((line.label, *line.label.split("·")), line.label, line.number, "", "")


def _city_names(context: RenderContext) -> tuple[str, ...]:
    """The city and its hall: 마루군, 마루군청, 군청."""
    name, hall = context.site.city.name, vocabulary(context.catalogue).city_hall
    return name, f"{name}청" if hall == f"{name[-1:]}청" else f"{name} {hall}", hall


def _files(context: RenderContext) -> Iterator[KnownFile]:
    """Books as PDF and the files of `data/`: what a reader may look for, and no page has in its title."""
    words, catalogue = context.words, context.catalogue

    def size(book: BookFile) -> str:
        wording = words.gettext("PDF, %(pages)s쪽, %(size)s")
        return wording % {"pages": book.pages, "size": context.templates.filters["size"](book.octets)}

    printed = (words.gettext("인쇄"), words.gettext("책자"))
    if context.book:
        title = words.gettext("안내책자")
        yield KnownFile(context.book.path, title, size(context.book), (context.site.titled(context.language), *printed))
    for route in catalogue.routes:
        if paper := context.paper(route.id):
            title = words.gettext("{name} 안내지").format(name=route.title)
            yield KnownFile(paper.path, title, size(paper), (*route.search, *printed))
    for program in catalogue.programs:
        if paper := context.paper(program.id):
            title = words.gettext("{name} 사례 보고").format(name=program.name)
            yield KnownFile(paper.path, title, size(paper), (program.title, *program.search, *printed))
    for file in context.downloads:
        ending = file.path.rpartition(".")[2].upper()
        yield KnownFile(
            f"{DATA}{file.path}", translated(context, file.title), translated(context, file.about), (ending, file.path)
        )
