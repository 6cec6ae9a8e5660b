"""Walks the folders of the content: which files in them may be read, and diagnostics for the others.

Separate from reading records, because it looks at names and natures alone and opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guidebook.load.regular_files import Nature, entries, fault_of, name_fault, nature
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.text import printable, text
from guidebook.model.wording.suggestion import suggested_name

PASSED_BY = ("README.md", "LICENSE.md")
"""Files that may lie beside the records and are not content."""


def shown(path: Path) -> str:
    """A path as people read it, in one line: relative to the current folder where it lies below it."""
    try:
        return printable(path.relative_to(Path.cwd()).as_posix())
    except (ValueError, FileNotFoundError):  # it lies elsewhere, or the current folder is gone
        return printable(path.as_posix())


def sound_entries(folder: Path, own: tuple[str, ...] = ()) -> tuple[tuple[Path, ...], Faults]:
    """The files and folders in `folder`; links, pipes and unreadable names are faults. `own` have own readers."""
    paths, listing = entries(folder, shown(folder))
    sound: list[Path] = []
    faults = list(listing)
    for path in paths:
        if path.name in (*own, *PASSED_BY):
            continue
        nature_of_path = nature(path)
        regular = nature_of_path in (Nature.FILE, Nature.FOLDER)
        if regular and path.name.isascii() and path.name.isprintable():
            sound.append(path)
            continue
        fault = name_fault(path, shown(path)) or (None if regular else fault_of(nature_of_path, shown(path)))
        if fault is not None:
            faults.append(fault)
        else:
            sound.append(path)
    return tuple(sound), tuple(faults)


def record_files(folder: Path, suffix: str) -> tuple[tuple[Path, ...], Faults]:
    """The files of a folder of records, whose names end with `suffix`; whatever else lies there is a fault."""
    paths, listing = sound_entries(folder)
    records: list[Path] = []
    faults = list(listing)
    for path in paths:
        if path.suffix != suffix:
            message = text("이 폴더에는 {suffix} 파일만 둘 수 있습니다.", suffix=suffix)
            hint = text("이름이 {suffix}{로} 끝나게 바꾸거나 다른 곳으로 옮기세요.", suffix=suffix)
            faults.append(Diagnostic(Span(shown(path)), "unknown-file", message, hint))
        elif nature(path) is Nature.FOLDER:
            faults.append(fault_of(Nature.FOLDER, shown(path)))
        else:
            records.append(path)
    return tuple(records), tuple(faults)


def unknown_name(path: Path, near: Iterable[str], allowed: str) -> Diagnostic:
    """The fault of a name that is not used in its folder; `allowed` says which are."""
    return Diagnostic(
        Span(shown(path)),
        "unknown-file",
        text("콘텐츠 폴더에서 쓰지 않는 이름입니다."),
        suggested_name(path.name, near, text("옮기거나 지우세요. 쓰는 이름: {allowed}", allowed=allowed)),
    )
