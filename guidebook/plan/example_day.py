"""The date of a route's example calendar: the first day on which its places are open. It is never an offer."""

from __future__ import annotations

from datetime import date, timedelta

from guidebook.model.site import Site
from guidebook.plan.arrival import State, find
from guidebook.plan.designation import first_day
from guidebook.plan.holiday import public_holiday
from guidebook.plan.itinerary import Itinerary
from guidebook.plan.opening import parses

HORIZON = 56
"""Days looked at: whatever is closed on all of them keeps no calendar from being made."""


def example_day(itinerary: Itinerary, site: Site) -> date:
    """The first workday from the site's date on when every place is open as long as one stays; on each of its days.

    Where there is none: when no place is closed all day; where there is none either: the first workday.
    """
    begin = first_day(site.published)
    ahead = (begin + timedelta(days=days) for days in range(HORIZON))
    days = [day for day in ahead if all(_workday(one, site) for one in _days(itinerary, day))]
    states = {day: _states(itinerary, day, site) for day in days}
    for bearable in ({State.OPEN}, {State.OPEN, State.OUTSIDE}):
        day = next((day for day in days if states[day] <= bearable), None)
        if day is not None:
            return day
    return days[0] if days else begin


def _workday(day: date, site: Site) -> bool:
    return day.weekday() < 5 and public_holiday(day, site.holidays) is None


def _days(itinerary: Itinerary, day: date) -> tuple[date, ...]:
    """The days of a route that begins on `day`."""
    return tuple(day + timedelta(days=ahead) for ahead in range(itinerary.entries[-1].day if itinerary.entries else 1))


def _states(itinerary: Itinerary, day: date, site: Site) -> set[State]:
    """What a delegation that comes that day meets at the places whose hours are known."""
    return {
        find(spot.opening, on, entry.arrive, entry.depart, site.holidays, spot.moved_closing).state
        for entry in itinerary.entries
        if (spot := entry.spot).opening and parses(spot.opening) and (on := day + timedelta(days=entry.day - 1))
    }
