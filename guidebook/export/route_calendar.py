"""A suggested route as an iCalendar file on an example date. Every event says that nothing is booked."""

from __future__ import annotations

import gettext
from datetime import UTC, date, datetime, time

from guidebook.export.events import ZONE, calendar_named, event_of, lines_of
from guidebook.export.imprint import terms
from guidebook.model.records.route import Route
from guidebook.model.site import Site
from guidebook.model.wording.sample import file_notice, titled
from guidebook.plan.designation import first_day
from guidebook.plan.itinerary import Itinerary


def route_calendar(
    route: Route, itinerary: Itinerary, site: Site, day: date, translations: gettext.NullTranslations
) -> bytes:
    """The file. Ids stay the same on whatever day the route is laid."""
    example = translations.gettext("추천 코스를 이 날짜에 배치한 예시입니다. 예약이 아닙니다.")
    about_lines = [route.summary, example, file_notice(site, translations), terms(site, translations)]
    stamp = datetime.combine(first_day(site.published), time(), ZONE).astimezone(UTC)
    about = "\n".join(line for line in about_lines if line)
    calendar = calendar_named(titled(route.title, site, translations), site, about)
    for entry in itinerary.entries:
        event = event_of(entry, route.id, day, stamp, translations)
        event.add("status", "TENTATIVE")
        event.add("description", "\n".join([example, *lines_of(entry, translations)]))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
