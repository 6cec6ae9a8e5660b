"""Dates as readers see them, only as exact as they are known: `2019. 7. 23.`. The one place that writes them.

Korean and English are written here. A further language has their form in its catalogue; `words` translates into it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from guidebook.model.record import KOREAN
from guidebook.model.text import text

Words = Callable[[str], str]
ENGLISH = "en"
WEEKDAYS = "월화수목금토일"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FORMS = (text("{year}년"), text("{year}년 {month}월"), text("{year}년 {month}월 {day}일"))
"""By how much of a date is known, in further languages."""
_WITH_WEEKDAY = (
    *(text("{date}(월)"), text("{date}(화)"), text("{date}(수)"), text("{date}(목)")),
    *(text("{date}(금)"), text("{date}(토)"), text("{date}(일)")),
)


def written(date: str, language: str = KOREAN, words: Words = str) -> str:
    """`2019-07-23` → `2019. 7. 23.` or `23 July 2019`, `2019-07` → `2019. 7.` or `July 2019`, `2019` → `2019년`."""
    year, *rest = date.split("-")
    if language not in (KOREAN, ENGLISH):
        names = ("year", "month", "day")
        parts = {name: str(int(part)) for name, part in zip(names, (year, *rest), strict=False)}
        return words(_FORMS[len(rest)].wording).format(**parts)
    if language == ENGLISH:
        labels = [MONTHS[int(rest[0]) - 1]] if rest else []
        return " ".join([*(str(int(day)) for day in rest[1:]), *labels, year])
    if not rest:
        return f"{year}년"
    return f"{year}. " + " ".join(f"{int(part)}." for part in rest)


def cited(date: str, language: str = KOREAN, words: Words = str) -> str:
    """The date at the end of a citation, where a year stands bare: `마루군, 「…」, 2019`."""
    return written(date, language, words) if "-" in date else date


def period_in_english(start: str, end: str) -> str:
    """From one date to another, with what they share said once: `23–24 July 2019`, `January – October 2019`."""
    first, last = start.split("-"), end.split("-")
    if len(first) != len(last) or first[0] != last[0] or len(first) == 1:
        return f"{written(start, 'en')} – {written(end, 'en')}"
    if len(first) == 3 and first[:2] == last[:2]:
        return f"{int(first[2])}–{written(end, 'en')}"
    return f"{written(start, 'en').removesuffix(first[0]).rstrip()} – {written(end, 'en')}"


def with_weekday(date: str, language: str = KOREAN, words: Words = str) -> str:
    """`2026-12-03` → `2026. 12. 3.(목)` or `Thu 3 December 2026`."""
    day = datetime.date.fromisoformat(date)
    if language not in (KOREAN, ENGLISH):
        return words(_WITH_WEEKDAY[day.weekday()].wording).format(date=written(date, language, words))
    if language == ENGLISH:
        return f"{DAYS[day.weekday()]} {written(date, language)}"
    return f"{written(date)}({WEEKDAYS[day.weekday()]})"


def within_year(date: str, before: str, language: str = KOREAN, words: Words = str) -> str:
    """The end of a stretch of days with its weekday; in Korean the year of its beginning is not said again."""
    said = with_weekday(date, language, words)
    return said.removeprefix(f"{date[:4]}. ") if language == KOREAN and date[:4] == before[:4] else said


def moment(value: str, language: str = KOREAN, words: Words = str) -> str:
    """`2026-12-01 16:30` → `2026. 12. 1. 16:30`."""
    date, time = value.split(" ")
    return f"{written(date, language, words)} {time}"
