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
from guidebook.model.records.stop import Mode
from guidebook.model.site import Site
from guidebook.model.text import text
from guidebook.model.wording.sample import file_notice, titled
from guidebook.plan.designation import first_day
from guidebook.plan.itinerary import Day, Entry, Itinerary
from guidebook.plan.names.day_names import day_head
from guidebook.plan.names.leg_names import mode_name
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
    gpx = GPX()
    gpx.creator = "jumin-guidebook"
    gpx.name = titled(route.title, site, translations)
    gpx.description = "\n".join(_description(route, itinerary, site, translations))
    gpx.author_name = site.publisher.name
    gpx.time = datetime.combine(first_day(site.published), time(), UTC)
    for _, stay in groupby(placed, lambda entry: (entry.spot.kind, entry.spot.id)):
        gpx.waypoints.append(_waypoint(tuple(stay), translations))
    gpx.routes += [way for day in itinerary.days for way in _ways(route, day, itinerary.several, translations)]
    return (gpx.to_xml("1.1") + "\n").encode()


def _ways(route: Route, day: Day, several: bool, translations: gettext.NullTranslations) -> Iterator[GPXRoute]:
    """The places of a day in their order, beginning where they slept; a way for each stretch by one vehicle."""
    words = translations.gettext
    entries = (*((day.lodging,) if day.lodging else ()), *day.entries)
    placed = [entry for entry in entries if entry.spot.precision in OWN]
    modes = [entry.leg.mode if entry.leg else Mode.COACH for entry in placed]
    begins = 0
    for at in range(1, len(placed) + 1):
        if at < len(placed) and (at == begins + 1 or modes[at] is modes[at - 1]):
            continue
        mode = modes[at - 1]
        told = (day_head(day, words) if several else "", mode_name(mode, words) if len({*modes[1:]}) > 1 else "")
        said = ", ".join(part for part in told if part)
        way = GPXRoute(f"{route.title} ({said})" if said else route.title, route.summary)
        way.type = mode.value if mode is not Mode.COACH else None
        for entry in placed[begins:at]:
            lat, lon = _point(entry)
            way.points.append(GPXRoutePoint(lat, lon, name=_name([entry])))
        yield way
        begins = at - 1


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
