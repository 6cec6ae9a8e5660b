"""One other process of this machine, which does one task after the other and has an executor of its own.

Executors of Python 3.11 look after their processes in a thread that takes no lock: where one is lost while another is
started, that thread ends with a traceback. With one process, there before the thread begins, nothing changes under it.
Separate from who has processes (`process_pool`, `crew`, `kept_process`), because starting and losing them is a craft of
its own. They are spawned and not forked: on macOS the libraries that set text do not survive a fork, and a thread of
ours that runs while another forks would leave its locks behind.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, InvalidStateError, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from guidebook.storage.garbage import collect_seldom
from guidebook.storage.results import hand_over

MOST_TRIES = 20
"""How often a folder is deleted into which others write."""
GRACE = 5.0
"""Seconds in which Python tells of every task of a process that has ended, unless it has forgotten it."""
NO_PROCESSES = (OSError, ImportError, NotImplementedError)
"""What Python raises on a machine without semaphores or shared memory, or where nothing more can be opened."""


class OneProcess:
    """A process that is started with its first task, and ended by whoever owns it."""

    def __init__(self, begin: Callable[..., None], *values: Any) -> None:
        """`begin` is what it does first, as `begin_alive`. Raises one of `NO_PROCESSES` where there can be none."""
        spawning = multiprocessing.get_context("spawn")
        with uninterrupted():  # Python starts a process of its own that clears what others leave behind
            self._ended, self._held = spawning.Pipe(duplex=False)
            self._executor = ProcessPoolExecutor(1, spawning, _begin, (self._held, begin, values))
        self._begun: Future[str] | None = None
        self._watched = False

    def give(self, function: Callable[..., Any], *values: Any) -> Future[str]:
        """Begin a task; to come is the name of the file with its result, for `storage.results.taken_over`.

        The future raises BrokenProcessPool where the process was lost (`was_lost`), and so does this where it was lost
        before. Raises OSError where no process can be started: then it is only to be ended.
        """
        with uninterrupted():
            try:
                outcome: Future[str] = Future()
                self._executor.submit(hand_over, function, *values).add_done_callback(partial(_pass_on, outcome))
                self._begun = outcome
                self._held.close()  # now the process alone holds it
                if not self._watched or self._ended.poll():
                    threading.Thread(target=self._watch, daemon=True).start()
                    self._watched = True
            except BrokenProcessPool:  # a RuntimeError, too
                raise
            except RuntimeError as error:  # no further thread
                raise OSError(str(error)) from error
        return outcome

    def end(self) -> None:
        """Wait for the process, which has nothing to do any more or was told to end."""
        self._held.close()
        if not self._watched:  # Python may have failed to look after it, too, and then does not wait
            self._ended.poll(None)
        self._executor.shutdown(wait=self._watched, cancel_futures=True)

    def _watch(self) -> None:
        """When the process has ended, see to it that nobody waits for it.

        Python may give up all tasks of a lost process at the moment when it takes one more, which it then forgets.
        """
        self._ended.poll(None)
        begun = self._begun
        if begun is not None and wait([begun], GRACE).not_done:
            with suppress(InvalidStateError):
                begun.set_exception(BrokenProcessPool("The process was lost before it began this task."))


def _pass_on(outcome: Future[str], done: Future[str]) -> None:
    """Python's own future is Python's alone: it fails with a traceback where another has told of it before."""
    with suppress(InvalidStateError):  # it was given up, and Python tells of it all the same
        if done.cancelled():
            outcome.cancel()
        elif error := done.exception():
            outcome.set_exception(error)
        else:
            outcome.set_result(done.result())


def was_lost(error: BrokenProcessPool) -> bool:
    """Whether a process was ended from outside. With a cause, what it gave could not be read: a fault of ours."""
    return error.__cause__ is None


_HELD: list[Connection] = []
"""In the other process: what it alone holds as long as it lives."""


def _begin(held: Connection, begin: Callable[..., None], values: tuple[Any, ...]) -> None:
    _HELD.append(held)
    begin(*values)


def begin_alive(lives: Connection, folder: str) -> None:
    """What a process does first: it ends with the one that started it, and leaves nothing but in `folder`."""
    collect_seldom()
    tempfile.tempdir = folder
    try:
        threading.Thread(target=_end_with, args=(lives, folder), daemon=True).start()
    except RuntimeError:  # no further thread: it could outlive the one that started it
        os._exit(1)


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
