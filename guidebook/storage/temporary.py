"""Folders for what is needed for a while; where its owner was killed, the next one deletes a folder.

Each is locked as long as its owner lives. Separate from those who own one: processes of this machine and machines of a
cluster leave the same behind when they are killed, and it may be of a private visit.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

PREFIX = "jumin-guidebook-"
LOCK, FILES = ".owner", "files"


@dataclass(frozen=True, slots=True)
class OwnFolder:
    """A folder that is there until it is deleted or its owner ends."""

    path: Path
    lock: BinaryIO

    def delete(self) -> None:
        """Delete it with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.lock.close()


def own_folder(where: Path | None = None) -> OwnFolder:
    """A new folder in `where`, else where the system keeps such. Raises OSError where none can be made."""
    place = where or Path(tempfile.gettempdir())
    sweep(place)
    path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
    try:
        lock = (path / f"{LOCK}.new").open("wb")
        with suppress(OSError):  # a file system without locks: then nobody sweeps either
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        (path / f"{LOCK}.new").rename(path / LOCK)  # only now it can be found, and it is locked
    except OSError:
        shutil.rmtree(path, ignore_errors=True)
        raise
    return OwnFolder(path, lock)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """An empty folder that is deleted at the end."""
    folder = own_folder()
    try:
        (folder.path / FILES).mkdir()
        yield folder.path / FILES
    finally:
        folder.delete()


def sweep(where: Path) -> None:
    """Delete the folders of this user whose owner is no more."""
    with suppress(OSError):
        for path in where.glob(f"{PREFIX}*"):
            if path.lstat().st_uid == os.getuid() and not path.is_symlink() and _is_left(path / LOCK):
                shutil.rmtree(path, ignore_errors=True)


def _is_left(lock: Path) -> bool:
    try:
        with lock.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held, not there yet, or of a file system without locks
        return False
    return True
