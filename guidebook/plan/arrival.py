"""What one finds at a place when one comes: open, open at other hours, or closed and why.

Holidays that `opening_hours` does not know count like the others. A closing day that a public holiday moves to the
next weekday, the commonest rule of museums, has no form in OSM's grammar and is worked out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guidebook.model.settings.city import Holiday
from guidebook.plan.holiday import public_holiday
from guidebook.plan.opening import Spans, calendar_has, follows_holidays, spans

_DAY = timedelta(days=1)
_WEEKS = (-2, -1, 0, 1, 2)


class State(StrEnum):
    """What one finds."""

    OPEN = "open"
    OUTSIDE = "outside"
    """Open that day, but not during the whole stay."""
    CLOSED = "closed"
    """All day."""


class Why(StrEnum):
    """Why a place is closed all day."""

    WEEKDAY = "weekday"
    """Closed on that day of every week."""
    HOLIDAY = "holiday"
    MOVED = "moved"
    """The weekly closing day was a public holiday, so this weekday is closed instead."""
    DATE = "date"
    """A season or a single date."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one finds at a place."""

    state: State
    spans: Spans
    """The hours of that day; none when closed."""
    why: Why | None = None
    holiday: str | None = None
    """The public holiday of that day, also where the place is open on it."""


def find(
    opening: str, day: date, arrive: int, leave: int, extra: Sequence[Holiday] = (), moved_closing: bool = False
) -> Found:
    """What a stay from `arrive` until `leave`, in minutes since midnight, meets. The rule must parse."""
    holiday = public_holiday(day, extra)
    if moved_closing and _closed_instead(opening, day, extra):
        return Found(State.CLOSED, (), Why.MOVED, holiday)
    hours = spans(opening, day)
    if holiday and follows_holidays(opening):
        hours = ()
    elif holiday and moved_closing and _weekly_off(opening, day):
        hours = _usual_hours_near(opening, day)
    if not hours:
        return Found(State.CLOSED, (), _why(opening, day, holiday), holiday)
    inside = any(begin <= arrive and leave <= end for begin, end in hours)
    return Found(State.OPEN if inside else State.OUTSIDE, hours, None, holiday)


def _ordinary(opening: str, day: date) -> bool:
    """Whether the place is open that day, and no holiday of the calendar is why."""
    return not calendar_has(day) and bool(spans(opening, day))


def _weekly_off(opening: str, day: date) -> bool:
    """Whether it is closed on this day of the week, while other days around are open."""
    same_weekday = (day + 7 * weeks * _DAY for weeks in _WEEKS)
    around = (day + days * _DAY for days in range(-7, 8))
    return not any(_ordinary(opening, one) for one in same_weekday) and any(_ordinary(opening, one) for one in around)


def _why(opening: str, day: date, holiday: str | None) -> Why:
    """Why a day is closed that is no moved closing day."""
    if _weekly_off(opening, day):
        return Why.WEEKDAY
    return Why.HOLIDAY if holiday else Why.DATE


def _closed_instead(opening: str, day: date, extra: Sequence[Holiday]) -> bool:
    """Whether this is the first weekday without a holiday after a weekly closing day that was a holiday."""
    if not _workday(day, extra):
        return False
    before = day - _DAY
    while not _workday(before, extra):
        if public_holiday(before, extra) and _weekly_off(opening, before):
            return True
        before -= _DAY
    return False


def _workday(day: date, extra: Sequence[Holiday]) -> bool:
    return day.weekday() < 5 and public_holiday(day, extra) is None


def _usual_hours_near(opening: str, day: date) -> Spans:
    """The hours of the next day that is open: the grammar gives none for a closing day that is open for once."""
    following = (day + days * _DAY for days in range(1, 15))
    return next((spans(opening, one) for one in following if _ordinary(opening, one)), ())
