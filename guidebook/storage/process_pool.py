"""Several processes with one line of tasks: a process that becomes free takes the task that waits longest.

Each has an executor of its own (`one_process`), whose thread tells that a task was done. Separate from `workers`, which
know when processes are worth it: here several threads meet, and one lock is all that they share.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from threading import RLock
from typing import Any

from guidebook.storage.one_process import OneProcess, begin_alive
from guidebook.storage.temporary import own_folder


@dataclass(frozen=True, slots=True)
class _Job:
    """A task in line; to come is the name of the file with its result."""

    function: Callable[..., Any]
    values: tuple[Any, ...]
    future: Future[str] = field(default_factory=Future)


class ProcessPool:
    """Processes that are started when none is free; where one of them is lost, all that is not done yet fails."""

    def __init__(self, most: int) -> None:
        """`most` is the largest number of processes. Raises one of `NO_PROCESSES` where there can be none."""
        self._folder = own_folder()
        try:
            self._lives, self._life = multiprocessing.get_context("spawn").Pipe(duplex=False)
            begin = begin_alive, self._lives, str(self._folder.path)
            self._unstarted = [OneProcess(*begin) for _ in range(most)]
        except BaseException:
            self._folder.delete()
            raise
        self._processes = tuple(self._unstarted)
        self._free: list[OneProcess] = []
        self._waiting: deque[_Job] = deque()
        self._begun: set[Future[str]] = set()
        self._why_closed: Exception | None = None
        self._lock = RLock()  # of a task that is done at once, the one who gave it is told

    @property
    def unstarted(self) -> int:
        """How many processes can still be started."""
        return len(self._unstarted)

    def start(self, function: Callable[..., Any], *values: Any) -> Future[str]:
        """Start one of those that are `unstarted`; it does this first. Raises what `submit` raises."""
        job = _Job(function, values)
        self._begin(self._unstarted.pop(), job)  # without the lock: this takes a while, and others go on
        return job.future

    def submit(self, function: Callable[..., Any], *values: Any) -> Future[str]:
        """Put a task in line.

        Raises BrokenProcessPool where a process was lost before, and OSError where one more is needed and cannot be
        started; the task is in no line then.
        """
        with self._lock:
            if self._free or not self._unstarted:
                self._be_open()
                job = _Job(function, values)
                self._waiting.append(job)
                if self._free:
                    self._go_on(self._free.pop())
                return job.future
        return self.start(function, *values)

    def end(self) -> None:
        """End all processes at once, in the middle of whatever they do; what is not done yet is cancelled."""
        with self._lock:
            self._why_closed = self._why_closed or BrokenProcessPool("The processes were ended.")
            for future in self._taken_back():
                future.cancel()
        self._life.close()
        self._lives.close()
        for process in self._processes:
            process.end()
        self._folder.delete()

    def _be_open(self) -> None:
        if self._why_closed is not None:
            raise self._why_closed

    def _begin(self, process: OneProcess, job: _Job) -> None:
        with self._lock:
            self._be_open()
            self._begun.add(job.future)
        try:
            begun = process.give(job.function, *job.values)
        except BaseException:
            with self._lock:
                self._begun.discard(job.future)
            raise
        begun.add_done_callback(partial(self._follow, process, job.future))

    def _follow(self, process: OneProcess, future: Future[str], begun: Future[str]) -> None:
        """Pass on what a process gave, and give it the next task. The lock is free here, or held by this thread."""
        with self._lock:
            if future not in self._begun:  # it was taken back
                return
            error = begun.exception()  # who cancels has taken it back before
            if isinstance(error, BrokenProcessPool):
                self._close(error)
                return
            self._begun.remove(future)
            self._go_on(process)
            if error is None:
                future.set_result(begun.result())
            else:
                future.set_exception(error)

    def _go_on(self, process: OneProcess) -> None:
        if not self._waiting:
            self._free.append(process)
            return
        job = self._waiting.popleft()
        try:
            self._begin(process, job)
        except (BrokenProcessPool, OSError) as error:  # it ended meanwhile
            self._waiting.appendleft(job)
            self._close(error)

    def _close(self, error: Exception) -> None:
        """Nobody is to wait for what other processes still do: with one of them the run is lost."""
        self._why_closed = error
        for future in self._taken_back():
            future.set_exception(error)

    def _taken_back(self) -> list[Future[str]]:
        """All that is not done yet, which nobody does any more."""
        futures = [*self._begun, *(job.future for job in self._waiting)]
        self._begun.clear()
        self._waiting.clear()
        return futures
