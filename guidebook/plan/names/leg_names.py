"""Says how one gets to a stop: `이동 20분(추정)`, `25분 대기, 11:20 열차 출발, 40분`.

Separate, because messages, calendars, forms and schedules all say it.
"""

from __future__ import annotations

from collections.abc import Callable

from guidebook.model.clock import clock
from guidebook.model.label import label_of
from guidebook.model.records.stop import Mode, Stop
from guidebook.plan.itinerary import Entry
from guidebook.plan.leg import Basis

Words = Callable[[str], str]
"""Translates."""
ESTIMATED = (Basis.ESTIMATED, Basis.TOWNS)


def mode_name(mode: Mode, words: Words) -> str:
    """`열차`."""
    return label_of(Stop, "mode").choices[mode.value].into(words)


def way_of(entry: Entry, words: Words) -> str:
    """The way to a stop with its waiting; empty where there is none, or none that takes a known time."""
    leg = entry.leg
    if leg is None or leg.basis in (Basis.NONE, Basis.UNKNOWN):
        return ""
    if leg.departs is not None:
        departure = words("{time} {mode} 출발").format(time=clock(leg.departs), mode=mode_name(leg.mode, words))
        taken = f"{departure}, " + words("{minutes}분").format(minutes=leg.minutes)
    elif leg.mode is Mode.COACH:
        said = words("이동 {minutes}분(추정)") if leg.basis in ESTIMATED else words("이동 {minutes}분")
        taken = said.format(minutes=leg.minutes)
    else:
        said = words("{mode} {minutes}분").format(mode=mode_name(leg.mode, words), minutes=leg.minutes)
        taken = f"{said}({words('추정')})" if leg.basis in ESTIMATED else said
    waiting = words("{minutes}분 대기").format(minutes=entry.wait) if entry.wait else ""
    return ", ".join(part for part in (waiting, taken) if part)
