"""Processes with one line of tasks: in order, as few as are needed, and with one of them all is lost."""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import threading
import time
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from itertools import count
from pathlib import Path

import pytest

from guidebook.storage.crew import Processes
from guidebook.storage.process_pool import ProcessPool
from guidebook.storage.results import taken_over
from guidebook.storage.workers import FEWEST, Task, Workers
from tests.storage.test_crew import do
from tests.storage.test_lost_processes import told_by
from tests.storage.test_workers import die, is_alive, process_and_double, sleep

pytestmark = pytest.mark.usefixtures("no_waiting")

numbers = count()
"""In a process that does tasks: how many it did."""


class UnreadableError(BaseException):
    """Nobody can read it: what it is made of again is not there."""

    def __reduce__(self) -> tuple[object, ...]:
        return int, ("no number",)


def process_and_number() -> tuple[int, int]:
    return os.getpid(), next(numbers)


def die_when_it_is_there(mark: str) -> None:
    while not Path(mark).exists():
        time.sleep(0.01)
    die(0)


def give_what_cannot_be_read(_: int) -> None:
    raise UnreadableError


@pytest.fixture
def pool() -> ProcessPool:
    return ProcessPool(2)


def test_who_waits_longest_is_next_and_one_process_is_enough_for_who_comes_later(pool: ProcessPool) -> None:
    first = [taken_over(pool.submit(process_and_number).result()) for _ in range(3)]
    assert [number for _, number in first] == [0, 1, 2]
    assert len({process for process, _ in first}) == 1
    assert pool.unstarted == 1
    pool.submit(sleep, 0)
    later = [pool.submit(process_and_number) for _ in range(20)]
    results = [taken_over(future.result()) for future in later]
    assert [number for _, number in results] == list(range(20))
    pool.end()
    assert not multiprocessing.active_children()


def test_each_process_that_is_started_does_what_it_is_started_for(pool: ProcessPool) -> None:
    results = [taken_over(pool.start(process_and_number).result()) for _ in range(2)]
    assert [number for _, number in results] == [0, 0]
    assert len({process for process, _ in results}) == 2
    assert pool.unstarted == 0
    pool.end()


def test_with_a_lost_process_all_is_lost_at_once(pool: ProcessPool, tmp_path: Path) -> None:
    mark = tmp_path / "all are given"
    begun = [pool.submit(sleep, 0), pool.submit(die_when_it_is_there, str(mark))]
    waiting = [pool.submit(process_and_double, number) for number in range(5)]
    mark.touch()
    for future in (*begun, *waiting):
        assert isinstance(future.exception(), BrokenProcessPool)
    with pytest.raises(BrokenProcessPool):
        pool.submit(process_and_double, 1)
    pool.end()
    assert not multiprocessing.active_children()


def test_a_process_that_is_lost_while_it_has_nothing_to_do_is_told(pool: ProcessPool) -> None:
    process, _ = taken_over(pool.submit(process_and_number).result())
    os.kill(process, signal.SIGKILL)
    while is_alive(process):
        time.sleep(0.01)
    assert isinstance(pool.submit(process_and_number).exception(), BrokenProcessPool)
    pool.end()


def test_what_is_not_done_at_the_end_is_cancelled_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pool = ProcessPool(2)
    futures = [pool.submit(sleep, number) for number in range(5)]
    pool.end()
    for future in futures:
        with pytest.raises(CancelledError):
            future.result()
    assert not multiprocessing.active_children()
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_a_fault_of_ours() -> None:
    with Workers(2) as workers:
        tasks = [Task(give_what_cannot_be_read, (number,)) for number in range(FEWEST)]
        assert workers.give(tasks)
        for task in tasks:
            with pytest.raises(BrokenProcessPool, match="abruptly") as raised:
                task.result()
            assert "no number" in str(raised.value.__cause__)
        with pytest.raises(BrokenProcessPool):
            workers.give(tasks)


@pytest.mark.parametrize("name", ["_ExecutorManagerThread", "Thread"])
def test_where_no_thread_can_look_after_a_process_all_is_done_here(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python's own thread, or ours."""
    start = threading.Thread.start

    def refused(thread: threading.Thread) -> None:
        if type(thread).__name__ == name and "Feeder" not in thread.name:
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(threading.Thread, "start", refused)
    tasks = [Task(process_and_double, (number,)) for number in range(FEWEST)]
    with Workers(2) as workers:
        assert not workers.give(tasks)
        assert {task.result()[0] for task in tasks} == {os.getpid()}
    with Processes(do, b"", 2) as processes:
        results = [one.result for one in processes.finished({"a": b"a", "b": b"b"})]
    assert {result[0] for result in results if result is not None} == {os.getpid()}
    while multiprocessing.active_children():  # nobody joins them: the last may just now be ending
        time.sleep(0.01)
    assert list(tmp_path.iterdir()) == []


ENDED_IN_THE_MIDDLE = """
from guidebook.storage.process_pool import ProcessPool
from tests.storage.test_process_pool import process_and_number
for number in range(4):
    pool = ProcessPool(2)
    futures = [pool.submit(process_and_number) for _ in range(200)]
    futures[50 * number].result()
    pool.end()
    print(all(future.done() for future in futures))
"""


def test_who_ends_them_in_the_middle_hears_nothing_of_it(tmp_path: Path) -> None:
    assert told_by(ENDED_IN_THE_MIDDLE, tmp_path) == ("True\n" * 4, "")
