"""Korea's public holidays by name, with substitutes and elections: the only module that knows the library `holidays`.

`opening_hours` has a calendar of its own, without names and without holidays that fall on a weekend.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from guidebook.model.settings.city import Holiday

if TYPE_CHECKING:
    from holidays import HolidayBase

FIRST_YEAR, LAST_YEAR = 2025, 2030
"""The years in which both calendars agree but for weekends and a few substitutes; after 2030 `opening_hours` errs."""


def knows(year: int) -> bool:
    """Whether the holidays of a year can be relied on, but for those that a government decrees at short notice."""
    return FIRST_YEAR <= year <= LAST_YEAR


def public_holiday(day: date, extra: Sequence[Holiday] = ()) -> str | None:
    """What the public holiday of that day is called, or None; `extra` are the days of `site.yml`."""
    declared = next((holiday.name for holiday in extra if holiday.date == day.isoformat()), None)
    if declared is not None:
        return declared
    name = _holidays(day.year).get(day)
    return name.split(";")[0] if name else None


@lru_cache(maxsize=16)
def _holidays(year: int) -> HolidayBase:
    """All of a year. Kept, because the library works them out anew each time and a site asks some hundred times."""
    from holidays import country_holidays  # imported when it is used: checking most cities asks for no holiday

    return country_holidays("KR", language="ko", years=year)
