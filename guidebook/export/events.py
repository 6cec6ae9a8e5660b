"""Parts that all our iCalendar files share (RFC 5545): head, time zone, and an event for each stop.

The library is imported when it is used, because checking needs no more of this module than its zone.
"""

from __future__ import annotations

import gettext
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from guidebook.model.records.stop import Mode
from guidebook.model.site import Site
from guidebook.plan.itinerary import Entry
from guidebook.plan.names.day_names import night_of
from guidebook.plan.names.leg_names import ESTIMATED, way_of
from guidebook.plan.names.stop_names import happening, meeting, place_name
from guidebook.plan.spot import Precision

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

ZONE = ZoneInfo("Asia/Seoul")
DOMAIN = "jumin-guidebook"


def calendar_named(name: str, site: Site, about: str | None = None) -> Calendar:
    """An empty calendar that programs show under `name`, with what it is `about`."""
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", f"-//{DOMAIN}//{site.title_en}//KO")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    # The library does not know that these are text, and would not escape their commas and line ends.
    calendar.add("x-wr-calname", vText(name))
    if about is not None:
        calendar.add("x-wr-caldesc", vText(about))
    calendar.add_component(_zone())
    return calendar


@cache
def _zone() -> Timezone:
    """Our time zone as calendars describe it: the library asks for the hour of every day of the span to find it."""
    from icalendar import Timezone

    return Timezone.from_tzinfo(ZONE, first_date=date(2020, 1, 1), last_date=date(2038, 1, 1))


def event_of(entry: Entry, owner: str, day: date, stamp: datetime, translations: gettext.NullTranslations) -> Event:
    """The event of a stop; `day` is the first of the schedule. Its id follows from `owner`, the id of a visit or route,
    and the stop's number. At a lodging it lasts until they leave it on the day after.

    `stamp` is the moment of the content, in UTC.
    """
    from icalendar import Event

    spot, event = entry.spot, Event()
    event.add("uid", f"{owner}-{entry.number}@{DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    begin, end = moment_of(day, entry.arrive, entry.day), moment_of(day, entry.depart, entry.day)
    if entry.leave is not None:
        end = moment_of(day, entry.leave, entry.day + 1)
    event.add("dtstart", begin)
    if end > begin:  # The standard knows no event that ends when it begins.
        event.add("dtend", end)
    event.add("summary", f"{entry.number}. {happening(entry, translations.gettext)}")
    if spot.name:
        event.add("location", _location(entry, translations))
    if spot.point is not None and spot.precision is Precision.EXACT:
        event.add("geo", spot.point)
    return event


def lines_of(entry: Entry, translations: gettext.NullTranslations) -> list[str]:
    """What the description says of a stop: telephone, estimated way, guide."""
    words, spot = translations.gettext, entry.spot
    lines = []
    if spot.phone:
        lines.append(words("전화 {phone}").format(phone=spot.phone))
    if entry.leg and (entry.leg.basis in ESTIMATED or entry.leg.mode is not Mode.COACH):
        lines.append(way_of(entry, words))
    if len(entry.origins) > 1:
        lines.append(meeting(entry, words))
    if entry.stop.night:
        lines.append(night_of(entry, words))
    if entry.guide:
        lines.append(words("해설 확인") if entry.stop.confirmed else words("해설 요청"))
    return lines


def _location(entry: Entry, translations: gettext.NullTranslations) -> str:
    spot = entry.spot
    name = place_name(entry, translations.gettext) or spot.name
    if not spot.address:
        return f"{name}, {spot.area}" if spot.area else name
    doubt = f" ({translations.gettext('확인 필요')})" if "address" in spot.doubtful else ""
    return f"{name}, {spot.address}{doubt}"


def moment_of(day: date, minutes: int, number: int = 1) -> datetime:
    """The moment so many minutes after a day began, in Seoul: of the days from `day` on the one of that number."""
    return datetime.combine(day, time(), ZONE) + timedelta(days=number - 1, minutes=minutes)
