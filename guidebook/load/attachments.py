"""Reads attachments: checks that each file is complete and of the kind that its name says.

Nothing is unpacked or run. Of archives the list of names is read, of text whether it is text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from guidebook.load.characters import composed, first_fault
from guidebook.load.regular_files import Nature, TooLargeError, entries, fault_of, name_fault, nature, read_octets
from guidebook.model.attachment import KINDS, Attachment
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, printable, text

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
    # What is wrong with the folder, or with names that end like none of these, the pictures' reader tells.
    paths = entries(folder, name)[0] if nature(folder) is Nature.FOLDER else ()
    for path in filter(is_attachment, paths):
        known_as = composed(path.name)
        file = printable(f"{name}/{known_as}")
        fault = unusable_name(path, attachments, file)
        if fault is None:
            attachments[known_as], fault = _read(path, file)
        if fault is not None:
            faults.append(fault)
    return attachments, tuple(faults)


def is_attachment(path: Path) -> bool:
    """Whether a file is one by its name."""
    return path.suffix.lower() in KINDS


def unusable_name(path: Path, names: Mapping[str, object], file: str) -> Diagnostic | None:
    """What is wrong with a file's name itself: it cannot be shown or seen whole, or reads like another's."""
    name = composed(path.name)
    if name in names:
        message = text("이름이 같은 파일이 둘입니다. 하나는 한글의 자음과 모음이 나뉘어 저장되어 있습니다.")
        return Diagnostic(Span(file), "same-name", message, text("하나를 지우거나 다른 이름으로 바꾸세요."))
    unseen = first_fault(name)
    unwritable = name_fault(path, file)
    if unwritable is not None or unseen is None:
        return unwritable
    return Diagnostic(Span(file), unseen[0], unseen[1], text("파일 이름에서 그 글자를 지우세요."))


def _read(path: Path, file: str) -> tuple[Attachment | None, Diagnostic | None]:
    try:
        octets = read_octets(path, MOST_OCTETS)
    except TooLargeError as error:  # a rule tells that no file may be so large
        return _attachment(path, file, error.size), None
    except OSError as error:
        return None, fault_of(error, file)
    wrong = _fault(octets, KINDS[path.suffix.lower()])
    return (None, Diagnostic(Span(file), *wrong)) if wrong else (_attachment(path, file, len(octets)), None)


def _attachment(path: Path, file: str, octets: int) -> Attachment:
    return Attachment(file, composed(path.name), path.name, KINDS[path.suffix.lower()], octets)


def _fault(octets: bytes, kind: str) -> Fault | None:
    if not octets:
        return "empty-attachment", text("첨부파일이 비어 있습니다."), text("내용이 든 파일로 바꾸거나 지우세요.")
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
        text("이름을 {ending}{로} 끝나게 바꾸세요.", ending=ending)
        if ending
        else text("이 파일은 첨부할 수 없습니다. {kind} 형식으로 다시 저장하세요.", kind=kind),
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
            content = octets.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in content:
            return None
        return "HTML" if content.lstrip().lower().startswith(_MARKUP) else "TXT"
    return None
