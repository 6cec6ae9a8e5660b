"""Whole dates are days that a calendar has, wherever a record or the site has one."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.check.visit.records import real_day
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.records.whole_dates import whole_dates
from guidebook.model.text import text


def days_are_on_the_calendar(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Days and moments of visits, timetables, changes, holidays and the certificate are real days."""
    dated = [(catalogue.where(record, *path), day) for record in catalogue.records for path, day in whole_dates(record)]
    if catalogue.site is not None:
        dated += [(catalogue.where_site(*path), day) for path, day in whole_dates(catalogue.site)]
    for span, day in dated:
        if real_day(day) is None:
            yield Diagnostic(span, "bad-date", text("달력에 없는 날짜입니다."), text("날짜를 다시 확인하세요."))


RULES = (days_are_on_the_calendar,)
