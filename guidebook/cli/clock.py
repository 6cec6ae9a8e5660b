"""What day it is: the one place that reads a clock for what is said of visits. Everything below gets it as a value."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from guidebook.cli.speaking import SpeakingOption
from guidebook.words import marked


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
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        cls=SpeakingOption,
        help=marked("지난 방문인지 판단하는 기준일. 적지 않으면 오늘"),
    )(command)
