"""Puts a finished build in the place of the last one: all of it or nothing, whenever the machine stops.

A folder cannot be replaced in one step. So the new output is made in `.staging`; a journal is written; each old entry
goes to `.previous` and each new one into place; the journal is removed. Where a journal is found, the swap was
interrupted, and every step is taken back.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from guidebook.load.disk_faults import unwritable
from guidebook.load.regular_files import Nature, nature, read_octets
from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.output.folder_guards import another_build, lost_journal, made_folder, refusal
from guidebook.output.locked import LOCK, locked
from guidebook.output.manifest import FOLDERS, NAME
from guidebook.storage.atomic import write_atomically

ENTRIES = (*FOLDERS, NAME)
"""What a build owns in the output folder. Nothing else there is ever touched."""
PRINT = "print"
"""The folder of what is printed: editions and packs replace single folders in it."""
MOST_OCTETS = 100_000
"""Of a journal, which has a line for each entry."""
STAGING, PREVIOUS, JOURNAL = ".staging", ".previous", ".journal"


Make = Callable[[Path], tuple[Diagnostic, ...]]
"""Fills an empty folder, and tells what is wrong."""
Replace = Callable[[Make, Sequence[str]], tuple[Diagnostic, ...]]


class _JournalError(Exception):
    """The journal of an interrupted swap cannot be read."""


def replace_output(
    output: Path,
    make: Make,
    checkout: Path,
    content: Path,
    entries: Sequence[str] = ENTRIES,
) -> tuple[Diagnostic, ...]:
    """Let `make` fill an empty folder; if it reports no error, that becomes the new output, else all stays as it was.

    `entries` are the paths below `output` that are replaced: those that `make` did not write are gone afterwards.
    """
    return while_held(output, checkout, content, lambda replace: replace(make, entries))


def while_held(
    output: Path, checkout: Path, content: Path, work: Callable[[Replace], tuple[Diagnostic, ...]]
) -> tuple[Diagnostic, ...]:
    """Do `work` while no other build writes into `output`; each call of the function it gets is as `replace_output`."""

    def replace(make: Make, entries: Sequence[str]) -> tuple[Diagnostic, ...]:
        return _told(output, lambda: _replaced(output, checkout, content, make, entries))

    def held() -> tuple[Diagnostic, ...]:
        with _held(output, checkout, content) as refused:
            return (refused,) if refused is not None else work(replace)

    return _told(output, held)


def _told(output: Path, work: Callable[[], tuple[Diagnostic, ...]]) -> tuple[Diagnostic, ...]:
    """What the disk refuses, as a fault."""
    try:
        return work()
    except _JournalError:
        return (lost_journal(output / JOURNAL, output / PREVIOUS),)
    except OSError as error:
        fault = unwritable(output, error)
        if fault is None:
            raise
        return (fault,)


def _replaced(
    output: Path, checkout: Path, content: Path, make: Make, entries: Sequence[str]
) -> tuple[Diagnostic, ...]:
    refused = refusal(output, checkout, content, entries)
    if refused is not None:
        return (refused,)
    (output / STAGING).mkdir()
    try:
        diagnostics = make(output / STAGING)
        if not has_errors(diagnostics):
            _swap(output, entries)
        return diagnostics
    finally:
        _roll_back(output)
        with suppress(OSError):  # the result stands; what is left over goes at the next build
            _sweep(output)


def recover(output: Path) -> None:
    """Clean up after a build that was interrupted; the caller holds the lock."""
    _roll_back(output)
    _sweep(output)


def _roll_back(output: Path) -> None:
    """Take back a swap that did not come to its end."""
    if _there(output / JOURNAL):
        for entry, had_old in _journal(output / JOURNAL).items():
            _take_back(output, entry, had_old)
        (output / JOURNAL).unlink()


def _journal(path: Path) -> dict[str, bool]:
    """Entry → whether there was an old one. Raises _JournalError for what we cannot have written: a disk's damage."""
    try:
        steps = json.loads(read_octets(path, MOST_OCTETS))
    except (OSError, ValueError, RecursionError):
        raise _JournalError from None
    if not isinstance(steps, dict) or not all(isinstance(had_old, bool) for had_old in steps.values()):
        raise _JournalError
    # What it names is moved, so it may name nothing else.
    if any(entry.split("/")[0] not in (*ENTRIES, PRINT) or ".." in entry.split("/") for entry in steps):
        raise _JournalError
    return steps


@contextmanager
def _held(output: Path, checkout: Path, content: Path) -> Iterator[Diagnostic | None]:
    """The folder under its lock, or the reason why not. No trace is left of folders made in vain."""
    refused = refusal(output, checkout, content)
    if refused is not None:
        yield refused
        return
    new_folders = [folder for folder in (output, *output.parents) if not folder.exists()]
    try:
        unusable = made_folder(output)
        if unusable is not None:
            yield unusable
            return
        with locked(output / LOCK) as ours:
            if not ours:
                yield another_build(output)
                return
            recover(output)
            yield None
    finally:
        for folder in new_folders:
            with suppress(OSError):  # no longer empty: the build succeeded, or someone else put something there
                folder.rmdir()


def _swap(output: Path, entries: Sequence[str]) -> None:
    """Put the staged entries into place. On an error the caller takes every step back."""
    old = {entry: _there(output / entry) for entry in entries}
    journal = output / JOURNAL
    write_atomically(journal, json.dumps(old).encode(), draft=_draft(journal), durable=True)
    for entry, had_old in old.items():
        if had_old:
            _move(output / entry, output / PREVIOUS / entry)
        if _there(output / STAGING / entry):
            _move(output / STAGING / entry, output / entry)
    (output / JOURNAL).unlink()  # from here on the new output counts


def _move(path: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    path.rename(place)


def _take_back(output: Path, entry: str, had_old: bool) -> None:
    """Bring `entry` back to what it was before the swap; harmless if it never came to it or was done already."""
    previous = output / PREVIOUS / entry
    if _there(previous):
        _set_aside(output, entry)
        _move(previous, output / entry)
    elif not had_old:
        _set_aside(output, entry)


def _set_aside(output: Path, entry: str) -> None:
    """Move the new version out of its place by a rename: deleting would leave halves if it were interrupted."""
    if _there(output / entry):
        _move(output / entry, output / STAGING / entry)


def _sweep(output: Path) -> None:
    """Delete our working files."""
    for path in (_draft(output / JOURNAL), output / STAGING, output / PREVIOUS):
        if nature(path) is Nature.FOLDER:
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _draft(path: Path) -> Path:
    return path.with_name(path.name + ".new")


def _there(path: Path) -> bool:
    """Whether something is at `path`, be it a link to nowhere."""
    return os.path.lexists(path)
