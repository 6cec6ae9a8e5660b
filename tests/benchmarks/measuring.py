"""One command measured from outside: wall time, CPU and memory of all its processes.

Run as a process of its own (`python -m tests.benchmarks.measuring FILE COMMAND …`), so that what the kernel tells of
children is told of this command alone. CPU is what the kernel charged to all processes that ended. Memory is the larger
of two: the most that all processes held at one time (proportional set sizes, looked at ten times a second; Linux
alone), and the largest resident set of one of them, which the kernel notes without gaps.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

PROCESSES = Path("/proc")
ROOT = Path(__file__).parents[2]
INTERVAL = 0.1
"""Seconds between two looks at memory."""
LONGEST = 0.5
"""The same where looking itself takes long, as at many large processes."""
ADOPT = 36
"""`PR_SET_CHILD_SUBREAPER`: what a command leaves behind becomes ours and is counted."""
KILLED = 124


@dataclass(frozen=True, slots=True)
class Reading:
    """What one run took."""

    wall: float
    cpu: float
    memory: int
    """Megabytes at the peak."""
    code: int
    said: str
    """The end of what the command printed."""


def measured(command: Sequence[str], folder: Path, environment: dict[str, str], limit: float) -> Reading:
    """Run a command in a measuring process; after `limit` seconds it is ended, with code 124."""
    with tempfile.TemporaryDirectory() as scratch:
        told = Path(scratch) / "told.json"
        own = [sys.executable, "-m", "tests.benchmarks.measuring", str(told), str(folder), str(limit), *command]
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
        # The command itself must not find our modules: `MEASURED_PATH` gives it back what was there before.
        passed = {**environment, "PYTHONPATH": path, "MEASURED_PATH": environment.get("PYTHONPATH", "")}
        subprocess.run(own, cwd=ROOT, env=passed, check=True)
        return Reading(**json.loads(told.read_text(encoding="utf-8")))


def run(folder: Path, limit: float, command: Sequence[str]) -> Reading:
    """The command, watched until it ends; whatever it leaves running is ended."""
    _adopt_orphans()
    environment = dict(os.environ)
    before = environment.pop("MEASURED_PATH", "")
    environment |= {"PYTHONPATH": before} if before else {}
    if not before:
        environment.pop("PYTHONPATH", None)
    with tempfile.TemporaryFile() as log:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
        most = _watch(process, started + limit)
        wall = time.perf_counter() - started
        _end_all()
        log.seek(0)
        said = log.read().decode("utf-8", errors="replace")[-2_000:]
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1024 if sys.platform.startswith("linux") else 1024 * 1024
    return Reading(
        round(wall, 4),
        round(used.ru_utime + used.ru_stime, 4),
        max(most // 1024, used.ru_maxrss // unit),
        KILLED if process.returncode == -signal.SIGKILL and wall >= limit else process.returncode,
        said,
    )


def _adopt_orphans() -> None:
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None, use_errno=True).prctl(ADOPT, 1, 0, 0, 0)


def _watch(process: subprocess.Popen[bytes], end: float) -> int:
    """The most kilobytes that all processes held at one time."""
    most, pause = 0, INTERVAL
    while True:
        try:
            process.wait(pause)
            return most
        except subprocess.TimeoutExpired:
            looked = time.perf_counter()
            most = max(most, sum(map(_held, descendants(os.getpid()))))
            pause = min(LONGEST, max(INTERVAL, 20 * (time.perf_counter() - looked)))
        if time.perf_counter() > end:
            process.kill()


def descendants(process: int) -> Iterator[int]:
    """The ids of all processes below one."""
    with contextlib.suppress(OSError, ValueError):
        for children in PROCESSES.glob(f"{process}/task/*/children"):
            for child in map(int, children.read_text(encoding="ascii").split()):
                yield child
                yield from descendants(child)


def _held(process: int) -> int:
    """Kilobytes that count for a process alone, with its share of what others hold too."""
    with contextlib.suppress(OSError):
        for line in (PROCESSES / str(process) / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def _end_all() -> None:
    """End what the command left behind, and wait for all of it, so that its CPU is counted."""
    for left in list(descendants(os.getpid())):
        with contextlib.suppress(OSError):
            os.kill(left, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()


if __name__ == "__main__":
    told, folder, limit, *command = sys.argv[1:]
    Path(told).write_text(json.dumps(asdict(run(Path(folder), float(limit), command))), encoding="utf-8")
