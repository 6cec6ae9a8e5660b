"""All sources of a catalogue as one list: each once, with the records that use it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.page import Block, Page
from guidebook.model.records.place import Place
from guidebook.model.records.program import Program
from guidebook.model.records.restaurant import NewsList, Restaurant
from guidebook.model.records.route import Route
from guidebook.model.records.town import Town
from guidebook.model.source import Source, SourceKind
from guidebook.model.wording.order import natural


@dataclass(frozen=True, slots=True)
class Entry:
    """A source and the records that use it: kind (`program`, `town`, `page`, or `place` for all else), id, and name."""

    source: Source
    used_by: tuple[tuple[str, str, str], ...]


def bibliography(catalogue: Catalogue) -> dict[SourceKind, tuple[Entry, ...]]:
    """Sources by kind, the most official first; within a kind by publisher and date."""
    used: dict[Source, list[tuple[str, str, str]]] = {}
    if catalogue.site is not None:
        document = catalogue.site.document
        for source in (*([document] if document else []), *catalogue.site.city.sources):
            used.setdefault(_public(source), [])
    for source, user in _uses(catalogue):
        users = used.setdefault(_public(source), [])
        if user not in users:
            users.append(user)
    entries = sorted(
        (Entry(source, tuple(users)) for source, users in used.items()),
        key=lambda entry: (
            natural(entry.source.publisher),
            entry.source.date or "",
            natural(entry.source.title or ""),
        ),
    )
    grouped = {kind: tuple(entry for entry in entries if entry.source.kind is kind) for kind in SourceKind}
    return {kind: group for kind, group in grouped.items() if group}


def _public(source: Source) -> Source:
    """The source without `via`, which only tells where it was fetched: two ways to one article are one source."""
    public = {name: value for name, value in source.model_dump().items() if name not in ("via", "covers")}
    return Source.model_validate(public)


def _uses(catalogue: Catalogue) -> Iterator[tuple[Source, tuple[str, str, str]]]:
    records: tuple[Program | Town | Page, ...] = (*catalogue.programs, *catalogue.towns, *catalogue.pages)
    events = catalogue.site.history if catalogue.site else ()
    for record in records:
        user = _user(record)
        if isinstance(record, Page) and record.asks_for(Block.HISTORY):
            yield from ((source, user) for event in events for source in event.sources)
        for note in record.notes:
            yield from ((source, user) for source in note.sources)
        if isinstance(record, Program):
            timetable = (record.timetable,) if record.timetable else ()
            figures = (*record.indicators, *record.comparisons, *record.series, *timetable)
            yield from ((source, user) for figure in figures for source in figure.sources)
            yield from ((source, user) for rule in record.rules for source in rule.sources)
            yield from ((source, user) for source in record.lessons.sources)
            yield from ((source, user) for source in (record.contact.sources if record.contact else ()))
        if isinstance(record, Town):
            parts = (record.hall, *((record.case,) if record.case else ()), *record.works)
            yield from ((source, user) for part in parts for source in part.sources)

    places: tuple[Place | Restaurant, ...] = (*catalogue.sites, *catalogue.restaurants)
    yield from ((source, ("place", record.id, record.name)) for record in places for source in record.sources)
    for guide in catalogue.guides:
        site, town = catalogue.place(guide.site or ""), catalogue.town(guide.town or "")
        shown = ("place", site.id, site.name) if site else _user(town) if town else None
        yield from ((source, shown) for source in guide.sources if shown)
    titled: tuple[NewsList | Route, ...] = (*catalogue.lists, *catalogue.routes)
    yield from ((source, ("place", record.id, record.title)) for record in titled for source in record.sources)
    yield from ((source, ("place", term.id, term.name)) for term in catalogue.terms for source in term.sources)
    if catalogue.site is not None and catalogue.site.offices is not None:
        yield from (
            (source, ("place", "offices", catalogue.site.city.name)) for source in catalogue.site.offices.sources
        )


def _user(record: Program | Town | Page) -> tuple[str, str, str]:
    if isinstance(record, Program):
        return "program", record.id, record.name
    if isinstance(record, Town):
        return "town", record.id, record.name
    return "page", record.id, record.title
