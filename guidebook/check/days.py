"""Whole dates are days that a calendar has, wherever a record or the site has one."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import StringConstraints

from guidebook.check.visit.records import real_day
from guidebook.model.catalogue import Catalogue, Path
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.record import SubRecord, key_of
from guidebook.model.records.visit import DAY, MOMENT
from guidebook.model.text import text


def days_are_on_the_calendar(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Days and moments of visits, timetables, changes, holidays and the certificate are real days."""
    dated = [(catalogue.where(record, *path), day) for record in catalogue.records for path, day in _days(record)]
    if catalogue.site is not None:
        dated += [(catalogue.where_site(*path), day) for path, day in _days(catalogue.site)]
    for span, day in dated:
        if real_day(day[:10]) is None:
            yield Diagnostic(span, "bad-date", text("달력에 없는 날짜입니다."), text("날짜를 다시 확인하세요."))


def _days(part: SubRecord, above: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every whole date inside a record, with the way to it."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for position, item in items:
            key = key_of(type(part), name)
            path = (*above, key) if position is None else (*above, key, position)
            if isinstance(item, SubRecord):
                yield from _days(item, path)
            elif isinstance(item, str) and any(_is_day(constraint) for constraint in field.metadata):
                yield path, item


def _is_day(constraint: object) -> bool:
    return isinstance(constraint, StringConstraints) and constraint.pattern in (DAY, MOMENT)


RULES = (days_are_on_the_calendar,)
