"""What day it is: the one place that reads a clock for what is said of visits, and that says which days options take.

Everything below gets the day as a value.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from guidebook.cli.speaking import SpeakingOption
from guidebook.words import catalogue, marked

FIRST, LAST = 1980, 2099
"""The years of which files can be: archives know none before, dates of the content none after."""


class Day(click.DateTime):
    """A day that calendars and files can hold: `2026-12-03`. Wrong usage is told with an example."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The day at midnight."""
        words = catalogue(str(ctx.obj) if ctx else "ko")
        day = value if isinstance(value, datetime) else self._try_to_convert_date(value, *self.formats)
        if day is None:
            self.fail(words.gettext("날짜를 읽을 수 없습니다. 2026-12-03처럼 연, 월, 일을 모두 적으세요."), param, ctx)
        if not FIRST <= day.year <= LAST:
            said = words.gettext("{first}년부터 {last}년까지의 날짜를 2026-12-03처럼 적으세요.")
            self.fail(said.format(first=FIRST, last=LAST), param, ctx)
        return day


def today() -> str:
    """The day in Seoul, wherever the computer stands: `2026-11-28`."""
    return datetime.now(ZoneInfo("Asia/Seoul")).date().isoformat()  # noqa: TID251 - the value passed in


def now() -> str:
    """The time in Seoul: `14:05`."""
    return datetime.now(ZoneInfo("Asia/Seoul")).strftime("%H:%M")  # noqa: TID251 - the value passed in


def day_of(given: object) -> str:
    """The day that `--date` names, else today."""
    return given.date().isoformat() if isinstance(given, datetime) else today()


def today_option(command: Any) -> Any:
    """`--date`, for commands that hold visits against the calendar."""
    return click.option(
        "--date",
        "day",
        type=Day(),
        metavar="YYYY-MM-DD",
        cls=SpeakingOption,
        help=marked("지난 방문인지 판단하는 기준일. 적지 않으면 오늘"),
    )(command)
