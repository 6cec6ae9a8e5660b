"""All the content of one city, and where in the files each value stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar

from guidebook.model.attachment import Attachment
from guidebook.model.boundary import Boundaries
from guidebook.model.diagnostic import Span
from guidebook.model.kinds import KINDS, Kind, Kinds
from guidebook.model.picture import Asset, Picture
from guidebook.model.record import Record, grouped, strings_of
from guidebook.model.records.bodied import Bodied, is_bodied, is_pictured
from guidebook.model.records.emblem import emblems_of, name_among, with_emblem
from guidebook.model.records.guide import Guide
from guidebook.model.records.page import Page
from guidebook.model.records.place import Place
from guidebook.model.records.program import Program
from guidebook.model.records.restaurant import NewsList, Restaurant
from guidebook.model.records.route import Route
from guidebook.model.records.term import Term
from guidebook.model.records.town import Town
from guidebook.model.records.visit import Visit
from guidebook.model.settings.merging import NO_TABLE, MergingTable
from guidebook.model.site import Site

AnyRecord = TypeVar("AnyRecord", bound=Record)

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to a value: `("facts", "when")`."""

OF_SITE, OF_REDIRECTS, OF_MERGING = ("site.yml", ""), ("redirects.yml", ""), ("map/merge.yml", "")
"""Under which the places of files that are no records stand in `Catalogue.maps`."""

SEARCHED = ("search", "aliases", "synonyms")
"""Keys at the top of a file whose words only search reads."""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Line and column of every key and value of one file."""

    file: str
    keys: Mapping[Path, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))
    values: Mapping[Path, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))
    body_line: int = 1
    """The line on which the Markdown body begins."""
    reserved: Mapping[Path, str] = field(default_factory=lambda: MappingProxyType({}))
    """Values without quotes that YAML takes for no text: nothing at all, `null`, `~`, `yes`, `no`, …"""

    def key(self, path: Path) -> Span:
        """Where the key stands; where its value stands if it has no key (a list item)."""
        return self._nearest(self.keys, path) if path in self.keys else self.value(path)

    def value(self, path: Path) -> Span:
        """Where the value stands, or the nearest thing around it that exists."""
        return self._nearest(self.values, path)

    def body(self, line: int, column: int = 1) -> Span:
        """The place of a line of the body, counted from 1."""
        return Span(self.file, self.body_line + line - 1, column)

    def _nearest(self, positions: Mapping[Path, tuple[int, int]], path: Path) -> Span:
        for length in range(len(path), -1, -1):
            if path[:length] in positions:
                return Span(self.file, *positions[path[:length]])
        return Span(self.file)


@dataclass(frozen=True)
class Catalogue:
    """The records that could be read. Rules stay silent about what failed to load: it has its own diagnostic."""

    site: Site | None
    records: tuple[Record, ...] = ()
    """In the order of their kinds, and those of a kind in the order that its entry asks for."""
    kinds: Kinds = KINDS
    """The registry that they were read with."""
    boundaries: Boundaries | None = None
    merging: MergingTable = NO_TABLE
    """Which areas of the map towns are made of, as `map/merge.yml` has it."""
    redirects: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Former id → id of today, as `redirects.yml` has it."""
    assets: Mapping[str, Asset | None] = field(default_factory=lambda: MappingProxyType({}))
    """The pictures of `content/assets/` by file name; None for those that could not be read."""
    attachments: Mapping[str, Attachment | None] = field(default_factory=lambda: MappingProxyType({}))
    """The files there that readers take home, likewise."""
    maps: Mapping[tuple[str, str], SourceMap] = field(default_factory=lambda: MappingProxyType({}))
    """By key of the kind and id; those of other files under `OF_SITE`, `OF_REDIRECTS`, `OF_MERGING`."""
    declared: frozenset[tuple[str, str]] = frozenset()
    """Key of the kind and id of every file that is there, also of those that could not be read."""

    def of(self, model: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        """The records of one model, in their order."""
        found = [records for type_, records in self._by_type.items() if issubclass(type_, model)]
        return found[0] if len(found) == 1 else tuple(chain.from_iterable(found))

    @cached_property
    def _by_type(self) -> Mapping[type[Record], tuple[Any, ...]]:
        return grouped(self.records, type)

    @cached_property
    def _by_id(self) -> Mapping[str, Record]:
        return {record.id: record for record in reversed(tuple(self.public_records))}

    def kind(self, record: Record) -> Kind:
        """The kind of a record."""
        return self.kinds.of(type(record))

    def of_kind(self, kind: Kind) -> tuple[Record, ...]:
        """The records of one kind, in their order."""
        return self.of(kind.model)

    def having(self, model: type[AnyRecord], *records: AnyRecord) -> Catalogue:
        """The same content with just these records of one model."""
        places = {kind.model: place for place, kind in enumerate(self.kinds)}
        every: tuple[Record, ...] = (*(record for record in self.records if not isinstance(record, model)), *records)
        return replace(self, records=tuple(sorted(every, key=lambda record: places[type(record)])))

    @cached_property
    def programs(self) -> tuple[Program, ...]:
        """In their order."""
        return self.of(Program)

    @cached_property
    def emblems(self) -> Mapping[str, str]:
        """Id of a programme → the emblem that readers see; empty where it has none."""
        return emblems_of(self.programs, self.site.emblems if self.site else "marks")

    def emblazoned(self, program: Program) -> str:
        """The name of a programme behind its emblem."""
        return with_emblem(self.emblems[program.id], name_among(program, self.programs))

    @cached_property
    def towns(self) -> tuple[Town, ...]:
        """In the city's customary order."""
        return self.of(Town)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Those that are not in English, in their order."""
        return tuple(page for page in self.of(Page) if not page.english)

    @cached_property
    def sections(self) -> Mapping[str | None, tuple[Page, ...]]:
        """Id of a page → those that it lists, in their order; None → those to which menu or foot leads."""
        return grouped(self.of(Page), attrgetter("section"))

    @cached_property
    def english(self) -> tuple[Page, ...]:
        """The pages in English, in their order."""
        return tuple(page for page in self.of(Page) if page.english)

    @cached_property
    def sites(self) -> tuple[Place, ...]:
        """By name."""
        return self.of(Place)

    @cached_property
    def guides(self) -> tuple[Guide, ...]:
        """By what they are."""
        return self.of(Guide)

    @cached_property
    def restaurants(self) -> tuple[Restaurant, ...]:
        """By name."""
        return self.of(Restaurant)

    @cached_property
    def lists(self) -> tuple[NewsList, ...]:
        """By title."""
        return self.of(NewsList)

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """In their order."""
        return self.of(Route)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """By name."""
        return self.of(Term)

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """By date. Private: `public()` leaves them out."""
        return self.of(Visit)

    def public(self) -> Catalogue:
        """What website, public guidebook, feeds and data are made of: without the visits that are not public."""
        return self.having(Visit, *(visit for visit in self.visits if visit.public))

    def source_map(self, record: Record) -> SourceMap:
        """The places of a record's values."""
        return self.maps[self.kind(record).key, record.id]

    def where(self, record: Record, *path: str | int) -> Span:
        """The place of one value of a record."""
        return self.source_map(record).value(path)

    def where_site(self, *path: str | int) -> Span:
        """The place of one value of `site.yml`."""
        return self.maps[OF_SITE].value(path)

    def where_redirect(self, old: str) -> Span:
        """The line of `redirects.yml` on which a former id stands."""
        return self.maps[OF_REDIRECTS].key((old,))

    def where_merging(self, *path: str | int) -> Span:
        """The place of one value of `map/merge.yml`."""
        return self.maps[OF_MERGING].key(path)

    def record(self, id: str) -> Record | None:
        """The record of that id, of whatever kind; visits are private and not found."""
        return self._by_id.get(id)

    @property
    def public_records(self) -> Iterator[Record]:
        """The records to which others may refer: all but those of private kinds."""
        return (record for record in self.records if not self.kind(record).private)

    @property
    def declared_public(self) -> frozenset[str]:
        """The ids to which other records may refer, also of files that could not be read."""
        return frozenset(id for key, id in self.declared if not self.kinds[key].private)

    @property
    def names(self) -> dict[str, str]:
        """Id → what people call it, of every record to which others may refer."""
        return {record.id: record.called for record in self.public_records}

    @property
    def bodied(self) -> tuple[Bodied, ...]:
        """The records with a body of Markdown."""
        return tuple(record for record in self.records if is_bodied(record))

    def pictures(self) -> Iterator[tuple[Record, int, Picture]]:
        """Every picture with the record that shows it and its position there."""
        for record in self.records:
            if is_pictured(record):
                yield from ((record, position, picture) for position, picture in enumerate(record.pictures))

    def passages(self, without_search: bool = False) -> Iterator[tuple[Span, str]]:
        """Every piece of text with its place: each value of each record, each line of each body, the site's own,
        and the names of files that readers keep.

        `without_search` leaves out the words that only search reads.
        """
        unseen = {*(SEARCHED if without_search else ())}
        for record in self.records:
            places = self.source_map(record)
            for path, value in strings_of(record.model_dump(exclude=unseen | {"body"}, mode="json", by_alias=True), ()):
                yield places.value(path), value
            for number, line in enumerate(str(getattr(record, "body", "")).split("\n"), start=1):
                yield places.body(number), line
        for attachment in self.attachments.values():
            if attachment is not None:
                yield Span(attachment.file), attachment.name
        if self.site is not None:
            for path, value in strings_of(self.site.model_dump(exclude=unseen, mode="json", by_alias=True), ()):
                yield self.where_site(*path), value

    def town(self, id: str) -> Town | None:
        """The town of that id."""
        return next((town for town in self.towns if town.id == id), None)

    def place(self, id: str) -> Place | None:
        """The site or facility of that id."""
        return next((site for site in self.sites if site.id == id), None)

    def guide(self, id: str) -> Guide | None:
        """The guide of that id."""
        return next((guide for guide in self.guides if guide.id == id), None)

    def restaurant(self, id: str) -> Restaurant | None:
        """The restaurant of that id."""
        return next((restaurant for restaurant in self.restaurants if restaurant.id == id), None)

    def route(self, id: str) -> Route | None:
        """The route of that id."""
        return next((route for route in self.routes if route.id == id), None)

    def visit(self, id: str) -> Visit | None:
        """The visit of that id."""
        return next((visit for visit in self.visits if visit.id == id), None)

    def program(self, id: str) -> Program | None:
        """The programme of that id."""
        return next((program for program in self.programs if program.id == id), None)
