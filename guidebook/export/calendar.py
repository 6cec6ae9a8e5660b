"""A visit as an iCalendar file (RFC 5545): one event a stop, in Seoul's time."""

from __future__ import annotations

import gettext
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from guidebook.model.site import Site
from guidebook.model.visit import Status, Visit
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.plan.leg import Basis
from guidebook.plan.spot import Precision, Spot

ZONE = ZoneInfo("Asia/Seoul")
DOMAIN = "jumin-guidebook"
STATUS = {Status.PLANNED: "TENTATIVE", Status.DONE: "CONFIRMED", Status.CANCELLED: "CANCELLED"}


def visit_calendar(visit: Visit, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations) -> bytes:
    """The file. Ids stay the same from printing to printing, so that a calendar updates what it has."""
    made = Calendar()
    made.add("prodid", f"-//{DOMAIN}//{site.title_en}//KO")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", visit.delegation)
    made.add_component(Timezone.from_tzinfo(ZONE, first_date=date(2020, 1, 1), last_date=date(2038, 1, 1)))
    for entry in itinerary.entries:
        made.add_component(_event(entry, visit, translations))
    return bytes(made.to_ical())


def _event(entry: Entry, visit: Visit, translations: gettext.NullTranslations) -> Event:
    spot, made = entry.spot, Event()
    moment = datetime.fromisoformat(visit.edition_at).replace(tzinfo=ZONE).astimezone(UTC)
    made.add("uid", f"{visit.id}-{entry.number}@{DOMAIN}")
    made.add("dtstamp", moment)
    made.add("last-modified", moment)
    made.add("sequence", visit.edition)
    made.add("dtstart", _at(visit.date, entry.arrive))
    if entry.depart > entry.arrive:  # The standard knows no event that ends when it begins.
        made.add("dtend", _at(visit.date, entry.depart))
    made.add("summary", f"{entry.number}. {entry.title}")
    if spot.name:
        made.add("location", _location(spot, translations))
    if spot.point is not None and spot.precision is Precision.EXACT:
        made.add("geo", spot.point)
    made.add("status", STATUS[visit.status])
    described = "\n".join(_lines(entry, translations))
    if described:
        made.add("description", described)
    return made


def _location(spot: Spot, translations: gettext.NullTranslations) -> str:
    if not spot.address:
        return spot.name
    doubt = f" ({translations.gettext('확인 필요')})" if "address" in spot.doubtful else ""
    return f"{spot.name}, {spot.address}{doubt}"


def _lines(entry: Entry, translations: gettext.NullTranslations) -> list[str]:
    words, spot = translations.gettext, entry.spot
    doubt = words("확인 필요")
    lines = []
    if spot.phone:
        lines.append(
            words("전화 {phone}").format(phone=spot.phone) + (f" ({doubt})" if "phone" in spot.doubtful else "")
        )
    if entry.leg and entry.leg.basis in (Basis.ESTIMATED, Basis.TOWNS):
        lines.append(words("이동 {minutes}분(추정)").format(minutes=entry.leg.minutes))
    if entry.guide:
        lines.append(words("해설 확인") if entry.stop.confirmed else words("해설 요청"))
    return lines


def _at(day: str, minutes: int) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), ZONE) + timedelta(minutes=minutes)
