"""What ages: values that were last confirmed a year ago, designations that end, reviews that are due.

Arithmetic alone. `check --today` says it at the line of the value, `due` puts it into a list and a calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Span
from guidebook.model.label import label_of
from guidebook.model.record import Record, SubRecord
from guidebook.model.records.guide import Guide
from guidebook.model.records.restaurant import Designation
from guidebook.model.records.sourced import Sourced
from guidebook.model.records.town import Hall
from guidebook.model.site import Site
from guidebook.model.source import Source
from guidebook.model.text import Text
from guidebook.plan.designation import last_day

VALUES = ("phone", "hours", "closed", "fee", "ask")
"""What changes without anybody telling us."""


class Reason(StrEnum):
    """Why something is due."""

    UNCONFIRMED = "unconfirmed"
    ENDING = "ending"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Due:
    """Something to look at again."""

    reason: Reason
    day: date | None
    """When it is due; None where nobody knows when it was last confirmed."""
    seen: str
    """When it was last confirmed, as exactly as known: `2023-04`; for a designation, when it ends. May be empty."""
    called: str
    id: str
    keys: tuple[str, ...]
    """The fields, as they stand in the file."""
    titles: tuple[Text, ...]
    """The fields, as people call them."""
    span: Span


def ageing(catalogue: Catalogue) -> tuple[Due, ...]:
    """All that will be due some day, what is due first before what comes later."""
    found = (*_of_site(catalogue), *_of_records(catalogue), *_of_halls(catalogue), *_designations(catalogue))
    return tuple(sorted(found, key=lambda due: (due.day or date.min, due.called, due.id, due.keys)))


def due_by(catalogue: Catalogue, today: str) -> tuple[Due, ...]:
    """What is due on that day."""
    day = date.fromisoformat(today)
    return tuple(due for due in ageing(catalogue) if due.day is None or due.day <= day)


def _of_site(catalogue: Catalogue) -> Iterator[Due]:
    site = catalogue.site
    if site is not None:
        seen = site.reviewed or site.published
        key = "reviewed" if site.reviewed else "published"
        titles, span = (label_of(Site, key).title,), catalogue.where_site(key)
        yield Due(Reason.REVIEW, _a_year_after(seen), seen, site.title, "site", (key,), titles, span)


def _of_records(catalogue: Catalogue) -> Iterator[Due]:
    """One entry for all values of a record that were last seen at the same time."""
    for record in catalogue.records:
        if not isinstance(record, Sourced):
            continue
        by_time: dict[str, list[str]] = {}
        for name in VALUES:
            if getattr(record, name, None):
                by_time.setdefault(_last_seen(record.sources_of(name)), []).append(name)
        yield from (_unconfirmed(catalogue, record, type(record), seen, names) for seen, names in by_time.items())


def _of_halls(catalogue: Catalogue) -> Iterator[Due]:
    for town in catalogue.towns:
        names = [name for name in ("address", "phone") if getattr(town.hall, name)]
        yield _unconfirmed(catalogue, town, Hall, _last_seen(town.hall.sources), names, ("hall",))


def _unconfirmed(
    catalogue: Catalogue,
    record: Record,
    model: type[SubRecord],
    seen: str,
    names: Sequence[str],
    above: tuple[str, ...] = (),
) -> Due:
    day = _a_year_after(seen) if seen else None
    span = catalogue.where(record, *above, names[-1])
    titles = tuple(label_of(model, name).title for name in names)
    return Due(Reason.UNCONFIRMED, day, seen, _called(catalogue, record), record.id, tuple(names), titles, span)


def _called(catalogue: Catalogue, record: Record) -> str:
    """What people call it; a guide is known by where it is."""
    if not isinstance(record, Guide):
        return record.called
    at = catalogue.record(record.site or record.town or "")
    return at.called if at else record.called


def _designations(catalogue: Catalogue) -> Iterator[Due]:
    for restaurant in catalogue.restaurants:
        held = restaurant.designation
        if held is None or held.cancelled is not None:
            continue
        if held.end is not None:
            span = catalogue.where(restaurant, "designation", "end")
            day = last_day(held.end)
            titles = (label_of(Designation, "end").title,)
            yield Due(Reason.ENDING, day, held.end, restaurant.name, restaurant.id, ("designation.end",), titles, span)
        span = catalogue.where(restaurant, "designation", "checked_on")
        again, titles = _a_year_after(held.checked_on), (label_of(Designation, "grade").title,)
        keys, seen = ("designation",), held.checked_on
        yield Due(Reason.UNCONFIRMED, again, seen, restaurant.name, restaurant.id, keys, titles, span)


def _last_seen(sources: Sequence[Source]) -> str:
    """The latest day of the sources: of a kept copy, when it was kept. Empty where none has one."""
    days = [day for source in sources if (day := source.kept or source.date)]
    return max(days, key=last_day, default="")


def _a_year_after(seen: str) -> date:
    day = last_day(seen) + timedelta(days=1)
    try:
        return day.replace(year=day.year + 1) - timedelta(days=1)
    except ValueError:  # 29 February
        return date(day.year + 1, 2, 28)
