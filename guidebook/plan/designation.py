"""Whether a hygiene designation holds on a day. Its end is only ever the one that the register gives."""

from __future__ import annotations

import calendar
from datetime import date

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.restaurant import Designation, Restaurant
from guidebook.model.settings.showing import Grade
from guidebook.model.site import Site
from guidebook.plan.spot import Spot, spot_of_restaurant


def current(designation: Designation, day: str) -> bool:
    """Whether it holds on `day`, as far as known: no end means that it goes on; `2026-12` ends with December."""
    on = first_day(day)
    if designation.cancelled is not None and first_day(designation.cancelled) <= on:
        return False
    if designation.start is not None and first_day(designation.start) > on:
        return False
    return designation.end is None or last_day(designation.end) >= on


def grade_on(designation: Designation | None, site: Site, day: str) -> Grade | None:
    """The grade that a designation gives on `day`; None where it is none that day: ended, cancelled, not begun."""
    return site.grade(designation.grade) if designation and current(designation, day) else None


def graded(catalogue: Catalogue, site: Site, day: str) -> tuple[tuple[Restaurant, Spot, Grade | None], ...]:
    """Every restaurant with the grade that holds on `day`; one that has ended or was cancelled is not shown."""
    return tuple(
        (one, spot_of_restaurant(one, catalogue), grade_on(one.designation, site, day)) for one in catalogue.restaurants
    )


def ends_within(designation: Designation, day: str, days: int) -> bool:
    """Whether it holds on `day` and ends at most `days` days later."""
    if designation.end is None or not current(designation, day):
        return False
    return (last_day(designation.end) - first_day(day)).days <= days


def first_day(partial: str) -> date:
    """`2026-12` → 1 December 2026."""
    year, month, day = [*map(int, partial.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(partial: str) -> date:
    """`2026-12` → 31 December 2026."""
    year, *rest = map(int, partial.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1])
