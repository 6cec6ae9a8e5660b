"""Writes a file of the content, as only imports may: whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import text
from guidebook.output.folder_guards import unwritable


def write_content(path: Path, text: str, line_end: str = "\n") -> None:
    """Put `text` in the place of the file, with these line ends. Raises OSError and leaves all as it was."""
    new = [folder for folder in (path.parent, *path.parent.parents) if not folder.exists()]
    draft = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)  # what a killed import left, or a link that someone put there
        draft.write_text(text, encoding="utf-8", newline=line_end)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        with suppress(OSError):  # one that holds something by now stays
            for folder in new:
                folder.rmdir()
        raise


def content_unwritable(folder: Path, error: OSError) -> Diagnostic:
    """The sentence for an error of the disk under the content; raises one that only our own fault can cause."""
    fault = unwritable(folder, error)
    if fault is None:
        raise error
    hint = text("콘텐츠 폴더에 쓸 권한과 빈 공간이 있는지 확인한 뒤 다시 실행하세요. 쓰지 못한 파일은 그대로입니다.")
    return replace(fault, hint=hint)
