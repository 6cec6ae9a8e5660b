"""Opens files of the content folder: regular files only, never links, pipes or devices.

A merge request can bring links, and a disk holds pipes and devices. To follow one could read what is no content, or
never come to an end. So every reader of content opens its files here.
"""

from __future__ import annotations

import os
import stat
from enum import Enum
from pathlib import Path, PurePosixPath

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text


class Nature(Enum):
    """What lies at a path."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    SPECIAL = "special"
    """A pipe, a device or a socket."""
    MISSING = "missing"
    UNREADABLE = "unreadable"


class IrregularError(OSError):
    """There is something at the path, but no regular file."""

    def __init__(self, nature: Nature) -> None:
        super().__init__(nature.value)
        self.nature = nature


class TooLargeError(OSError):
    """The file holds more bytes than its reader takes."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def nature(path: Path) -> Nature:
    """What lies at `path`, without opening it or following a link."""
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return Nature.MISSING
    except (OSError, ValueError):  # no permission, a name too long, a NUL in it
        return Nature.UNREADABLE
    if stat.S_ISREG(mode):
        return Nature.FILE
    if stat.S_ISDIR(mode):
        return Nature.FOLDER
    return Nature.LINK if stat.S_ISLNK(mode) else Nature.SPECIAL


def real(path: Path) -> Path:
    """Where a folder lies that the command line or `site.yml` names, which may be reached through links."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:  # a NUL in it
        return path


def inside(root: Path, name: str) -> Path | None:
    """Where a path written in content leads; None where it leaves `root`, be it by a link on the way."""
    parts = PurePosixPath(name).parts
    if not parts or PurePosixPath(name).is_absolute() or ".." in parts:
        return None
    around = (root.joinpath(*parts[:count]) for count in range(1, len(parts)))
    return root.joinpath(*parts) if all(nature(folder) is Nature.FOLDER for folder in around) else None


def read_octets(path: Path, most: int) -> bytes:
    """The bytes of a regular file. Raises OSError, which `fault_of` turns into a sentence, TooLargeError among them."""
    found_nature = nature(path)
    if found_nature not in (Nature.FILE, Nature.MISSING, Nature.UNREADABLE):
        raise IrregularError(found_nature)
    # It may be replaced between the look and the opening: neither waits for a pipe nor follows a link then.
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as opened:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise IrregularError(Nature.SPECIAL)
        octets = b"" if status.st_size > most else opened.read(most + 1)
    if max(status.st_size, len(octets)) > most:
        raise TooLargeError(max(status.st_size, len(octets)))
    return octets


def entries(folder: Path, file: str) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """What lies in `folder`, sorted, without hidden files; nothing and the reason where it cannot be listed."""
    try:
        return tuple(sorted(path for path in folder.iterdir() if not path.name.startswith("."))), ()
    except OSError:
        return (), (fault_of(Nature.UNREADABLE, file),)


def fault_of(cause: Nature | OSError, file: str) -> Diagnostic:
    """Why `file` is not read: what lies there, or the error that reading it raised."""
    if isinstance(cause, OSError):
        cause = cause.nature if isinstance(cause, IrregularError) else Nature.UNREADABLE
    code, message, hint = _FAULTS.get(cause, _FAULTS[Nature.UNREADABLE])
    return Diagnostic(Span(file), code, message, hint)


def name_fault(path: Path, file: str) -> Diagnostic | None:
    """What is wrong with a file's name itself: control characters, or bytes that are no UTF-8."""
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        message = text("파일 이름이 UTF-8이 아니어서 읽을 수 없습니다.")
    else:
        if not any(ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 for letter in path.name):
            return None
        message = text("파일 이름에 줄바꿈 같은 제어 문자가 있습니다.")
    hint = text("파일 이름을 한글, 영문, 숫자, 붙임표(-)로 다시 지으세요.")
    return Diagnostic(Span(file), "bad-file-name", message, hint)


_FAULTS: dict[Nature, tuple[str, Text, Text]] = {
    Nature.LINK: (
        "linked-file",
        text("링크(바로 가기)는 읽지 않습니다."),
        text("링크를 지우고, 링크가 가리키는 파일이나 폴더를 복사해 이 자리에 두세요."),
    ),
    Nature.SPECIAL: (
        "special-file",
        text("일반 파일이 아니라 장치나 파이프, 소켓이어서 읽지 않습니다."),
        text("이것을 지우거나 콘텐츠 폴더 밖으로 옮기세요."),
    ),
    Nature.FOLDER: (
        "folder-for-file",
        text("파일이 있어야 할 자리에 폴더가 있습니다."),
        text("폴더의 이름을 바꾸거나 다른 곳으로 옮기세요."),
    ),
    Nature.FILE: (
        "file-for-folder",
        text("폴더가 있어야 할 자리에 파일이 있습니다."),
        text("파일의 이름을 바꾸거나 다른 곳으로 옮기세요."),
    ),
    Nature.UNREADABLE: (
        "unreadable",
        text("파일이나 폴더를 읽을 수 없습니다."),
        text("그 자리에 있는지, 읽기 권한이 있는지 확인하세요."),
    ),
}
