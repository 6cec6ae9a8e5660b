"""Names what happens at a stop, and where: lunch is called lunch, whatever its place is called.

Separate, because schedules, messages, calendars and forms all say it.
"""

from __future__ import annotations

from collections.abc import Callable

from guidebook.model.records.stop import MEALS
from guidebook.model.wording.numbers import number
from guidebook.plan.itinerary import Entry


def happening(entry: Entry, words: Callable[[str], str]) -> str:
    """What happens: the stop's own words, else the name of its place; before it the group. `words` translates."""
    happens = _happens(entry, words)
    return f"{entry.stop.group}: {happens}" if entry.stop.group else happens


def _happens(entry: Entry, words: Callable[[str], str]) -> str:
    if entry.stop.eats is None:
        return entry.title
    name, own = MEALS[entry.stop.eats.value], entry.stop.text
    meal = name.into(words)
    if own in (None, name.wording):
        return meal
    if own.startswith((meal, name.wording)):
        return own
    # Without a record the stop's own words are the name of the place.
    return f"{meal}: {own}" if entry.spot.id else meal


def group_name(entry: Entry, words: Callable[[str], str]) -> str:
    """`A조 20명`; empty where everyone is."""
    if not entry.stop.group or entry.people is None:
        return entry.stop.group or ""
    return f"{entry.stop.group} {words('{count}명').format(count=number(entry.people))}"


def meeting(entry: Entry, words: Callable[[str], str]) -> str:
    """Where groups meet, that they do, and who waits how long: `모두 합류, A조 15분 대기`; empty elsewhere."""
    if len(entry.origins) < 2:
        return ""
    waiting = (words("{group} {minutes}분 대기").format(group=name, minutes=minutes) for name, minutes in entry.early)
    return ", ".join((words("모두 합류"), *waiting))


def meal_name(entry: Entry, words: Callable[[str], str]) -> str:
    """`점심`; empty where nobody eats."""
    return MEALS[entry.stop.eats.value].into(words) if entry.stop.eats else ""


def place_name(entry: Entry, words: Callable[[str], str]) -> str:
    """Where it happens; empty where that says no more than what happens. Of several places how many go to each."""
    if entry.tables:
        return ", ".join(_counted(table, words) for table in entry.tables)
    return "" if entry.spot.name == _happens(entry, words) else entry.spot.name


def _counted(table: Entry, words: Callable[[str], str]) -> str:
    if table.people is None:
        return table.spot.name
    return f"{table.spot.name} {words('{count}명').format(count=number(table.people))}"
