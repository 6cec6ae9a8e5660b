"""When a place is open, by its rule in OSM's `opening_hours` grammar: the only module that knows the library."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from opening_hours import OpeningHours, State, validate

Spans = tuple[tuple[int, int], ...]
"""Open spans of one day in minutes since midnight."""

COUNTRY = "KR"


def parses(opening: str) -> bool:
    """Whether `opening` is a rule."""
    return _rule(opening) is not None


def spans(opening: str, day: datetime.date) -> Spans:
    """When a place with this rule may be open on `day`; empty where it is closed all day or the rule cannot be read.

    `unknown` hours count: only what is said to be closed is closed.
    """
    rule = _rule(opening)
    if rule is None:
        return ()
    begin = datetime.datetime.combine(day, datetime.time())
    found = rule.intervals(begin, begin + datetime.timedelta(days=1))
    return tuple((_minutes(start, day), _minutes(end, day)) for start, end, state, _ in found if state != State.CLOSED)


def hours_are_unknown(opening: str) -> bool:
    """Whether the rule itself says `unknown`: it tells closed days, but nothing that a machine may take for hours."""
    return "unknown" in re.sub(r'"[^"]*"', "", opening)


def follows_holidays(opening: str) -> bool:
    """Whether the rule says that public holidays are closed."""
    return "PH off" in opening or "PH closed" in opening


def calendar_has(day: datetime.date) -> bool:
    """Whether the library's calendar holds `day` as a public holiday, substitutes included."""
    return bool(spans("PH 00:00-24:00", day))


@lru_cache(maxsize=256)
def _rule(opening: str) -> OpeningHours | None:
    return OpeningHours(opening, country=COUNTRY) if validate(opening) else None


def _minutes(moment: datetime.datetime, day: datetime.date) -> int:
    passed = moment.replace(tzinfo=None) - datetime.datetime.combine(day, datetime.time())
    return int(passed.total_seconds()) // 60
