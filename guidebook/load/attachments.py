"""Looks into files that readers take home: whether each is of the kind that its name says, and whole.

Nothing is unpacked or run. Of archives the list of names is read, of text whether it is text.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from guidebook.load.regular_files import Nature, TooLargeError, entries, fault_of, nature, read_octets
from guidebook.model.attachment import KINDS, Attachment
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text

MOST_OCTETS = 100_000_000
"""The most that `site.yml` may allow of a file; what is larger is not read."""
MOST_ENTRIES = 10_000
"""Files in an archive of which the list is read."""
_ENTRY = b"PK\x01\x02"
_OFFICE = {"xl/": "XLSX", "word/": "DOCX", "ppt/": "PPTX"}
"""Folder inside → kind of document."""
_HWPX = b"application/hwp+zip"
_OLE, _HWP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"HWP Document File"
_PDF, _PDF_END, _TAIL = b"%PDF-", b"%%EOF", 2048
_MACROS = "MS Office(매크로)"
"""How a document with programs in it is called."""
_TEXT = ("CSV", "TXT")
_MARKUP = ("<!doctype", "<html", "<svg", "<script", "<?xml", "<?php")

Fault = tuple[str, Text, Text]


def load_attachments(folder: Path, name: str) -> tuple[Mapping[str, Attachment | None], tuple[Diagnostic, ...]]:
    """File name → attachment, None for those with a fault. `name` is the folder's in faults."""
    attachments: dict[str, Attachment | None] = {}
    faults: list[Diagnostic] = []
    for path in _candidates(folder):
        known_as = unicodedata.normalize("NFC", path.name)
        fault = SAME_NAME if known_as in attachments else None if known_as.isprintable() else BAD_NAME
        shown = f"{name}/{known_as if known_as.isprintable() else ascii(known_as)[1:-1]}"
        if fault is None:
            attachments[known_as], fault = load_attachment(path, shown)
        if fault is not None:
            faults.append(Diagnostic(Span(shown), *fault))
    return attachments, tuple(faults)


def _candidates(folder: Path) -> Iterator[Path]:
    if nature(folder) is Nature.FOLDER:
        yield from (
            path for path in entries(folder, "")[0] if is_attachment(path)
        )  # what cannot be listed is told once


def is_attachment(path: Path) -> bool:
    """Whether a file is one by its name."""
    return path.suffix.lower() in KINDS and not path.name.startswith(".")


BAD_NAME: Fault = (
    "bad-file-name",
    text("파일 이름에 보이지 않거나 읽을 수 없는 글자가 있습니다."),
    text("파일 이름을 한글, 영문, 숫자, 붙임표(-)로 다시 지으세요."),
)
SAME_NAME: Fault = (
    "same-name",
    text("이름이 같은 파일이 둘입니다. 하나는 한글이 낱자로 풀려 저장되어 있습니다."),
    text("하나를 지우거나 다른 이름으로 바꾸세요."),
)


def load_attachment(path: Path, shown: str) -> tuple[Attachment | None, Fault | None]:
    """The file, whose name ends as one of `KINDS`, or what is wrong with it."""
    kind = KINDS[path.suffix.lower()]
    try:
        octets = read_octets(path, MOST_OCTETS)
    except TooLargeError as error:  # a rule tells that no file may be so large
        return _attachment(path, shown, error.size), None
    except OSError as error:
        unread = fault_of(error, shown)
        return None, (unread.code, unread.message, unread.hint)
    fault = _fault(octets, kind)
    return (None, fault) if fault else (_attachment(path, shown, len(octets)), None)


def _attachment(path: Path, shown: str, octets: int) -> Attachment:
    return Attachment(shown, unicodedata.normalize("NFC", path.name), path.name, KINDS[path.suffix.lower()], octets)


def _fault(octets: bytes, kind: str) -> Fault | None:
    if not octets:
        return "empty-attachment", text("첨부 파일이 비어 있습니다."), text("내용이 든 파일로 바꾸거나 지우세요.")
    real = kind_of(octets)
    if real == kind or (kind in _TEXT and real == "TXT"):
        return None
    if real is None:
        return (
            "bad-attachment",
            text("{kind} 파일이 아니거나 끝까지 들어 있지 않습니다.", kind=kind),
            text("편집기에서 ‘UTF-8로 다시 저장’을 골라 저장하세요.")
            if kind in _TEXT
            else text("원본을 다시 받거나, 만든 프로그램에서 {kind} 형식으로 다시 저장하세요.", kind=kind),
        )
    ending = next((ending for ending, name in KINDS.items() if name == real), "")
    return (
        "disguised-attachment",
        text("파일 이름은 {kind}인데 내용은 {real}입니다.", kind=kind, real=real),
        text("이름을 {ending}로 끝나게 바꾸세요.", ending=ending)
        if ending
        else text("이 파일은 붙일 수 없습니다. {kind} 형식으로 다시 저장하세요.", kind=kind),
    )


def kind_of(octets: bytes) -> str | None:
    """The kind of a whole file by its own bytes; also kinds that may not be attached. None for what is none of them."""
    if octets.startswith(_PDF):
        return "PDF" if _PDF_END in octets[-_TAIL:] else None
    if octets.startswith((_OLE, _HWP)):
        return "HWP" if _HWP in octets else "MS Office 97-2003"
    if octets.startswith(b"PK"):
        return _archive(octets)
    if octets.startswith(b"MZ"):
        return "EXE"
    return _text(octets)


def _archive(octets: bytes) -> str | None:
    if octets.count(_ENTRY) > MOST_ENTRIES:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            names = archive.namelist()
            first = archive.infolist()[0] if names else None
            stored = first is not None and first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED
            kind = archive.open(first).read(len(_HWPX)) if first and stored else b""
    except Exception:  # a damaged archive leads the reader to errors of many kinds
        return None
    if kind == _HWPX:
        return "HWPX"
    if any(name.rpartition("/")[2].lower() == "vbaproject.bin" for name in names):
        return _MACROS
    if "[Content_Types].xml" in names:
        return next((kind for folder, kind in _OFFICE.items() if any(n.startswith(folder) for n in names)), "ZIP")
    return "ZIP"


def _text(octets: bytes) -> str | None:
    """Text in one of the two encodings that Korean offices write; pages and drawings of the web are told apart."""
    for encoding in ("utf-8-sig", "cp949"):
        try:
            written = octets.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in written:
            return None
        return "HTML" if written.lstrip().lower().startswith(_MARKUP) else "TXT"
    return None
