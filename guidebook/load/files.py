"""Reads one file of content as text, whatever an editor's desk may have done to it: encoding, size, controls."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from guidebook.load.bounds import line_fault
from guidebook.load.regular_files import TooLargeError, fault_of, read_octets
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text

MAX_BYTES = 1_000_000
"""A case report has some 10 kB; a file beyond this is no text, and parsing it would only stall the build."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def read_text(path: Path, shown: str, lines: bool = True) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The file's text with line ends as `\\n` and Hangul composed (NFC), or None with the reason.

    `shown` is the file's name in diagnostics. `lines` are bounded, but for formats that programs write in one.
    """
    try:
        raw = read_octets(path, MAX_BYTES)
    except TooLargeError as error:
        return None, (_too_large(error.size, shown),)
    except OSError as error:
        return None, (fault_of(error, shown),)
    content, fault = _decode(raw, shown)
    if content is None:
        return None, fault
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    long_line = line_fault(content, shown, lines)
    if long_line is not None:
        return None, (long_line,)
    content = unicodedata.normalize("NFC", content)
    if not content.strip():
        return None, (
            _fault(Span(shown), "empty-file", text("파일이 비어 있습니다."), text("내용을 적거나 파일을 지우세요.")),
        )
    found = CONTROL.search(content)
    if found:
        return None, (_control_character(content, found.start(), shown),)
    return content, ()


def _decode(raw: bytes, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, (_encoding(shown, 1, "UTF-16"),)
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        try:
            raw.decode("cp949")
        except UnicodeDecodeError:
            return None, (_encoding(shown, line, None),)
        return None, (_encoding(shown, line, "CP949(EUC-KR)"),)


def _encoding(shown: str, line: int, name: str | None) -> Diagnostic:
    message = (
        text("파일이 UTF-8이 아니라 {name} 형식으로 저장되어 있습니다.", name=name)
        if name
        else text("파일을 UTF-8로 읽을 수 없습니다.")
    )
    return _fault(Span(shown, line), "encoding", message, text("편집기에서 ‘UTF-8로 다시 저장’을 골라 저장하세요."))


def _too_large(size: int, shown: str) -> Diagnostic:
    return _fault(
        Span(shown),
        "file-too-large",
        text("파일이 너무 큽니다({size}MB).", size=round(size / 1_000_000)),
        text("글 파일은 1MB까지 읽습니다. 사진이나 표 자료가 섞여 들어갔는지 확인하세요."),
    )


def _control_character(content: str, at: int, shown: str) -> Diagnostic:
    line = content.count("\n", 0, at) + 1
    column = at - content.rfind("\n", 0, at)
    return _fault(
        Span(shown, line, column),
        "control-character",
        text("보이지 않는 제어 문자(U+{code})가 있습니다.", code=f"{ord(content[at]):04X}"),
        text("이 자리의 글자를 지우고 다시 입력하세요."),
    )


def _fault(span: Span, code: str, message: Text, hint: Text) -> Diagnostic:
    return Diagnostic(span, code, message, hint)
