"""Files of the cache: each is made once, written atomically, and checked by a SHA-256 when it is read.

It covers name and folder, because what lies under the name of another file is as wrong as what is damaged.

Where the cache cannot be written, because its disk is full, it is read-only or something else lies in its place, a file
goes into a folder that lasts for this run alone: a build is then slower, and not refused.
"""

from __future__ import annotations

import atexit
import hashlib
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from guidebook.storage.atomic import PRIVATE, write_atomically

_SPARE_FOLDER_LOCK = Lock()
"""Pictures are drawn by several threads, which share the folder of this run."""
HASH = ".sha256"
"""Ending of the file beside each with the SHA-256 of its place and of what was written: a disk may lose that."""


def kept_file(path: Path, make: Callable[[], bytes]) -> Path:
    """The file at `path`, made if it is missing or damaged; in the folder of this run if the cache cannot be written.

    Raises OSError only where no folder of the machine can be written.
    """
    others = [_elsewhere(path)] if spare_folders() else []
    for place in (path, *others):
        if _is_intact(place):
            return place
    octets = make()
    try:
        _write(path, octets)
    except OSError:
        path = _elsewhere(path)
        _write(path, octets)
    return path


def kept_octets(path: Path, make: Callable[[], bytes]) -> bytes:
    """What `make` makes, read from `path` where it was made before. Never fails because the cache cannot be written."""
    octets = found_octets(path)
    if octets is None:
        octets = make()
        with suppress(OSError):
            _write(path, octets)
    return octets


def found_octets(path: Path) -> bytes | None:
    """What was kept at `path`, if it is undamaged."""
    with suppress(OSError):
        return path.read_bytes() if _is_intact(path) else None
    return None


def spare_folders() -> tuple[Path, ...]:
    """The folder of this run, if one was needed."""
    return (_spare_folder(),) if _new_spare_folder.cache_info().currsize else ()


def _spare_folder() -> Path:
    with _SPARE_FOLDER_LOCK:
        return _new_spare_folder()


@cache
def _new_spare_folder() -> Path:
    folder = Path(mkdtemp(prefix="jumin-guidebook-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _elsewhere(path: Path) -> Path:
    """Its path in the folder of this run: the hash of its path in the cache, with the same ending."""
    return _spare_folder() / f"{hashlib.sha256(str(path).encode('utf-8', 'surrogateescape')).hexdigest()}{path.suffix}"


def _is_intact(path: Path) -> bool:
    try:
        return path.with_name(path.name + HASH).read_text(encoding="ascii") == _digest(path, path.read_bytes())
    except (OSError, ValueError):
        return False


def _write(path: Path, octets: bytes) -> None:
    write_atomically(path, octets, mode=PRIVATE)
    write_atomically(path.with_name(path.name + HASH), _digest(path, octets).encode("ascii"), mode=PRIVATE)


def _digest(path: Path, octets: bytes) -> str:
    digest = hashlib.sha256(f"{path.parent.name}/{path.name}\n".encode("utf-8", "surrogateescape"))
    digest.update(octets)
    return digest.hexdigest()
