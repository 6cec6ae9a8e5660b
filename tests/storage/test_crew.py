"""A crew of processes: every task comes back, a lost process costs one attempt, and none of them is left over."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
import time
import weakref
from multiprocessing import spawn
from pathlib import Path

import pytest

from guidebook.storage.crew import ATTEMPTS, Finished, LostError, Processes
from guidebook.storage.one_process import NO_PROCESSES

pytestmark = pytest.mark.usefixtures("no_waiting")


def do(shared: bytes, task: bytes) -> tuple[int, bytes]:
    """Does what the task says; `shared` is a folder where attempts are counted."""
    what, _, times = task.decode().partition(" ")
    if what == "die":
        marks = Path(shared.decode())
        (marks / f"{len(list(marks.iterdir()))}-{os.getpid()}").touch()
        if len(list(marks.iterdir())) <= int(times):
            os.kill(os.getpid(), signal.SIGKILL)
    if what == "raise":
        raise KeyError(times)
    return os.getpid(), shared + task


class Circle:
    """Refers to itself, as pages that were laid out do."""

    def __init__(self) -> None:
        self.itself = self


left: list[weakref.ref[Circle]] = []
"""In a process that does tasks: what they made."""


def leave_behind(shared: bytes, task: bytes) -> tuple[int, int]:
    """How much of what earlier tasks made is still in this process."""
    held = sum(made() is not None for made in left)
    left.append(weakref.ref(Circle()))
    return os.getpid(), held


def done(folder: Path, tasks: dict[str, str], most: int = 2) -> dict[str, Finished[tuple[int, bytes]]]:
    with Processes(do, str(folder).encode(), most) as processes:
        found = {one.name: one for one in processes.finished({name: task.encode() for name, task in tasks.items()})}
    assert not multiprocessing.active_children()
    assert set(found) == set(tasks)
    return found


def test_each_task_is_done_once_by_as_few_processes_as_are_asked_for(tmp_path: Path) -> None:
    found = done(tmp_path, {str(number): str(number) for number in range(7)})
    results = {name: one.result for name, one in found.items() if one.result is not None}
    assert {name: octets for name, (_, octets) in results.items()} == {
        str(number): f"{tmp_path}{number}".encode() for number in range(7)
    }
    processes = {process for process, _ in results.values()}
    assert 1 <= len(processes) <= 2
    assert os.getpid() not in processes


def test_a_process_keeps_nothing_of_the_tasks_that_it_did() -> None:
    with Processes(leave_behind, b"", 2) as processes:
        results = [one.result for one in processes.finished({str(number): b"" for number in range(12)})]
    assert all(result is not None and result[1] == 0 for result in results), results


def test_what_a_lost_process_did_is_done_by_another(tmp_path: Path) -> None:
    found = done(tmp_path, {"a": "die 1", "b": "b", "c": "c"})
    assert all(one.result is not None for one in found.values())
    first, second = (int(path.name.partition("-")[2]) for path in sorted(tmp_path.iterdir()))
    assert first != second


def test_a_process_that_is_ended_while_it_has_nothing_to_do_is_replaced(tmp_path: Path) -> None:
    with Processes(do, str(tmp_path).encode(), 2) as processes:
        results = processes.finished({str(number): b"" for number in range(6)})
        first = next(results).result
        assert first is not None
        os.kill(first[0], signal.SIGKILL)
        while first[0] in {child.pid for child in multiprocessing.active_children()}:
            time.sleep(0.01)
        time.sleep(0.5)  # until its executor knows
        rest = [one.result for one in results]
    assert len(rest) == 5
    assert all(result is not None and result[0] not in (first[0], os.getpid()) for result in rest)


def test_a_task_that_ends_every_process_is_given_up_and_no_other_suffers(tmp_path: Path) -> None:
    found = done(tmp_path, {"a": "die 99", "b": "b", "c": "c", "d": "d"})
    assert isinstance(found.pop("a").error, LostError)
    assert len(list(tmp_path.iterdir())) == ATTEMPTS
    assert all(one.result is not None for one in found.values())


@pytest.mark.parametrize("most", [1, 2])
def test_what_a_task_raises_comes_back_with_it(tmp_path: Path, most: int) -> None:
    found = done(tmp_path, {"a": "raise no", "b": "b"}, most)
    assert isinstance(found["a"].error, KeyError)
    assert found["b"].result is not None


def test_one_task_and_one_core_start_no_process(tmp_path: Path) -> None:
    for tasks, most in (({"a": "a"}, 2), ({"a": "a", "b": "b"}, 1)):
        for one in done(tmp_path, tasks, most).values():
            assert one.result is not None
            assert one.result[0] == os.getpid()


@pytest.mark.parametrize("refused", NO_PROCESSES)
def test_where_no_process_can_be_started_all_is_done_here(
    tmp_path: Path, refused: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise refused

    monkeypatch.setattr("guidebook.storage.one_process.ProcessPoolExecutor", refuse)
    for one in done(tmp_path, {"a": "a", "b": "b", "c": "c"}).values():
        assert one.result is not None
        assert one.result[0] == os.getpid()


def test_who_stops_asking_ends_all_processes_and_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Processes(do, b"", 2) as processes:
        next(processes.finished({str(number): b"" for number in range(9)}))
        assert list(tmp_path.iterdir())
    assert not multiprocessing.active_children()
    assert not list(tmp_path.iterdir())


def test_a_process_that_ends_before_it_reads_what_all_share_is_lost_like_any_other(tmp_path: Path) -> None:
    """Python writes what a process begins with into a pipe, and waits where that is more than it takes."""
    done(tmp_path, {"a": "", "b": ""})  # Python's own process that clears up is started with a usual Python
    usual, shared = spawn.get_executable(), bytes(1_000_000)
    spawn.set_executable(shutil.which("false") or "false")
    try:
        with Processes(do, shared, 2) as processes:
            outcomes = list(processes.finished({"a": b"", "b": b""}))
    finally:
        spawn.set_executable(usual)
    assert [type(one.error) for one in outcomes] == [LostError, LostError]
