"""Other processes: the same results as here, faults told as ours, a lost one told as lost, and none left over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from guidebook.storage.workers import FEWEST, Task, WorkerLostError, Workers
from tests.paths import ROOT

pytestmark = pytest.mark.usefixtures("no_waiting")


def process_and_double(number: int) -> tuple[int, int]:
    return os.getpid(), 2 * number


def refuse(number: int) -> int:
    raise KeyError(f"no such number: {number}")


def die(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def sleep(_: int) -> None:
    time.sleep(1000)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_results_are_those_of_this_process_and_no_process_is_left() -> None:
    tasks = [Task(process_and_double, (number,)) for number in range(8)]
    with Workers(2) as workers:
        assert workers.give(tasks)
        results = [task.result() for task in tasks]
    assert [double for _, double in results] == [0, 2, 4, 6, 8, 10, 12, 14]
    processes = {process for process, _ in results}
    assert os.getpid() not in processes
    assert not any(map(is_alive, processes))


@pytest.mark.parametrize(("most", "count"), [(1, 8), (2, FEWEST - 1)])
def test_without_a_second_core_or_enough_to_do_all_is_done_here(most: int, count: int) -> None:
    tasks = [Task(process_and_double, (number,)) for number in range(count)]
    with Workers(most) as workers:
        assert not workers.give(tasks)
        assert {task.result()[0] for task in tasks} == {os.getpid()}


@pytest.mark.parametrize("count", [0, 1])
def test_one_long_task_is_worth_a_process_and_none_is_not(count: int) -> None:
    tasks = [Task(process_and_double, (number,)) for number in range(count)]
    with Workers(2) as workers:
        assert workers.give(tasks, long=True) == (count > 0)
        assert all(task.result()[0] != os.getpid() for task in tasks)


def test_where_no_process_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise BlockingIOError(11, "no more processes")

    monkeypatch.setattr("multiprocessing.util.spawnv_passfds", refused)
    tasks = [Task(process_and_double, (number,)) for number in range(8)]
    with Workers(2) as workers:
        assert not workers.give(tasks)
        assert {task.result()[0] for task in tasks} == {os.getpid()}


@pytest.mark.parametrize("error", [FileNotFoundError(2, "/dev/shm"), ImportError("no sem_open")])
def test_where_processes_can_share_nothing_all_is_done_here(
    error: Exception, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As in a container without /dev/shm."""

    def refused(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("multiprocessing.synchronize.SemLock.__init__", refused)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    tasks = [Task(process_and_double, (number,)) for number in range(8)]
    with Workers(2) as workers:
        assert not workers.give(tasks)
        assert {task.result()[0] for task in tasks} == {os.getpid()}
    assert list(tmp_path.iterdir()) == []


def test_what_a_task_raises_is_raised_here_with_its_traceback() -> None:
    tasks = [Task(refuse, (number,)) for number in range(FEWEST)]
    with Workers(2) as workers:
        workers.give(tasks)
        with pytest.raises(KeyError, match="no such number: 0") as raised:
            tasks[0].result()
    assert "in refuse" in str(raised.value.__cause__)


def test_a_killed_process_is_told_and_the_others_end() -> None:
    tasks = [Task(die, (number,)) for number in range(FEWEST)]
    with Workers(2) as workers:
        workers.give(tasks)
        for task in tasks:
            with pytest.raises(WorkerLostError):
                task.result()


def test_what_still_runs_ends_with_the_run() -> None:
    with Workers(2) as workers:
        workers.give([Task(sleep, (number,)) for number in range(FEWEST)])


MAIN = """
import sys, time
from guidebook.storage.workers import Task, Workers
from tests.storage.test_workers import process_and_double, sleep
with Workers(2) as workers:
    tasks = [Task(process_and_double, (1,)) for _ in range(8)]
    workers.give(tasks)
    print(*{task.result()[0] for task in tasks}, flush=True)
    workers.give([Task(sleep, (1,)) for _ in range(8)])
    time.sleep(1000)
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_processes_end_with_the_one_that_started_them(sent: int, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("if __name__ == '__main__':\n" + "\n".join(f"    {line}" for line in MAIN.splitlines()))
    main = subprocess.Popen(
        [sys.executable, program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert main.stdout is not None
    with main, main.stdout as told:
        processes = [int(word) for word in told.readline().split()]
        assert processes
        main.send_signal(sent)
    while any(map(is_alive, processes)):
        time.sleep(0.05)


def test_processes_make_ready_before_there_is_anything_to_do() -> None:
    with Workers(2) as workers:
        workers.prepare(Task(process_and_double, (1,)))
        assert workers.start(0)
        task = Task(process_and_double, (4,))
        assert workers.give([task])
        assert task.result()[1] == 8
    with Workers(1) as workers:
        workers.prepare(Task(sleep, (1,)))
        assert not workers.start(0)
