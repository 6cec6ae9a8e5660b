"""Notes on the Korean that readers of pages in English meet: each at its line, with the field that would mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.record import Record
from guidebook.model.records.page import Block, Page
from guidebook.model.records.place_kinds import PlaceKind
from guidebook.model.records.route import Route, Stop
from guidebook.model.text import Text, text

HANGUL = re.compile("[가-힣]")
_GLOSS = re.compile(r"\([^()]*\)")
"""Korean in brackets explains the English before it and is meant to stand there."""


def korean_on_english_pages(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Nothing that pages in English show is left in Korean unseen. What no source has in English may stay."""
    if not catalogue.english or catalogue.site is None:
        return
    for page in catalogue.english:
        yield from _written(catalogue, page)
    yield from _of_site(catalogue)
    if _asked(catalogue, Block.PROGRAM_TABLE):
        for program in catalogue.programs:
            yield from _lacking(catalogue, program, "summary")
    if _asked(catalogue, Block.ROUTES):
        for route in catalogue.routes:
            yield from _lacking(catalogue, route, "title")
            yield from _lacking(catalogue, route, "summary")
            yield from _wordless_stops(catalogue, route)
        for place in _visited(catalogue):
            yield from _lacking(catalogue, place, "name")


def _asked(catalogue: Catalogue, block: Block) -> bool:
    return any(page.asks_for(block) for page in catalogue.english)


def _written(catalogue: Catalogue, page: Page) -> Iterator[Diagnostic]:
    """What the editor of the page itself wrote in Korean."""
    mend = text("영어로 고쳐 적거나, 영어 뒤의 괄호 안에 적으세요.")
    for field in ("title", "name", "summary"):
        if HANGUL.search(_GLOSS.sub("", getattr(page, field) or "")):
            yield _note(catalogue.where(page, field), getattr(page, field), mend)
    for number, line in enumerate(page.body.split("\n"), start=1):
        if HANGUL.search(_GLOSS.sub("", line)):
            yield _note(catalogue.source_map(page).body(number), line.strip(), mend)


def _of_site(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The name of the publisher at the foot, and the city's address and telephone where a page says whom to ask."""
    site = catalogue.site
    assert site is not None, "asked only where there is a site"
    shown = [("publisher", "name", site.publisher.name, site.publisher.name_en)]
    if _asked(catalogue, Block.ASKING):
        shown.append(("city", "hall", site.city.hall or "", site.city.hall_en))
        shown.append(("city", "phone_note", site.city.phone_note or "", site.city.phone_note_en))
    for part, field, korean, english in shown:
        if english is None and HANGUL.search(korean):
            yield _note(catalogue.where_site(part, field), korean, _field(f"{part}.{field}_en"))


def _lacking(catalogue: Catalogue, record: Record, field: str) -> Iterator[Diagnostic]:
    korean = getattr(record, field)
    if getattr(record, f"{field}_en") is None and HANGUL.search(korean):
        yield _note(catalogue.where(record, field), korean, _field(f"{field}_en"))


def _wordless_stops(catalogue: Catalogue, route: Route) -> Iterator[Diagnostic]:
    """Stops that are known by nothing but their own Korean words."""
    for position, stop in enumerate(route.stops):
        placed = stop.site or stop.hall or stop.restaurant or stop.lunch
        if not placed and stop.text_en is None and HANGUL.search(stop.text or ""):
            yield _note(catalogue.where(route, "stops", position, "text"), stop.text or "", _field("text_en"))


def _visited(catalogue: Catalogue) -> Iterator[Record]:
    """The places and restaurants on routes, each once. City halls are called by the name of the city."""
    stops: list[Stop] = [stop for route in catalogue.routes for stop in route.stops]
    for id in dict.fromkeys(stop.site for stop in stops if stop.site):
        site = catalogue.place(id)
        if site is not None and site.kind != PlaceKind.CITY_HALL:
            yield site
    for id in dict.fromkeys(stop.restaurant for stop in stops if stop.restaurant):
        restaurant = catalogue.restaurant(id)
        if restaurant is not None:
            yield restaurant


def _field(name: str) -> Text:
    return text("출처에 영어로 된 것이 있으면 {field} 항목에 적으세요. 없으면 그대로 두어도 됩니다.", field=name)


def _note(span: Span, words: str, hint: Text) -> Diagnostic:
    return Diagnostic(
        span,
        "korean-on-english-page",
        text("영어 페이지에 우리말이 그대로 나옵니다: {words}", words=words),
        hint,
        Severity.NOTE,
    )
