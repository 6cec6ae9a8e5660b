"""A timetable as days, hours and rooms. Only starts are drawn: nobody said when anything ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from guidebook.model.records.figures import Session
from guidebook.model.records.graphic import HoursGraphic
from guidebook.render.graphic.scene import Row, Scene, Table
from guidebook.render.graphic.sheet import XY, Sheet
from guidebook.render.text.labels import title_of

FIRST, LAST = 9, 18
"""The hours that a day shows if anything starts in them; one that is longer shows more."""
IDLE = 3
"""So many hours at most are shown before or after those without anything; of more, the axis says that they are left
out."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its sessions, and the rooms in which they were."""

    label: str
    sessions: tuple[Session, ...]
    rooms: tuple[str, ...]
    unknown: str
    """What stands for the room of a session of which nobody knows it."""

    def at(self, time: str, room: str = "") -> tuple[Session, ...]:
        """What starts then, in that room or in any."""
        return tuple(one for one in self.sessions if one.time == time and (not room or self.room(one) == room))

    def room(self, session: Session) -> str:
        """Where a session is."""
        return session.place or self.unknown


def days_of(scene: Scene) -> list[Day]:
    """The days in order."""
    timetable, unknown = scene.program.timetable, scene.words("미확인")
    sessions = sorted(timetable.sessions if timetable else (), key=lambda one: (one.date, one.time))
    days = []
    for date, those in groupby(sessions, key=lambda one: one.date):
        here = tuple(those)
        rooms = tuple(dict.fromkeys(one.place or unknown for one in here))
        days.append(Day(scene.day(date), here, rooms, unknown))
    return days


def axis(starts: Iterable[str]) -> list[str | None]:
    """The times of a day's lines: each start, and the hours between them; None where hours are left out."""
    times = set(starts)
    if any(f"{FIRST:02}:00" <= time < f"{LAST + 1:02}:00" for time in times):
        times |= {f"{hour:02}:00" for hour in range(FIRST, LAST + 1)}
    shown = sorted(times)
    lines: list[str | None] = [*shown[:1]]
    for before, after in pairwise(shown):
        between = range(int(before[:2]) + 1, int(after[:2]) + (after[3:] != "00"))
        lines += [f"{hour:02}:00" for hour in between] if len(between) <= IDLE else [None]
        lines.append(after)
    return lines


def table(graphic: HoursGraphic, scene: Scene) -> Table:
    """The sessions, with who led them."""
    head = tuple(title_of("Session", field, scene.words) for field in ("date", "time", "title", "place", "host"))
    unknown = scene.words("미확인")
    sessions = [one for day in days_of(scene) for one in day.sessions]
    hosts = any(one.host for one in sessions)
    rows = (
        Row(
            (
                scene.day(str(one.date)),
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
    beside = 2 if sheet.wide and len(days) > 1 else 1
    width = (sheet.width - (beside - 1) * look.gutter) / beside
    top = deepest = look.rule
    for place, day in enumerate(days):
        column = place % beside
        top = top if column else deepest
        deepest = max(deepest, _day(sheet, (column * (width + look.gutter), top), width, day) + look.room)
    said = scene.words("시작한 시각만 알려져 있습니다.")
    return sheet.words((0, deepest), sheet.width, said, sheet.quiet) + look.gap


def _day(sheet: Sheet, at: XY, width: float, day: Day) -> float:
    """A day: a line for every hour, as high as what starts then; rooms beside each other where there is room."""
    look, (left, top) = sheet.look, at
    y = sheet.words((left, top), width, day.label, sheet.strong) + look.gap
    start, columns = left + look.clock, len(day.rooms)
    each = (width - look.clock) / columns
    apart = each >= look.room_least
    if apart:
        heads = [
            sheet.words((start + place * each, y), each - look.gap, room, sheet.quiet)
            for place, room in enumerate(day.rooms)
        ]
        y = max(heads) + look.gap / 2
    for time in axis(str(one.time) for one in day.sessions):
        if time is None:
            middle = left + sheet.strong.size
            sheet.line([(left, y), (left + width, y)], "g-line", look.rule_town)
            sheet.line([(middle, y + look.rule), (middle, y + look.hour)], "g-line", look.rule_mark, look.dashes)
            y += look.hour
            continue
        sheet.line([(left, y), (left + width, y)], "g-line", look.rule_town)
        sheet.words((left, y + look.rule), look.clock, time, sheet.strong if day.at(time) else sheet.quiet)
        line = y + look.rule
        if apart:
            ends = []
            used = [place for place, room in enumerate(day.rooms) if day.at(time, room)]
            for place, following in pairwise([*used, columns]):
                room = (following - place) * each
                ends.append(_starts(sheet, (start + place * each, line), room, day.at(time, day.rooms[place]), ()))
        else:
            rooms = tuple(day.room(one) for one in day.at(time))
            ends = [_starts(sheet, (start, line), width - look.clock, day.at(time), rooms)]
        y = max([y + look.hour, *(end + look.rule for end in ends)])
    sheet.line([(left, y), (left + width, y)], "g-line", look.rule_town)
    return y


def _starts(sheet: Sheet, at: XY, width: float, sessions: Sequence[Session], rooms: Sequence[str]) -> float:
    """A mark and the title of each, then who led it; with its room where rooms have no columns."""
    look, (left, y) = sheet.look, at
    inner, room = left + look.team + look.gap, width - look.team - 2 * look.gap
    for place, one in enumerate(sessions):
        sheet.dot((left + look.team / 2, y + look.type_small / 2 + look.rule), look.team / 2, "full")
        y = sheet.words((inner, y), room, f"{one.title}({rooms[place]})" if rooms else one.title, sheet.small)
        y = sheet.words((inner, y), room, one.host, sheet.quiet) if one.host else y
    return y
