"""A process that the system kills at the worst moment: it is told in our words, by no traceback, and nobody waits."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from guidebook.storage import one_process
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

PYTHON_TELLS_LATE = """
import multiprocessing, time
from concurrent.futures.process import _ExecutorManagerThread
from guidebook.storage import one_process
from guidebook.storage.workers import Task, WorkerLostError, Workers

one_process.GRACE = 0
tell = _ExecutorManagerThread.terminate_broken
_ExecutorManagerThread.terminate_broken = lambda *values: (time.sleep(1), tell(*values))

with Workers(2) as workers:
    tasks = [Task(time.sleep, (600,)) for _ in range(4)]
    workers.give(tasks)
    for child in multiprocessing.active_children():
        child.kill()
    try:
        tasks[0].result()
    except WorkerLostError:
        print("lost")
"""
"""As where all of it was stopped for a while: the time in which Python tells of a lost task is over before it does."""


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


def test_one_that_python_tells_of_late_is_told_once(tmp_path: Path) -> None:
    assert told_by(PYTHON_TELLS_LATE, tmp_path) == ("lost\n", "")


def test_one_that_cannot_watch_whether_it_is_needed_ends_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def no_thread(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", no_thread)
    monkeypatch.setattr(os, "_exit", sys.exit)
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(one_process, "collect_seldom", lambda: None)
    lives, held = multiprocessing.Pipe(duplex=False)
    with lives, held, pytest.raises(SystemExit):
        one_process.begin_alive(lives, str(tmp_path))
    assert capfd.readouterr() == ("", "")
