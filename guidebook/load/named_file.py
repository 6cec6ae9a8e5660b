"""Reads a file that is named on the command line, if it is a regular file and not too large."""

from __future__ import annotations

import datetime
import stat
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text
from guidebook.model.wording.file_sizes import size

ZONE = ZoneInfo("Asia/Seoul")


@dataclass(frozen=True, slots=True)
class Given:
    """What the file holds, and when it was last written (seconds since 1970)."""

    octets: bytes
    written: float

    @property
    def day(self) -> str:
        """The day on which it was last written, wherever the computer stands: `2026-11-28`."""
        return datetime.datetime.fromtimestamp(self.written, ZONE).date().isoformat()


def read_given(path: Path, shown: str, most: int, hint: Text) -> tuple[Given | None, tuple[Diagnostic, ...]]:
    """The file, or why it cannot be read; `hint` says what to name instead. `most` is in octets.

    A device or a pipe is refused before it is opened: reading one may never end.
    """
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            return None, (
                Diagnostic(Span(shown), "unreadable-list", text("파일을 읽을 수 없습니다: 폴더나 장치입니다."), hint),
            )
        if known.st_size > most:
            too_large = text("파일이 너무 큽니다({most}까지 읽습니다).", most=size(most))
            return None, (Diagnostic(Span(shown), "unreadable-list", too_large, hint),)
        with path.open("rb") as source:
            octets = source.read(most + 1)
    except (OSError, ValueError) as error:  # the latter: a name with a NUL
        return None, (_unreadable(error, shown),)
    return Given(octets, known.st_mtime), ()


def _unreadable(error: OSError | ValueError, shown: str) -> Diagnostic:
    """What the system says in English, in our words, with the remedy that fits it."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Diagnostic(Span(shown), "unreadable-list", text("파일이 없습니다."), _WHERE)
    if isinstance(error, PermissionError):
        hint = text("파일을 읽을 권한을 주거나, 읽을 수 있는 곳에 복사해 다시 실행하세요.")
        return Diagnostic(Span(shown), "unreadable-list", text("파일을 읽을 권한이 없습니다."), hint)
    return Diagnostic(Span(shown), "unreadable-list", text("파일을 읽을 수 없습니다."), _WHERE)


_WHERE = text("파일 이름과 폴더를 확인해 다시 실행하세요.")
