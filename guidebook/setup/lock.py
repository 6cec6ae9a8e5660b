"""Lets one set-up work at a time: two first runs in two windows would make the same folder at once."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def only_one(path: Path, on_waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock at `path`; when somebody else does, call `on_waiting` and wait.

    The system lets go of it when the holder dies, so that a crash never leaves it behind.
    """
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError:
            pass  # a file system without locks: working unguarded is better than not at all
        yield
