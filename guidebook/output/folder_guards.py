"""Which folders may not become the output, and why not, as diagnostics.

Separate from `swap`, because these are questions to the file system that change nothing.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from guidebook.load.disk_faults import reason, unwritable
from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import Text, text
from guidebook.output.manifest import is_ours

SEALED = ("content", "templates", "guidebook", "tests", "node_modules", ".git", ".venv", ".ci")
"""Folders of the checkout that hold no output. Any other name below the checkout may."""
BESIDE_CONTENT = (".git", ".venv", ".ci")
"""Folders of a city's own repository that hold none either."""


def refusal(output: Path, checkout: Path, content: Path, entries: Sequence[str] = ()) -> Diagnostic | None:
    """Why `output` may not be used; nothing if it may.

    `entries` are the names that would be replaced: they must be ours already, or not be there.
    """
    try:
        output.stat()
    except FileNotFoundError:
        if output.is_symlink():
            return _refused(output, text("'{path}' 링크가 가리키는 곳이 없습니다.", path=shown(output)))
    except OSError as error:
        return unwritable(output, error) or _refused(output, reason(output, error))
    else:
        if not output.is_dir():
            return _refused(output, text("'{path}' 경로는 폴더가 아니라 파일입니다.", path=shown(output)))
    sealed = held_folder(output, checkout, content)
    if sealed is not None:
        message = text(
            "결과를 '{path}' 폴더에 쓰면 '{held}' 폴더를 덮어쓸 수 있습니다.", path=shown(output), held=shown(sealed)
        )
        return _refused(output, message)
    foreign = [name for name in entries if os.path.lexists(output / name)]
    if foreign and not is_ours(output):
        names = ", ".join(foreign)
        message = text(
            "'{path}' 폴더에 이 프로그램이 만들지 않은 파일이 있습니다: {names}", path=shown(output), names=names
        )
        return _refused(output, message)
    return None


def made_folder(output: Path) -> Diagnostic | None:
    """Make the folder; why it cannot be made, whatever the system says."""
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return unwritable(output, error) or _refused(output, reason(output, error))
    return None


def another_build(output: Path) -> Diagnostic:
    """Someone else is building into the same folder."""
    return Diagnostic(
        Span(shown(output)),
        "build-running",
        text("다른 빌드가 '{path}' 폴더에 쓰고 있습니다.", path=shown(output)),
        text("그 빌드가 끝난 뒤 다시 실행하세요."),
    )


def lost_journal(journal: Path, previous: Path) -> Diagnostic:
    """An interrupted swap left a journal that cannot be read, so that nobody knows what was moved."""
    return Diagnostic(
        Span(shown(journal)),
        "journal-unreadable",
        text("지난번에 중단된 빌드가 남긴 기록을 읽을 수 없습니다."),
        text(
            "'{previous}' 폴더에 앞서 만든 결과가 있으면 다른 곳으로 옮긴 뒤, "
            "'{journal}' 파일을 지우고 다시 실행하세요.",
            previous=shown(previous),
            journal=shown(journal),
        ),
    )


def held_folder(output: Path, checkout: Path, *held: Path) -> Path | None:
    """The folder of someone's work that `output` is, contains or lies in: of the checkout, or one of `held`.

    The first of these is the content folder, beside which lie the folders of a city's repository.
    """
    place = Path(os.path.realpath(output))
    beside = [content.parent / name for content in held[:1] for name in BESIDE_CONTENT]
    for folder in (*held, *(checkout / name for name in SEALED), *beside):
        sealed = Path(os.path.realpath(folder))
        if place == sealed or place in sealed.parents or sealed in place.parents:
            return folder
    root = Path(os.path.realpath(checkout))
    return checkout if place == root or place in root.parents else None


def _refused(output: Path, message: Text) -> Diagnostic:
    hint = text("결과만 저장할 다른 폴더를 --output으로 지정하세요.")
    return Diagnostic(Span(shown(output)), "output-refused", message, hint)
