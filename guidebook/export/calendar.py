"""A visit as an iCalendar file (RFC 5545): one event a stop, in Seoul's time."""

from __future__ import annotations

import gettext
from datetime import UTC, date, datetime

from icalendar import Event

from guidebook.export.events import ZONE, calendar_named, event_of, lines_of
from guidebook.model.site import Site
from guidebook.model.visit import Status, Visit
from guidebook.plan.itinerary import Entry, Itinerary

STATUS = {Status.PLANNED: "TENTATIVE", Status.DONE: "CONFIRMED", Status.CANCELLED: "CANCELLED"}


def visit_calendar(visit: Visit, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations) -> bytes:
    """The file. Ids stay the same from printing to printing, so that a calendar updates what it has."""
    made = calendar_named(visit.delegation, site)
    for entry in itinerary.entries:
        made.add_component(_event(entry, visit, translations))
    return bytes(made.to_ical())


def _event(entry: Entry, visit: Visit, translations: gettext.NullTranslations) -> Event:
    stamp = datetime.fromisoformat(visit.edition_at).replace(tzinfo=ZONE).astimezone(UTC)
    made = event_of(entry, visit.id, date.fromisoformat(visit.date), stamp, translations)
    made.add("sequence", visit.edition)
    made.add("status", STATUS[visit.status])
    described = "\n".join(lines_of(entry, translations))
    if described:
        made.add("description", described)
    return made
