"""Opening hours of TourAPI in OSM's grammar, only where their words leave nothing to guess.

The grammar is small on purpose: one span for all days, and closing days by weekday or none. Seasons, last admissions,
several places or holidays make it stop, and a person decides.
"""

from __future__ import annotations

import re

SPAN = r"(?:매일 ?)?(\d{1,2}):([0-5]\d) ?[~∼～-] ?(\d{1,2}):([0-5]\d)"
DAYS = {"월": "Mo", "화": "Tu", "수": "We", "목": "Th", "금": "Fr", "토": "Sa", "일": "Su"}
ALWAYS = frozenset({"연중무휴", "없음", "무휴"})


def opening_of(hours: str, closed: str) -> str | None:
    """`Tu-Su 09:00-18:00` of `09:00~18:00` and `매주 월요일`; None where anything else is said, or nothing."""
    span = re.fullmatch(SPAN, hours)
    days = _open_days(closed)
    if span is None or not days:
        return None
    begin, end = f"{span[1]:0>2}:{span[2]}", f"{span[3]:0>2}:{span[4]}"
    if not begin < end <= "24:00":
        return None
    return f"{_together(days)} {begin}-{end}"


def _open_days(closed: str) -> list[str]:
    """The days on which it is open; none where that is not said in these words alone."""
    if closed in ALWAYS:
        return list(DAYS.values())
    named = re.fullmatch(r"(?:매주 ?)?([월화수목금토일])요일(?: ?[,/·] ?([월화수목금토일])요일)?", closed)
    off = {DAYS[day] for day in named.groups() if day} if named else set(DAYS.values())
    return [day for day in DAYS.values() if day not in off]


def _together(days: list[str]) -> str:
    """`Mo-We,Fr-Su`: days that follow each other as one span."""
    week, spans = list(DAYS.values()), list[list[str]]()
    for day in days:
        if spans and week.index(day) == week.index(spans[-1][-1]) + 1:
            spans[-1].append(day)
        else:
            spans.append([day])
    return ",".join(span[0] if len(span) == 1 else f"{span[0]}-{span[-1]}" for span in spans)
