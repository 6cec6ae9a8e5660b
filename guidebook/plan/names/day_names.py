"""Names the days of a visit or route: `1일 차 2026. 12. 3.(목)`, `2026. 12. 3.(목) 10:00~12. 4.(금) 15:00`.

Separate, because schedules, messages and forms all say it.
"""

from __future__ import annotations

from collections.abc import Callable

from guidebook.model.clock import clock
from guidebook.model.wording.dates import with_weekday, within_year
from guidebook.model.wording.ranges import between
from guidebook.plan.itinerary import Day, Entry, Itinerary

Words = Callable[[str], str]
"""Translates."""


def day_name(number: int, words: Words) -> str:
    """`2일 차`."""
    return words("{number}일 차").format(number=number)


def day_head(day: Day, words: Words, language: str = "ko") -> str:
    """What heads the stops of one of several days: `2일 차`, of a visit `2일 차 2026. 12. 4.(금)`."""
    name = day_name(day.number, words)
    return f"{name} {with_weekday(day.date, language, words)}" if day.date else name


def dates(itinerary: Itinerary, words: Words, language: str = "ko") -> str:
    """The days of a visit: `2026. 12. 3.(목)`, `2026. 12. 3.(목)~12. 4.(금)`."""
    first, last = _ends(itinerary, words, language)
    return between(first, last, words) if last else first


def when(itinerary: Itinerary, words: Words, language: str = "ko") -> str:
    """From when to when a visit is: `2026. 12. 3.(목) 10:00~15:00`, `2026. 12. 3.(목) 10:00~12. 4.(금) 15:00`."""
    first, last = _ends(itinerary, words, language)
    return between(f"{first} {clock(itinerary.start)}", f"{last} {clock(itinerary.end)}".lstrip(), words)


def time_of(entry: Entry, itinerary: Itinerary, words: Words) -> str:
    """When a stop is reached, where stops of several days stand in one list: `2일 차 09:30`."""
    time = clock(entry.arrive)
    return f"{day_name(entry.day, words)} {time}" if itinerary.several else time


def stay_of(entry: Entry, words: Words) -> str:
    """From when to when they are at a stop; of a lodging, where the evening is free, when they come."""
    if entry.stop.night and not entry.stop.stay:
        return clock(entry.arrive)
    return between(clock(entry.arrive), clock(entry.depart), words)


def night_of(entry: Entry, words: Words) -> str:
    """`숙박, 다음 날 08:40 출발`; empty where nobody sleeps."""
    if not entry.stop.night:
        return ""
    leave = "" if entry.leave is None else words("다음 날 {time} 출발").format(time=clock(entry.leave))
    return ", ".join(part for part in (words("숙박"), leave) if part)


def _ends(itinerary: Itinerary, words: Words, language: str) -> tuple[str, str]:
    assert itinerary.date is not None, "a visit has a date"
    last = itinerary.last_date
    if last is None or last == itinerary.date:
        return with_weekday(itinerary.date, language, words), ""
    return with_weekday(itinerary.date, language, words), within_year(last, itinerary.date, language, words)
