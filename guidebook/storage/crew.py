"""Many tasks of one kind on all cores: each process does one after the other, and a lost process costs one attempt.

Each has an executor of its own (`one_process`), so that it is known which task was lost with it; that task goes to
another process, up to a limit. What all tasks need is given to a process once. Separate from what is made in them:
whose task is begun again, and where, is a craft of its own. For one task, with one core or where no process can be
started, all is done here with the same result.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

from guidebook.storage import workers
from guidebook.storage.one_process import NO_PROCESSES, OneProcess, begin_alive, was_lost
from guidebook.storage.results import taken_over
from guidebook.storage.temporary import OwnFolder, own_folder

SHARED = "shared"
"""The file with what all tasks need. Were it handed over at the start, a process lost there would be waited for."""
ATTEMPTS = 3
"""How often a task is begun before it is given up."""
Result = TypeVar("Result")
Function = Callable[[bytes, bytes], Result]
"""Makes a result of what all tasks share and of one task's own values."""


class LostError(Exception):
    """Whatever process began a task was ended from outside, as the system does where memory is short."""


@dataclass(frozen=True, slots=True)
class Finished(Generic[Result]):
    """A task that was done, or why it could not be."""

    name: str
    result: Result | None = None
    error: Exception | None = None


class Crew(Protocol[Result]):
    """Whoever does tasks: processes of this machine, or a cluster."""

    def finished(self, tasks: Mapping[str, bytes]) -> Iterator[Finished[Result]]:
        """Do each of these and give it back when it is done; a fault of one stops no other."""
        ...


@dataclass(frozen=True, slots=True)
class _Begun:
    name: str
    attempt: int
    process: OneProcess


class Processes(Generic[Result]):
    """A crew of processes of this machine; a context, after which none of them is left and nothing that they wrote."""

    def __init__(self, function: Function[Result], shared: bytes, most: int | None = None) -> None:
        """`most` is the largest number of processes; as a rule that of the cores which this process may use."""
        self._function, self._shared = function, shared
        self._most = workers.cores() if most is None else most
        self._free: list[OneProcess] = []
        self._processes: list[OneProcess] = []
        self._folder: OwnFolder | None = None
        self._life: Connection | None = None
        self._lives: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for end in (self._life, self._lives):
            if end is not None:
                end.close()
        for process in self._processes:
            process.end()
        if self._folder is not None:
            self._folder.delete()

    def finished(self, tasks: Mapping[str, bytes]) -> Iterator[Finished[Result]]:
        """Do each of these and give it back when it is done; a fault of one stops no other."""
        waiting = deque((name, 1) for name in tasks)
        begun: dict[Future[str], _Begun] = {}
        most = min(self._most, len(tasks))
        while waiting or begun:
            while most > 1 and waiting and len(begun) < most:
                name, attempt = waiting.popleft()
                given = self._give(tasks[name])
                if given is None:
                    waiting.appendleft((name, attempt))
                    most = len(begun)
                    break
                begun[given[0]] = _Begun(name, attempt, given[1])
            if not begun:
                name, _ = waiting.popleft()
                yield self._done_here(name, tasks[name])
            for future in wait(begun, return_when=FIRST_COMPLETED).done:
                one = begun.pop(future)
                outcome = _outcome(future, one.name)
                if not isinstance(outcome.error, LostError):
                    self._free.append(one.process)
                    yield outcome
                    continue
                self._drop(one.process)
                if one.attempt < ATTEMPTS:
                    waiting.appendleft((one.name, one.attempt + 1))
                else:
                    yield outcome

    def _done_here(self, name: str, task: bytes) -> Finished[Result]:
        try:
            return Finished(name, self._function(self._shared, task))
        except Exception as error:
            return Finished(name, error=error)

    def _give(self, task: bytes) -> tuple[Future[str], OneProcess] | None:
        """Begin a task in a process that has nothing to do; None where no process can be started."""
        while True:
            process = self._free.pop() if self._free else self._started()
            if process is None:
                return None
            try:
                return process.give(_do, self._function, task), process
            except BrokenProcessPool:  # it was ended while it had nothing to do
                self._drop(process)
            except OSError:  # it ends with all others
                return None

    def _started(self) -> OneProcess | None:
        try:
            if self._folder is None:
                self._folder = self._with_what_is_shared()
            if self._lives is None:
                self._lives, self._life = multiprocessing.get_context("spawn").Pipe(duplex=False)
            process = OneProcess(_begin, self._lives, str(self._folder.path))
        except NO_PROCESSES:
            return None
        self._processes.append(process)
        return process

    def _with_what_is_shared(self) -> OwnFolder:
        folder = own_folder()
        try:
            (folder.path / SHARED).write_bytes(self._shared)
        except OSError:
            folder.delete()
            raise
        return folder

    def _drop(self, process: OneProcess) -> None:
        self._processes.remove(process)
        process.end()


def _outcome(future: Future[str], name: str) -> Finished[Any]:
    try:
        return Finished(name, taken_over(future.result()))
    except BrokenProcessPool as error:
        return Finished(name, error=LostError() if was_lost(error) else error)
    except Exception as error:
        return Finished(name, error=error)


_SHARED: list[bytes] = []
"""In a process that does tasks: what all of them need."""


def _begin(lives: Connection, folder: str) -> None:
    """What a process does first."""
    begin_alive(lives, folder)
    _SHARED.append((Path(folder) / SHARED).read_bytes())


def _do(function: Function[Result], task: bytes) -> Result:
    try:
        return function(_SHARED[0], task)
    finally:
        gc.collect()  # a process collects seldom, and what a task leaves in circles would grow with every task
