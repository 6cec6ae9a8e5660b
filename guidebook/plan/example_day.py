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
    """The first workday from the site's date on when every place is open as long as one stays.

    Where there is none: when no place is closed all day; where there is none either: the first workday.
    """
    begin = first_day(site.published)
    days = [day for day in (begin + timedelta(days=ahead) for ahead in range(HORIZON)) if _workday(day, site)]
    states = {day: _states(itinerary, day, site) for day in days}
    for bearable in ({State.OPEN}, {State.OPEN, State.OUTSIDE}):
        day = next((day for day in days if states[day] <= bearable), None)
        if day is not None:
            return day
    return days[0] if days else begin


def _workday(day: date, site: Site) -> bool:
    return day.weekday() < 5 and public_holiday(day, site.holidays) is None


def _states(itinerary: Itinerary, day: date, site: Site) -> set[State]:
    """What a delegation meets that day at the places whose hours are known."""
    return {
        find(spot.opening, day, entry.arrive, entry.depart, site.holidays, spot.moved_closing).state
        for entry in itinerary.entries
        if (spot := entry.spot).opening and parses(spot.opening)
    }
