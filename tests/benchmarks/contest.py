"""Who is measured against whom, in turns: A B C A B C, so that a busy minute falls on all alike."""

from __future__ import annotations

import os
import shutil
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.measuring import KILLED, Reading, measured

LIMIT = 900.0
"""Seconds after which a command is ended, if its case says nothing else."""
SLOW, VERY_SLOW = 15.0, 40.0
"""Seconds of a first run after which a case is run twice, or once."""


@dataclass(frozen=True, slots=True)
class Case:
    """One command of one program in one state."""

    program: str
    state: str
    """`cold`, `nothing changed`, `one edit`, and the like."""
    command: Sequence[str]
    folder: Path
    prepare: Callable[[int], object]
    """Called before each run with its number; not measured."""
    made: Callable[[], dict[str, int]] = dict
    """What came out: pages, octets of the largest page. Called after the first run."""
    environment: dict[str, str] = field(default_factory=dict)
    limit: float = LIMIT


@dataclass(frozen=True, slots=True)
class Contest:
    """Cases that are run in turns, and how often."""

    key: str
    group: str
    title: str
    cases: Sequence[Case]
    runs: int = 3
    skipped: dict[str, str] = field(default_factory=dict)
    """Program → why it is not measured in this contest."""


@dataclass(slots=True)
class Result:
    """What a case took in all its runs."""

    program: str
    state: str
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    made: dict[str, int] = field(default_factory=dict)
    failed: str = ""
    """Why it was not measured, in a sentence."""

    @property
    def seconds(self) -> float:
        """The median of wall times."""
        return statistics.median(self.wall)

    @property
    def cpu_seconds(self) -> float:
        """The median of CPU seconds."""
        return statistics.median(self.cpu)

    @property
    def megabytes(self) -> int:
        """The largest peak of all runs."""
        return max(self.memory)

    def add(self, reading: Reading) -> None:
        """One run more, or why there is none."""
        if reading.code:
            last = (reading.said.strip().splitlines() or [""])[-1][:200]
            self.failed = "was ended after its time" if reading.code == KILLED else f"ended with {reading.code}: {last}"
            return
        self.wall.append(reading.wall)
        self.cpu.append(reading.cpu)
        self.memory.append(reading.memory)

    def as_json(self) -> dict[str, Any]:
        """For the file that a report is written from."""
        return asdict(self)


Measure = Callable[[Case], Reading]


def run(contest: Contest, say: Callable[[str], object], measure: Measure | None = None) -> list[Result]:
    """All cases in turns. Slow ones are run fewer times, which the number of their runs tells."""
    look = measure or _measure
    results = [Result(case.program, case.state) for case in contest.cases]
    for number in range(contest.runs):
        for case, result in zip(contest.cases, results, strict=True):
            if result.failed or number >= allowed(result.wall, contest.runs):
                continue
            try:
                case.prepare(number)
                result.add(look(case))
                if number == 0 and not result.failed:
                    result.made = case.made()
            except OSError as error:
                result.failed = str(error)
            say(_line(contest, result))
    return [*results, *(Result(program, "cold", failed=why) for program, why in contest.skipped.items())]


def allowed(walls: Sequence[float], runs: int) -> int:
    """How often a case may be run, from how long its first run took."""
    if not walls or walls[0] <= SLOW:
        return runs
    return min(runs, 1 if walls[0] > VERY_SLOW else 2)


def _measure(case: Case) -> Reading:
    return measured(case.command, case.folder, {**os.environ, **case.environment}, case.limit)


def _line(contest: Contest, result: Result) -> str:
    name = f"{contest.key:16} {result.program:18} {result.state:16}"
    if result.failed:
        return f"{name} {result.failed}"
    return f"{name} {result.wall[-1]:8.2f} s {result.cpu[-1]:8.2f} s CPU {result.memory[-1]:6} MB"


def emptied(*folders: Path) -> None:
    """Remove what an earlier run left."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
