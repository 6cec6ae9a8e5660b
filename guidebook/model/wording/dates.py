"""Dates as readers see them, only as exact as they are known: `2019. 7. 23.`. The one place that writes them."""

from __future__ import annotations

import datetime

WEEKDAYS = "월화수목금토일"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def written(date: str, language: str = "ko") -> str:
    """`2019-07-23` → `2019. 7. 23.` or `23 July 2019`, `2019-07` → `2019. 7.` or `July 2019`, `2019` → `2019년`."""
    year, *rest = date.split("-")
    if language != "ko":
        labels = [MONTHS[int(rest[0]) - 1]] if rest else []
        return " ".join([*(str(int(day)) for day in rest[1:]), *labels, year])
    if not rest:
        return f"{year}년"
    return f"{year}. " + " ".join(f"{int(part)}." for part in rest)


def cited(date: str, language: str = "ko") -> str:
    """The date at the end of a citation, where a year stands bare: `마루군, 「…」, 2019`."""
    return written(date, language) if "-" in date else date


def period_in_english(start: str, end: str) -> str:
    """From one date to another, with what they share said once: `23–24 July 2019`, `January – October 2019`."""
    first, last = start.split("-"), end.split("-")
    if len(first) != len(last) or first[0] != last[0] or len(first) == 1:
        return f"{written(start, 'en')} – {written(end, 'en')}"
    if len(first) == 3 and first[:2] == last[:2]:
        return f"{int(first[2])}–{written(end, 'en')}"
    return f"{written(start, 'en').removesuffix(first[0]).rstrip()} – {written(end, 'en')}"


def with_weekday(date: str, language: str = "ko") -> str:
    """`2026-12-03` → `2026. 12. 3.(목)` or `Thu 3 December 2026`."""
    day = datetime.date.fromisoformat(date)
    if language != "ko":
        return f"{DAYS[day.weekday()]} {written(date, language)}"
    return f"{written(date)}({WEEKDAYS[day.weekday()]})"


def moment(value: str, language: str = "ko") -> str:
    """`2026-12-01 16:30` → `2026. 12. 1. 16:30`."""
    date, time = value.split(" ")
    return f"{written(date, language)} {time}"
