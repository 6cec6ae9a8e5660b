"""Other processes of this machine for tasks that are values: a function of a module and what it is given.

Separate from what is made in them, and from the processes themselves (`process_pool`): here stands when they are worth
it. Without a second core, without a process that can be started, or for fewer tasks than are worth one, all is done in
this process with the same result.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from guidebook.storage.one_process import NO_PROCESSES, was_lost
from guidebook.storage.process_pool import ProcessPool
from guidebook.storage.results import taken_over

FEWEST = 4
"""With fewer tasks at once no process is started: its imports take as long as two of them."""
MOST = 8
"""More processes than this wait for the longest chapter, and each takes memory."""
AHEAD = 1
"""Tasks that wait beside those that are done, so that no process waits for the next one."""
Result = TypeVar("Result")


class WorkerLostError(Exception):
    """A process was ended from outside, as the system does where memory is short."""


@dataclass(eq=False)
class Task(Generic[Result]):
    """What is to be done: in another process once it was given to one, else here when its result is asked for."""

    function: Callable[..., Result]
    values: tuple[Any, ...]
    weight: int = 0
    """How long it takes, compared with others."""
    future: Future[str] | None = None
    """The name of the file with its result."""
    _taken: list[Result] = field(default_factory=list)

    def result(self) -> Result:
        """What the function gives, or raises. Raises `WorkerLostError` where its process was ended from outside."""
        if self.future is None:
            return self.function(*self.values)
        try:
            name = self.future.result()
        except BrokenProcessPool as error:
            if was_lost(error):
                raise WorkerLostError from error
            raise
        if not self._taken:
            self._taken.append(taken_over(name))
        return self._taken[0]


class Workers:
    """The processes of one run, started when there is enough to do; a context, after which none of them is left."""

    def __init__(self, most: int | None = None) -> None:
        """`most` is the largest number of processes; as a rule that of the cores which this process may use."""
        self._most = min(cores(), MOST) if most is None else most
        self._pool: ProcessPool | None = None
        self._given: list[Future[Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    @property
    def room(self) -> int:
        """How many tasks can be given now without making those wait that come later and take longer."""
        self._given = [future for future in self._given if not future.done()]
        return self._most + AHEAD - len(self._given) if self._pool is not None else 0

    def start(self, tasks: int) -> bool:
        """Whether there are processes, which are started for so many tasks if that is worth it."""
        if self._pool is None and self._most > 1 and tasks >= FEWEST:
            try:
                self._pool = ProcessPool(self._most)
            except NO_PROCESSES:
                self._most = 1
        return self._pool is not None and self._most > 1

    def prepare(self, task: Task[Any]) -> None:
        """Start all processes, each with this task, while it is still found out what there is to do."""
        if self.start(FEWEST) and self._pool is not None:
            for _ in range(self._pool.unstarted):
                self._submitted(task, self._pool.start)

    def give(self, tasks: Sequence[Task[Any]], long: bool = False) -> bool:
        """Give tasks to processes, the longest first; False where there are none, and the tasks are done here.

        `long` tells that one of them takes so long that a process is worth it for fewer tasks.
        """
        if not self.start(FEWEST if long and tasks else len(tasks)) or self._pool is None:
            return False
        for task in sorted(tasks, key=lambda task: -task.weight):
            task.future = self._submitted(task, self._pool.submit)
            if task.future is None:
                return False
            self._given.append(task.future)
        return True

    def _submitted(self, task: Task[Any], submit: Callable[..., Future[str]]) -> Future[str] | None:
        """The result to come; None where no further process can be started: those that run go on."""
        try:
            return submit(task.function, *task.values)
        except BrokenProcessPool as error:
            if was_lost(error):
                raise WorkerLostError from error
            raise
        except OSError:
            self._most = 1
            return None

    def _end(self) -> None:
        """End all processes at once: they hold nothing, and taking their libraries down would take them a second."""
        if self._pool is not None:
            self._pool.end()
        self._pool = None


def cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS
        return os.cpu_count() or 1
