"""Errors of the file system as diagnostics: no space, no permission, a read-only disk.

Separate from what reads and writes files, because the output folder, imports and the cache explain them alike.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""No space is left on the disk, or the user's share of it is used up."""
NO_TEMPORARY = "No usable temporary directory"
"""How Python's own error begins, which names no file, as does that of a current folder that was deleted."""
OF_THE_DISK = FULL | {
    *(errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.ENAMETOOLONG, errno.ELOOP, errno.EXDEV, errno.EBUSY),
    *(errno.ENOLCK, errno.EMFILE, errno.ENOTDIR, errno.EISDIR, errno.ENOTEMPTY, errno.EFBIG, errno.ENXIO, errno.ESTALE),
}
"""Errors that come from the machine; all others but one come from a fault in the program."""


def unwritable(folder: Path, error: OSError) -> Diagnostic | None:
    """The diagnostic for an error in the output folder; None for one that only a fault in the program can cause."""
    if _has_no_temporary_folder(error):
        return _no_temporary_folder()
    if error.errno not in OF_THE_DISK:
        return None
    full = error.errno in FULL
    if full and error.filename is None:
        folder = _fullest(folder)
    return Diagnostic(
        Span(shown(folder)),
        "disk-full" if full else "output-unwritable",
        reason(folder, error),
        text("공간을 비운 뒤 다시 실행하세요. 이전에 만든 결과는 그대로 있습니다.")
        if full
        else text("쓸 수 있는 다른 폴더를 --output으로 지정하세요. 이전에 만든 결과는 그대로 있습니다."),
    )


def _fullest(folder: Path) -> Path:
    """That of this folder and the one for temporary files whose disk has less room: a write names neither."""
    places, room = [folder], {}
    with suppress(OSError):  # there is none
        places.append(Path(tempfile.gettempdir()))
    for place in places:
        with suppress(OSError):  # its disk cannot be asked
            there = next(parent for parent in (place, *place.absolute().parents) if parent.is_dir())
            room[place] = shutil.disk_usage(there).free
    return min(room, key=room.__getitem__, default=folder)


def _has_no_temporary_folder(error: OSError) -> bool:
    """Whether Python found no folder for temporary files into which it can write, as where the only disk is full."""
    return error.errno == errno.ENOENT and error.filename is None and str(error.strerror).startswith(NO_TEMPORARY)


def _no_temporary_folder() -> Diagnostic:
    return Diagnostic(
        Span("build.py"),
        "no-temporary-folder",
        text("임시 파일을 쓸 수 있는 폴더가 없습니다. 저장 공간이 부족하거나 쓰기 권한이 없습니다."),
        text(
            "공간을 비우거나, 쓸 수 있는 폴더를 환경 변수 TMPDIR에 지정한 뒤 다시 실행하세요. "
            "이전에 만든 결과는 그대로 있습니다."
        ),
    )


def disk_fault(error: OSError, folder: Path | None = None) -> Diagnostic | None:
    """The same for an error anywhere else: in the cache, a temporary folder, a current folder that was deleted.

    `folder` is where it was written, for an error that names no path: writing on says only that the disk is full.
    """
    fault = unwritable(folder or Path(), error)
    if fault is None or _has_no_temporary_folder(error):
        return fault
    hint = text("쓰기 권한을 주고 공간을 비운 뒤 다시 실행하세요. 이전에 만든 결과는 그대로 있습니다.")
    return replace(fault, hint=hint)


def cache_lost(cache: Path, error: OSError) -> Diagnostic | None:
    """The diagnostic for a file of the cache that was deleted while it was needed; None for any other error."""
    named = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else None
    if error.errno != errno.ENOENT or named is None or not named.is_relative_to(cache):
        return None
    return Diagnostic(
        Span(shown(cache)),
        "cache-lost",
        text("실행하는 동안 중간 결과 폴더의 파일이 지워졌습니다: '{path}'", path=shown(named)),
        text("같은 명령을 다시 실행하세요. 이전에 만든 결과는 그대로 있습니다."),
    )


def content_unwritable(folder: Path, error: OSError) -> Diagnostic:
    """The same for a folder of the content. Raises an error that only a fault in the program can cause."""
    fault = unwritable(folder, error)
    if fault is None:
        raise error
    hint = text("콘텐츠 폴더에 쓸 권한과 빈 공간이 있는지 확인한 뒤 다시 실행하세요. 쓰지 못한 파일은 그대로입니다.")
    return replace(fault, hint=hint)


def reason(folder: Path, error: OSError) -> Text:
    """What the error says, with the path that it names, else with `folder`."""
    path = shown(Path(os.fsdecode(error.filename))) if isinstance(error.filename, str | bytes) else shown(folder)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return text("저장 공간이 부족합니다: '{path}'", path=path)
        case errno.EACCES | errno.EPERM:
            return text("'{path}' 경로를 읽거나 쓸 권한이 없습니다.", path=path)
        case errno.EROFS:
            return text("'{path}' 경로는 읽기 전용 디스크에 있습니다.", path=path)
        case errno.ELOOP:
            return text("'{path}' 링크가 서로를 가리켜 순환합니다.", path=path)
        case errno.ENOTDIR:
            return text("'{path}' 경로의 중간에 폴더가 아닌 것이 있습니다.", path=path)
        case errno.ENOENT:
            return text("'{path}' 경로에 폴더가 없습니다.", path=path)
        case errno.EISDIR:
            return text("'{path}' 자리에 폴더가 있습니다.", path=path)
        case errno.ENAMETOOLONG:
            return text("이름이 너무 깁니다: '{path}'", path=path)
        case _:
            return text("'{path}' 경로에 쓸 수 없습니다: {reason}", path=path, reason=error.strerror or error)
