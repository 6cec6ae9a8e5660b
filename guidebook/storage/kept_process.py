"""One process beside this one that stays: it imports its libraries once and does one task after the other.

Separate from `workers`, whose processes live as long as one run and share its tasks, and from `crew`. Who shows pages
while they are made anew must answer meanwhile, and must be able to end at once, whatever is being made.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Self

from guidebook.storage.one_process import OneProcess, begin_alive
from guidebook.storage.temporary import OwnFolder, own_folder

WARNINGS, SILENT = "PYTHONWARNINGS", "ignore:resource_tracker:UserWarning"


class KeptProcess:
    """A process that is started with its first task, and again where it was lost; a context, after which it is gone.

    It ends with this one, however that ends, and so do the processes that it started itself.
    """

    def __init__(self) -> None:
        self._process: OneProcess | None = None
        self._life: Connection | None = None
        self._folder: OwnFolder | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end()

    def give(self, function: Callable[..., Any], *values: Any) -> Future[str]:
        """Begin a task; to come is the name of the file with its result, for `storage.results.taken_over`.

        Raises OSError where no process can be started. The future raises BrokenProcessPool where it was lost.
        """
        for attempt in (1, 2):
            process = self._process or self._started()
            try:
                return process.give(function, *values)
            except BrokenProcessPool:  # it was ended from outside while it had nothing to do
                self.end()
                if attempt == 2:
                    raise
            except OSError:
                self.end()
                raise
        raise AssertionError("the second attempt returns or raises")

    def end(self) -> None:
        """End it at once, in the middle of whatever it does."""
        if self._life is not None:
            self._life.close()
        if self._process is not None:
            self._process.end()
        if self._folder is not None:
            self._folder.delete()
        self._process, self._life, self._folder = None, None, None

    def _started(self) -> OneProcess:
        self._folder = own_folder()
        lives, self._life = multiprocessing.get_context("spawn").Pipe(duplex=False)
        with _cleared_silently():
            self._process = OneProcess(begin_alive, lives, str(self._folder.path))
        return self._process


@contextmanager
def _cleared_silently() -> Iterator[None]:
    """Python's own process that clears what others leave behind is started here, and says nothing of clearing it.

    What is ended in the middle leaves semaphores of its own processes: that is meant, and no warning for an editor.
    """
    before = os.environ.get(WARNINGS)
    os.environ[WARNINGS] = ",".join((*([before] if before else []), SILENT))
    try:
        yield
    finally:
        if before is None:
            del os.environ[WARNINGS]
        else:
            os.environ[WARNINGS] = before
