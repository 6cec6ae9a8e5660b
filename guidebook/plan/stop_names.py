"""Names what happens at a stop, and where: lunch is called lunch, whatever its place is called.

Separate, because schedules, messages, calendars and forms all say it.
"""

from __future__ import annotations

from collections.abc import Callable

from guidebook.model.text import text
from guidebook.plan.itinerary import Entry

LUNCH = text("점심")


def happening(entry: Entry, words: Callable[[str], str]) -> str:
    """What happens: the stop's own words, else the name of its place. `words` translates."""
    if not entry.stop.lunch:
        return entry.title
    lunch, own = words(LUNCH.wording), entry.stop.text
    if own in (None, LUNCH.wording):
        return lunch
    if own.startswith((lunch, LUNCH.wording)):
        return own
    # Without a record the stop's own words are the name of the place.
    return f"{lunch}: {own}" if entry.spot.id else lunch


def place_name(entry: Entry, words: Callable[[str], str]) -> str:
    """Where it happens; empty where that says no more than what happens."""
    return "" if entry.spot.name == happening(entry, words) else entry.spot.name
