"""Rules over the stops of routes and visits: each is at one known place, and the way to it takes a known time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import minutes
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.route import Route, Stop
from guidebook.model.records.visit import Visit
from guidebook.model.text import text
from guidebook.plan.itinerary import Entry, itinerary, stops_of
from guidebook.plan.leg import Basis
from guidebook.plan.local_words import kind_of
from guidebook.plan.spot import spot_of

LONG = 60
"""Minutes of one leg from which a day in one city looks wrong."""

Owner = Route | Visit
PLACES = ("site", "hall", "restaurant")
"""Keys of a stop that say where it stands."""


def _owners(catalogue: Catalogue) -> tuple[Owner, ...]:
    return (*catalogue.routes, *catalogue.visits)


def _stops(catalogue: Catalogue) -> Iterator[tuple[Owner, int, Stop]]:
    for owner in _owners(catalogue):
        for position, stop in enumerate(owner.stops):
            yield owner, position, stop


def stops_stand_at_one_place(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A stop names one place, or is free text; only free text names its town besides."""
    for owner, position, stop in _stops(catalogue):
        keys = [key for key in (*PLACES, "town") if getattr(stop, key) is not None]
        if len(keys) > 1:
            yield Diagnostic(
                catalogue.where(owner, "stops", position, keys[1]),
                "stop-place",
                text("방문지 하나에 장소가 둘 이상 적혀 있습니다: {keys}", keys=", ".join(keys)),
                text("site, hall, restaurant, town 가운데 하나만 남기세요."),
            )
        elif stop.text is None and keys in ([], ["town"]):
            yield Diagnostic(
                catalogue.where(owner, "stops", position),
                "stop-place",
                text("방문지가 어디인지 적혀 있지 않습니다."),
                text("site, hall, restaurant 가운데 하나를 적거나, 무엇을 하는 곳인지 text에 적으세요."),
            )


def landmarks_are_no_stops(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A landmark stands on the map for orientation: there is nothing to visit."""
    for owner, position, stop in _stops(catalogue):
        place = catalogue.place(stop.site) if stop.site else None
        if place is not None and not kind_of(catalogue, place).stop:
            yield Diagnostic(
                catalogue.where(owner, "stops", position, "site"),
                "landmark-stop",
                text("'{name}' 장소는 지도의 위치 안내용이어서 방문지로 쓸 수 없습니다.", name=place.name),
                text("다른 장소를 적거나 이곳을 지우세요."),
            )


def routes_have_two_stops(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A route leads from somewhere to somewhere."""
    for route in catalogue.routes:
        if len(route.stops) < 2:
            yield Diagnostic(
                catalogue.where(route, "stops"),
                "short-route",
                text("코스에 방문지가 둘보다 적습니다."),
                text("stops에 방문지를 둘 이상 적으세요."),
            )


def ways_take_a_known_time(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Nothing is estimated over a ferry, an expressway or to a place nobody knows; and no leg is very long."""
    for owner in _owners(catalogue):
        for before, entry in _legs(catalogue, owner):
            if entry.leg is None or not (_readable(before.stop, catalogue) and _readable(entry.stop, catalogue)):
                continue
            path = ("stops", entry.number - 1)
            if entry.leg.basis is Basis.UNKNOWN:
                yield Diagnostic(
                    catalogue.where(owner, *path),
                    "leg-unknown",
                    text("'{title}'까지 가는 시간을 계산할 수 없습니다.", title=entry.title),
                    text("배나 고속도로로 가는 곳, 위치를 모르는 곳입니다. 'leg: 분' 줄을 더하세요."),
                )
            elif entry.leg.minutes > LONG:
                yield Diagnostic(
                    catalogue.where(owner, *path, "leg"),
                    "long-leg",
                    text(
                        "'{title}'까지 가는 데 {minutes}분이 걸립니다.",
                        title=entry.title,
                        minutes=entry.leg.minutes,
                    ),
                    text("장소와 좌표가 맞는지 확인하고, 가까운 곳을 사이에 넣거나 순서를 바꾸세요."),
                    Severity.WARNING,
                )


def _legs(catalogue: Catalogue, owner: Owner) -> Iterator[tuple[Entry, Entry]]:
    stops = stops_of(owner, catalogue) if isinstance(owner, Visit) and owner.stops else owner.stops
    entries = itinerary(stops, minutes(owner.start), 0, catalogue).entries
    return pairwise(entries)


def _readable(stop: Stop, catalogue: Catalogue) -> bool:
    """Whether the record a stop names could be read; where not, that has its own diagnostic."""
    names_record = any(getattr(stop, key) is not None for key in PLACES)
    return not names_record or spot_of(stop, catalogue).id is not None


def guides_stand_at_their_stop(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A guide shows one place; wanted at another, somebody mistook them."""
    for owner, position, stop in _stops(catalogue):
        guide = catalogue.guide(stop.guide) if stop.guide else None
        if guide is None or not _readable(stop, catalogue):
            continue
        at_site = guide.site is not None and guide.site == stop.site
        in_town = guide.town is not None and guide.town == spot_of(stop, catalogue).town
        if not at_site and not in_town:
            yield Diagnostic(
                catalogue.where(owner, "stops", position, "guide"),
                "guide-elsewhere",
                text("'{guide}' 안내는 이곳이 아닌 다른 곳에서 합니다.", guide=guide.id),
                text("이 장소나 읍면동에서 안내하는 사람의 파일 이름을 적거나 이 줄을 지우세요."),
                Severity.WARNING,
            )


RULES = (
    stops_stand_at_one_place,
    landmarks_are_no_stops,
    routes_have_two_stops,
    ways_take_a_known_time,
    guides_stand_at_their_stop,
)
"""In the order of a stop."""
