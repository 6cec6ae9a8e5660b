"""Reads one file of content as text, and checks its encoding, size and characters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from guidebook.load.bounds import line_fault
from guidebook.load.characters import SHOWN, composed, faults_in, faults_of_references, first_fault
from guidebook.load.regular_files import TooLargeError, fault_of, read_octets
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text
from guidebook.model.wording.file_sizes import size as file_size

MAX_BYTES = 1_000_000
"""A case report has some 10 KB; a file beyond this is no text, and parsing it would only stall the build."""


def read_text(path: Path, file: str, lines: bool = True) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The file's text with line ends as `\\n`, Hangul composed (NFC) and plain spaces, or None with the reason.

    `file` is the file's name in diagnostics. `lines` are bounded, but for formats that programs write in one.
    """
    try:
        raw = read_octets(path, MAX_BYTES)
    except TooLargeError as error:
        return None, (_too_large(error.size, file),)
    except OSError as error:
        return None, (fault_of(error, file),)
    content, fault = _decode(raw, file)
    if content is None:
        return None, fault
    content = content.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    long_line = line_fault(content, file, lines)
    if long_line is not None:
        return None, (long_line,)
    content = composed(content)
    if not content.strip():
        return None, (
            _fault(Span(file), "empty-file", text("파일이 비어 있습니다."), text("내용을 적거나 파일을 지우세요.")),
        )
    faults = tuple(_characters(content, file))
    return (None if faults else content), faults


def unseen_in_name(name: str, file: str) -> Iterator[Diagnostic]:
    """The first character of a file's name that nobody sees, which no other message could make plain."""
    fault = first_fault(composed(name))
    if fault is not None:
        code, message, _ = fault
        yield _fault(Span(file), code, message, text("파일 이름에서 그 글자를 지우세요."))


def unseen_in_body(body: str, file: str, first_line: int) -> Iterator[Diagnostic]:
    """Characters that must not stand in a text, where it writes them as `&#8203;`."""
    for at, fault in islice(faults_of_references(body), SHOWN):
        yield _fault(Span(file, first_line + body.count("\n", 0, at), at - body.rfind("\n", 0, at)), *fault)


def _decode(raw: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, (_encoding(file, 1, "UTF-16"),)
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        try:
            raw.decode("cp949")
        except UnicodeDecodeError:
            return None, (_encoding(file, line, None),)
        return None, (_encoding(file, line, "CP949(EUC-KR)"),)


def _encoding(file: str, line: int, name: str | None) -> Diagnostic:
    message = (
        text("파일이 UTF-8이 아니라 {name} 형식으로 저장되어 있습니다.", name=name)
        if name
        else text("파일을 UTF-8로 읽을 수 없습니다.")
    )
    return _fault(Span(file, line), "encoding", message, text("편집기에서 ‘UTF-8로 다시 저장’을 골라 저장하세요."))


def _too_large(size: int, file: str) -> Diagnostic:
    return _fault(
        Span(file),
        "file-too-large",
        text("파일이 너무 큽니다({size}).", size=file_size(size)),
        text("텍스트 파일은 1MB까지 읽습니다. 사진이나 표 자료가 섞여 들어갔는지 확인하세요."),
    )


def _characters(content: str, file: str) -> Iterator[Diagnostic]:
    """The characters that must not be there, each where it stands."""
    for at, (code, message, hint) in islice(faults_in(content), SHOWN):
        line = content.count("\n", 0, at) + 1
        yield _fault(Span(file, line, at - content.rfind("\n", 0, at)), code, message, hint)


def _fault(span: Span, code: str, message: Text, hint: Text) -> Diagnostic:
    return Diagnostic(span, code, message, hint)
