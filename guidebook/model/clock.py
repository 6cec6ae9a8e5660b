"""Converts between times of day (`10:00`) and minutes since midnight."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"

Clock = Annotated[str, StringConstraints(pattern=CLOCK)]
"""`09:30`."""


def minutes(clock: str) -> int:
    """Minutes since midnight of `09:30`."""
    hours, minute = clock.split(":")
    return int(hours) * 60 + int(minute)


def clock(minutes: int) -> str:
    """`09:30` of minutes since midnight; past midnight it counts on: `24:10`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
