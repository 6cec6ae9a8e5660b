"""The one writer of files that may never be seen half written: a draft beside the file is renamed into its place.

Used for the cache, for files of the content and for the journal of the output. `guidebook/setup` does without: it runs
before the program is complete, and its stamps are written last, so that a half-written one only repeats a step.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

PRIVATE = 0o600
"""The mode of a file that only its owner may read."""


def write_atomically(
    path: Path, octets: bytes, *, draft: Path | None = None, mode: int = 0o666, durable: bool = False
) -> None:
    """Put a file at `path` in one step. Raises OSError and leaves everything as it was, new folders included.

    `draft` is a fixed name for the draft where no two processes write the same file: what a killed process left there
    is replaced. Without it the name is random. With `durable` the octets are on the disk before the rename.
    """
    draft = draft or path.with_name(f".{token_hex(8)}.new")
    new_folders = [folder for folder in (path.parent, *path.parent.parents) if not folder.exists()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)  # what a killed process left, or a link, which would be followed
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(octets)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        with suppress(OSError):  # a folder that holds something by now stays
            for folder in new_folders:
                folder.rmdir()
        raise
