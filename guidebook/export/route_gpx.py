"""A route as GPX 1.1: a named waypoint for each place, and the places in order; the only module that knows gpxpy.

A navigator takes every point for the place itself, so only own points go in; what is left out is said.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from itertools import groupby

from gpxpy.gpx import GPX, GPXRoute, GPXRoutePoint, GPXWaypoint

from guidebook.export.imprint import terms
from guidebook.model.records.route import Route
from guidebook.model.site import Site
from guidebook.model.text import text
from guidebook.model.wording.sample import file_notice, titled
from guidebook.plan.designation import first_day
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.plan.spot import Precision

OWN = (Precision.EXACT, Precision.DOUBTFUL)
WHY = {
    Precision.NEARBY: text("대략 위치만 확인"),
    Precision.TOWN: text("읍면동만 확인"),
    Precision.NONE: text("위치 미확인"),
}
"""Why a stop is left out."""


def route_gpx(route: Route, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations) -> bytes | None:
    """The file; None where fewer than two stops have a point of their own."""
    placed = [entry for entry in itinerary.entries if entry.spot.precision in OWN]
    if len(placed) < 2:
        return None
    gpx, way = GPX(), GPXRoute(route.title, route.summary)
    gpx.creator = "jumin-guidebook"
    gpx.name = titled(route.title, site, translations)
    gpx.description = "\n".join(_description(route, itinerary, site, translations))
    gpx.author_name = site.publisher.name
    gpx.time = datetime.combine(first_day(site.published), time(), UTC)
    for _, stay in groupby(placed, lambda entry: (entry.spot.kind, entry.spot.id)):
        gpx.waypoints.append(_waypoint(tuple(stay), translations))
    for entry in placed:
        lat, lon = _point(entry)
        way.points.append(GPXRoutePoint(lat, lon, name=_name([entry])))
    gpx.routes.append(way)
    return (gpx.to_xml("1.1") + "\n").encode()


def _description(
    route: Route, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations
) -> Iterator[str]:
    """What the file says of itself, line by line."""
    words = translations.gettext
    yield route.summary
    yield words("추천 코스입니다. 예약이 아닙니다.")
    missing = [
        f"{entry.number}. {entry.title}({WHY[entry.spot.precision].into(words)})"
        for entry in itinerary.entries
        if entry.spot.precision not in OWN
    ]
    if missing:
        yield words("정확한 좌표를 몰라 제외한 곳: {stops}").format(stops=", ".join(missing))
    if not site.official:
        yield file_notice(site, translations)
    yield terms(site, translations)


def _waypoint(stay: tuple[Entry, ...], translations: gettext.NullTranslations) -> GPXWaypoint:
    """One place, however many stops in a row it is."""
    lat, lon = _point(stay[0])
    return GPXWaypoint(lat, lon, name=_name(stay), description="\n".join(_lines(stay, translations)))


def _name(stay: Iterable[Entry]) -> str:
    """`1. 마루군청`; `1·2. 마루군청`."""
    entries = tuple(stay)
    return f"{'·'.join(str(entry.number) for entry in entries)}. {entries[0].spot.name}"


def _lines(stay: tuple[Entry, ...], translations: gettext.NullTranslations) -> Iterator[str]:
    words, spot = translations.gettext, stay[0].spot
    for entry in stay:
        yield words("{title}, {minutes}분").format(title=entry.title, minutes=entry.stop.stay)
    if spot.address:
        yield f"{spot.address} ({words('확인 필요')})" if "address" in spot.doubtful else spot.address
    if spot.phone:
        yield words("전화 {phone}").format(phone=spot.phone)
    if spot.precision is Precision.DOUBTFUL:
        yield words("위치 확인 필요")


def _point(entry: Entry) -> tuple[float, float]:
    assert entry.spot.point is not None, "a stop with a precision has a point"
    return entry.spot.point
