"""Files kept between builds: each made once, whole or not there, and known again by its hash.

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

_ALONE = Lock()
"""Pictures are drawn by several threads, and all have one folder."""
HASH = ".sha256"
"""Ending of the small file beside each that says what was written: a machine may stop, or a disk lose what it had."""


def kept_file(path: Path, make: Callable[[], bytes]) -> Path:
    """The file at `path`, made if it is not there whole; where it cannot be written, another that is as good.

    Raises OSError only where no folder of the machine can be written.
    """
    others = [_elsewhere(path)] if spare_folders() else []
    for place in (path, *others):
        if _whole(place):
            return place
    octets = make()
    try:
        _write(path, octets)
    except OSError:
        path = _elsewhere(path)
        _write(path, octets)
    return path


def kept_octets(path: Path, make: Callable[[], bytes]) -> bytes:
    """What `make` makes, from the file at `path` where it was made before; never fails for want of a place."""
    if _whole(path):
        with suppress(OSError):
            return path.read_bytes()
    octets = make()
    with suppress(OSError):
        _write(path, octets)
    return octets


def spare_folders() -> tuple[Path, ...]:
    """The folder of this run, if one was needed."""
    return (_spare_folder(),) if _one_spare_folder.cache_info().currsize else ()


def _spare_folder() -> Path:
    with _ALONE:
        return _one_spare_folder()


@cache
def _one_spare_folder() -> Path:
    folder = Path(mkdtemp(prefix="jumin-guidebook-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _elsewhere(path: Path) -> Path:
    """Where it lies in the folder of this run: under the hash of its place, with its own ending."""
    return _spare_folder() / f"{hashlib.sha256(str(path).encode('utf-8', 'surrogateescape')).hexdigest()}{path.suffix}"


def _whole(path: Path) -> bool:
    try:
        return path.with_name(path.name + HASH).read_text(encoding="ascii") == _digest(path.read_bytes())
    except (OSError, ValueError):
        return False


def _write(path: Path, octets: bytes) -> None:
    write_atomically(path, octets, mode=PRIVATE)
    write_atomically(path.with_name(path.name + HASH), _digest(octets).encode("ascii"), mode=PRIVATE)


def _digest(octets: bytes) -> str:
    return hashlib.sha256(octets).hexdigest()
