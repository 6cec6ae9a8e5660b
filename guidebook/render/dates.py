"""Dates as readers see them, only as exact as they are known."""

from __future__ import annotations

import datetime

WEEKDAYS = "월화수목금토일"


def written(date: str, language: str = "ko") -> str:
    """`2019-07-23` → `2019. 7. 23.`, `2019-07` → `2019. 7.`, `2019` → `2019`; English keeps the ISO form."""
    if language != "ko" or "-" not in date:
        return date
    year, *rest = date.split("-")
    return f"{year}. " + " ".join(f"{int(part)}." for part in rest)


def with_weekday(date: str, language: str = "ko") -> str:
    """`2026-12-03` → `2026. 12. 3.(목)`; English: `2026-12-03 (Thu)`."""
    day = datetime.date.fromisoformat(date)
    if language != "ko":
        return f"{date} ({('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[day.weekday()]})"
    return f"{written(date)}({WEEKDAYS[day.weekday()]})"


def moment(value: str, language: str = "ko") -> str:
    """`2026-12-01 16:30` → `2026. 12. 1. 16:30`."""
    date, time = value.split(" ")
    return f"{written(date, language)} {time}"
