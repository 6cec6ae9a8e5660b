"""Digests of files: what a step depends on is known by its content; a file is read again only where its status changed.

The index of statuses works as git's does: an entry is trusted unless the file was written as late as the index itself,
because such a file may have changed once more without another time. Separate from the cache of steps, because files of
the output are compared, too.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from guidebook.storage.atomic import PRIVATE, write_atomically

Status = tuple[int, int, int, int]
"""Size, times of last change of content and of status in nanoseconds, inode."""
OTHER = "?"
"""The digest of what is neither a regular file nor a folder, or cannot be read: nothing is known of it."""
FOLDER = "/"
"""The digest of a folder where a file is asked for."""
PASSED_OVER = frozenset({"__pycache__", ".git"})
"""Folders whose content nothing depends on."""


class Digests:
    """The digests of files, with an index that lasts between runs; without a writable index all files are read."""

    def __init__(self, index: Path) -> None:
        self._index = index
        self._known: dict[str, tuple[Status, str]] = {}
        self._used: dict[str, tuple[Status, str]] = {}
        with suppress(OSError, msgspec.DecodeError):
            written = index.stat().st_mtime_ns
            known = msgspec.msgpack.decode(index.read_bytes(), type=dict[str, tuple[Status, str]])
            self._known = {path: entry for path, entry in known.items() if max(entry[0][1:3]) < written}

    def of_file(self, path: Path | str) -> str:
        """The digest of a file: empty where there is none, `FOLDER` or `OTHER` where it is none that can be read."""
        try:
            found = os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            return ""
        except (OSError, ValueError):  # a NUL in its name
            return OTHER
        if stat.S_ISDIR(found.st_mode):
            return FOLDER
        sound = stat.S_ISREG(found.st_mode) and str(path).isprintable()
        return self._digest(str(path), found) if sound else OTHER

    def of_tree(self, folder: Path) -> dict[str, str]:
        """Path below `folder` → digest, of everything in it but folders; empty where there is no such folder."""
        digests: dict[str, str] = {}
        for path, found in files_below(folder):
            name = path[len(str(folder)) + 1 :]
            sound = stat.S_ISREG(found.st_mode) and name.isprintable()  # no other can be written down
            digests[name if name.isprintable() else repr(name)] = self._digest(path, found) if sound else OTHER
        return digests

    def save(self) -> None:
        """Keep the index for the next run, without files that this one did not ask for and that are gone."""
        others = {path: entry for path, entry in self._known.items() if path in self._used or os.path.lexists(path)}
        if others | self._used != self._known:
            with suppress(OSError, UnicodeEncodeError):
                write_atomically(self._index, msgspec.msgpack.encode(others | self._used), mode=PRIVATE)

    def _digest(self, path: str, found: os.stat_result) -> str:
        status = status_of(found)
        entry = self._known.get(path)
        if entry is None or entry[0] != status:
            try:
                with Path(path).open("rb") as file:
                    entry = status, hashlib.file_digest(file, "sha256").hexdigest()
            except OSError:
                return OTHER
        self._used[path] = entry
        return entry[1]


def files_below(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Path and status of everything below `folder` but folders, in the order of names; links are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (OSError, ValueError):  # a NUL in its name
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in PASSED_OVER:
                yield from files_below(Path(entry.path))
        else:
            with suppress(OSError):
                yield entry.path, entry.stat(follow_symlinks=False)


def file_at(path: str) -> Iterator[tuple[str, os.stat_result]]:
    """Path and status of a regular file; nothing where there is none."""
    with suppress(OSError, ValueError):
        if stat.S_ISREG((found := os.lstat(path)).st_mode):
            yield path, found


def status_of(found: os.stat_result) -> Status:
    """What changes where a file is written anew."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def state_of(folders: Mapping[str, Path]) -> str:
    """One digest of the status of every file in these folders or files, each named; it changes where one is touched."""
    digest = hashlib.sha256()
    for name, folder in sorted(folders.items()):
        digest.update(f"{name}\0".encode())
        alone = file_at(str(folder))
        for path, found in (*alone, *files_below(folder)):
            line = f"{path[len(str(folder)) :]}\0{status_of(found)}\n"
            digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
