"""Other processes of this machine for tasks that are values: a function of a module and what it is given.

Processes are spawned and not forked: on macOS the libraries that set text do not survive a fork, and a thread of ours
that runs while another forks would leave its locks behind. Separate from what is made in them, because starting,
losing and ending processes is a craft of its own. Without a second core, without a process that can be started, or for
fewer tasks than are worth one, all is done in this process with the same result.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from guidebook.storage.garbage import collect_seldom
from guidebook.storage.results import hand_over, taken_over
from guidebook.storage.temporary import OwnFolder, own_folder

FEWEST = 4
"""With fewer tasks at once no process is started: its imports take as long as two of them."""
MOST = 8
"""More processes than this wait for the longest chapter, and each takes memory."""
AHEAD = 1
"""Tasks that wait beside those that are done, so that no process waits for the next one."""
MOST_TRIES = 20
"""How often a folder is deleted into which others write."""
NO_PROCESSES = (OSError, ImportError, NotImplementedError)
"""What Python raises on a machine without semaphores or shared memory, or where nothing more can be opened."""
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
            if error.__cause__ is not None:  # what it gave could not be read: a fault of ours
                raise
            raise WorkerLostError from error
        if not self._taken:
            self._taken.append(taken_over(name))
        return self._taken[0]


class Workers:
    """The processes of one run, started when there is enough to do; a context, after which none of them is left."""

    def __init__(self, most: int | None = None) -> None:
        """`most` is the largest number of processes; as a rule that of the cores which this process may use."""
        self._most = min(cores(), MOST) if most is None else most
        self._pool: ProcessPoolExecutor | None = None
        self._life: Connection | None = None
        self._folder: OwnFolder | None = None
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
            spawning = multiprocessing.get_context("spawn")
            try:
                self._folder = own_folder()
                with uninterrupted():
                    lives, self._life = spawning.Pipe(duplex=False)
                    begin = lives, str(self._folder.path)
                    self._pool = ProcessPoolExecutor(self._most, spawning, begin_alive, begin)
            except NO_PROCESSES:
                self._most = 1
        return self._pool is not None and self._most > 1

    def prepare(self, task: Task[Any]) -> None:
        """Start all processes, each with this task, while it is still found out what there is to do."""
        if self.start(FEWEST):
            for _ in range(self._most):
                self._submitted(task)

    def give(self, tasks: Sequence[Task[Any]], long: bool = False) -> bool:
        """Give tasks to processes, the longest first; False where there are none, and the tasks are done here.

        `long` tells that one of them takes so long that a process is worth it for fewer tasks.
        """
        if not self.start(FEWEST if long and tasks else len(tasks)):
            return False
        for task in sorted(tasks, key=lambda task: -task.weight):
            task.future = self._submitted(task)
            if task.future is None:
                return False
            self._given.append(task.future)
        return True

    def _submitted(self, task: Task[Any]) -> Future[str] | None:
        """The result to come; None where no further process can be started: those that run go on."""
        assert self._pool is not None
        try:
            with uninterrupted():
                return self._pool.submit(hand_over, task.function, *task.values)
        except (BrokenProcessPool, ValueError) as error:  # ValueError: its pipes were closed while one was started
            raise WorkerLostError from error
        except (OSError, RuntimeError):  # no further process, no further thread
            self._most = 1
            return None

    def _end(self) -> None:
        """End all processes at once: they hold nothing, and taking their libraries down would take them a second."""
        if self._life is not None:
            self._life.close()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        if self._folder is not None:
            self._folder.delete()
        self._pool, self._life, self._folder = None, None, None


def cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS
        return os.cpu_count() or 1


def begin_alive(lives: Connection, folder: str) -> None:
    """What a process does first: it ends with the one that started it, and leaves nothing but in `folder`."""
    collect_seldom()
    tempfile.tempdir = folder
    threading.Thread(target=_end_with, args=(lives, folder), daemon=True).start()


def _end_with(lives: Connection, folder: str) -> None:
    """End this process, whatever it does, when nobody holds the other end any more, and leave nothing behind."""
    lives.poll(None)
    for _ in range(MOST_TRIES):  # this process and its siblings may still be writing
        if Path(folder).is_dir():
            shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """A process that is started here hears neither Ctrl-C nor a closed terminal: it is ended by the one that does."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
