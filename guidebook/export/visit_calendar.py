"""A visit as an iCalendar file (RFC 5545): one event a stop, in Seoul's time."""

from __future__ import annotations

import gettext
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from guidebook.export.events import DOMAIN, ZONE, calendar_named, event_of, lines_of, moment_of
from guidebook.model.clock import minutes
from guidebook.model.records.delegation import Departure
from guidebook.model.records.visit import Status, Visit
from guidebook.model.site import Site
from guidebook.plan.itinerary import Entry, Itinerary

if TYPE_CHECKING:
    from icalendar import Event

STATUS = {Status.PLANNED: "TENTATIVE", Status.DONE: "CONFIRMED", Status.CANCELLED: "CANCELLED"}


def visit_calendar(visit: Visit, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations) -> bytes:
    """The file. Ids stay the same from printing to printing, so that a calendar updates what it has."""
    calendar = calendar_named(visit.delegation, site)
    if visit.depart is not None:
        calendar.add_component(_departure(visit, visit.depart, translations))
    for entry in itinerary.entries:
        calendar.add_component(_event(entry, visit, translations))
    return bytes(calendar.to_ical())


def _event(entry: Entry, visit: Visit, translations: gettext.NullTranslations) -> Event:
    event = event_of(entry, visit.id, date.fromisoformat(visit.date), _stamp(visit), translations)
    _add_state(event, visit)
    described = "\n".join(lines_of(entry, translations))
    if described:
        event.add("description", described)
    return event


def _departure(visit: Visit, depart: Departure, translations: gettext.NullTranslations) -> Event:
    """Setting off at home: a moment, for nobody knows how long the way is."""
    from icalendar import Event

    event, stamp = Event(), _stamp(visit)
    event.add("uid", f"{visit.id}-depart@{DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", moment_of(date.fromisoformat(visit.date), minutes(depart.time)))
    event.add("summary", translations.gettext("출발: {place}").format(place=depart.place))
    event.add("location", depart.place)
    _add_state(event, visit)
    return event


def _stamp(visit: Visit) -> datetime:
    """When the revision of the booklet was made, in UTC."""
    return datetime.fromisoformat(visit.revision_at).replace(tzinfo=ZONE).astimezone(UTC)


def _add_state(event: Event, visit: Visit) -> None:
    event.add("sequence", visit.revision)
    event.add("status", STATUS[visit.status])
