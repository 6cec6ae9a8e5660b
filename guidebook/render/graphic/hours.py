"""A timetable as days, hours and rooms. Only starts are drawn: nobody said when anything ended."""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.model.records.figures import Session
from guidebook.model.records.graphic import HoursGraphic
from guidebook.model.wording.dates import with_weekday
from guidebook.render.graphic.scene import Row, Scene, Table
from guidebook.render.graphic.sheet import XY, Sheet
from guidebook.render.text.labels import title_of

FIRST, LAST = 9, 18
"""The hours that every day shows; a day that is longer shows more."""


def days_of(scene: Scene) -> dict[str, list[Session]]:
    """The sessions by their days, in order."""
    timetable = scene.program.timetable
    days: dict[str, list[Session]] = {}
    for session in sorted(timetable.sessions if timetable else (), key=lambda one: (one.date, one.time)):
        days.setdefault(str(session.date), []).append(session)
    return days


def table(graphic: HoursGraphic, scene: Scene) -> Table:
    """The sessions, with who led them."""
    head = tuple(title_of("Session", field, scene.words) for field in ("date", "time", "title", "place", "host"))
    unknown = scene.words("미확인")
    sessions = [one for day in days_of(scene).values() for one in day]
    hosts = any(one.host for one in sessions)
    rows = (
        Row(
            (
                with_weekday(one.date),
                str(one.time),
                one.title,
                one.place or unknown,
                *((one.host or "",) if hosts else ()),
            )
        )
        for one in sessions
    )
    timetable = scene.program.timetable
    return Table(head if hosts else head[:-1], tuple(rows), timetable.sources if timetable else ())


def draw(sheet: Sheet, graphic: HoursGraphic, scene: Scene) -> float:
    """A block for each day, two beside each other where there is room; gives the height."""
    look, days = sheet.look, days_of(scene)
    rooms = {day: list(dict.fromkeys(one.place or "" for one in sessions)) for day, sessions in days.items()}
    beside = 2 if sheet.wide and len(days) > 1 else 1
    width = (sheet.width - (beside - 1) * look.gutter) / beside
    top = deepest = look.rule
    for place, (day, sessions) in enumerate(days.items()):
        column = place % beside
        top = top if column else deepest
        at = column * (width + look.gutter), top
        deepest = max(deepest, _day(sheet, at, width, with_weekday(sessions[0].date), sessions, rooms[day]) + look.room)
    said = scene.words("시작한 시각만 알려져 있습니다.")
    return sheet.words((0, deepest), sheet.width, said, sheet.quiet) + look.gap


def _day(sheet: Sheet, at: XY, width: float, label: str, sessions: Sequence[Session], rooms: Sequence[str]) -> float:
    look, (left, top) = sheet.look, at
    y = sheet.words((left, top), width, label, sheet.strong) + look.gap
    columns, column_width = len(rooms), (width - look.clock) / len(rooms)
    if column_width < look.room_least:
        columns, column_width = 1, width - look.clock
    if columns > 1 or rooms[0]:
        heads = rooms if columns > 1 or len(rooms) == 1 else ()
        ends = [
            sheet.words((left + look.clock + place * column_width, y), column_width - look.gap, room, sheet.quiet)
            for place, room in enumerate(heads)
        ]
        y = max([y, *ends]) + look.gap / 2
    hours = [f"{hour:02}:00" for hour in range(FIRST, LAST + 1)]
    times = sorted({*hours, *(str(one.time) for one in sessions)})
    for time in times:
        sheet.line([(left, y), (left + width, y)], "g-line", look.rule_town)
        here = [one for one in sessions if str(one.time) == time]
        sheet.words((left, y + look.rule), look.clock, time, sheet.strong if here else sheet.quiet)
        bottoms = [y + look.hour]
        for column in range(columns):
            x, start = left + look.clock + column * column_width, y + look.rule
            later = [rooms.index(one.place or "") for one in here if rooms.index(one.place or "") > column]
            free = min(later, default=columns) - column if columns > 1 else 1
            for one in here:
                if columns > 1 and rooms.index(one.place or "") != column:
                    continue
                sheet.dot((x + look.team / 2, start + look.type_small / 2 + look.rule), look.team / 2, "full")
                text = one.title if columns > 1 or len(rooms) == 1 or not one.place else f"{one.title}({one.place})"
                inner = x + look.team + look.gap
                room = free * column_width - look.team - 2 * look.gap
                start = sheet.words((inner, start), room, text, sheet.small)
                start = sheet.words((inner, start), room, one.host, sheet.quiet) if one.host else start
            bottoms.append(start + look.rule)
        y = max(bottoms)
    sheet.line([(left, y), (left + width, y)], "g-line", look.rule_town)
    return y
