"""Puts files of content into form, or says which are not: nothing else of them is judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from guidebook.forms.canonical.keys import Model
from guidebook.forms.canonical.record_paths import files_with_form
from guidebook.forms.canonical.whole_file import NOT_TOUCHED, Look, file_in_form, look
from guidebook.importers.content_files import write_content
from guidebook.load.content import load_content
from guidebook.load.disk_faults import content_unwritable
from guidebook.load.files import MAX_BYTES
from guidebook.load.folders import shown
from guidebook.load.regular_files import read_octets, real
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Faults, Severity, Span
from guidebook.model.text import text
from guidebook.storage.paths import Paths
from guidebook.storage.program import program_of
from guidebook.storage.steps import StepCache, digest_of

NOT_IN_FORM = "not-in-form"
STEP = "form"
NO_CONTENT = ("no-content", "no-site")
"""Faults of a folder that is none of content."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """What came of it."""

    changed: tuple[Path, ...] = ()
    """Files that were written anew, or would be."""
    faults: Faults = ()
    """Files that are left as they are, and why."""


def format_content(content: Path, files: Sequence[str] = (), *, write: bool) -> Formatted:
    """Look at all of the content, or at these files of it, and write those anew that are not in form."""
    loaded = load_content(content)
    missing = tuple(fault for fault in loaded.diagnostics if fault.code in NO_CONTENT)
    known = {real(path): (path, model) for path, model in files_with_form(content, loaded.catalogue)}
    wanted = [real(Path(file)) for file in files] if files else list(known)
    faults: list[Diagnostic] = [*missing]
    changed: list[Path] = []
    for file, named in zip(wanted, files or map(shown, wanted), strict=True):
        if file not in known:
            faults.append(_no_record(named))
            continue
        looked = look(*known[file])
        faults += looked.faults
        if looked.new is None:
            continue
        fault = _write(looked) if write else None
        faults += [fault] if fault else []
        changed += [] if fault else [looked.path]
    return Formatted(tuple(changed), tuple(faults))


def form_notes(paths: Paths, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A note for each file that is not in form, or cannot be put into it; what cannot be read is told by others.

    Files that were in form the last time are known again by what is in them, and cost no more than being read.
    """
    steps = StepCache(replace(paths, private=True).steps)
    inputs = {"program": program_of(paths.checkout, paths.cache), "content": digest_of(str(paths.content.absolute()))}
    before, now = _known(steps.find(STEP, inputs)), set[str]()
    for path, model in files_with_form(paths.content, catalogue):
        known = _digest(path, model)
        if known not in before:
            looked = look(path, model)
            yield from (replace(one, severity=Severity.NOTE) for one in looked.faults if one.code == NOT_TOUCHED)
            if looked.new is not None:
                yield _note(looked)
            if looked.new is not None or looked.faults:
                continue
        now.add(known)
    now.discard("")
    if now != before:
        steps.keep_unnoted(STEP, inputs, msgspec.msgpack.encode(now))


def _known(kept: bytes | None) -> set[str]:
    with suppress(msgspec.DecodeError, msgspec.ValidationError):
        return msgspec.msgpack.decode(kept or b"", type=set[str])
    return set()


def _digest(path: Path, model: Model) -> str:
    """What is in the file, and how it is read; empty where that cannot be told, which is never known."""
    try:
        return digest_of(read_octets(path, MAX_BYTES), path.suffix, model.__name__ if model else "")
    except OSError:
        return ""


def _note(looked: Look) -> Diagnostic:
    file = shown(looked.path)
    message = text("항목의 순서나 따옴표가 정해진 형식과 다릅니다. 뜻에는 영향이 없습니다.")
    hint = text("‘python3 build.py format {file}’{을} 실행하면 형식이 맞춰집니다.", file=file)
    return Diagnostic(Span(file, looked.line), NOT_IN_FORM, message, hint, Severity.NOTE)


def _write(looked: Look) -> Diagnostic | None:
    try:
        new = file_in_form(looked, read_octets(looked.path, MAX_BYTES))
        if new is not None:
            write_content(looked.path, new)
    except OSError as error:
        return content_unwritable(looked.path.parent, error)
    if new is None:
        message = text("명령을 실행하는 동안 바뀐 파일이어서 그대로 두었습니다.")
        return Diagnostic(Span(shown(looked.path)), "changed-meanwhile", message, text("같은 명령을 다시 실행하세요."))
    return None


def _no_record(named: str) -> Diagnostic:
    message = text("콘텐츠의 기록 파일이 아닙니다.")
    hint = text("content 폴더 안의 .yml 파일이나 .md 파일을 적으세요. 다른 폴더의 콘텐츠는 --content로 정합니다.")
    return Diagnostic(Span(shown(Path(named))), "no-such-file", message, hint)
