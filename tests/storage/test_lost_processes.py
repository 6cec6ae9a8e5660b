"""A process that the system kills at the worst moment: it is told in our words, by no traceback, and nobody waits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT

pytestmark = pytest.mark.usefixtures("no_waiting")

ANOTHER_IS_STARTED = """
import multiprocessing, threading, time
from multiprocessing import util
from multiprocessing.process import BaseProcess
from guidebook.storage.workers import Task, WorkerLostError, Workers
from tests.storage.test_workers import process_and_double

looked_for, started = threading.Event(), threading.Event()
spawn, is_alive = util.spawnv_passfds, BaseProcess.is_alive

def spawn_while_the_first_dies(*values):
    for child in multiprocessing.active_children():
        child.kill()
        looked_for.wait()
    return spawn(*values)

def look_for_long(process):
    looked_for.set()
    started.wait(1)
    return is_alive(process)

util.spawnv_passfds, BaseProcess.is_alive = spawn_while_the_first_dies, look_for_long
with Workers(2) as workers:
    try:
        tasks = [Task(process_and_double, (number,)) for number in range(8)]
        workers.give(tasks)
        started.set()
        print(*(task.result() for task in tasks))
    except WorkerLostError:
        print("lost")
"""
"""Python looks whether the first process lives, and slowly so; meanwhile the second one is started."""

A_TASK_IS_GIVEN = """
import multiprocessing, threading
from concurrent.futures import _base
from multiprocessing.process import BaseProcess
from guidebook.storage import one_process
from guidebook.storage.workers import Task, WorkerLostError, Workers
from tests.storage.test_workers import process_and_double

one_process.GRACE = 0.5
looked_for = threading.Event()
future, is_alive = _base.Future, BaseProcess.is_alive

def future_while_all_die():
    _base.Future = future
    for child in multiprocessing.active_children():
        child.kill()
    looked_for.wait(5)
    return future()

def look(process):
    looked_for.set()
    return is_alive(process)

with Workers(2) as workers:
    *before, last = [Task(process_and_double, (number,)) for number in range(5)]
    workers.give(before)
    assert [task.result()[1] for task in before] == [0, 2, 4, 6]
    _base.Future, BaseProcess.is_alive = future_while_all_die, look
    try:
        workers.give([last])
        print(last.result())
    except WorkerLostError:
        print("lost")
"""
"""Python has seen that the process lives and goes to give it the task; meanwhile it gives up all tasks that it had."""


def told_by(program: str, folder: Path) -> tuple[str, str]:
    """What a program says that ends by itself, and what it says of faults."""
    path = folder / "program.py"
    path.write_text("if __name__ == '__main__':\n" + "\n".join(f"    {line}" for line in program.splitlines()))
    ended = subprocess.run(
        [sys.executable, path],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.stdout, ended.stderr


def test_one_that_is_lost_while_another_is_started_is_told_without_a_traceback(tmp_path: Path) -> None:
    assert told_by(ANOTHER_IS_STARTED, tmp_path) == ("lost\n", "")


def test_one_that_is_lost_while_it_is_given_a_task_is_not_waited_for(tmp_path: Path) -> None:
    assert told_by(A_TASK_IS_GIVEN, tmp_path) == ("lost\n", "")
