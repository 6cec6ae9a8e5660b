"""Texts about coaches, the same in messages, on the checklist and in forms: their names, who gets on where."""

from __future__ import annotations

import gettext

from guidebook.model.records.delegation import Boarding
from guidebook.model.wording.numbers import number
from guidebook.plan.coaches import Run


def coach_name(run: Run, translations: gettext.NullTranslations) -> str:
    """`1호차`, unless it has a name of its own."""
    return run.coach.name or translations.gettext("{number}호차").format(number=run.number)


def coach_label(run: Run, translations: gettext.NullTranslations) -> str:
    """`1호차(가조, 20명, 45석, 041-350-0000)`: with what only the host needs."""
    seats = translations.gettext("{count}석").format(count=number(run.coach.seats)) if run.coach.seats else ""
    group = run.coach.group or ""
    details = ", ".join(part for part in (group, counted(run.people, translations), seats, run.coach.phone) if part)
    return f"{coach_name(run, translations)}({details})" if details else coach_name(run, translations)


def counted(people: int | None, translations: gettext.NullTranslations) -> str:
    """`20명`; empty where nobody said."""
    return "" if people is None else translations.gettext("{count}명").format(count=number(people))


def boarded(run: Run, translations: gettext.NullTranslations) -> tuple[str, ...]:
    """A line for each place where people get on; how many they are where nobody said where."""
    lines = tuple(rides(boarding, translations) for boarding in run.boarding)
    people = " ".join(part for part in (run.coach.group, counted(run.people, translations)) if part)
    return lines or ((people,) if people else ())


def rides(boarding: Boarding, translations: gettext.NullTranslations) -> str:
    """`07:30 새벽빛시청 앞(주소), 주민자치위원 20명`."""
    place = f"{boarding.place}({boarding.address})" if boarding.address else boarding.place
    who = " ".join(part for part in (boarding.who, counted(boarding.people, translations)) if part)
    return f"{boarding.time} {place}" + (f", {who}" if who else "")
