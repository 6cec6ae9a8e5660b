"""One process at a time on a folder: a lock that the system frees however its owner ends.

Separate from `swap`, because folders of a web server are held in the same way as the output.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = ".lock"
"""The file of the lock, in the folder that is held."""


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Whether we are the only ones who hold the lock at `path`."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            ours = os.path.samestat(os.fstat(handle), path.stat())  # not if the last owner has just removed the file
        except (BlockingIOError, FileNotFoundError):
            ours = False
        try:
            yield ours
        finally:
            if ours:
                path.unlink(missing_ok=True)
    finally:
        os.close(handle)
