"""What is due as an iCalendar file (RFC 5545): one whole day each, with an id that stays the same from year to year."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from guidebook.export.events import DOMAIN, ZONE, calendar_named
from guidebook.model.site import Site
from guidebook.plan.ageing import Due, Reason


def due_calendar(found: Iterable[Due], site: Site, moment: str, translations: gettext.NullTranslations) -> bytes:
    """The file; `moment` (`2026-11-28 14:05`) is when it was made. What has no day has no event."""
    from icalendar import Event

    words = translations.gettext
    calendar = calendar_named(words("{title} 확인할 것").format(title=site.title), site)
    stamp = datetime.fromisoformat(moment).replace(tzinfo=ZONE).astimezone(UTC)
    for due in found:
        if due.day is None:
            continue
        event = Event()
        event.add("uid", f"due-{due.reason.value}-{due.id}-{'-'.join(due.keys)}@{DOMAIN}")
        event.add("dtstamp", stamp)
        event.add("dtstart", due.day)
        event.add("dtend", due.day + timedelta(days=1))
        event.add("summary", _summary(due, translations))
        event.add("description", ", ".join((*(title.into(words) for title in due.titles), *_since(due, translations))))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _summary(due: Due, translations: gettext.NullTranslations) -> str:
    words = translations.gettext
    said = {
        Reason.REVIEW: words("{name}: 전체 검토"),
        Reason.ENDING: words("{name}: 위생등급 지정이 끝나는 날"),
        Reason.UNCONFIRMED: words("{name}: 값 다시 확인"),
    }
    return said[due.reason].format(name=due.called)


def _since(due: Due, translations: gettext.NullTranslations) -> tuple[str, ...]:
    return (
        (translations.gettext("마지막 확인 {seen}").format(seen=due.seen),) if due.reason is not Reason.ENDING else ()
    )
